package import Banking
package import PostgresKit
import Schema

/// Where it is noted who is away. Nights read it: the calls of an absent manager go to the deputy, or to the branch's
/// queue.
package struct AbsenceBook: Sendable {
  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// - Parameters:
  ///   - last: nil = until said otherwise.
  ///   - deputy: nil = the branch's queue.
  ///   - actor: nil = the database's own user.
  package func add(
    _ manager: ManagerID, of bank: BankID, from first: BusinessDate, until last: BusinessDate?, deputy: ManagerID?,
    actor: String?
  ) async throws {
    try await connection.execute(
      Statement(
        .addAbsence, .text(bank.rawValue), .int8(manager.rawValue), .date(first), .date(last),
        .int8(deputy?.rawValue), .text(actor)))
  }

  /// - Returns: how many absences ended or fell away.
  package func end(_ manager: ManagerID, of bank: BankID, backOn day: BusinessDate) async throws -> Int {
    try await connection.one(
      Statement<Int>(.endAbsences, .text(bank.rawValue), .int8(manager.rawValue), .date(day)) {
        Int(try $0.decode("absences", as: Int64.self))
      })
  }
}
