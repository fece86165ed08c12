package import Banking
import PostgresKit

/// A trigger with its client and its bank.
package struct ListedTrigger: Sendable {
  package let trigger: TriggerRow
  package let bank: BankID
  package let bankName: String
  /// ISO 4217.
  package let currency: String
  package let locale: String
  package let managerName: String?
  package let client: ClientID
  /// Nil where the source no longer knows the client.
  package let clientNumber: String?
  package let clientName: String?
  package let details: TriggerDetails

  init(_ row: PostgresRow) throws {
    trigger = try TriggerRow(row)
    bank = try row.bank()
    bankName = try row.decode("bank_name")
    currency = try row.decode("currency")
    locale = try row.decode("locale")
    managerName = try row.decode("manager_name")
    client = ClientID(try row.decode("client_id"))
    clientNumber = try row.decode("client_no")
    clientName = try row.decode("client_name")
    details = try TriggerDetails(row)
  }
}
