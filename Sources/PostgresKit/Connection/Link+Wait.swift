internal import CLibPQ
internal import Glibc

extension Link {
  enum Readiness {
    case read
    case write
    case readOrWrite

    var events: Int16 {
      switch self {
      case .read: Int16(POLLIN)
      case .write: Int16(POLLOUT)
      case .readOrWrite: Int16(POLLIN | POLLOUT)
      }
    }
  }

  /// Waits until the socket is ready and returns whether it can be read. Stops the statement when its deadline passes or
  /// its task is cancelled and then waits on for the server's answer; gives the link up when that does not come.
  @discardableResult
  func wait(for readiness: Readiness) throws(PostgresError) -> Bool {
    while true {
      let socket = PQsocket(handle)
      if socket < 0 { throw lost() }
      var watched = [
        pollfd(fd: socket, events: readiness.events, revents: 0),
        pollfd(fd: watchesCancellation ? cancellation.readEnd : -1, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&watched, 2, millisecondsLeft())
      if ready < 0, errno != EINTR { throw lost() }
      if watched[1].revents != 0 { try stop(because: .task) }
      if watched[0].revents != 0 { return watched[0].revents & Int16(POLLOUT) != watched[0].revents }
      if ready == 0 { try stop(because: .deadline) }
    }
  }

  private var watchesCancellation: Bool { operation.isCancellable && operation.interruption == nil }

  private func millisecondsLeft() -> Int32 {
    guard let deadline = operation.deadline else { return -1 }
    let left = (deadline - ContinuousClock.now) / .milliseconds(1)
    return Int32(max(0, min(left.rounded(.up), 3_600_000)))
  }

  private func stop(because reason: Operation.Interruption) throws(PostgresError) {
    if reason == .deadline, let deadline = operation.deadline, deadline > ContinuousClock.now { return }
    let isSecondDeadline = operation.interruption != nil
    operation.interrupt(reason)
    // While connecting there is nothing to cancel: giving up the link is the way out.
    if isSecondDeadline || PQstatus(handle) != CONNECTION_OK { throw lost() }
    requestCancel()
  }

  /// Asks the server to stop what it is doing; the answer comes as the statement's error.
  func requestCancel() {
    defer { operation.awaitAnswerToCancel() }
    guard let cancel = PQgetCancel(handle) else { return }
    var message = [CChar](repeating: 0, count: 256)
    PQcancel(cancel, &message, Int32(message.count))
    PQfreeCancel(cancel)
  }
}
