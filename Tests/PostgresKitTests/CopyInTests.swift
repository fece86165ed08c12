import TestCluster
import Testing

@testable import PostgresKit

@Suite("COPY in")
struct CopyInTests {
  private func table(_ columns: String) async throws -> PostgresConnection {
    let connection = try await freshConnection()
    try await connection.script("CREATE SCHEMA source; CREATE TABLE source.client (\(columns))")
    return connection
  }

  @Test("every kind of field arrives as it was written")
  func fields() async throws {
    let c = try await table(
      """
      a bool, b int2, c int4, d int8, e float4, f float8, g date, h timestamptz, i text, j json, k bytea,
      l int8[], m float4[], n int4[], o text
      """)
    let columns = "abcdefghijklmno".map { String($0) }
    let count = try await c.copyIn(CopyTarget("source.client", columns: columns)) { try Self.writeEveryKind(&$0) }
    #expect(count == 1)
    let text = try await c.value("SELECT t::text FROM source.client t", as: String.self)
    #expect(
      text == #"(t,-1,2,-9223372036854775808,0.5,-0.25,2000-01-11,"2000-01-01 00:00:00+00",тест,"{""k"":1}","#
        + #""\\x00ff","{1,2}",{1.5},{},)"#)
  }

  private static func writeEveryKind(_ writer: inout BinaryCopyWriter) throws {
    try writer.beginRow()
    try writer.write(bool: true)
    try writer.write(int2: -1)
    try writer.write(int4: 2)
    try writer.write(int8: .min)
    try writer.write(float4: 0.5)
    try writer.write(float8: -0.25)
    try writer.write(date: PostgresDate(dayNumber: 10))
    try writer.write(timestamptz: PostgresTimestamp(microseconds: 0))
    try writer.write(text: "тест")
    try writer.write(text: #"{"k":1}"#)
    try writer.writeBytes([0, 255])
    try writer.write(int8Count: 2) { Int64($0) + 1 }
    try writer.write(float4Count: 1) { _ in 1.5 }
    try writer.write(int4Count: 0) { _ in 0 }
    try writer.write(text: nil)
  }

  @Test("rows made ahead arrive among others, without those that were forgotten")
  func ahead() async throws {
    let c = try await table("a int4, b int2[]")
    let rows = try BinaryCopyRows(columnCount: 2) { writer in
      for number in Int32(0)..<6 {
        let begin = writer.position
        try writer.beginRow()
        try writer.write(int4: number)
        #expect(writer.bytes(from: begin) { $0.count } == 10)
        if number % 3 == 1 { writer.forgetRow(from: begin) } else { try writer.write(int2Count: 2) { Int16($0) } }
      }
    }
    let target = CopyTarget("source.client", columns: ["a", "b"])
    let count = try await c.copyIn(target) { writer in
      try writer.beginRow()
      try writer.write(int4: 9)
      try writer.write(int2Count: 0) { _ in 0 }
      try writer.write(rows)
    }
    #expect(count == 5)
    #expect(
      try await c.value("SELECT string_agg(t::text, ' ') FROM source.client t", as: String.self)
        == #"(9,{}) (0,"{0,1}") (2,"{0,1}") (3,"{0,1}") (5,"{0,1}")"#)
    let narrow = await postgresError {
      try await c.copyIn(CopyTarget("source.client", columns: ["a"])) { try $0.write(rows) }
    }
    #expect(narrow?.description.contains("one field") == true)
  }

  @Test("a million rows arrive, and the sender's memory does not grow with them")
  func million() async throws {
    let c = try await table("a int8, b text")
    let before = residentKilobytes()
    let count = try await c.copyIn(CopyTarget("source.client", columns: ["a", "b"])) { writer in
      for i in Int64(0)..<1_000_000 {
        try writer.beginRow()
        try writer.write(int8: i)
        try writer.write(
          text: "a text that makes the row about a hundred bytes long, so that all are 100 megabytes ....")
      }
    }
    #expect(count == 1_000_000)
    #expect(residentKilobytes() - before < 40_000)
    #expect(try await c.value("SELECT sum(a)::int8 FROM source.client", as: Int64.self) == 499_999_500_000)
  }

  /// From `/proc/self/statm`, in pages of 4 kB.
  private func residentKilobytes() -> Int {
    let fields = readFile("/proc/self/statm")?.split(separator: " ") ?? []
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4 : 0
  }

  @Test("a row with too few or too many fields is refused and nothing is kept")
  func fieldCount() async throws {
    let c = try await table("a int4, b int4")
    let target = CopyTarget("source.client", columns: ["a", "b"])
    let few = await postgresError {
      try await c.copyIn(target) { writer in
        try writer.beginRow()
        try writer.write(int4: 1)
      }
    }
    #expect(few?.description == "source.client, column #2: expected 2 fields: the row has another number of fields")
    let many = await postgresError {
      try await c.copyIn(target) { writer in
        try writer.beginRow()
        for i in Int32(0)..<3 { try writer.write(int4: i) }
      }
    }
    #expect(many?.description == "source.client, column #3: expected 2 fields: the row has another number of fields")
    #expect(try await c.value("SELECT count(*) FROM source.client", as: Int64.self) == 0)
  }

  @Test("CSV is parsed by the server, in pieces that end anywhere")
  func csv() async throws {
    let c = try await table("a int4, b text, c date")
    let file = Array("a,b,c\n1,\"x,\"\"y\",2024-02-29\n2,,\n".utf8)
    let count = try await c.copyInCSV(CopyTarget("source.client", columns: ["a", "b", "c"])) {
      writer in
      for byte in file { try writer.write([byte]) }
    }
    #expect(count == 2)
    let rows = try await c.value("SELECT string_agg(t::text, ';' ORDER BY a) FROM source.client t", as: String.self)
    #expect(rows == #"(1,"x,""y",2024-02-29);(2,,)"#)
  }

  @Test("bad data names the line and the column and not the value, however much follows", arguments: [0, 1_000_000])
  func badData(linesAfter: Int) async throws {
    let c = try await table("a int4, opened_on date")
    let after = Array(String(repeating: "3,2024-01-01\n", count: linesAfter).utf8)
    let error = await postgresError {
      try await c.copyInCSV(CopyTarget("source.client", columns: ["a", "opened_on"])) { writer in
        try writer.write(Array("a,opened_on\n1,2024-01-01\n2,Ivanov\n".utf8))
        try writer.write(after)
      }
    }
    guard let error, case .server(let failure) = error else { Issue.record("\(String(describing: error))"); return }
    #expect(error.description == "source.client: invalid date or time (SQLSTATE 22007) at line 3, column opened_on")
    #expect(failure.copyLocation?.relation == "client")
    #expect(!"\(failure.copyLocation as Any)".contains("Ivanov"))
    #expect(try await c.value("SELECT count(*) FROM source.client", as: Int64.self) == 0)
  }

  @Test("an error of the sender discards the rows and leaves the connection usable")
  func senderError() async throws {
    struct Stop: Error {}
    let c = try await table("a int4")
    await #expect(throws: Stop.self) {
      try await c.copyIn(CopyTarget("source.client", columns: ["a"])) { writer in
        try writer.beginRow()
        try writer.write(int4: 1)
        throw Stop()
      }
    }
    #expect(try await c.value("SELECT count(*) FROM source.client", as: Int64.self) == 0)
  }

