/// The rows of a binary COPY as they arrive. Memory holds one message of the server at a time.
package struct BinaryRows: ~Copyable {
  private let link: Link
  private let relation: String

  init(link: Link, relation: String) {
    self.link = link
    self.relation = relation
  }

  /// Calls `onRow` for every row, on the connection's thread. An error of `onRow` stops the query on the server.
  package consuming func forEach(_ onRow: (inout BinaryRow) throws -> Void) throws {
    var isFirst = true
    while let message = try link.nextCopyMessage() {
      guard let start = message.baseAddress else { continue }
      let end = start + message.count
      var cursor = start
      if isFirst {
        cursor += try Self.headerLength(message, relation)
        isFirst = false
      }
      while end - cursor >= 2 {
        let fieldCount = Int(Int16(bigEndian: cursor.loadUnaligned(as: Int16.self)))
        cursor += 2
        if fieldCount < 0 { break }
        var row = BinaryRow(cursor: cursor, end: end, fieldCount: fieldCount, relation: relation)
        try onRow(&row)
        try row.skipRest()
        cursor = row.cursor
      }
    }
  }

  /// `PGCOPY\n\377\r\n\0`, flags, and an extension of the length that follows (manual, COPY, "Binary Format").
  private static func headerLength(_ message: UnsafeRawBufferPointer, _ relation: String) throws -> Int {
    let signature: [UInt8] = [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00]
    guard message.count >= 19, message.starts(with: signature) else {
      throw PostgresError.misuse(label: relation, explanation: "the server did not send a binary COPY")
    }
    return 19 + Int(message.bigEndian(at: 15, as: Int32.self))
  }
}
