internal import Dispatch

/// Runs one connection's work on a queue of its own, so that waiting for the server blocks no thread of the shared pool.
/// (`DispatchSerialQueue`, which would be this type, does not exist on Linux.)
final class ConnectionExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "xsell.postgres")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedSerialExecutor()
    queue.async { job.runSynchronously(on: executor) }
  }
}
