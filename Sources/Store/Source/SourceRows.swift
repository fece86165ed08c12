import Banking
import PostgresKit

/// A row of `read_clients.sql`.
struct ClientRow {
  var id: ClientID
  var number: String
  var manager: ManagerID?
  var region: String?
  var industry: String?
  var legalForm: String?
  var openedOn: BusinessDate?
  var closedOn: BusinessDate?
  var annualTurnover: Money?
  var contactAllowed: Bool

  init(row: inout BinaryRow) throws {
    id = ClientID(try row.readInt64())
    number = try row.readText()
    manager = try row.readOptionalInt64().map { ManagerID($0) }
    region = try row.readOptionalText()
    industry = try row.readOptionalText()
    legalForm = try row.readOptionalText()
    openedOn = try row.readBusinessDate()
    closedOn = try row.readBusinessDate()
    annualTurnover = try row.readOptionalInt64().map { Money(minorUnits: $0) }
    contactAllowed = try row.readBool()
  }

  func combine(into hash: inout ContentHash) {
    hash.combine(id.rawValue)
    hash.combine(number)
    hash.combine(manager?.rawValue)
    hash.combine(region)
    hash.combine(industry)
    hash.combine(legalForm)
    hash.combine(openedOn.map { Int64($0.dayNumber) })
    hash.combine(closedOn.map { Int64($0.dayNumber) })
    hash.combine(annualTurnover?.minorUnits)
    hash.combine(contactAllowed ? 1 : 0)
  }
}

/// A row of `read_attributes.sql`.
struct AttributeRow {
  var client: ClientID
  var name: String
  var isNumber: Bool
  var value: String

  init(row: inout BinaryRow) throws {
    client = ClientID(try row.readInt64())
    name = try row.readText()
    isNumber = try row.readBool()
    value = try row.readText()
  }

  func combine(into hash: inout ContentHash) {
    hash.combine(client.rawValue)
    hash.combine(name)
    hash.combine(isNumber ? 1 : 0)
    hash.combine(value)
  }
}

/// A row of `read_accounts.sql`.
struct AccountRow {
  var client: ClientID
  var product: ProductCode
  var openedOn: BusinessDate?
  var closedOn: BusinessDate?
  var maturesOn: BusinessDate?

  init(row: inout BinaryRow) throws {
    client = ClientID(try row.readInt64())
    product = ProductCode(try row.readText())
    openedOn = try row.readBusinessDate()
    closedOn = try row.readBusinessDate()
    maturesOn = try row.readBusinessDate()
  }

  func combine(into hash: inout ContentHash) {
    hash.combine(client.rawValue)
    hash.combine(product.rawValue)
    hash.combine(openedOn.map { Int64($0.dayNumber) })
    hash.combine(closedOn.map { Int64($0.dayNumber) })
    hash.combine(maturesOn.map { Int64($0.dayNumber) })
  }
}

/// A row of `read_activity.sql`: sums over the last 3 and 12 complete months, minor units.
struct ActivityRow {
  var client: ClientID
  var product: ProductCode
  var income3: Int64
  var income12: Int64
  var operations3: Int64
  var operations12: Int64
  var activeMonths: Int64
  var lastActive: Month?

  init(row: inout BinaryRow) throws {
    client = ClientID(try row.readInt64())
    product = ProductCode(try row.readText())
    income3 = try row.readInt64()
    income12 = try row.readInt64()
    operations3 = try row.readInt64()
    operations12 = try row.readInt64()
    activeMonths = try row.readInt64()
    lastActive = try row.readBusinessDate()?.calendarMonth
  }

  func combine(into hash: inout ContentHash) {
    hash.combine(client.rawValue)
    hash.combine(product.rawValue)
    hash.combine(income3)
    hash.combine(income12)
    hash.combine(operations3)
    hash.combine(operations12)
    hash.combine(activeMonths)
    hash.combine(lastActive.map { Int64($0.index) })
  }
}

extension Holding {
  init(_ row: ActivityRow, product: Int) {
    self.init(
      product: Int16(product), isHeld: false, activeMonths: UInt8(clamping: row.activeMonths),
      lastActive: row.lastActive, income3: row.income3, income12: row.income12,
      operations3: Int32(clamping: row.operations3), operations12: Int32(clamping: row.operations12))
  }
}

/// A row of `read_months.sql`: the client's total of a month, minor units.
struct MonthRow {
  var client: ClientID
  var month: Month
  var income: Int64
  var operations: Int64

  init(row: inout BinaryRow) throws {
    client = ClientID(try row.readInt64())
    month = BusinessDate(try row.readDate()).calendarMonth
    income = try row.readInt64()
    operations = try row.readInt64()
  }

  func combine(into hash: inout ContentHash) {
    hash.combine(client.rawValue)
    hash.combine(Int64(month.index))
    hash.combine(income)
    hash.combine(operations)
  }
}

extension Product {
  /// A row of `read_products.sql`.
  init(row: inout BinaryRow) throws {
    let code = ProductCode(try row.readText())
    let name = try row.readText()
    let family = try row.readText()
    let kind = IncomeKind(rawValue: try row.readText()) ?? .other
    let sellable = try row.readBool()
    var requires: [String] = []
    var excludes: [String] = []
    try row.readTextArray(into: &requires)
    try row.readTextArray(into: &excludes)
    self.init(
      code: code, name: name, family: family, incomeKind: kind, sellable: sellable,
      requires: requires.map { ProductCode($0) }, excludes: excludes.map { ProductCode($0) })
  }
}

extension BusinessDate {
  init(_ date: PostgresDate) { self.init(dayNumber: date.dayNumber) }
}

extension BinaryRow {
  mutating func readBusinessDate() throws -> BusinessDate? { try readOptionalDate().map { BusinessDate($0) } }
}
