/// What can go wrong when the demo bank's files are written.
package enum DemoBankError: Error, Hashable, CustomStringConvertible {
  case cannotWrite(path: String, code: Int32)

  package var description: String {
    switch self {
    case .cannotWrite(let path, let code):
      "Cannot write \(path) (system error \(code)); check that the folder exists, is writable and has room."
    }
  }
}
