package import Banking
import PostgresKit
import Schema

/// What the bank's past teaches, from a sample of its clients.
package struct Past: Sendable {
  /// The bank as it was known at earlier dates: what `SourceReader.snapshot` would say at each of them.
  package var snapshots: [Snapshot] = []
  /// What the clients first brought on the products they took, as known tonight; ascending by client.
  package var firstIncomes: [FirstIncome] = []
  /// The fingerprint of the months, which tonight's own snapshot only sums.
  package var content = ContentCount()
}

extension SourceReader {
  /// From one reading of the rows known tonight.
  /// - Parameters:
  ///   - scope: tonight's, with the sample's share.
  ///   - dates: none after the scope's as-of date.
  package func past(_ scope: ReadScope, tonight: Snapshot, at dates: [BusinessDate]) async throws -> Past {
    guard !dates.isEmpty else { return Past() }
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
    let read = try await copy(.readProductMonths, scope) { rows in
      var reading = PastReading(sample.map(\.id), tonight, into: activity)
      try rows.forEach { try reading.append(&$0) }
      return reading.finished()
    }
    for date in past.indices { past[date].activity = read.dates[date] }
    return Past(
      snapshots: past.map { $0.snapshot(bank: tonight.bank, catalogue: catalogue) }, firstIncomes: read.firstIncomes,
      content: read.content)
  }

  /// What all clients first brought on the products they took, and nothing else of the past.
  /// - Parameter scope: of all clients.
  package func firstIncomes(_ scope: ReadScope, tonight: Snapshot) async throws -> [FirstIncome] {
    try await copy(.readProductMonths, scope) { rows in
      var reading = PastReading(tonight.clients.map(\.id), tonight, into: [])
      try rows.forEach { try reading.append(&$0) }
      return reading.finished().firstIncomes
    }
  }
}

extension BinaryRows {
  fileprivate consuming func collect<Row>(_ read: (inout BinaryRow) throws -> Row) throws -> [Row] {
    var all: [Row] = []
    try forEach { all.append(try read(&$0)) }
    return all
  }
}
