import Banking
import PostgresKit
import Schema

extension SourceReader {
  /// All product months, in one pass.
  /// - Parameter kept: where they are summed up for the readings to come.
  func productMonths(
    _ holders: HolderRows, _ scope: ReadScope, keptAs kept: KeptActivity?
  ) async throws -> ProductMonthReading.Result {
    let judge = ProductMonthJudge(try await surroundings(of: holders, scope), scope)
    let reading = try await copy(.scanProductMonths, scope) { rows in
      var reading = ProductMonthReading(judge, holders, scope)
      try rows.forEach { try reading.append(&$0) }
      return reading
    }
    if let kept, kept.isWorthKeeping { try await keep(reading, of: holders.clients.map(\.id.rawValue), in: kept) }
    return (consume reading).finished()
  }

  func surroundings(of holders: HolderRows, _ scope: ReadScope) async throws -> ProductMonthJudge.Surroundings {
    let hasDuplicates = try await !withoutDuplicates().contains("product_month")
    return ProductMonthJudge.Surroundings(
      clients: holders.clients.map(\.id.rawValue),
      otherClients: try await set(.readOtherClients, scope) { try $0.readInt64() },
      products: holders.products.catalogue.products.map(\.code.rawValue),
      otherProducts: holders.products.others,
      duplicates: hasDuplicates
        ? try await set(.readDuplicateProductMonths, scope) {
          ProductMonthJudge.Key(
            client: try $0.readInt64(), product: try $0.readText(), month: try $0.readDate().dayNumber)
        } : [])
  }

  func set<Element: Hashable & Sendable>(
    _ query: Query, _ scope: ReadScope, _ element: @Sendable (inout BinaryRow) throws -> Element
  ) async throws -> Set<Element> {
    try await copy(query, scope) { rows in
      var all: Set<Element> = []
      try rows.forEach { all.insert(try element(&$0)) }
      return all
    }
  }
}
