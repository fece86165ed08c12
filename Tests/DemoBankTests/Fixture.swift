import Banking
import DemoBank
import FoundationEssentials

/// One small bank that every test reads.
enum Fixture {
  static let seed: UInt64 = 7
  static let asOf = BusinessDate(dayNumber: 9_677)  // 2026-06-30
  static let bank = DemoBank.simulate(seed: seed, clients: 3_000, asOf: asOf)
  static let clients = Dictionary(uniqueKeysWithValues: bank.pack.clients.map { ($0.clientID, $0) })

  /// Accounts of known clients whose dates nobody has spoiled.
  static let soundAccounts = bank.pack.accounts.filter { account in
    guard let opened = account.openedOn, let client = clients[account.clientID] else { return false }
    return opened >= client.openedOn && (account.closedOn ?? opened) >= opened
  }

  static let relations = ["bank", "manager", "client", "product", "account", "product_month", "load"]

  /// The files of a pack, by relation, written to a folder that is gone afterwards.
  static func files(of bank: DemoBank) throws -> [String: Data] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "demo-bank-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try bank.writePack(to: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: relations.map { ($0, try Data(contentsOf: folder.appending(path: "\($0).csv"))) })
  }
}
