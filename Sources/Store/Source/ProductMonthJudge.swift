import Banking
import PostgresKit

/// Judges product months as they arrive, by the rules of `faults_product_month.sql`.
struct ProductMonthJudge {
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

  /// More in a month is no count but a mark, such as the largest number there is for "unknown".
  private static let mostOperations = Int64(Int32.max)

  private var clients: ClientIndex
  private let products: CodeIndex
  private let keys: SourceKeys
  private let duplicates: Set<Key>
  private let lastDay: Int32
  private let firstDays: FirstDays
  private let absurdAmount: Int64
  private(set) var tally = ProductMonthTally()
  /// Clients with a row that is not sound, or that the snapshot has not: to be judged again every night. Nil where a row says of
  /// no client.
  private(set) var unsettled: Set<Int64>? = []

  /// - Parameter duplicates: months that stand more than once.
  init(_ keys: SourceKeys, duplicates: Set<Key>, _ scope: ReadScope) {
    self.keys = keys
    self.duplicates = duplicates
    clients = ClientIndex(keys.clients)
    products = CodeIndex(keys.products)
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
    guard let income = Self.income(amount), (0...Self.mostOperations).contains(operations),
      keys.hasClient(client, at: position),
      keys.hasProduct(code, at: product)
    else {
      let isAbsurd = amount == .beyondLimit || operations > Self.mostOperations
      refuse(fault(client, position, code, product, isAbsurd: isAbsurd), client, code, day)
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
    guard !duplicates.isEmpty else { return nil }
    return duplicates.contains(Key(client: client, product: Self.text(code), month: day)) ? .duplicate : nil
  }

  /// The first of the last four faults that a row has which is known to have one.
  private func fault(
    _ client: Int64, _ position: Int?, _ code: UnsafeRawBufferPointer, _ product: Int?, isAbsurd: Bool
  ) -> ProductMonthFault {
    if !keys.hasClient(client, at: position) { return .orphan }
    if !keys.hasProduct(code, at: product) { return .unknownProduct }
    return isAbsurd ? .absurdAmount : .negativeOperations
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

  func hasProduct(_ position: Int16) -> Bool { keys.products.indices.contains(Int(position)) }

  /// Rows that need no judgement; see `ProductMonthTally`.
  mutating func pass(sound: Int64, toCome: Int64) { tally.add(sound: sound, toCome: toCome) }

  private static func income(_ amount: HundredthsField) -> Int64? {
    if case .value(let income) = amount { income } else { nil }
  }

  private static func text(_ code: UnsafeRawBufferPointer) -> String { String(decoding: code, as: UTF8.self) }
}
