/// Why a command could not do its work: one sentence for standard error that ends in the next step. It never holds
/// client data.
struct CommandError: Error, CustomStringConvertible {
  let status: ExitStatus
  let cause: String
  let nextStep: String

  /// - Parameters:
  ///   - cause: what is wrong, without a full stop.
  ///   - nextStep: what to do about it, in the imperative, without a full stop.
  init(_ status: ExitStatus, _ cause: String, next nextStep: String) {
    self.status = status
    self.cause = cause
    self.nextStep = nextStep
  }

  var description: String { "\(cause); \(nextStep)." }
}
