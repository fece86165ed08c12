extension PostgresConnection {
  private static let csv = "FORMAT csv, HEADER true"

  /// Streams the rows of a query in binary. `body` runs on the connection's thread and reads them with
  /// `rows.forEach { row in … }`; it returns what it has collected.
  ///
  ///     let total = try await connection.copyOut(CopyQuery("source.client", sql)) { rows in
  ///       var total: Int64 = 0
  ///       try rows.forEach { row in total += try row.readInt64() }
  ///       return total
  ///     }
  package func copyOut<R: Sendable>(
    _ query: CopyQuery, _ body: @Sendable (consuming BinaryRows) throws -> R
  ) async throws -> R {
    try await interruptible { link in
      try link.copyOut(query, format: "FORMAT binary") {
        try body(BinaryRows(link: link, relation: query.label))
      }
    }
  }

  /// Streams the rows of a query as CSV in UTF-8, an empty field being NULL; the number of lines, the header among them.
  /// `onChunk` runs on the connection's thread, once a line; its bytes are valid until it returns.
  @discardableResult
  package func copyOutCSV(
    _ query: CopyQuery, _ onChunk: @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws -> Int {
    try await interruptible { link in
      try link.copyOut(query, format: Self.csv) {
        var lines = 0
        while let message = try link.nextCopyMessage() {
          try onChunk(message)
          lines += 1
        }
        return lines
      }
    }
  }

  /// Loads rows in binary; the number loaded. `body` runs on the connection's thread and writes every row. An error of
  /// `body` discards all of them; an error of the server names relation, row and column, never the value.
  @discardableResult
  package func copyIn(
    _ target: CopyTarget, _ body: @Sendable (inout BinaryCopyWriter) throws -> Void
  ) async throws -> Int {
    try await interruptible { link in
      try link.copyIn(target, format: "FORMAT binary") {
        var writer = BinaryCopyWriter(link: link, target: target)
        try body(&writer)
        try writer.finish()
      }
    }
  }

  /// Loads CSV with a header as it is; the server does the parsing. Returns the number of rows loaded. `body` runs on the
  /// connection's thread and writes the bytes piece by piece.
  @discardableResult
  package func copyInCSV(
    _ target: CopyTarget, _ body: @Sendable (inout RawCopyWriter) throws -> Void
  ) async throws -> Int {
    try await interruptible { link in
      try link.copyIn(target, format: Self.csv) {
        var writer = RawCopyWriter(link: link)
        try body(&writer)
      }
    }
  }
}
