package import Banking
import PostgresKit
import Schema

extension SourceReader {
  /// What all clients first brought on the products they took, and nothing else of the past.
  /// - Parameters:
  ///   - scope: of all clients.
  ///   - billing: as known tonight.
  package func firstIncomes(
    _ scope: ReadScope, tonight: Snapshot, billing: BillingCycles
  ) async throws -> [FirstIncome] {
    try await copy(.readProductMonths, scope) { rows in
      var reading = FirstIncomeReading(tonight.clients.map(\.id), tonight, billing)
      var clients = ClientIndex(tonight.clients.map(\.id.rawValue))
      try rows.forEach { row in
        guard let client = clients.position(of: try row.readInt64()),
          let product = tonight.catalogue.index(of: ProductCode(try row.readText()))
        else { return }
        let month = BusinessDate(try row.readDate()).calendarMonth
        reading.append(
          ProductMonth(month: month.index, income: try row.readInt64(), operations: try row.readInt64()),
          client: client, product: product)
      }
      return reading.finished()
    }
  }
}
