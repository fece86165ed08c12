/// Sends the bytes of a textual COPY as they are. A server that is slow to take them holds the writer back.
package struct RawCopyWriter: ~Copyable {
  private let link: Link

  init(link: Link) { self.link = link }

  /// Sends a piece of any size; pieces need not end at the end of a line.
  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws { try link.sendCopyData(bytes) }

  package mutating func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try link.sendCopyData($0) } }
}
