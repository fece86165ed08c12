import Banking
import Features
import Foundation

/// Reads a source pack as a bank's snapshot at the end of any date, nothing later: for measuring on real data.
struct PackReader {
  private let clients: [[String: String]]
  private let accounts: [(client: Int64, product: String, opened: BusinessDate?, closed: BusinessDate?)]
  private let months: [(client: Int64, product: String, month: Month, income: Int64, operations: Int32)]
  private let products: [String]

  init(folder: String) throws {
    clients = try Self.rows(folder, "client")
    products = try Self.rows(folder, "product").map { $0["product_code"] ?? "" }.sorted()
    accounts = try Self.rows(folder, "account").map {
      (
        Int64($0["client_id"] ?? "") ?? 0, $0["product_code"] ?? "", BusinessDate(iso: $0["opened_on"] ?? ""),
        BusinessDate(iso: $0["closed_on"] ?? "")
      )
    }
    months = try Self.rows(folder, "product_month").map {
      let income = (Double($0["income"] ?? "") ?? 0) * 100
      return (
        Int64($0["client_id"] ?? "") ?? 0, $0["product_code"] ?? "",
        (BusinessDate(iso: $0["month"] ?? "") ?? BusinessDate(dayNumber: 0)).calendarMonth,
        Int64(income.rounded()), Int32($0["operations"] ?? "") ?? 0
      )
    }
  }

  var catalogue: Catalogue {
    Catalogue(
      products.map {
        Product(
          code: ProductCode($0), name: $0, family: "", incomeKind: .other, sellable: true, requires: [], excludes: [])
      })
  }

  func table(asOf: BusinessDate) -> FeatureTable { FeatureTable(snapshot(asOf: asOf)) }

  func snapshot(asOf: BusinessDate) -> Snapshot {
    let catalogue = catalogue
    let present = clients.filter { BusinessDate(iso: $0["opened_on"] ?? "").map { $0 <= asOf } ?? true }
      .sorted { (Int64($0["client_id"] ?? "") ?? 0) < (Int64($1["client_id"] ?? "") ?? 0) }
    let ids = present.map { Int64($0["client_id"] ?? "") ?? 0 }
    var builder = HoldingsBuilder(ids: ids, catalogue: catalogue, asOf: asOf)
    for account in accounts where account.opened.map({ $0 <= asOf }) ?? true {
      builder.add(account.client, account.product, account.opened, account.closed.flatMap { $0 <= asOf ? $0 : nil })
    }
    for row in months where row.month <= asOf.lastCompleteMonth {
      builder.add(row.client, row.product, row.month, row.income, row.operations)
    }
    let (starts, holdings, spells) = builder.build()
    let history = months.map(\.month).min().map { max(0, asOf.lastCompleteMonth.months(since: $0) + 1) } ?? 0
    func labels(_ key: String) -> [String] { Array(Set(present.compactMap { $0[key] })).sorted() }
    let (regions, industries, forms) = (labels("region"), labels("industry"), labels("legal_form"))
    func position(_ row: [String: String], _ key: String, _ labels: [String]) -> Int32 {
      row[key].flatMap { labels.firstIndex(of: $0) }.map { Int32($0) } ?? -1
    }
    let facts = present.enumerated().map { index, row in
      ClientFacts(
        id: ClientID(ids[index]), manager: nil, region: position(row, "region", regions),
        industry: position(row, "industry", industries), legalForm: position(row, "legal_form", forms),
        openedOn: BusinessDate(iso: row["opened_on"] ?? ""),
        closedOn: BusinessDate(iso: row["closed_on"] ?? "").flatMap { $0 <= asOf ? $0 : nil }, annualTurnover: nil,
        contactAllowed: true)
    }
    return Snapshot(
      bank: Bank(id: BankID("PACK"), name: "pack", currency: "EUR", locale: "en"), asOf: asOf, catalogue: catalogue,
      regions: regions, industries: industries, legalForms: forms, clients: facts,
      attributes: Self.attributes(present.map { $0["attributes"] }), holdingStarts: starts, holdings: holdings,
      spells: spells, monthsOfHistory: history, monthlyIncome: Array(repeating: 0, count: history * ids.count),
      monthlyOperations: Array(repeating: 0, count: history * ids.count))
  }

  private static func attributes(_ texts: [String?]) -> AttributeTable {
    let objects = texts.map { text -> [String: Any] in
      let object = text.flatMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) }
      return object as? [String: Any] ?? [:]
    }
    let names = Set(objects.flatMap(\.keys)).sorted()
    return AttributeTable(
      columns: names.map { name in
        let values = objects.map { $0[name] }
        if values.contains(where: { $0 is String }) {
          let labels = Set(values.compactMap { $0 as? String }).sorted()
          let codes = values.map { value in
            (value as? String).flatMap { labels.firstIndex(of: $0) }.map { Int32($0) } ?? -1
          }
          return AttributeColumn(name: name, values: .category(labels: labels, codes: codes))
        }
        return AttributeColumn(
          name: name, values: .quantity(values.map { ($0 as? NSNumber)?.doubleValue ?? .nan }))
      })
  }

  /// The relation's rows by column name, without empty fields; none where the pack lacks the relation.
  static func rows(_ folder: String, _ relation: String) throws -> [[String: String]] {
    let path = "\(folder)/\(relation).csv.gz"
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc", path]
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var lines = text.split(whereSeparator: \.isNewline).makeIterator()
    let header = lines.next().map { fields($0) } ?? []
    var rows: [[String: String]] = []
    while let line = lines.next() {
      rows.append(
        Dictionary(uniqueKeysWithValues: zip(header, fields(line)).filter { !$1.isEmpty }.map { ($0, $1) }))
    }
    return rows
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    let bytes = Array(line.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        if isQuoted, index + 1 < bytes.count, bytes[index + 1] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted.toggle()
        }
      } else if byte == UInt8(ascii: ","), !isQuoted {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll()
      } else {
        field.append(byte)
      }
      index += 1
    }
    return fields + [String(decoding: field, as: UTF8.self)]
  }
}
