import Banking
import PostgresKit

/// Judges accounts as they arrive, by the rules of `faults_account.sql`.
struct AccountJudge {
  private var index: ClientIndex
  private let clients: [ClientFacts]
  private let products: CodeIndex
  private let keys: SourceKeys
  private let duplicates: Set<Int64>
  private let asOf: Int32
  private(set) var tally = AccountTally()

  /// - Parameters:
  ///   - clients: those of the keys.
  ///   - duplicates: accounts that stand more than once.
  init(_ keys: SourceKeys, of clients: [ClientFacts], duplicates: Set<Int64>, asOf: BusinessDate) {
    index = ClientIndex(keys.clients)
    self.clients = clients
    products = CodeIndex(keys.products)
    self.keys = keys
    self.duplicates = duplicates
    self.asOf = asOf.dayNumber
  }

  /// A row of `scan_accounts.sql`; nil where it is not sound, or the snapshot has no such client or product.
  mutating func sound(_ row: inout BinaryRow) throws -> PlacedAccount? {
    let account = try row.readOptionalInt64()
    let client = try row.readOptionalInt64()
    let code = try row.readBytes()
    let opened = try row.readOptionalDayNumber()
    let closed = try row.readOptionalDayNumber()
    let matures = try row.readOptionalDayNumber()
    guard let account, let client, let code else { return refuse(.keyMissing) }
    if let fault = fault(account, opened, closed, matures) { return refuse(fault) }
    let position = index.position(of: client)
    let product = products.position(of: code)
    guard keys.hasClient(client, at: position) else { return refuse(.orphan) }
    guard keys.hasProduct(code, at: product) else { return refuse(.unknownProduct) }
    if let opened, let closed, closed < opened { return refuse(.closedBeforeOpened) }
    guard let position else { return nil }
    if let opened, let cameOn = clients[position].openedOn, opened < cameOn.dayNumber { tally.olderThanClient += 1 }
    return product.map { product in
      PlacedAccount(
        client: Int32(position), product: Int16(product), openedOn: OptionalDay(day: opened),
        closedOn: OptionalDay(day: closed.flatMap { $0 <= asOf ? $0 : nil }),
        maturesOn: OptionalDay(day: matures == .max ? nil : matures))
    }
  }

  /// The first that a row with a key has, of those that show in the row alone or in its key.
  private func fault(_ account: Int64, _ opened: Int32?, _ closed: Int32?, _ matures: Int32?) -> AccountFault? {
    if opened == .max || opened == .min || closed == .min || matures == .min { return .endlessDate }
    if let opened, opened > asOf { return .future }
    return duplicates.contains(account) ? .duplicate : nil
  }

  private mutating func refuse(_ fault: AccountFault) -> PlacedAccount? {
    tally.add(fault)
    return nil
  }
}
