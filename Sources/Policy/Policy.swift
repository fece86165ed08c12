package import Banking
import DefaultPolicy

/// The policy file, resolved and validated: every setting has a value, for every bank.
package struct Policy: Sendable, Equatable {
  /// For banks that the file does not name.
  package let defaults: PolicySettings
  /// The defaults with the bank's own section over them.
  package let banks: [BankID: PolicySettings]

  /// The rooms' own defaults, without any file.
  package init() {
    self.init(defaults: PolicySettings(), banks: [:])
  }

  init(defaults: PolicySettings, banks: [BankID: PolicySettings]) {
    self.defaults = defaults
    self.banks = banks
  }

  package func settings(for bank: BankID) -> PolicySettings { banks[bank] ?? defaults }

  /// The policy that is built in: `profiles/policy.yaml` as it was when the program was made.
  package static var `default`: Policy {
    get throws(PolicyError) { try load(file: "profiles/policy.yaml", text: DefaultPolicy.text) }
  }

  /// Reads and validates a policy file; what it does not say takes its default, so that an empty file is the defaults.
  /// - Parameter name: how the file is named in errors.
  /// - Throws: every fault of the file at once, each with its line.
  package static func load(file name: String, text: String) throws(PolicyError) -> Policy {
    var reader = PolicyReader(file: name)
    let policy = reader.policy(text)
    guard reader.faults.isEmpty else {
      throw .invalid(reader.faults.sorted { ($0.line ?? 0, $0.key) < ($1.line ?? 0, $1.key) })
    }
    return policy
  }
}
