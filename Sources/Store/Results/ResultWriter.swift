package import Banking
import IdealProfiles
package import PostgresKit
import Schema

/// Publishes a night: in the caller's transaction, so that all of it is seen or nothing.
///
/// Written is what differs from what the views show. Rows and facts are told apart by a hash of the bytes they were
/// written with, kept in the clients' standings and beside the facts, and so by what nights have written: a standing that
/// somebody has deleted or added by hand is put right by the next night, and the client's result with it; rows that
/// somebody has changed, and facts that somebody has changed or deleted, only when the night has something else to say of
/// the client or the facts, or is a full one (`Publication.isFull`).
package struct ResultWriter: Sendable {
  let connection: PostgresConnection

  /// For a row that another session holds: one that was left open over a call that it was about to answer would keep the night
  /// waiting for good, and the bank's lock with it.
  private static let longestWait = "60s"
  /// One row in so many, as autovacuum has it.
  private static let analyzedShare = 10

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// Only under the bank's lock.
  /// - Parameter at: the moment that the history of triggers names; decides no result.
  /// - Returns: what `settle` asks for after the transaction.
  @discardableResult
  package func publish(_ publication: Publication, at moment: PostgresTimestamp) async throws -> WrittenClients {
    let facts = try FactRows(publication)
    try await connection.execute(Statement(.boundWaits, .text(Self.longestWait)))
    try await write(facts, publication)
    let written = try await ClientWriter(connection, publication).write()
    if let model = publication.model { try await write(model, publication) }
    if let lesson = publication.lesson {
      try await connection.execute(
        Statement(
          .putLesson, .text(publication.bank.id.rawValue), .date(publication.asOf), .uuid(publication.run),
          .text(lesson.terms.teachingHash), .text(lesson.terms.version), .text(try lesson.content())))
    }
    if let triggers = publication.triggers {
      try await TriggerWriter(connection, bank: publication.bank.id, asOf: publication.asOf, moment: moment)
        .apply(triggers)
    }
    try await connection.execute(
      Statement(
        .putPublication, .text(publication.bank.id.rawValue), .uuid(publication.run), .date(publication.asOf),
        .int2(Int16(publication.horizonMonths)), .text(publication.basis),
        .textArray(publication.catalogue.products.map(\.code.rawValue)), .text(publication.bank.currency),
        .text(publication.bank.locale), publication.incomeBasis.map { .text($0) } ?? .null,
        .bool(publication.hasPreviousStages), .int8Array(facts.kinds.map(\.content))))
    return WrittenClients(clients: written, clientCount: publication.clientCount)
  }

  /// After the publication. Where much of it is new, what the planner knows of the rows is made anew. Where little is, of
  /// which autovacuum takes care, only the pages that were written are cleared of what the rows were before: now, while they
  /// are in the WAL as a whole anyway, and not by the next night that comes along, for which they would be logged again.
  package func settle(_ written: WrittenClients, _ bank: BankID) async throws {
    if written.clients.count * Self.analyzedShare >= written.clientCount {
      try await connection.execute(Statement(.analyzeResults))
    } else {
      _ = try await connection.one(
        Statement<Int64>(.pruneClients, .text(bank.rawValue), .int8Array(written.clients)) { try $0.decode(0) })
    }
  }

  /// A kind of facts is written as a whole where anything in it differs.
  private func write(_ facts: FactRows, _ publication: Publication) async throws {
    let bank = Parameter.text(publication.bank.id.rawValue)
    let published = try await connection.optional(
      Statement<[Int64]>(.publishedFacts, bank) { try $0.decode("facts") })
    let differs = facts.kinds.enumerated().map { kind, rows in
      publication.isFull || published.map { kind >= $0.count || $0[kind] != rows.content } ?? true
    }
    guard differs.contains(true) else { return }
    try await connection.execute(
      Statement(
        .deleteFacts, bank, .bool(differs[0]), .bool(differs[1]), .bool(differs[2]), .bool(differs[3]),
        .bool(differs[4])))
    for (kind, differs) in zip(facts.kinds, differs) where differs {
      try await connection.copyIn(kind.target) { try $0.write(kind.rows) }
    }
  }

  private func write(_ model: ProfileModel, _ publication: Publication) async throws {
    try await connection.execute(
      Statement(
        .putModel, .text(publication.bank.id.rawValue), .date(publication.asOf),
        .float8Array(model.parameters), .textArray(model.products.map(\.rawValue)),
        .int4Array(model.identities.map { Int32($0.id) }), .textArray(model.identities.map(\.name)),
        .int4Array(model.baseline.map { Int32($0) }), .int4(Int32(model.nextID))))
  }
}
