package import Banking

/// A value for `--json`. Objects keep the order of their keys.
package enum JSONValue: Sendable {
  case object([(key: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  case integer(Int64)
  /// Exact: never passes through a binary float.
  case money(Money)
  case number(Double)
  case boolean(Bool)
  /// A document that is JSON already, such as a `jsonb` column.
  case document(String)
  case null

  package static func string(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
  package static func money(_ value: Money?) -> JSONValue { value.map { .money($0) } ?? .null }
  package static func integer(_ value: Int?) -> JSONValue { value.map { .integer(Int64($0)) } ?? .null }
  package static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
}
