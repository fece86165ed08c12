/// Finished rows of a binary COPY, made ahead of it and on any thread.
package struct BinaryCopyRows: Sendable {
  let columnCount: Int
  package let bytes: [UInt8]

  /// Rows of so many columns, as `body` writes them.
  package init(columnCount: Int, _ body: (inout BinaryCopyWriter) throws -> Void) throws {
    var writer = BinaryCopyWriter(columnCount: columnCount)
    try body(&writer)
    bytes = try writer.collected()
    self.columnCount = columnCount
  }
}
