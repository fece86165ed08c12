/// One exchange with the server: what it is called, when it must be over, and whether it is being stopped.
struct Operation {
  enum Interruption {
    case deadline
    case task
  }

  /// How long past the server's own limit the client waits, so that normally the server stops the statement and the
  /// connection stays usable; and how long it waits for the answer to a cancel request. As long as a server may be kept
  /// from its work by a disk that is written full: giving up early loses a connection that was sound.
  static let grace: Duration = .seconds(30)

  let label: String
  var timeout: Duration?
  /// COMMIT and ROLLBACK are finished even when their task is cancelled.
  var isCancellable = true
  var interruption: Interruption?
  let start = ContinuousClock.now
  var deadline: ContinuousClock.Instant?

  init(label: String, timeout: Duration? = nil, grace: Duration = .zero, isCancellable: Bool = true) {
    self.label = label
    self.timeout = timeout
    self.isCancellable = isCancellable
    deadline = timeout.map { start.advanced(by: $0 + grace) }
  }

  var hasUsedItsTime: Bool {
    guard let timeout else { return false }
    return ContinuousClock.now - start >= timeout
  }

  mutating func interrupt(_ reason: Interruption) { interruption = interruption ?? reason }

  /// Asking may itself take as long as the server is busy, so the wait for the answer starts after it.
  mutating func awaitAnswerToCancel() { deadline = ContinuousClock.now.advanced(by: Self.grace) }
}
