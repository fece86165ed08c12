import Dispatch
import Glibc
import PostgresKit
import Synchronization

/// Work that SIGTERM, SIGINT and SIGHUP stop in good order: its task is cancelled, so that it takes back what it has begun, says
/// so in the ledger and frees its locks. A second signal ends the process at once.
enum StoppableWork {
  private static let signals = [SIGTERM: "SIGTERM", SIGINT: "SIGINT", SIGHUP: "SIGHUP"]

  /// - Throws: `CommandError` (try again) where a signal stopped it, else whatever the work throws. Work that came to its
  ///   end all the same has ended well.
  static func run<R: Sendable>(_ work: @escaping @Sendable () async throws -> R) async throws -> R {
    let stop = Stop<R>()
    // On Linux Dispatch takes the signals over by itself.
    let sources = signals.filter { $0.key != SIGHUP || !outlivesTerminal }.map { number, name in
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { stop.caught(name) }
      source.activate()
      return source
    }
    defer { for source in sources { source.cancel() } }
    let task = Task { try await work() }
    stop.begin(task)
    do {
      return try await withTaskCancellationHandler {
        try await task.value
      } onCancel: {
        task.cancel()
      }
    } catch {
      guard let name = stop.name, isCancellation(error) else { throw error }
      throw CommandError(.tryAgain, "\(name) stopped it before its end", next: "run it again")
    }
  }

  /// Whether it was started by nohup.
  private static var outlivesTerminal: Bool {
    var action = sigaction()
    guard sigaction(SIGHUP, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func isCancellation(_ error: any Error) -> Bool {
    switch error {
    case is CancellationError, PostgresError.cancelled: true
    case PostgresError.rollbackFailed(let body, _): isCancellation(body)
    default: false
    }
  }

  /// What the signals know of the work.
  private final class Stop<R: Sendable>: Sendable {
    private let state = Mutex<(name: String?, task: Task<R, any Error>?)>((nil, nil))

    var name: String? { state.withLock(\.name) }

    func begin(_ task: Task<R, any Error>) {
      state.withLock {
        $0.task = task
        if $0.name != nil { task.cancel() }
      }
    }

    func caught(_ name: String) {
      state.withLock {
        if $0.name != nil { _exit(ExitStatus.tryAgain.rawValue) }
        $0.name = name
        $0.task?.cancel()
      }
    }
  }
}
