import Banking
import PostgresKit

/// The facts of a publication as they are written, by kind, each with a hash of its bytes.
struct FactRows: Sendable {
  /// The kinds in the order of `xsell.publication.facts`.
  let kinds: [Kind]

  struct Kind: Sendable {
    let target: CopyTarget
    let rows: BinaryCopyRows
    let content: Int64

    init(_ relation: String, _ columns: [String], _ body: (inout BinaryCopyWriter) throws -> Void) throws {
      target = CopyTarget(relation, columns: columns)
      rows = try BinaryCopyRows(columnCount: columns.count, body)
      content = rows.bytes.withUnsafeBytes { ContentHash($0).content }
    }
  }

  init(_ publication: Publication) throws {
    let bank = publication.bank.id.rawValue
    kinds = [
      try Kind("xsell.cohort", CohortFact.columns) { row in
        for (id, fact) in publication.cohorts.enumerated() { try fact.write(to: &row, bank: bank, id: id) }
      },
      try Kind("xsell.profile_fact", ProfileFact.columns) { row in
        for fact in publication.profiles { try fact.write(to: &row, bank: bank) }
      },
      try Kind("xsell.profile_product_fact", ProfileProductFact.columns) { row in
        for fact in publication.profileProducts { try fact.write(to: &row, bank: bank) }
      },
      try Kind("xsell.life_value_fact", LifeValueFact.columns) { row in
        for fact in publication.lifeValues { try fact.write(to: &row, bank: bank) }
      },
      try Kind("xsell.survival_fact", SurvivalFact.columns) { row in
        for fact in publication.survival { try fact.write(to: &row, bank: bank) }
      },
    ]
  }
}
