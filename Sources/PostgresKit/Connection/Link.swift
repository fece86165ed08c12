internal import CLibPQ

/// The synchronous half of a connection: one `PGconn` in non-blocking mode, used by one thread at a time. Every wait goes
/// through `wait(for:)`, which watches the socket, the clock and the cancellation of the task.
final class Link {
  /// Nil before connecting and after the link broke.
  var handle: OpaquePointer?
  let settings: ConnectionSettings
  let cancellation: CancellationSignal
  var operation = Operation(label: "connect")
  /// The `statement_timeout` the session has, in milliseconds; nil where not known.
  var sessionTimeout: String?
  /// The message of a COPY handed out last, freed when the next one is asked for.
  var copyMessage: UnsafeMutablePointer<CChar>?

  init(settings: ConnectionSettings, cancellation: CancellationSignal) {
    self.settings = settings
    self.cancellation = cancellation
  }

  deinit { disconnect() }

  func disconnect() {
    releaseCopyMessage()
    if let handle { PQfinish(handle) }
    handle = nil
  }

  func releaseCopyMessage() {
    if let copyMessage { PQfreemem(copyMessage) }
    copyMessage = nil
  }

  var isInTransaction: Bool {
    let status = PQtransactionStatus(handle)
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
  }

  var hasFailedTransaction: Bool { PQtransactionStatus(handle) == PQTRANS_INERROR }

  /// Closes the link and says so; a statement that was being stopped anyway keeps its own reason.
  func lost() -> PostgresError {
    let interruption = operation.interruption
    disconnect()
    switch interruption {
    case .deadline: return .timeout(label: operation.label)
    case .task: return .cancelled(label: operation.label)
    case nil: return .connectionLost(label: operation.label)
    }
  }
}
