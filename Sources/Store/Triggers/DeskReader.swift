package import Banking
package import PostgresKit
import Schema
package import Triggers

/// Reads who takes whose calls, inside the transaction of the night.
package struct DeskReader: Sendable {
  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// - Parameter snapshot: of the same moment.
  /// - Returns: the desks, and their fingerprint: managers, absences and former managers as they bear on the night.
  package func book(_ scope: ReadScope, of snapshot: Snapshot) async throws -> (DeskBook, ContentCount) {
    let book = DeskBook(
      snapshot, managers: try await managers(scope), formers: try await formers(scope),
      absences: try await absences(scope))
    var content = ContentCount()
    for (manager, branch) in book.branches.sorted(by: { $0.key < $1.key }) {
      content.add {
        $0.combine(manager.rawValue)
        $0.combine(branch)
        $0.combine(book.absences[manager] == nil ? 0 : 1)
        $0.combine(book.absences[manager]?.deputy?.rawValue)
      }
    }
    for (client, branch) in book.queues.sorted(by: { $0.key < $1.key }) {
      content.add {
        $0.combine(client.rawValue)
        $0.combine(branch)
      }
    }
    return (book, content)
  }

  private func managers(_ scope: ReadScope) async throws -> [ManagerID: DeskBook.Manager] {
    try await SourceReader(connection).copy(.readManagers, scope) { rows in
      var managers: [ManagerID: DeskBook.Manager] = [:]
      try rows.forEach { row in
        let id = ManagerID(try row.readInt64())
        managers[id] = DeskBook.Manager(branch: try row.readText(), isActive: try row.readBool())
      }
      return managers
    }
  }

  private func formers(_ scope: ReadScope) async throws -> [ClientID: ManagerID] {
    try await SourceReader(connection).copy(.readFormerManagers, scope) { rows in
      var formers: [ClientID: ManagerID] = [:]
      try rows.forEach { row in formers[ClientID(try row.readInt64())] = ManagerID(try row.readInt64()) }
      return formers
    }
  }

  private func absences(_ scope: ReadScope) async throws -> [ManagerID: DeskBook.Absence] {
    try await SourceReader(connection).copy(.readAbsences, scope) { rows in
      var absences: [ManagerID: DeskBook.Absence] = [:]
      try rows.forEach { row in
        let id = ManagerID(try row.readInt64())
        absences[id] = DeskBook.Absence(deputy: try row.readOptionalInt64().map { ManagerID($0) })
      }
      return absences
    }
  }
}
