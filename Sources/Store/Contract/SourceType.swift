/// What a column of the source contract is made of.
package enum SourceType: Sendable {
  case text, integer, count, amount, date, boolean, json, textList, moment

  /// Types (`pg_type.typname`) that the reading takes as they are; a bank's view may offer any of them.
  var acceptedNames: Set<String> {
    switch self {
    case .text: ["text", "varchar", "bpchar", "name", "citext"]
    case .integer, .count: ["int2", "int4", "int8"]
    case .amount: ["numeric", "int2", "int4", "int8"]
    case .date: ["date"]
    case .boolean: ["bool"]
    case .json: ["jsonb", "json"]
    case .textList: ["_text", "_varchar", "_bpchar"]
    case .moment: ["timestamptz"]
    }
  }

  /// As the contract names it.
  var contractName: String {
    switch self {
    case .text: "text"
    case .integer: "bigint"
    case .count: "integer"
    case .amount: "numeric"
    case .date: "date"
    case .boolean: "boolean"
    case .json: "jsonb"
    case .textList: "text[]"
    case .moment: "timestamptz"
    }
  }

  /// How a value is written in a file of a source pack.
  var writtenForm: String {
    switch self {
    case .text: "text"
    case .integer, .count: "a whole number"
    case .amount: "a number such as 1234.50"
    case .date: "a date such as 2026-01-31"
    case .boolean: "true or false"
    case .json: "a JSON object"
    case .textList: "a list such as {A,B}"
    case .moment: "a moment such as 2026-01-31T23:30:00Z"
    }
  }
}
