package import Banking
package import Store

/// Why a night was not run or not published. Descriptions are for the operator and never show client data.
package enum NightError: Error, Sendable, CustomStringConvertible {
  case unknownBank(BankID)
  /// Row-level security applies to the role that runs it.
  case seesOwnRowsOnly
  /// Another run holds the bank's lock.
  case locked(BankID)
  /// The check found errors.
  case refused(CheckReport)
  case noClients(BankID, BusinessDate)
  /// No night up to the date fitted any.
  case noProfiles(BankID, BusinessDate)
  /// Rows that stood published when the night was read are not what they were.
  case changedMeanwhile(BankID)

  package var description: String {
    switch self {
    case .unknownBank(let bank):
      return "bank \(bank) is not in source.bank; load it or correct --bank"
    case .seesOwnRowsOnly:
      return
        "row-level security applies to this role; run nights as the role that ran xsell migrate, or a member of it"
    case .locked(let bank):
      return "another run of bank \(bank) holds the lock; try again when it has ended (xsell runs list)"
    case .refused(let report):
      let command = "xsell check --bank \(report.bank) --as-of \(report.asOf)"
      return "the data of bank \(report.bank) break the contract (\(report.brokenRules)); see \(command)"
    case .noClients(let bank, let date):
      return "bank \(bank) has no sound client on \(date); see xsell check --bank \(bank) --as-of \(date)"
    case .noProfiles(let bank, let date):
      return
        "no night of bank \(bank) had fitted profiles by \(date); name a later date, or run xsell nightly for that one"
    case .changedMeanwhile(let bank):
      return "somebody changed what stands published for bank \(bank) while the night ran; run it again"
    }
  }
}
