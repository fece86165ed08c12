/// The five characters by which PostgreSQL names a condition (manual, appendix A).
package struct SQLState: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  private init(_ rawValue: String) { self.rawValue = rawValue }

  package static let featureNotSupported = SQLState("0A000")
  package static let numericValueOutOfRange = SQLState("22003")
  package static let invalidDatetimeFormat = SQLState("22007")
  package static let divisionByZero = SQLState("22012")
  /// A text of another encoding, as an argument of a command may be.
  package static let characterNotInRepertoire = SQLState("22021")
  package static let invalidTextRepresentation = SQLState("22P02")
  package static let invalidBinaryRepresentation = SQLState("22P03")
  package static let badCopyFileFormat = SQLState("22P04")
  package static let notNullViolation = SQLState("23502")
  package static let foreignKeyViolation = SQLState("23503")
  package static let uniqueViolation = SQLState("23505")
  package static let checkViolation = SQLState("23514")
  package static let readOnlyTransaction = SQLState("25006")
  package static let inFailedTransaction = SQLState("25P02")
  package static let invalidAuthorization = SQLState("28000")
  package static let invalidPassword = SQLState("28P01")
  package static let invalidCatalogName = SQLState("3D000")
  package static let invalidSchemaName = SQLState("3F000")
  package static let serializationFailure = SQLState("40001")
  package static let deadlockDetected = SQLState("40P01")
  package static let insufficientPrivilege = SQLState("42501")
  package static let syntaxError = SQLState("42601")
  package static let undefinedColumn = SQLState("42703")
  package static let undefinedObject = SQLState("42704")
  package static let undefinedFunction = SQLState("42883")
  package static let undefinedTable = SQLState("42P01")
  package static let duplicateDatabase = SQLState("42P04")
  package static let duplicateTable = SQLState("42P07")
  package static let diskFull = SQLState("53100")
  package static let outOfMemory = SQLState("53200")
  package static let tooManyConnections = SQLState("53300")
  package static let objectInUse = SQLState("55006")
  package static let lockNotAvailable = SQLState("55P03")
  package static let queryCanceled = SQLState("57014")
  package static let adminShutdown = SQLState("57P01")
  package static let crashShutdown = SQLState("57P02")
  package static let cannotConnectNow = SQLState("57P03")

  private static let names: [SQLState: String] = [
    .featureNotSupported: "feature not supported", .numericValueOutOfRange: "numeric value out of range",
    .divisionByZero: "division by zero", .readOnlyTransaction: "read-only transaction",
    .invalidDatetimeFormat: "invalid date or time",
    .invalidTextRepresentation: "invalid text for the type",
    .invalidBinaryRepresentation: "invalid binary value for the type", .badCopyFileFormat: "bad COPY file format",
    .notNullViolation: "not-null violation", .foreignKeyViolation: "foreign-key violation",
    .uniqueViolation: "unique violation", .checkViolation: "check violation",
    .inFailedTransaction: "transaction already failed", .invalidAuthorization: "not authorised to connect",
    .invalidPassword: "password rejected", .invalidCatalogName: "no such database",
    .invalidSchemaName: "no such schema", .serializationFailure: "serialization failure",
    .deadlockDetected: "deadlock", .insufficientPrivilege: "permission denied", .syntaxError: "syntax error",
    .undefinedColumn: "no such column", .undefinedObject: "no such object", .undefinedFunction: "no such function",
    .undefinedTable: "no such table", .duplicateDatabase: "database exists already",
    .duplicateTable: "relation exists already", .diskFull: "disk full", .outOfMemory: "server out of memory",
    .tooManyConnections: "too many connections", .objectInUse: "object in use",
    .lockNotAvailable: "lock not available", .queryCanceled: "query cancelled", .adminShutdown: "server shut down",
    .crashShutdown: "server crashed", .cannotConnectNow: "server is starting or stopping",
  ]

  /// The condition in words; the class where the condition is not one this module knows.
  package var conditionName: String {
    Self.names[self] ?? Self.classNames[String(rawValue.prefix(2))] ?? "server error"
  }

  /// Whether a value could not be computed or stored: a division by zero, a text that is no date.
  package var isInvalidData: Bool { rawValue.hasPrefix("22") && self != .characterNotInRepertoire }

  private static let classNames: [String: String] = [
    "08": "connection exception", "0A": "feature not supported", "21": "cardinality violation",
    "22": "invalid data", "23": "integrity constraint violation", "25": "invalid transaction state",
    "28": "not authorised to connect", "40": "transaction rolled back", "42": "statement not valid",
    "53": "insufficient resources", "54": "program limit exceeded", "55": "object not in the required state",
    "57": "operator intervention", "58": "system error", "F0": "server configuration error",
    "P0": "error raised by a function", "XX": "internal error of the server",
  ]

  package var description: String { "\(rawValue) \(conditionName)" }
}
