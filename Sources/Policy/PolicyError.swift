/// Why a policy file is refused; the command's exit code is 78.
package enum PolicyError: Error, Equatable, CustomStringConvertible {
  /// Everything that is wrong, in order of line; never empty.
  case invalid([PolicyFault])

  /// One line a fault.
  package var description: String {
    switch self {
    case .invalid(let faults): faults.map(\.description).joined(separator: "\n")
    }
  }
}
