import Banking
import PostgresKit

/// A row of the client's page: the client once more, and one product.
struct ClientPageRow: Sendable {
  let bank: BankRow
  let client: ClientID
  let number: String
  let name: String
  let region: String?
  let industry: String?
  let managerName: String?
  let card: ClientCardRow?
  let incomes: [Month: Money]
  let product: ClientProduct?

  init(_ row: PostgresRow) throws {
    bank = try BankRow(row)
    client = ClientID(try row.decode("client_id"))
    number = try row.decode("client_no")
    name = try row.decode("client_name")
    region = try row.decode("region")
    industry = try row.decode("industry")
    managerName = try row.decode("manager_name")
    card = try ClientCardRow(row)
    let months = try row.decode("months", as: [PostgresDate]?.self) ?? []
    let amounts = try row.decode("incomes", as: [Int64]?.self) ?? []
    incomes = Dictionary(
      zip(months.map { BusinessDate($0).calendarMonth }, amounts.map { Money(minorUnits: $0) })
    ) { $0 + $1 }
    let hasProduct =
      try row.decode("product_code", as: String?.self) != nil || row.decode("trigger_id", as: String?.self) != nil
    product = hasProduct ? try ClientProduct(row) : nil
  }
}
