extension Query {
  package static let newestMigration = Query("newest_migration", PackageResources.newest_migration_sql)
  package static let probeSource = Query("probe_source", PackageResources.probe_source_sql)
  package static let sourceColumns = Query("source_columns", PackageResources.source_columns_sql)
  package static let sourceUniqueKeys = Query("source_unique_keys", PackageResources.source_unique_keys_sql)
  package static let countSourceRows = Query("count_source_rows", PackageResources.count_source_rows_sql)
  package static let countMonthClients = Query("count_month_clients", PackageResources.count_month_clients_sql)
  package static let countOpeningsAtOnce = Query(
    "count_openings_at_once", PackageResources.count_openings_at_once_sql)
  package static let countRegularClients = Query(
    "count_regular_clients", PackageResources.count_regular_clients_sql)
  package static let earlierPublishedMonth = Query(
    "earlier_published_month", PackageResources.earlier_published_month_sql)
  package static let countProductMonths = Query("count_product_months", PackageResources.count_product_months_sql)
  package static let checkTables = Query("check_tables", PackageResources.check_tables_sql)
  package static let fillDuplicateClient = Query(
    "fill_duplicate_client", PackageResources.fill_duplicate_client_sql)
  package static let fillDuplicateAccount = Query(
    "fill_duplicate_account", PackageResources.fill_duplicate_account_sql)
  package static let fillDuplicateProductMonth = Query(
    "fill_duplicate_product_month", PackageResources.fill_duplicate_product_month_sql)
  package static let withoutDuplicates = Query("without_duplicates", PackageResources.without_duplicates_sql)
  package static let keysClient = Query("keys_client", PackageResources.keys_client_sql)
  package static let keysAccount = Query("keys_account", PackageResources.keys_account_sql)
  package static let keysProduct = Query("keys_product", PackageResources.keys_product_sql)
  package static let keysManager = Query("keys_manager", PackageResources.keys_manager_sql)
  package static let keysProductMonth = Query("keys_product_month", PackageResources.keys_product_month_sql)
}

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
