import Banking
import PostgresKit

/// A row of `read_clients.sql`.
struct ClientRow: Sendable {
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
  /// Of the key, 0...1023: a sample takes the clients below its share.
  var hash: Int32 = 0
}

extension ClientRow {
  init(row: inout BinaryRow) throws {
    self.init(
      id: ClientID(try row.readInt64()), number: try row.readText(),
      manager: try row.readOptionalInt64().map { ManagerID($0) }, region: try row.readOptionalText(),
      industry: try row.readOptionalText(), legalForm: try row.readOptionalText(),
      openedOn: try row.readBusinessDate(), closedOn: try row.readBusinessDate(),
      annualTurnover: try row.readOptionalInt64().map { Money(minorUnits: $0) }, contactAllowed: try row.readBool(),
      hash: try row.readInt32())
  }

  func combine(into hash: inout ContentHash) {
    hash.combine(id.rawValue)
    hash.combine(number)
    hash.combine(manager?.rawValue)
    hash.combine(region)
    hash.combine(industry)
    hash.combine(legalForm)
    hash.combine(openedOn)
    hash.combine(closedOn)
    hash.combine(annualTurnover?.minorUnits)
    hash.combine(contactAllowed ? 1 : 0)
  }
}

/// A row of `read_attributes.sql`.
struct AttributeRow: Sendable {
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

/// A sound account.
struct AccountRow: Sendable {
  var client: ClientID
  var product: ProductCode
  var openedOn: BusinessDate?
  var closedOn: BusinessDate?
  var maturesOn: BusinessDate?
  /// See `OpeningsAtOnce`.
  var isChosen = true

  init(_ account: PlacedAccount, _ clients: [ClientFacts], _ catalogue: Catalogue) {
    client = clients[Int(account.client)].id
    product = catalogue[Int(account.product)].code
    openedOn = account.openedOn.date
    closedOn = account.closedOn.date
    maturesOn = account.maturesOn.date
  }

  func combine(into hash: inout ContentHash) {
    hash.combine(client.rawValue)
    hash.combine(product.rawValue)
    hash.combine(openedOn)
    hash.combine(closedOn)
    hash.combine(maturesOn)
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