  @Test("a server that does not take the data is given up at the time limit, and for a cancelled task")
  func stalled() async throws {
    let settings = try await TestCluster.shared.database()
    let (c, other) = (try await PostgresConnection.connect(settings), try await PostgresConnection.connect(settings))
    try await c.script("CREATE TABLE t (a text)")
    try await other.withTransaction {
      try await other.script("LOCK t")
      let limited = CopyTarget("t", columns: ["a"], timeout: .after(.milliseconds(200)))
      let error = await postgresError { try await c.copyIn(limited) { _ in } }
      guard case .timeout(label: "t") = error else { Issue.record("\(String(describing: error))"); return }
    }
    let task = Task {
      try await c.copyIn(CopyTarget("t", columns: ["a"])) { writer in
        while true {
          try writer.beginRow()
          try writer.write(text: "endless")
        }
      }
    }
    try await Task.sleep(for: .milliseconds(200))
    task.cancel()
    #expect(await postgresError { _ = try await task.value }?.description == "t: cancelled")
    #expect(try await c.value("SELECT count(*) FROM t", as: Int64.self) == 0)
  }

  @Test("a relation that is not there, and a killed session, are told apart")
  func broken() async throws {
    let c = try await table("a int4")
    let missing = await postgresError { try await c.copyIn(CopyTarget("source.nothing", columns: ["a"])) { _ in } }
    #expect(missing?.sqlState == .undefinedTable)
    let administrator = try await TestCluster.shared.administrator()
    let pid = try await c.value("SELECT pg_backend_pid()", as: Int32.self)
    let task = Task {
      try await c.copyIn(CopyTarget("source.client", columns: ["a"])) { writer in
        while true {
          try writer.beginRow()
          try writer.write(int4: 1)
        }
      }
    }
    try await Task.sleep(for: .milliseconds(100))
    _ = try await administrator.value("SELECT pg_terminate_backend($1)", .int4(pid), as: Bool.self)
    let error = await postgresError { _ = try await task.value }
    guard case .connectionLost(label: "source.client") = error else {
      Issue.record("\(String(describing: error))"); return
    }
  }
}
