package import Banking
import PostgresKit
import Schema

extension SourceReader {
  /// The bank as it was known at earlier dates, for a sample of its clients: what `snapshot` would say at each of them,
  /// from one reading of the rows known tonight; and the fingerprint of those that tonight's own snapshot only sums.
  /// - Parameters:
  ///   - scope: tonight's, with the sample's share.
  ///   - dates: none after the scope's as-of date.
  package func past(_ scope: ReadScope, bank: Bank, at dates: [BusinessDate]) async throws -> (
    [Snapshot], ContentCount
  ) {
    guard !dates.isEmpty else { return ([], ContentCount()) }
    let (catalogue, _) = try await catalogue(scope)
    let sample = try await copy(.readClients, scope) { try $0.collect { try ClientRow(row: &$0) } }
    let attributes = try await copy(.readAttributes, scope) { try $0.collect { try AttributeRow(row: &$0) } }
    let accounts = try await copy(.readAccounts, scope) { try $0.collect { try AccountRow(row: &$0) } }
    var past = dates.map { date in
      PastSnapshot(
        asOf: date, historyMonths: scope.historyMonths, sample: sample, attributes: attributes, accounts: accounts,
        catalogue: catalogue)
    }
    let activity = past.map(\.activity)
    let (filled, content) = try await copy(.readProductMonths, scope) { rows in
      var reading = PastReading(sample.map(\.id), catalogue, into: activity)
      try rows.forEach { try reading.append(&$0) }
      return reading.finished()
    }
    for date in past.indices { past[date].activity = filled[date] }
    return (past.map { $0.snapshot(bank: bank, catalogue: catalogue) }, content)
  }
}

extension BinaryRows {
  fileprivate consuming func collect<Row>(_ read: (inout BinaryRow) throws -> Row) throws -> [Row] {
    var all: [Row] = []
    try forEach { all.append(try read(&$0)) }
    return all
  }
}
