/// How a command ends; the numbers are part of the contract (after sysexits.h).
enum ExitStatus: Int32, CaseIterable, Sendable {
  case done = 0
  case unexpected = 1
  /// Finished, but findings need attention: `check` failed, a bank was skipped.
  case findings = 2
  case usage = 64
  case badInput = 65
  case sourceMissing = 66
  case databaseUnreachable = 69
  case cannotWrite = 73
  /// Another run holds the lock, or this one was stopped.
  case tryAgain = 75
  case notPermitted = 77
  case badPolicy = 78

  /// For the table of exit codes in the help.
  var meaning: String {
    switch self {
    case .done: "done"
    case .unexpected: "unexpected failure"
    case .findings: "finished, but findings need attention"
    case .usage: "the command line is wrong"
    case .badInput: "bad input data"
    case .sourceMissing: "a source relation is missing"
    case .databaseUnreachable: "the database cannot be reached or worked with"
    case .cannotWrite: "the output cannot be written"
    case .tryAgain: "another run holds the lock, or this one was stopped; try again later"
    case .notPermitted: "not permitted"
    case .badPolicy: "the policy file is wrong"
    }
  }
}
