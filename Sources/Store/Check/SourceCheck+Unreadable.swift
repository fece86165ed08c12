package import Banking
import PostgresKit
import Schema

extension SourceCheck {
  /// Runs what reads the source in a transaction of its own, at one moment; one that may write, for its temporary tables.
  /// - Throws: what `body` throws; `UnreadableRelation` where a view of the source is what failed. The statement that did
  ///   may join several, so they are looked at one by one.
  package func inTransaction<R: Sendable>(
    of bank: BankID, calledFrom actor: isolated (any Actor)? = #isolation, _ body: () async throws -> R
  ) async throws -> R {
    do {
      return try await connection.withTransaction(isolation: .repeatableRead, readOnly: false, body)
    } catch PostgresError.server(let error) where error.sqlState.isInvalidData {
      if let unreadable = await firstUnreadable(of: bank) { throw unreadable }
      throw PostgresError.server(error)
    }
  }

  /// Nil where all can be read, and where the database is out of reach by now.
  private func firstUnreadable(of bank: BankID) async -> UnreadableRelation? {
    for relation in SourceRelation.all {
      do {
        try await connection.one(
          Statement(.probeSource, .text(bank.rawValue), .text(relation.name), timeout: Self.timeout) { _ in })
      } catch PostgresError.server(let error) where error.sqlState.isInvalidData {
        return UnreadableRelation(relation: relation, bank: bank.rawValue, state: error.sqlState)
      } catch {
        return nil
      }
    }
    return nil
  }
}
