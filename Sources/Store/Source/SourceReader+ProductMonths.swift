import Banking
import PostgresKit
import Schema

extension SourceReader {
  /// All product months, in one pass.
  /// - Parameters:
  ///   - accounts: given away, so that holdings stand in memory once.
  ///   - samplePlaces: by client its place in the sample, -1 = not in it.
  func productMonths(
    _ scope: ReadScope, _ clients: [ClientFacts], _ catalogue: Catalogue, _ accounts: Handover<HoldingColumn>,
    _ samplePlaces: [Int32]
  ) async throws -> ProductMonthReading.Result {
    let surroundings = try await surroundings(scope, clients, catalogue)
    return try await copy(.scanProductMonths, scope) { rows in
      var reading = ProductMonthReading(
        ProductMonthJudge(surroundings, scope),
        HoldingTable(
          accounts.take() ?? HoldingColumn(), clientCount: clients.count, last: scope.asOf.lastCompleteMonth),
        MonthTable(clientCount: clients.count, last: scope.asOf.lastCompleteMonth, limit: scope.historyMonths),
        samplePlaces: samplePlaces)
      try rows.forEach { try reading.append(&$0) }
      return reading.finished()
    }
  }

  private func surroundings(
    _ scope: ReadScope, _ clients: [ClientFacts], _ catalogue: Catalogue
  ) async throws -> ProductMonthJudge.Surroundings {
    let hasDuplicates = try await !withoutDuplicates().contains("product_month")
    return ProductMonthJudge.Surroundings(
      clients: clients.map(\.id.rawValue),
      otherClients: try await set(.readOtherClients, scope) { try $0.readInt64() },
      products: catalogue.products.map(\.code.rawValue),
      otherProducts: try await set(.readOtherProducts, scope) { try $0.readText() },
      duplicates: hasDuplicates
        ? try await set(.readDuplicateProductMonths, scope) {
          ProductMonthJudge.Key(
            client: try $0.readInt64(), product: try $0.readText(), month: try $0.readDate().dayNumber)
        } : [])
  }

  private func set<Element: Hashable & Sendable>(
    _ query: Query, _ scope: ReadScope, _ element: @Sendable (inout BinaryRow) throws -> Element
  ) async throws -> Set<Element> {
    try await copy(query, scope) { rows in
      var all: Set<Element> = []
      try rows.forEach { all.insert(try element(&$0)) }
      return all
    }
  }
}
