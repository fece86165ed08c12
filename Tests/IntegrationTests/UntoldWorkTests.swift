import Foundation
import PostgresKit
import TestCluster
import Testing

@Suite("What is done stays so where it cannot be told")
struct UntoldWorkTests {
  private static let date = "2024-03-31"

  /// Two small banks, loaded.
  private func banks() async throws -> CommandLine {
    let program = CommandLine(database: try await TestCluster.shared.database())
    #expect(try program.run("migrate", "--source").status == 0)
    let pack = try PackOnDisk()
    #expect(try program.run("source", "load", pack.folder).status == 0)
    for (name, text) in PackOnDisk.sound {
      let lines = text.split(separator: "\n").map { $0.hasPrefix("B,") ? "C," + $0.dropFirst(2) : $0 }
      try pack.write(name, Array(lines.joined(separator: "\n").replacing("P,B,", with: "P,C,").utf8))
    }
    #expect(try program.run("source", "load", pack.folder).status == 0)
    return program
  }

  private func published(_ program: CommandLine) async throws -> [String] {
    try await PostgresConnection.connect(program.database).many(
      Statement("published", "select bank_id from xsell.publication order by 1") { try $0.decode(0) }, limit: 10)
  }

  private func full() throws -> FileHandle { try #require(FileHandle(forWritingAtPath: "/dev/full")) }

  /// A pipe whose reader has gone away.
  private func closedPipe() throws -> FileHandle {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    return pipe.fileHandleForWriting
  }

  @Test(
    "nights of all banks are published and end with 73, on a full disk and where the reader has gone",
    arguments: [false, true], [[], ["--json"]])
  func allBanks(isPipe: Bool, form: [String]) async throws {
    let program = try await banks()
    let outcome = try program.run(
      ["nightly", "--all-banks", "--as-of", Self.date] + form, stdout: isPipe ? closedPipe() : full())
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("xsell: the nights are published, but standard output cannot be written"))
    #expect(!outcome.errors.contains("had no night"))
    #expect(try await published(program) == ["B", "C"])
  }

  @Test("so does the night of one bank, and a dry run claims nothing")
  func oneBank() async throws {
    let program = try await banks()
    let night = ["nightly", "--bank", "B", "--as-of", Self.date]
    let dry = try program.run(night + ["--dry-run"], stdout: full())
    #expect(dry.status == 73)
    #expect(!dry.errors.contains("published"))
    let outcome = try program.run(night, stdout: full())
    #expect(outcome.status == 73)
    #expect(
      outcome.errors.hasSuffix(
        "xsell: the night is published, but standard output cannot be written (No space left on device); "
          + "see xsell runs list.\n"))
    #expect(try await published(program) == ["B"])
  }

  @Test("an absence that is noted and a pack that is loaded are not to be repeated")
  func others() async throws {
    let program = try await banks()
    let connection = try await PostgresConnection.connect(program.database)
    try await connection.script("insert into source.manager values ('B', 1, 'One', 'North', null, true)")
    let absence = try program.run(["manager", "absent", "1", "--from", "2024-04-01"], stdout: full())
    #expect(absence.status == 73)
    #expect(absence.errors.contains("the work is done, but standard output cannot be written"))
    #expect(
      try await connection.one(Statement<Int64>("absence", "select count(*) from xsell.absence") { try $0.decode(0) })
        == 1)
    let pack = try PackOnDisk()
    let load = try program.run(["source", "load", pack.folder], stdout: full())
    #expect(load.status == 73)
    #expect(load.errors.contains("the pack is loaded, but"))
    #expect(try program.run(["runs", "list"], stdout: full()).errors.hasPrefix("xsell: standard output cannot"))
  }

  @Test("the JSON of all banks has those that had no night, with the reason and the rules")
  func failedBanks() async throws {
    let program = try await banks()
    try await PostgresConnection.connect(program.database).script("delete from source.client where bank_id = 'B'")
    let outcome = try program.run("nightly", "--all-banks", "--as-of", Self.date, "--json")
    #expect(outcome.status == 2)
    let nights = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(nights.map { $0["bank"] as? String } == ["B", "C"])
    #expect(nights.map { $0["outcome"] as? String } == ["failed", "published"])
    #expect((nights.first?["rules"] as? [String])?.contains("client_empty") == true)
    #expect((nights.first?["failure"] as? String)?.hasPrefix("the data of bank B break the contract") == true)
    #expect(nights.first?["exit"] as? Int == 65)
    #expect(nights.first?["run_id"] is NSNull)
    #expect(nights.last?["run_id"] is String)
  }
}
