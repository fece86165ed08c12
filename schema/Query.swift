/// A named query of `queries/`: the file's name without its ending. `{{name}}` in a file stands for another query, so that
/// a rule such as "which rows are sound" is written once and serves the check and the reading alike. Values are never
/// put into the text: they come as parameters, or as settings of the transaction where COPY takes none.
package struct Query: Sendable {
  package let name: String
  package let sql: String

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    sql = Query.composed(Schema.text(bytes))
  }

  private static func composed(_ text: String) -> String {
    var composed = text
    for (name, fragment) in fragments {
      let pieces = composed.split(separator: "{{\(name)}}", omittingEmptySubsequences: false)
      if pieces.count > 1 { composed = pieces.joined(separator: Schema.text(fragment)) }
    }
    return composed
  }

  /// Ordered so that a fragment which uses another comes first.
  private static let fragments: KeyValuePairs<String, [UInt8]> = [
    "faults_client": PackageResources.faults_client_sql,
    "faults_account": PackageResources.faults_account_sql,
    "faults_product_month": PackageResources.faults_product_month_sql,
    "faults_product": PackageResources.faults_product_sql,
    "faults_manager": PackageResources.faults_manager_sql,
    "in_sample": PackageResources.in_sample_sql,
  ]
}

extension Query {
  package static let readBank = Query("read_bank", PackageResources.read_bank_sql)
  package static let readProducts = Query("read_products", PackageResources.read_products_sql)
  package static let readManagers = Query("read_managers", PackageResources.read_managers_sql)
  package static let readClients = Query("read_clients", PackageResources.read_clients_sql)
  package static let readAttributes = Query("read_attributes", PackageResources.read_attributes_sql)
  package static let readAccounts = Query("read_accounts", PackageResources.read_accounts_sql)
  package static let readActivity = Query("read_activity", PackageResources.read_activity_sql)
  package static let readMonths = Query("read_months", PackageResources.read_months_sql)
  package static let listBanks = Query("list_banks", PackageResources.list_banks_sql)
}
