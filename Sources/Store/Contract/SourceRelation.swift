/// A relation of the source contract; `schema/source/source_contract.sql` says what its columns mean.
package struct SourceRelation: Sendable {
  package struct Column: Sendable {
    package let name: String
    package let type: SourceType
    /// Whether every row has a value.
    package let isRequired: Bool
  }

  /// Without schema.
  package let name: String
  /// Names of the columns that identify a row.
  package let key: [String]
  package let columns: [Column]
  /// Whether a source pack is refused without it.
  package let isRequiredInPack: Bool

  package var qualifiedName: String { "source.\(name)" }

  package func column(_ name: String) -> Column? { columns.first { $0.name == name } }
}

extension SourceRelation {
  /// In the order in which they are loaded: what others refer to comes first.
  package static let all = [bank, manager, product, client, account, productMonth, load]

  package static func named(_ name: String) -> SourceRelation? { all.first { $0.name == name } }

  package static let bank = SourceRelation(
    name: "bank", key: ["bank_id"],
    columns: [
      .required("bank_id", .text), .required("name", .text), .required("currency", .text), .required("locale", .text),
    ], isRequiredInPack: true)

  package static let manager = SourceRelation(
    name: "manager", key: ["bank_id", "manager_id"],
    columns: [
      .required("bank_id", .text), .required("manager_id", .integer), .required("full_name", .text),
      .required("branch", .text), .optional("login", .text), .required("active", .boolean),
    ], isRequiredInPack: false)

  package static let product = SourceRelation(
    name: "product", key: ["bank_id", "product_code"],
    columns: [
      .required("bank_id", .text), .required("product_code", .text), .required("name", .text),
      .required("family", .text), .required("income_kind", .text), .required("sellable", .boolean),
      .required("requires", .textList), .required("excludes", .textList),
    ], isRequiredInPack: true)

  package static let client = SourceRelation(
    name: "client", key: ["bank_id", "client_id"],
    columns: [
      .required("bank_id", .text), .required("client_id", .integer), .required("client_no", .text),
      .required("name", .text), .optional("region", .text), .optional("industry", .text),
      .optional("legal_form", .text), .optional("manager_id", .integer), .optional("opened_on", .date),
      .optional("closed_on", .date), .optional("annual_turnover", .amount), .required("contact_allowed", .boolean),
      .optional("attributes", .json),
    ], isRequiredInPack: true)

  package static let account = SourceRelation(
    name: "account", key: ["bank_id", "account_id"],
    columns: [
      .required("bank_id", .text), .required("account_id", .integer), .required("client_id", .integer),
      .required("product_code", .text), .optional("opened_on", .date), .optional("closed_on", .date),
      .optional("matures_on", .date),
    ], isRequiredInPack: true)

  package static let productMonth = SourceRelation(
    name: "product_month", key: ["bank_id", "client_id", "product_code", "month"],
    columns: [
      .required("bank_id", .text), .required("client_id", .integer), .required("product_code", .text),
      .required("month", .date), .required("income", .amount), .required("operations", .count),
    ], isRequiredInPack: false)

  package static let load = SourceRelation(
    name: "load", key: ["bank_id", "business_date", "relation"],
    columns: [
      .required("bank_id", .text), .required("business_date", .date), .required("relation", .text),
      .required("row_count", .integer), .required("finished_at", .moment),
    ], isRequiredInPack: false)
}

extension SourceRelation.Column {
  fileprivate static func required(_ name: String, _ type: SourceType) -> Self {
    Self(name: name, type: type, isRequired: true)
  }
  fileprivate static func optional(_ name: String, _ type: SourceType) -> Self {
    Self(name: name, type: type, isRequired: false)
  }
}
