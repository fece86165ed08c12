internal import CLibPQ

extension Link {
  /// The server has ended the COPY before its end, or was asked to; its error follows.
  private struct ServerEndedCopy: Error {}

  /// Runs a COPY in whose data `body` sends; the number of rows the server took.
  func copyIn(_ target: CopyTarget, format: String, _ body: () throws -> Void) throws -> Int {
    try begin(target.relation, target.timeout, standard: settings.copyTimeout)
    try send(target.copyStatement(format: format), [])
    try expectCopy(PGRES_COPY_IN)
    do {
      try body()
    } catch is ServerEndedCopy {
      // Without effect where the server has ended the COPY itself.
      PQputCopyEnd(handle, Self.reasonToGiveUp)
      return try collect().affectedRows
    } catch {
      abandonCopyIn()
      throw error
    }
    guard PQputCopyEnd(handle, nil) == 1 else { throw lost() }
    return try collect().affectedRows
  }

  /// Hands data to the server and waits until it has left libpq's buffer.
  func sendCopyData(_ bytes: UnsafeRawBufferPointer) throws {
    // libpq's buffer grows to the largest piece it is given and takes no more than an Int32 counts.
    let pieceSize = 256 * 1024
    var sent = 0
    while sent < bytes.count {
      let count = min(pieceSize, bytes.count - sent)
      let piece = bytes.baseAddress.map { ($0 + sent).assumingMemoryBound(to: CChar.self) }
      guard PQputCopyData(handle, piece, Int32(count)) == 1 else { throw ServerEndedCopy() }
      sent += count
      try drain()
    }
  }

  private func drain() throws {
    while true {
      let state = PQflush(handle)
      if state == 0 { return }
      if state < 0 { throw lost() }
      if try wait(for: .readOrWrite), PQconsumeInput(handle) == 0 { throw lost() }
      if operation.interruption != nil { throw ServerEndedCopy() }
    }
  }

  /// Goes into the server's log, so it names nothing of the data.
  private static var reasonToGiveUp: String { "the sender of the data gave up" }

  /// Tells the server to forget the rows.
  private func abandonCopyIn() {
    guard handle != nil, PQtransactionStatus(handle) == PQTRANS_ACTIVE else { return }
    if PQputCopyEnd(handle, Self.reasonToGiveUp) != 1 { return disconnect() }
    _ = try? collect()
  }
}
