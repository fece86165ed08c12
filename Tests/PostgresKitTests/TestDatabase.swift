import PostgresKit
import TestCluster

/// A connection to a new, empty database.
func freshConnection(_ adjust: (inout ConnectionSettings) -> Void = { _ in }) async throws -> PostgresConnection {
  var settings = try await TestCluster.shared.database()
  adjust(&settings)
  return try await PostgresConnection.connect(settings)
}

extension PostgresConnection {
  /// One value of one row.
  func value<T: PostgresDecodable & Sendable>(_ sql: String, _ parameters: Parameter..., as type: T.Type = T.self)
    async throws -> T
  {
    try await one(Statement("test", sql, parameters: parameters) { try $0.decode(0, as: type) })
  }
}

/// The `PostgresError` a piece of work throws, nil when it throws none.
func postgresError<R>(_ work: () async throws -> R) async -> PostgresError? {
  do {
    _ = try await work()
    return nil
  } catch {
    return error as? PostgresError
  }
}
