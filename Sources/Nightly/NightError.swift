package import Banking

/// Why a night was not run or not published. Descriptions are for the operator and never show client data.
package enum NightError: Error, Sendable, CustomStringConvertible {
  case unknownBank(BankID)
  /// Another run holds the bank's lock.
  case locked(BankID)
  /// The check found errors; their rules.
  case refused(BankID, rules: [String])
  /// Schema `xsell` or its version is not there.
  case noClients(BankID, BusinessDate)

  package var description: String {
    switch self {
    case .unknownBank(let bank):
      "bank \(bank) is not in source.bank; load it or correct --bank"
    case .locked(let bank):
      "another run of bank \(bank) holds the lock; try again when it has ended (xsell runs list)"
    case .refused(let bank, let rules):
      "the data of bank \(bank) break the contract (\(rules.joined(separator: ", "))); see xsell check --bank \(bank)"
    case .noClients(let bank, let date):
      "bank \(bank) has no sound client on \(date); see xsell check --bank \(bank)"
    }
  }
}
