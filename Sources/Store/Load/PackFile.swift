import Glibc

/// One file of a source pack.
struct PackFile: Sendable {
  let relation: SourceRelation
  let path: String
  /// As it lies on the disk.
  let bytes: Int64

  /// The last part of the path.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  var isCompressed: Bool { path.hasSuffix(".gz") }

  /// Calls `onChunk` with the text piece by piece, without its byte order mark, and with how far the file on the disk
  /// has been read. The chunk is valid until `onChunk` returns; `false` stops the reading.
  func read(_ onChunk: (_ chunk: UnsafeRawBufferPointer, _ position: Int64) throws -> Bool) throws {
    let source = try PackFileSource(self)
    defer { source.close() }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 * 1024, alignment: 16)
    defer { buffer.deallocate() }
    var isFirst = true
    while true {
      let count = try source.fill(buffer)
      if count == 0 { break }
      var chunk = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      if isFirst, chunk.starts(with: [0xEF, 0xBB, 0xBF]) { chunk = UnsafeRawBufferPointer(rebasing: chunk[3...]) }
      isFirst = false
      guard try onChunk(chunk, source.position) else { return }
    }
    try source.finish()
  }
}
