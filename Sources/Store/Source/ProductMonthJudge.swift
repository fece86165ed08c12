import Banking
import PostgresKit

/// Judges product months as they arrive, by the rules of `faults_product_month.sql`.
struct ProductMonthJudge {
  /// What the source says beside the months themselves.
  struct Surroundings {
    /// Of the snapshot, ascending.
    var clients: [Int64]
    /// Those that the source has and the snapshot has not.
    var otherClients: Set<Int64>
    /// Of the catalogue, in its order.
    var products: [String]
    var otherProducts: Set<String>
    var duplicates: Set<Key>
  }

  /// The contract's key inside one bank.
  struct Key: Hashable, Sendable {
    let client: Int64
    let product: String
    let month: Int32
  }

  /// A month that is sound and over. Positions are nil where the snapshot has no such client or product.
  struct Sound {
    let client: Int?
    let product: Int?
    let row: ProductMonth
  }

  private var clients: ClientIndex
  private let products: CodeIndex
  private let others: Surroundings
  private let lastDay: Int32
  private let firstDays: FirstDays
  private let absurdAmount: Int64
  private(set) var tally = ProductMonthTally()
  /// Clients with a row that is not sound, or that the snapshot has not: to be judged again every night. Nil where a row says of
  /// no client.
  private(set) var unsettled: Set<Int64>? = []

  init(_ surroundings: Surroundings, _ scope: ReadScope) {
    others = surroundings
    clients = ClientIndex(surroundings.clients)
    products = CodeIndex(surroundings.products)
    lastDay = scope.asOf.lastCompleteMonth.firstDay.dayNumber
    firstDays = FirstDays(upTo: scope.asOf.lastCompleteMonth)
    absurdAmount = scope.absurdAmount
  }

  /// A row of `scan_product_months.sql`; nil where it is not sound, or not over.
  mutating func sound(_ row: inout BinaryRow) throws -> Sound? {
    tally.rows += 1
    let client = try row.readOptionalInt64()
    let code = try row.readBytes()
    let day = try row.readOptionalDayNumber()
    let amount = try row.readHundredths(limit: absurdAmount)
    let operations = try row.readOptionalInt64()
    guard let client, let code, let day, let operations, amount != .null else {
      refuse(.keyMissing, client, code, day)
      return nil
    }
    if let fault = fault(of: day) ?? duplicate(client, code, day) {
      refuse(fault, client, code, day)
      return nil
    }
    guard let month = firstDays.month(day) else {
      refuse(.notFirstDay, client, code, day)
      return nil
    }
    let position = clients.position(of: client)
    let product = products.position(of: code)
    guard let income = Self.income(amount), operations >= 0, position != nil || others.otherClients.contains(client),
      product != nil || others.otherProducts.contains(Self.text(code))
    else {
      refuse(fault(client, position, code, product, amount), client, code, day)
      return nil
    }
    if position == nil { unsettled?.insert(client) }
    return Sound(
      client: position, product: product, row: ProductMonth(month: month, income: income, operations: operations))
  }

  private func fault(of day: Int32) -> ProductMonthFault? {
    if day == .max || day == .min { return .endlessMonth }
    return day > lastDay ? .future : nil
  }

  private func duplicate(_ client: Int64, _ code: UnsafeRawBufferPointer, _ day: Int32) -> ProductMonthFault? {
    guard !others.duplicates.isEmpty else { return nil }
    return others.duplicates.contains(Key(client: client, product: Self.text(code), month: day)) ? .duplicate : nil
  }

  /// The first of the last four faults that a row has which is known to have one.
  private func fault(
    _ client: Int64, _ position: Int?, _ code: UnsafeRawBufferPointer, _ product: Int?, _ amount: HundredthsField
  ) -> ProductMonthFault {
    if position == nil, !others.otherClients.contains(client) { return .orphan }
    if product == nil, !others.otherProducts.contains(Self.text(code)) { return .unknownProduct }
    return amount == .beyondLimit ? .absurdAmount : .negativeOperations
  }

  private mutating func refuse(
    _ fault: ProductMonthFault, _ client: Int64?, _ code: UnsafeRawBufferPointer?, _ day: Int32?
  ) {
    tally.add(fault, client: client, product: code.map(Self.text), month: day)
    guard fault != .future else { return }
    if let client { unsettled?.insert(client) } else { unsettled = nil }
  }

  func client(at position: Int) -> Int64 { clients.ids[position] }

  mutating func position(of client: Int64) -> Int? { clients.position(of: client) }

  func hasProduct(_ position: Int16) -> Bool { others.products.indices.contains(Int(position)) }

  /// Rows that need no judgement; see `ProductMonthTally`.
  mutating func pass(sound: Int64, toCome: Int64) { tally.add(sound: sound, toCome: toCome) }

  private static func income(_ amount: HundredthsField) -> Int64? {
    if case .value(let income) = amount { income } else { nil }
  }

  private static func text(_ code: UnsafeRawBufferPointer) -> String { String(decoding: code, as: UTF8.self) }
}
