package import PostgresKit
import Schema

/// Databases of a server.
package enum Databases {
  package static func exists(_ name: String, _ connection: PostgresConnection) async throws -> Bool {
    try await connection.one(Statement<Bool>(.databaseExists, .text(name)) { try $0.decode(0) })
  }
}
