package import Banking
package import Triggers

/// A bank as read: its snapshot, the fingerprint of every row that made it, and what a sample of its clients tells of the
/// past.
package struct SourceReading: Sendable {
  package let snapshot: Snapshot
  package let fingerprint: InputFingerprint
  /// For the check, which leaves accounts and product months to the reading.
  package let tally: ReadingTally
  package let setAside: SetAside
  let sample: SampleRows
  /// Whether it knows the past of a sample: not where it took what was kept of the product months.
  package let knowsPast: Bool

  /// The sample as it was known at an earlier date, from the rows known tonight.
  /// - Parameters:
  ///   - date: not after the snapshot's.
  ///   - historyMonths: see `ReadScope`.
  package func past(on date: BusinessDate, historyMonths: Int) -> Snapshot {
    let past = PastSnapshot(asOf: date, historyMonths: historyMonths, sample: sample, catalogue: snapshot.catalogue)
    var activity = past.activity
    activity.append(sample.months)
    return past.snapshot(bank: snapshot.bank, catalogue: snapshot.catalogue, activity)
  }

  /// How the bank's products are charged, by what the sample's clients paid.
  package var billing: BillingCycles {
    var intervals = ChargeIntervals(productCount: snapshot.catalogue.count)
    for month in sample.months { intervals.append(month) }
    return intervals.billing
  }

  /// What the sample's clients first brought on the products they took; ascending by client.
  package var firstIncomes: [FirstIncome] {
    var reading = FirstIncomeReading(sample.clients.map(\.id), snapshot, billing)
    for month in sample.months { reading.append(month.row, client: Int(month.place), product: Int(month.product)) }
    return reading.finished()
  }
}

/// What the bank's past teaches, from a sample of its clients.
package struct Past: Sendable {
  /// The bank as it was known at earlier dates: what `SourceReader.read` would say of the sample at each of them.
  package var snapshots: [Snapshot] = []
  /// What the clients first brought on the products they took, as known tonight; ascending by client.
  package var firstIncomes: [FirstIncome] = []

  package init(snapshots: [Snapshot] = [], firstIncomes: [FirstIncome] = []) {
    self.snapshots = snapshots
    self.firstIncomes = firstIncomes
  }
}

/// The rows of a sample of clients, as known tonight.
struct SampleRows: Sendable {
  /// Ascending.
  let clients: [ClientRow]
  let attributes: [AttributeRow]
  let accounts: [AccountRow]
  /// Ascending by place, product and month.
  let months: [SampleMonth]
}

extension ClientRow {
  init(_ facts: ClientFacts, of snapshot: Snapshot) {
    self.init(
      id: facts.id, number: facts.number, manager: facts.manager,
      region: facts.region < 0 ? nil : snapshot.regions[Int(facts.region)],
      industry: facts.industry < 0 ? nil : snapshot.industries[Int(facts.industry)],
      legalForm: facts.legalForm < 0 ? nil : snapshot.legalForms[Int(facts.legalForm)], openedOn: facts.openedOn,
      closedOn: facts.closedOn, annualTurnover: facts.annualTurnover, contactAllowed: facts.contactAllowed)
  }
}
