package import Banking

/// A bank as read: its snapshot, the fingerprint of every row that made it, and what a sample of its clients tells of the
/// past.
package struct SourceReading: Sendable {
  package let snapshot: Snapshot
  package let fingerprint: InputFingerprint
  /// For the check, which leaves product months to the reading.
  package let productMonths: ProductMonthTally
  let sample: SampleRows
  /// Whether it knows the past of a sample: not where it took what was kept of the product months.
  package let knowsPast: Bool

  /// What the bank's past teaches, from the rows known tonight.
  /// - Parameters:
  ///   - historyMonths: see `ReadScope`.
  ///   - dates: none after the snapshot's.
  package func past(at dates: [BusinessDate], historyMonths: Int) -> Past {
    guard !dates.isEmpty else { return Past() }
    var past = dates.map { date in
      PastSnapshot(asOf: date, historyMonths: historyMonths, sample: sample, catalogue: snapshot.catalogue)
    }
    var reading = PastReading(sample.clients.map(\.id), snapshot, into: past.map(\.activity))
    for month in sample.months { reading.append(month.row, client: Int(month.place), product: Int(month.product)) }
    var read = reading.finished()
    var snapshots: [Snapshot] = []
    while let date = past.popLast(), let activity = read.dates.popLast() {
      snapshots.append(date.snapshot(bank: snapshot.bank, catalogue: snapshot.catalogue, activity))
    }
    return Past(snapshots: snapshots.reversed(), firstIncomes: read.firstIncomes)
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
