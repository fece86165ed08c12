package import Banking
package import PostgresKit
import Schema
package import Triggers

/// Reads how the bank's conversations have ended.
package struct ConversionReader: Sendable {
  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  private static let manyRows = 1_000_000

  /// Final states do not change, so the counts of a past date come out again as they were.
  package func history(_ bank: BankID, asOf: BusinessDate) async throws -> ConversionHistory {
    let kinds = TriggerKind.allCases
    let rows = try await connection.many(
      Statement<ConversionRow>(
        .readConversions, .text(bank.rawValue), .date(asOf), .textArray(kinds.map(\.rawValue)),
        .boolArray(kinds.map(\.traits.countsUncalled))
      ) { try ConversionRow($0) }, limit: Self.manyRows)
    return rows.reduce(into: ConversionHistory()) { $1.add(to: &$0) }
  }
}

private struct ConversionRow: Sendable {
  let facet: String
  let countsUncalled: Bool
  let kind: String?
  let product: String?
  let manager: Int64?
  let profile: Int32?
  let count: ConversionCount

  init(_ row: PostgresRow) throws {
    facet = try row.decode("facet")
    countsUncalled = try row.decode("counts_uncalled")
    kind = try row.decode("kind")
    product = try row.decode("product_code")
    manager = try row.decode("manager_id")
    profile = try row.decode("profile_id")
    count = ConversionCount(
      won: try row.count("won"), ended: try row.count("ended"))
  }

  func add(to history: inout ConversionHistory) {
    if countsUncalled { add(to: &history.all) } else { add(to: &history.answered) }
  }

  private func add(to ended: inout ConversionHistory.Ended) {
    switch facet {
    case "overall": ended.overall = count
    case "kind": if let kind = kind.flatMap({ TriggerKind(rawValue: $0) }) { ended.byKind[kind] = count }
    case "product": if let product { ended.byProduct[ProductCode(product)] = count }
    case "manager": if let manager { ended.byManager[ManagerID(manager)] = count }
    default: if let profile { ended.byProfile[Int(profile)] = count }
    }
  }
}
