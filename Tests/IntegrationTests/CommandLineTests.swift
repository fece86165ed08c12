import Foundation
import PostgresKit
import TestCluster
import Testing

@Suite struct CommandLineTests {
  private func commandLine() async throws -> CommandLine {
    CommandLine(database: try await TestCluster.shared.database())
  }

  @Test("help and version end well, a wrong command line with 64")
  func usage() async throws {
    let program = try await commandLine()
    #expect(try program.run("--version").status == 0)
    let help = try program.run("help", "check")
    #expect(help.status == 0)
    #expect(help.output.contains("xsell check --bank NORTH --as-of 2026-06-30"))
    #expect(
      try program.run("help", "backtest").output.contains("xsell backtest --bank NORTH --horizon 3 --origins 4"))
    #expect(try program.run("backtest", "--bank", "B", "--origins", "0").status == 64)
    #expect(try program.run("check", "--bank", "B").status == 64)
    #expect(try program.run("check", "--bank", "B", "--as-of", "2026-02-30").status == 64)
    let night = try program.run("nightly", "--bank", "B", "--as-of", "2026-06-30", "--verbose")
    #expect(night.errors.contains("policy: all settings at their defaults"))
    let view = try program.run("export", "secrets")
    #expect(view.status == 64)
    #expect(view.errors.contains("recommendation"))
  }

  @Test("from an empty database to an export: migrate, load, check")
  func journey() async throws {
    let program = try await commandLine()
    let pack = try PackOnDisk()
    #expect(try program.run("check", "--bank", "B", "--as-of", "2026-06-30").status == 66)
    let dry = try program.run("migrate", "--source", "--dry-run")
    #expect(dry.output.hasPrefix("would create source.bank\n"))
    #expect(try program.run("migrate", "--source").status == 0)
    #expect(try program.run("migrate").output == "schema xsell is up to date\n")
    let load = try program.run("source", "load", pack.folder, "--bank", "B", "--csv")
    #expect(load.status == 0)
    #expect(load.output.contains("account,account.csv,2,0\r\n"))
    let broken = try program.run("check", "--bank", "C", "--as-of", "2026-06-30")
    #expect(broken.status == 65)
    #expect(broken.errors.hasSuffix("correct the 3 errors listed and check again.\n"))
    let check = try program.run("check", "--bank", "B", "--as-of", "2024-03-31", "--json")
    #expect(check.status == 2)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any])
    #expect(report["exit"] as? Int == 2)
    #expect(report["verdict"] as? String == "warnings")
    // The pack's one product excludes two that are not there.
    let rules = (report["findings"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
    #expect(rules.contains("product_rule_unknown"))
    for view in ["client_card", "recommendation", "trigger", "trigger_event", "profile", "profile_product", "run"] {
      #expect(try program.run("export", view, "--bank", "B").output.split(separator: "\n").count == 1)
    }
  }

  @Test("a refused pack ends with 65 and names file, line and column, never the value")
  func refused() async throws {
    let program = try await commandLine()
    let pack = try PackOnDisk()
    try pack.write("account.csv", Array(pack.text("account.csv").replacing("2024-01-16", with: "secret").utf8))
    let load = try program.run("source", "load", pack.folder)
    #expect(load.status == 65)
    #expect(load.errors.contains("account.csv, line 2, column opened_on: expected a date"))
    #expect(!load.errors.contains("secret"))
    #expect(try program.run("source", "load", "/nowhere").status == 66)
  }

  @Test("a time zone and a date style for other programs do not matter")
  func foreignFormats() async throws {
    var program = try await commandLine()
    program.environment = ["PGTZ": "Mars", "PGDATESTYLE": "none"]
    #expect(try program.run("migrate").status == 0)
    #expect(try program.run("runs", "list").status == 0)
  }

  @Test(
    "a database that is not UTF-8 is refused before anything is made in it or a file is blamed",
    arguments: ["WIN1251", "LATIN1", "SQL_ASCII"])
  func encoding(encoding: String) async throws {
    let administrator = try await TestCluster.shared.administrator()
    let name = "narrow_\(UInt32.random(in: .min ... .max))"
    try await administrator.script(
      "create database \(name) encoding '\(encoding)' locale 'C' template template0", label: "narrow")
    var database = try await commandLine().database
    database.parameters["dbname"] = name
    let program = CommandLine(database: database)
    let migrate = try program.run("migrate", "--source")
    #expect(migrate.status == 65)
    #expect(migrate.errors.contains("encoding is \(encoding)"))
    let pack = try PackOnDisk()
    let load = try program.run("source", "load", pack.folder)
    #expect(load.status == 65)
    #expect(load.errors.contains("encoding is \(encoding)"))
    #expect(try program.run("check", "--bank", "B", "--as-of", "2026-06-30").status == 66)
  }

  /// With the version its database is at.
  private func migrated() async throws -> (CommandLine, PostgresConnection, known: Int32) {
    let program = try await commandLine()
    #expect(try program.run("migrate", "--source").status == 0)
    let connection = try await PostgresConnection.connect(program.database)
    let known: Int32 = try await connection.one(
      Statement("known", "select max(version) from xsell.migration") { try $0.decode(0) })
    return (program, connection, known)
  }

  @Test("what writes refuses a schema that a later program has changed, in one sentence and with 69")
  func newerSchema() async throws {
    let (program, connection, known) = try await migrated()
    try await connection.script(
      """
      insert into xsell.migration (version, name, checksum) values (\(known + 1), 'later', '');
      insert into source.bank values ('B', 'Bank', 'EUR', 'en'), ('C', 'Bank', 'EUR', 'en');
      insert into source.manager values ('B', 1, 'One', 'North', null, true);
      """)
    let date = ["--as-of", "2026-06-30"]
    for command in [
      ["migrate"], ["migrate", "--dry-run"], ["nightly", "--bank", "B"] + date, ["nightly", "--all-banks"] + date,
      ["trigger", "accept", "0b9e2c11"], ["trigger", "qualify", "0b9e2c11", "--champion", "no"],
      ["manager", "absent", "1", "--from", "2026-07-06"], ["manager", "back", "1", "--on", "2026-07-06"],
    ] {
      let outcome = try program.run(command)
      #expect(outcome.status == 69, "\(command)")
      #expect(
        outcome.errors
          == "xsell: The database is at version \(known + 1), this program knows up to \(known): update the program.\n")
    }
    #expect(try program.run("runs", "list").status == 0)
  }

  @Test("a night refuses a schema that was not migrated to it, with 66; what is published is still read")
  func olderSchema() async throws {
    let (program, connection, known) = try await migrated()
    try await connection.script(
      """
      delete from xsell.migration where version = \(known);
      insert into source.bank values ('B', 'Bank', 'EUR', 'en'), ('C', 'Bank', 'EUR', 'en');
      """)
    for banks in [["--bank", "B"], ["--all-banks"]] {
      let outcome = try program.run(["nightly", "--as-of", "2026-06-30"] + banks)
      #expect(outcome.status == 66)
      #expect(
        outcome.errors
          == "xsell: The database is at version \(known - 1), this program needs \(known): run xsell migrate.\n")
    }
    #expect(try program.run("runs", "list").status == 0)
  }

  @Test("an export goes to a file whole or not at all")
  func export() async throws {
    let program = try await commandLine()
    #expect(try program.run("migrate", "--source").status == 0)
    let pack = try PackOnDisk([:])
    let file = "\(pack.folder)/run.csv"
    #expect(try program.run("export", "run", "-o", file).status == 0)
    #expect(try pack.text("run.csv").hasPrefix("run_id,bank_id,as_of,"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: pack.folder) == ["run.csv"])
    #expect(try program.run("export", "run", "-o", "/nowhere/run.csv").status == 73)
  }

  @Test("an export of a bank that is not there is refused and writes nothing, that of one without rows is its header")
  func exportOfUnknownBank() async throws {
    let program = try await commandLine()
    #expect(try program.run("migrate", "--source").status == 0)
    let pack = try PackOnDisk([:])
    for output in [[], ["-o", "\(pack.folder)/card.csv"]] {
      let export = try program.run(["export", "client_card", "--bank", "NONE"] + output)
      #expect(export.status == 65)
      #expect(export.output.isEmpty)
      #expect(export.errors == "xsell: There is no bank NONE; check --bank.\n")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: pack.folder).isEmpty)
    let connection = try await PostgresConnection.connect(program.database)
    try await connection.script("insert into source.bank values ('FRESH', 'Fresh Bank', 'EUR', 'en')")
    let header = try program.run("export", "client_card", "--bank", "FRESH")
    #expect(header.status == 0)
    #expect(header.output.split(separator: "\n").count == 1)
  }

  @Test("a database that does not answer ends with 69, one that does not allow it with 77, a bad policy with 78")
  func failures() async throws {
    let program = try await commandLine()
    let check = ["--bank", "B", "--as-of", "2026-06-30"]
    #expect(
      try program.run("check", check[0], check[1], check[2], check[3], "--database-url", "host=/nowhere").status == 69)
    let administrator = try await TestCluster.shared.administrator()
    try await administrator.script(
      "do $$ begin create role guest login; exception when duplicate_object then null; end $$")
    #expect(try program.run("migrate", "--source").status == 0)
    var guest = program.database
    guest.parameters["user"] = "guest"
    #expect(try CommandLine(database: guest).run("migrate").status == 77)
    let pack = try PackOnDisk(["policy.yaml": "check:\n  absurd: 1\n"])
    let policy = try program.run(
      "check", check[0], check[1], check[2], check[3], "--policy", "\(pack.folder)/policy.yaml")
    #expect(policy.status == 78)
    #expect(policy.errors.contains("policy.yaml:2: check.absurd"))
  }
}
