import Foundation
import PostgresKit
import Schema
import Store
import Synchronization
import TestCluster
import Testing

@Suite struct SourceLoadTests {
  private func count(_ relation: String, _ connection: PostgresConnection) async throws -> Int64 {
    try await connection.one(
      Statement<Int64>(relation, "select count(*) from source.\(relation)") { try $0.decode(0) })
  }

  private func load(_ pack: PackOnDisk, _ connection: PostgresConnection, bank: String? = nil) async throws
    -> LoadReport
  {
    try await SourceLoad(connection).load(folder: pack.folder, bank: bank)
  }

  @Test("a pack is loaded, its missing optional files as empty relations")
  func sound() async throws {
    let connection = try await PackOnDisk.database()
    let report = try await load(PackOnDisk(), connection)
    #expect(report.banks == ["B"])
    #expect(report.relations.map(\.rows) == [1, 0, 1, 2, 2, 2, 0])
    let client = try await connection.one(
      Statement(
        "client",
        "select name, annual_turnover::text, region is null, attributes->>'a' from source.client where client_id = 1"
      ) { row in
        [
          try row.decode(0, as: String.self), try row.decode(1, as: String.self),
          String(try row.decode(2, as: Bool.self)), try row.decode(3, as: String.self),
        ]
      })
    #expect(client == ["Mill, \"North\"", "1000.50", "true", "1"])
  }

  @Test("a bad pack is refused whole, with file, line, column and reason", arguments: BadPack.all)
  func refused(_ bad: BadPack) async throws {
    let connection = try await PackOnDisk.database()
    let pack = try PackOnDisk()
    try pack.write(bad.file, bad.change(pack.text(bad.file)))
    let error = await #expect(throws: SourceLoadError.self) { try await load(pack, connection) }
    #expect(error == bad.error)
    for relation in ["bank", "client", "account"] { #expect(try await count(relation, connection) == 0) }
    #expect(await connection.isInTransaction == false)
  }

  @Test(
    "dates of the calendar are loaded as they are written, and infinity for the check to judge",
    arguments: [
      "2024-02-29", "2000-02-29", "0001-01-01", "1899-12-31", "2024-12-31", "2024-04-30", "9999-12-31", "infinity",
      "-infinity",
    ])
  func dates(_ date: String) async throws {
    let connection = try await PackOnDisk.database()
    let pack = try PackOnDisk()
    try pack.write("account.csv", Array(pack.text("account.csv").replacing("2024-01-16", with: date).utf8))
    _ = try await load(pack, connection)
    let loaded = try await connection.one(
      Statement<[String]>(
        "dates", "select array_agg(opened_on::text) from source.account where account_id = 1"
      ) { try $0.decode(0) })
    #expect(loaded == [date])
  }

  @Test("statistics that cannot be gathered after the commit are a warning, not a failed load")
  func statisticsFail() async throws {
    let connection = try await PackOnDisk.database()
    try await connection.script(
      """
      create function public.refuse_statistics(name text) returns text language plpgsql immutable as $$
      begin
        if current_query() ~ '^analyze ' then raise exception 'no statistics'; end if;
        return name;
      end $$;
      create index refuses_statistics on source.client (public.refuse_statistics(name));
      """)
    let warned = Mutex<[String]>([])
    let load = SourceLoad(connection) { event in
      if case .notAnalysed(let relation, _) = event { warned.withLock { $0.append(relation) } }
    }
    let pack = try PackOnDisk()
    #expect(try await load.load(folder: pack.folder, bank: nil).banks == ["B"])
    #expect(warned.withLock { $0 } == ["client"])
    #expect(try await count("client", connection) == 2)
  }

  @Test("a second load replaces the bank's rows and leaves other banks alone")
  func replaced() async throws {
    let connection = try await PackOnDisk.database()
    try await connection.script("insert into source.bank values ('OTHER', 'Other', 'EUR', 'en')")
    let pack = try PackOnDisk()
    _ = try await load(pack, connection)
    try pack.remove("product_month.csv")
    let report = try await load(pack, connection)
    #expect(report.relations.map(\.replaced) == [1, 0, 1, 2, 2, 2, 0])
    #expect(try await count("product_month", connection) == 0)
    #expect(try await count("bank", connection) == 2)
  }

  @Test("a refused pack leaves the rows of the last load")
  func kept() async throws {
    let connection = try await PackOnDisk.database()
    let pack = try PackOnDisk()
    _ = try await load(pack, connection)
    try pack.write("account.csv", Array("nonsense".utf8))
    await #expect(throws: SourceLoadError.self) { try await load(pack, connection) }
    #expect(try await count("account", connection) == 2)
  }

  @Test("a file of banks without a row deletes no bank", arguments: [nil, "B"])
  func noBank(named: String?) async throws {
    let connection = try await PackOnDisk.database()
    let pack = try PackOnDisk()
    _ = try await load(pack, connection)
    try pack.write("bank.csv", Array(pack.text("bank.csv").prefix { $0 != "\n" }.utf8))
    let error = await #expect(throws: SourceLoadError.self) { try await load(pack, connection, bank: named) }
    #expect(error == .noBank(file: "bank.csv"))
    #expect(try await count("bank", connection) == 1)
  }

  @Test("rows of another bank than the one named are refused with their line")
  func namedBank() async throws {
    let connection = try await PackOnDisk.database()
    let error = await #expect(throws: SourceLoadError.self) { try await load(PackOnDisk(), connection, bank: "C") }
    #expect(
      error == .badRow(file: "bank.csv", line: 2, column: nil, reason: "the row is of another bank than C"))
    #expect(try await load(PackOnDisk(), connection, bank: "B").banks == ["B"])
  }

