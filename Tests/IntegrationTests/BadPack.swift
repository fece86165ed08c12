import Foundation
import Store
import Testing

/// A change to the sound pack, and why it is refused.
struct BadPack: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let file: String
  /// Takes the file's text.
  let change: @Sendable (String) -> [UInt8]
  let error: SourceLoadError

  init(_ fault: String, _ file: String, _ old: String, _ new: String, _ error: SourceLoadError) {
    testDescription = fault
    self.file = file
    change = { text in Array(text.components(separatedBy: old).joined(separator: new).utf8) }
    self.error = error
  }

  init(_ fault: String, _ file: String, bytes: [UInt8], _ error: SourceLoadError) {
    testDescription = fault
    self.file = file
    change = { _ in bytes }
    self.error = error
  }

  private static let accounts = [
    "bank_id", "account_id", "client_id", "product_code", "opened_on", "closed_on", "matures_on",
  ]
  private static let header = accounts.joined(separator: ",")

  private static func row(_ line: Int, _ column: String?, _ reason: String, file: String = "account.csv")
    -> SourceLoadError
  {
    .badRow(file: file, line: line, column: column, reason: reason)
  }

  static let all = headers + rows + dates + keys

  static let dates = [
    "05-07-24", "now", "tomorrow", "epoch", "J2460000", "2024.183", "2024-07-01 BC", "2024-7-1", "20240701",
    "2024-07-01 00:00", " 2024-07-01", "0000-01-01", "2024-13-01", "2024-00-10", "2024-01-00", "2024-01-32",
    "2023-02-29", "2100-02-29", "2024-04-31", "\u{0662}024-07-01", "\"\"",
  ].map { text in
    BadPack(
      "a date as \(text)", "account.csv", "2024-01-16", text,
      row(2, "opened_on", "expected a date such as 2026-01-31"))
  }

  static let headers = [
    BadPack("an empty file", "account.csv", bytes: [], .emptyFile(file: "account.csv", columns: accounts)),
    BadPack(
      "rows without a header", "account.csv", header + "\n", "", .notAHeader(file: "account.csv", columns: accounts)),
    BadPack(
      "an unknown column", "account.csv", "matures_on", "maturity",
      .unknownColumns(file: "account.csv", columns: ["maturity"], known: accounts)),
    BadPack(
      "an unknown column that may be data", "account.csv", "matures_on", "Anna@example.org",
      .unknownColumns(file: "account.csv", columns: ["(not shown)"], known: accounts)),
    BadPack(
      "a missing column", "account.csv", ",matures_on", "",
      .missingColumns(file: "account.csv", columns: ["matures_on"])),
    BadPack(
      "a column twice", "account.csv", "matures_on", "closed_on",
      .repeatedColumns(file: "account.csv", columns: ["closed_on"])),
    BadPack(
      "UTF-16", "account.csv", bytes: [0xFF, 0xFE, 0x62, 0x00, 0x0A, 0x00],
      .notAHeader(file: "account.csv", columns: accounts)),
  ]

  static let rows = [
    BadPack("too few fields", "account.csv", "B,2,2,P,,,", "B,2,2,P", row(3, nil, "too few fields")),
    BadPack("too many fields", "account.csv", "B,2,2,P,,,", "B,2,2,P,,,,", row(3, nil, "too many fields")),
    BadPack(
      "an open quote", "account.csv", "B,2,2,P,,,", "B,2,2,\"P,,,", row(4, nil, "a quote is opened and never closed")),
    BadPack(
      "a bad date", "account.csv", "2024-01-16", "2024-02-30", row(2, "opened_on", "expected a date such as 2026-01-31")
    ),
    BadPack(
      "a date in another order", "account.csv", "2024-01-16", "16/01/2024",
      row(2, "opened_on", "expected a date such as 2026-01-31")),
    BadPack(
      "an ambiguous date", "account.csv", "2024-01-16", "01/02/2024",
      row(2, "opened_on", "expected a date such as 2026-01-31")),
    BadPack("a bad key", "account.csv", "B,2,2", "B,2,two", row(3, "client_id", "expected a whole number")),
    BadPack(
      "a key too large", "account.csv", "B,2,2", "B,99999999999999999999,2",
      row(3, "account_id", "the number is too large")),
    BadPack(
      "no key", "account.csv", "B,2,2", "B,,2", row(3, "account_id", "a value is required and the field is empty")),
    BadPack("no bank", "account.csv", "B,2,2", ",2,2", row(3, "bank_id", "a value is required and the field is empty")),
    BadPack("another bank", "account.csv", "B,2,2", "C,2,2", row(3, nil, "the row is of another bank than B")),
    BadPack(
      "a bad number", "product_month.csv", "12.34", "12,34",
      .badRow(file: "product_month.csv", line: 2, column: nil, reason: "too many fields")),
    BadPack(
      "a word for a number", "product_month.csv", "12.34", "twelve",
      row(2, "income", "expected a number such as 1234.50", file: "product_month.csv")),
    BadPack(
      "a bad flag", "client.csv", ",false,", ",maybe,",
      row(3, "contact_allowed", "expected true or false", file: "client.csv")),
    BadPack(
      "bad JSON", "client.csv", "{\"\"a\"\": 1}", "{a: 1}",
      row(2, "attributes", "expected a JSON object", file: "client.csv")),
    BadPack(
      "a bad list", "product.csv", "{Q,R}", "Q,R",
      row(2, "excludes", "expected a list such as {A,B}", file: "product.csv")),
    BadPack("a long currency", "bank.csv", "EUR", "EURO", row(2, "currency", "the text is too long", file: "bank.csv")),
    BadPack(
      "Latin-1", "bank.csv",
      bytes: Array("bank_id,name,currency,locale\nB,Stra".utf8) + [0xDF] + Array("e,EUR,en\n".utf8),
      row(2, nil, "the line is not UTF-8", file: "bank.csv")),
    BadPack("no bank at all", "bank.csv", "B,Bank,EUR,en\n", "", .noBank(file: "bank.csv")),
  ]

  static let keys = [
    BadPack(
      "a key twice", "account.csv", "B,2,2", "B,1,2",
      .duplicateKey(file: "account.csv", key: ["bank_id", "account_id"], rows: [1, 2])),
    BadPack(
      "a client number twice", "client.csv", "N2", "N1",
      .duplicateKey(file: "client.csv", key: ["bank_id", "client_no"], rows: [1, 2])),
  ]
}
