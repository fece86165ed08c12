package import Banking

/// Which part of a bank's past a reading sees, and by what rules.
package struct ReadScope: Sendable {
  package var bank: BankID
  package var asOf: BusinessDate
  /// Months of activity kept a client.
  package var historyMonths: Int
  /// Days on which nobody chose what was opened.
  package var movedOn: Set<BusinessDate>
  /// Clients that are read, in 1/1024 of the bank by a hash of their key; 1024 = all.
  package var sampleShare: Int
  /// Amounts beyond it are absurd and quarantined; whole units.
  package var absurdAmount: Int64

  package init(
    bank: BankID, asOf: BusinessDate, historyMonths: Int, movedOn: Set<BusinessDate> = [], sampleShare: Int = 1024,
    absurdAmount: Int64
  ) {
    self.bank = bank
    self.asOf = asOf
    self.historyMonths = historyMonths
    self.movedOn = movedOn
    self.sampleShare = sampleShare
    self.absurdAmount = absurdAmount
  }

  /// What the queries read with `current_setting`, since COPY takes no parameters.
  var settings: [String: String] {
    [
      "xsell.bank_id": bank.rawValue,
      "xsell.as_of": asOf.description,
      "xsell.last_month": asOf.lastCompleteMonth.firstDay.description,
      "xsell.history_months": String(historyMonths),
      "xsell.moved_on": "{\(movedOn.sorted().map(\.description).joined(separator: ","))}",
      "xsell.sample_share": String(sampleShare),
      "xsell.absurd_amount": String(absurdAmount),
    ]
  }
}
