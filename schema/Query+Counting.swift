extension Query {
  /// The query for a bank where no key of these relations stands twice. Joining an empty temporary table would cost a
  /// scan of tens of millions of rows its parallel plan.
  /// - Parameter relations: names of relations, without schema.
  package func sql(withoutDuplicatesIn relations: Set<String>) -> String {
    var text = sql
    for relation in relations.sorted() {
      text = text.split(separator: "pg_temp.duplicate_\(relation) ", omittingEmptySubsequences: false)
        .joined(separator: Query.noDuplicates + " ")
    }
    return text
  }

  /// Counts of rows by fault, from one pass over a `keys_*` query: `$1`, `$2`, … are the faults, the columns their
  /// counts in that order. Plain counts, since groups by an expression would be planned as millions and in one process.
  package static func counts(of keys: String, faults: Int) -> String {
    let counts = (1...max(1, faults)).map { "count(*) filter (where fault = $\($0))" }
    return "select \(counts.joined(separator: ", ")) from (\n\(keys)\n) f"
  }

  /// How many rows a query has.
  package static func count(of query: String) -> String { "select count(*) from (\n\(query)\n) q" }

  /// Up to `$1` keys of a rule's query, in an order that is the same every time and natural for numbers.
  package static func sample(of query: String) -> String {
    "select key from (\n\(query)\n) q order by length(key), key collate \"C\" limit $1"
  }

  /// Up to `$1` keys of a `keys_*` query with fault `$2`.
  package static func sampleOfFault(_ keys: String) -> String {
    "select key from (\n\(keys)\n) q where fault = $2 order by length(key), key collate \"C\" limit $1"
  }

  private static let noDuplicates = Schema.text(PackageResources.no_duplicates_sql).split(separator: "\n").joined()
}