  @Test("a pack may hold several banks")
  func severalBanks() async throws {
    let connection = try await PackOnDisk.database()
    let pack = try PackOnDisk()
    try pack.write("bank.csv", Array("bank_id,name,currency,locale\nC,Other,EUR,en\nB,Bank,EUR,en\n".utf8))
    #expect(try await load(pack, connection).banks == ["B", "C"])
  }

  @Test("compressed files, a byte order mark and Windows line ends are read as they are meant")
  func forms() async throws {
    let connection = try await PackOnDisk.database()
    let pack = try PackOnDisk()
    let accounts = try pack.text("account.csv").split(separator: "\n").joined(separator: "\r\n") + "\r\n"
    try pack.write("account.csv", [0xEF, 0xBB, 0xBF] + Array(accounts.utf8))
    try pack.compress("client.csv")
    #expect(try await load(pack, connection).relations.map(\.rows) == [1, 0, 1, 2, 2, 2, 0])
  }

  @Test("a broken archive is refused", arguments: [0, 10, 60])
  func brokenArchive(_ length: Int) async throws {
    let connection = try await PackOnDisk.database()
    let pack = try PackOnDisk()
    try pack.compress("client.csv")
    let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(pack.folder)/client.csv.gz")))
    try pack.write("client.csv.gz", Array(whole.prefix(length)))
    let error = await #expect(throws: SourceLoadError.self) { try await load(pack, connection) }
    #expect(error == .brokenArchive(file: "client.csv.gz"))
    #expect(try await count("bank", connection) == 0)
  }

  @Test("a refusal in the middle of a large archive neither hangs nor leaves a process behind")
  func abandonedArchive() async throws {
    let connection = try await PackOnDisk.database()
    let pack = try PackOnDisk()
    let header = "bank_id,client_id,product_code,month,income,operations\n"
    let rows = (1...200_000).map { "B,\($0),P,2024-02-01,\($0 == 5 ? "x" : "1.00"),1\n" }.joined()
    try pack.write("product_month.csv", Array((header + rows).utf8))
    try pack.compress("product_month.csv")
    let error = await #expect(throws: SourceLoadError.self) { try await load(pack, connection) }
    #expect(
      error
        == .badRow(
          file: "product_month.csv.gz", line: 6, column: "income", reason: "expected a number such as 1234.50"))
    #expect(try await !Self.leavesDeadChild())
  }

  /// Whether a child of this process waits to be collected and is never collected. One that has only just ended may be
  /// another test's, which is about to collect it; one that is left behind stays.
  private static func leavesDeadChild() async throws -> Bool {
    var dead = deadChildren()
    for _ in 0..<100 where !dead.isEmpty {
      try await Task.sleep(for: .milliseconds(50))
      dead.formIntersection(deadChildren())
    }
    return !dead.isEmpty
  }

  private static func deadChildren() -> Set<String> {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return Set(
      processes.filter { process in
        guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
        return status.contains("(gzip) Z \(getpid()) ")
      })
  }

  @Test("a folder or a required file that is not there is named")
  func missing() async throws {
    let connection = try await PackOnDisk.database()
    let gone = await #expect(throws: SourceLoadError.self) {
      try await SourceLoad(connection).load(folder: "/nowhere", bank: nil)
    }
    #expect(gone == .noFolder("/nowhere"))
    for relation in ["bank", "product", "client", "account"] {
      let pack = try PackOnDisk()
      try pack.remove("\(relation).csv")
      let error = await #expect(throws: SourceLoadError.self) { try await load(pack, connection) }
      #expect(error == .relationFileMissing(folder: pack.folder, relation: relation))
    }
  }

  @Test("a file that belongs to no relation is told and left alone; two files of one relation are refused")
  func strangers() async throws {
    let connection = try await PackOnDisk.database()
    let pack = try PackOnDisk()
    try pack.write("notes.csv", [])
    let ignored = Mutex<[String]>([])
    _ = try await SourceLoad(connection) { event in
      if case .fileIgnored(let name) = event { ignored.withLock { $0.append(name) } }
    }.load(folder: pack.folder, bank: nil)
    #expect(ignored.withLock { $0 } == ["notes.csv"])
    try pack.write("client.csv.gz", [])
    let error = await #expect(throws: SourceLoadError.self) { try await load(pack, connection) }
    #expect(error == .twoFiles(relation: "client"))
  }

  @Test("a database without schema source gets the contract's tables; one that lacks a table is refused")
  func tables() async throws {
    let empty = try await PostgresConnection.connect(TestCluster.shared.database())
    #expect(try await load(PackOnDisk(), empty).relations.map(\.rows) == [1, 0, 1, 2, 2, 2, 0])
    try await empty.script("drop table source.manager")
    var error = await #expect(throws: SourceLoadError.self) { try await load(PackOnDisk(), empty) }
    #expect(error == .tablesMissing(["source.manager"]))
    try await empty.script("create view source.manager as select 1 as bank_id")
    error = await #expect(throws: SourceLoadError.self) { try await load(PackOnDisk(), empty) }
    #expect(error == .notATable("source.manager"))
  }

  @Test("a load waits for nobody: a second one is told to try again")
  func busy() async throws {
    let settings = try await TestCluster.shared.database(template: "empty_contract") { connection in
      try await connection.script(Schema.sourceContract)
    }
    let first = try await PostgresConnection.connect(settings)
    let second = try await PostgresConnection.connect(settings)
    let error = await #expect(throws: SourceLoadError.self) {
      try await first.withTransaction {
        try await first.one(
          Statement<Void>("lock", "select pg_advisory_xact_lock($1)", .int8(0x78_73_65_6C_6C_01)) { _ in })
        _ = try await load(PackOnDisk(), second)
      }
    }
    #expect(error == .busy)
  }
}
