import ArgumentParser
import Banking
import DemoBank
import Glibc
import PostgresKit
import Store

struct DemoStart: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Starts the demo, or goes on where it is.")

  @OptionGroup var options: DemoOptions

  @Option(name: .long, help: "Clients of the simulated bank. (default: 20000)")
  var clients: Int?

  @Option(name: .long, help: "Months of income that the bank knows. (default: 24)")
  var months: Int?

  @Option(name: .long, help: "Seed of the simulation: the same seed, the same bank. (default: 1)")
  var seed: UInt64?

  @Option(name: .long, help: "Last day that the bank knows.")
  var asOf = BusinessDate(year: 2026, month: 6, day: 30) ?? BusinessDate(dayNumber: 0)

  @Flag(name: .long, help: "Make the bank anew.")
  var fresh = false

  private static let database = "demo"
  private static let bank = BankID("DEMO")

  func validate() throws {
    guard (100...200_000).contains(clients ?? 100) else { throw ValidationError("--clients takes 100 to 200,000.") }
    guard (1...120).contains(months ?? 1) else { throw ValidationError("--months takes 1 to 120.") }
  }

  func run() async throws {
    let (cluster, server) = try start()
    let administrator = try await PostgresConnection.connect(server, attempts: 5)
    if fresh { try await administrator.dropDatabase(Self.database) }
    if try await !Databases.exists(Self.database, administrator) {
      try await administrator.createDatabase(Self.database)
    }
    await administrator.close()
    let tour = DemoTour(socketFolder: server.parameters["host"] ?? "", database: Self.database)
    if try await !isLoaded(cluster) {
      try await load(cluster, tour)
    } else if clients != nil || months != nil || seed != nil {
      try StandardOutput.write("The demo bank is there already and stays as it was made; --fresh makes it anew.\n")
    }
    // Also where the bank is there already: the program may be newer than its tables.
    try await tour.step("The tables of xsell", ["migrate"])
    try await tour.step("One night", ["nightly", "--bank", Self.bank.rawValue, "--as-of", asOf.description])
    try await morning(cluster, tour)
    try tour.close(bank: Self.bank, asOf: asOf)
  }

  /// The first folder that the server's user can enter.
  private func start() throws -> (EmbeddedCluster, ConnectionSettings) {
    var refusal: any Error = EmbeddedClusterError.binariesNotFound
    for folder in options.candidates {
      let cluster = try EmbeddedCluster(folder: folder, isDurable: false)
      do {
        return (cluster, try cluster.start())
      } catch {
        guard case EmbeddedClusterError.folderNotReachable = error else { throw error }
        refusal = error
      }
    }
    throw refusal
  }

  /// A pack is written and loaded as a bank's own would be; the folder is only passed through.
  private func load(_ cluster: EmbeddedCluster, _ tour: DemoTour) async throws {
    let pack = "\(cluster.folder)/pack"
    mkdir(pack, 0o755)
    let clients = clients ?? 20_000
    let bank = DemoBank.simulate(seed: seed ?? 1, clients: clients, months: months ?? 24, asOf: asOf)
    try bank.writePack(to: pack)
    try await tour.step("A bank of \(clients) firms, simulated", ["source", "load", pack])
  }

  /// False also where an earlier demo was stopped before its bank was whole: a load is all or nothing.
  private func isLoaded(_ cluster: EmbeddedCluster) async throws -> Bool {
    guard let settings = cluster.settings(database: Self.database) else { return false }
    let connection = try await PostgresConnection.connect(settings)
    let bank: Bank?
    do {
      bank = try await SourceReader(connection).bank(Self.bank)
    } catch PostgresError.server(let error) where error.sqlState == .undefinedTable {
      bank = nil
    }
    await connection.close()
    return bank != nil
  }

  private func morning(_ cluster: EmbeddedCluster, _ tour: DemoTour) async throws {
    guard let settings = cluster.settings(database: Self.database) else { return }
    let connection = try await PostgresConnection.connect(settings)
    guard let busiest = try await BusiestManager.find(Self.bank, connection) else { return }
    await connection.close()
    try await tour.step(
      "A manager's morning", ["worklist", "--bank", Self.bank.rawValue, "--manager", "\(busiest.manager)"])
    try await tour.step("The client to call first", ["client", busiest.clientNumber, "--bank", Self.bank.rawValue])
  }
}
