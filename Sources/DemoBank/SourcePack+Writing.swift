import Banking
import Glibc

extension SourcePack {
  /// Writes every relation of the source contract into an existing folder.
  func write(to directory: String) throws(DemoBankError) {
    let file = { (relation: String) in "\(directory)/\(relation).csv" }
    try Self.write([bank], to: file("bank"), header: "bank_id,name,currency,locale", row: Self.bankRow)
    try Self.write(
      managers, to: file("manager"), header: "bank_id,manager_id,full_name,branch,login,active", row: managerRow)
    try Self.write(
      clients, to: file("client"),
      header: "bank_id,client_id,client_no,name,region,industry,legal_form,manager_id,opened_on,closed_on,"
        + "annual_turnover,contact_allowed,attributes", row: clientRow)
    try Self.write(
      products, to: file("product"),
      header: "bank_id,product_code,name,family,income_kind,sellable,requires,excludes", row: productRow)
    try Self.write(
      accounts, to: file("account"),
      header: "bank_id,account_id,client_id,product_code,opened_on,closed_on,matures_on", row: accountRow)
    try Self.write(
      productMonths, to: file("product_month"),
      header: "bank_id,client_id,product_code,month,income,operations", row: productMonthRow)
    try Self.write(
      loads, to: file("load"), header: "bank_id,business_date,relation,row_count,finished_at", row: loadRow)
  }

  private static func bankRow(_ csv: inout CSVBuffer, _ row: Bank) {
    csv.field(row.id.rawValue)
    csv.field(row.name)
    csv.field(row.currency)
    csv.field(row.locale)
  }

  private func managerRow(_ csv: inout CSVBuffer, _ row: ManagerRow) {
    csv.field(bank.id.rawValue)
    csv.field(row.managerID)
    csv.field(row.fullName)
    csv.field(row.branch)
    csv.field(row.login)
    csv.field(row.active)
  }

  private func clientRow(_ csv: inout CSVBuffer, _ row: ClientRow) {
    csv.field(bank.id.rawValue)
    csv.field(row.clientID.rawValue)
    csv.field(row.clientNumber)
    csv.field(row.name)
    csv.field(row.region)
    csv.field(row.industry)
    csv.field(row.legalForm)
    csv.field(row.managerID)
    csv.field(row.openedOn)
    csv.field(row.closedOn)
    csv.field(row.annualTurnover)
    csv.field(row.contactAllowed)
    csv.field(row.attributes)
  }

  private func productRow(_ csv: inout CSVBuffer, _ row: Product) {
    csv.field(bank.id.rawValue)
    csv.field(row.code.rawValue)
    csv.field(row.name)
    csv.field(row.family)
    csv.field(row.incomeKind.rawValue)
    csv.field(row.sellable)
    csv.field(row.requires)
    csv.field(row.excludes)
  }

  private func accountRow(_ csv: inout CSVBuffer, _ row: AccountRow) {
    csv.field(bank.id.rawValue)
    csv.field(row.accountID)
    csv.field(row.clientID.rawValue)
    csv.field(row.product.rawValue)
    csv.field(row.openedOn)
    csv.field(row.closedOn)
    csv.field(row.maturesOn)
  }

  private func productMonthRow(_ csv: inout CSVBuffer, _ row: ProductMonthRow) {
    csv.field(bank.id.rawValue)
    csv.field(row.clientID.rawValue)
    csv.field(row.product.rawValue)
    csv.field(row.month.firstDay)
    csv.field(row.income)
    csv.field(Int64(row.operations))
  }

  private func loadRow(_ csv: inout CSVBuffer, _ row: LoadRow) {
    csv.field(bank.id.rawValue)
    csv.field(row.businessDate)
    csv.field(row.relation)
    csv.field(Int64(row.rowCount))
    csv.field(row.finishedAt)
  }

  /// Streams rows through one buffer of about a megabyte.
  private static func write<Row>(
    _ rows: [Row], to path: String, header: String, row: (inout CSVBuffer, Row) -> Void
  ) throws(DemoBankError) {
    guard let file = fopen(path, "w") else { throw .cannotWrite(path: path, code: errno) }
    var csv = CSVBuffer(header: header)
    var code: Int32 = 0
    for entry in rows where code == 0 {
      row(&csv, entry)
      csv.endRow()
      if csv.bytes.count > 1 << 20 { code = flush(&csv, to: file) }
    }
    if code == 0 { code = flush(&csv, to: file) }
    // Closing writes what the library still holds, so it too can run out of room.
    if fclose(file) != 0, code == 0 { code = errno }
    if code != 0 { throw .cannotWrite(path: path, code: code) }
  }

  private static func flush(_ csv: inout CSVBuffer, to file: UnsafeMutablePointer<FILE>) -> Int32 {
    let written = fwrite(csv.bytes, 1, csv.bytes.count, file)
    let code = written == csv.bytes.count ? 0 : errno
    csv.removeAll()
    return code
  }
}
