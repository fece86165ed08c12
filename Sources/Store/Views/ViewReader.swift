package import Banking
package import PostgresKit
import Schema
package import Triggers

/// Reads what has been published, for people and programs: one statement a question.
package struct ViewReader: Sendable {
  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  static let manyRows = 100_000

  package func banks(_ bank: BankID? = nil) async throws -> [BankRow] {
    try await connection.many(
      Statement(.viewBanks, .text(bank?.rawValue)) { try BankRow($0) }, limit: Self.manyRows)
  }

  /// Whether the bank is in the ledger or in the source, which is asked only where the ledger does not have it.
  package func knows(_ bank: BankID) async throws -> Bool {
    let hasRuns = try await connection.one(
      Statement<Bool>(.hasRuns, .text(bank.rawValue)) { try $0.decode(0) })
    return if hasRuns { true } else { try await !banks(bank).isEmpty }
  }

  /// Whether the bank has a manager in the branch, or had a call there.
  package func knows(branch: String, of bank: BankID) async throws -> Bool {
    try await connection.one(
      Statement<Bool>(.hasBranch, .text(bank.rawValue), .text(branch)) { try $0.decode(0) })
  }

  /// Whether the session's role is shown the desk's calls, all of them.
  package func sees(_ desk: Desk, of bank: BankID) async throws -> Bool {
    try await connection.one(
      Statement<Bool>(
        .seesDesk, .text(bank.rawValue), .int8(desk.manager?.rawValue), .text(desk.branch)
      ) { try $0.decode(0) })
  }

  /// A client by its number; one a bank that has it.
  package func clients(number: String, bank: BankID?) async throws -> [ClientPage] {
    let rows = try await connection.many(
      Statement(.viewClient, .text(number), .text(bank?.rawValue)) { try ClientPageRow($0) }, limit: Self.manyRows)
    return Dictionary(grouping: rows, by: \.bank.id).sorted { $0.key < $1.key }.compactMap { ClientPage($0.value) }
  }

  package func managers(bank: BankID?) async throws -> [ManagerRow] {
    try await connection.many(
      Statement(.viewManagers, .text(bank?.rawValue)) { try ManagerRow($0) }, limit: Self.manyRows)
  }

  /// - Parameter pattern: of LIKE, in small letters; see `find_managers.sql`.
  package func managers(bank: BankID?, like pattern: String) async throws -> [ManagerRow] {
    try await connection.many(
      Statement(.findManagers, .text(bank?.rawValue), .text(pattern), .int8(nil)) { try ManagerRow($0) },
      limit: Self.manyRows)
  }

  /// The same managers, or the one of them with this number; with the list where it is only one, since the lists of all
  /// who may be meant could be everything there is.
  package func worklists(bank: BankID?, like pattern: String, number: ManagerID? = nil) async throws -> [ManagerList] {
    let rows = try await connection.many(
      Statement(.viewWorklist, .text(bank?.rawValue), .text(pattern), .int8(number?.rawValue)) { try ManagerList($0) },
      limit: Self.manyRows)
    return rows.reduce(into: []) { lists, row in
      if lists.last?.isOf(row.manager) == true {
        lists[lists.count - 1].live += row.live
      } else {
        lists.append(row)
      }
    }
  }

  /// Live triggers that no manager has: those that keep a client first, then by falling priority.
  package func queue(branch: String, bank: BankID) async throws -> [ListedTrigger] {
    try await connection.many(
      Statement(.viewTriggers, .text(bank.rawValue), .text(branch), .uuid(nil), .uuid(nil), .int8(nil)) {
        try ListedTrigger($0)
      }, limit: Self.manyRows)
  }

  /// What was raised for a client and what came of it, latest first.
  package func history(of client: ClientID, bank: BankID, limit: Int) async throws -> [HistoryRow] {
    try await connection.many(
      Statement(.viewHistory, .text(bank.rawValue), .int8(client.rawValue), .int8(Int64(limit))) {
        try HistoryRow($0)
      }, limit: limit)
  }

  /// When the client's stage changed, latest first.
  package func stageChanges(of client: ClientID, bank: BankID, limit: Int) async throws -> [StageChangeRow] {
    try await connection.many(
      Statement(.viewStageChanges, .text(bank.rawValue), .int8(client.rawValue), .int8(Int64(limit))) {
        try StageChangeRow($0)
      }, limit: limit)
  }

  package func qualification(of trigger: TriggerID) async throws -> [QualificationRow] {
    try await connection.many(
      Statement(.viewQualification, .uuid(trigger.description)) { try QualificationRow($0) }, limit: Self.manyRows)
  }

  /// - Parameter limit: how many are read at most; more may fit.
  package func triggers(_ range: IdentifierRange, limit: Int) async throws -> [ListedTrigger] {
    try await connection.many(
      Statement(
        .viewTriggers, .text(nil), .text(nil), .uuid(range.first), .uuid(range.last), .int8(Int64(limit))
      ) { try ListedTrigger($0) }, limit: limit)
  }

  /// Oldest first.
  package func events(of trigger: TriggerID) async throws -> [TriggerEventRow] {
    try await connection.many(
      Statement(.viewTriggerEvents, .uuid(trigger.description)) { try TriggerEventRow($0) }, limit: Self.manyRows)
  }

  /// - Parameters:
  ///   - cohort: its name, with or without the bank's before it; nil = the whole bank.
  ///   - profile: nil = all of them.
  package func profiles(_ bank: BankID, cohort: String?, profile: Int? = nil) async throws -> [ProfileRow] {
    let rows = try await connection.many(
      Statement(.viewProfiles, .text(bank.rawValue), .text(cohort), .int4(profile.map { Int32(clamping: $0) })) {
        try ProfileRow($0)
      }, limit: Self.manyRows)
    return rows.reduce(into: []) { profiles, row in
      if profiles.last?.isOf(row) == true {
        profiles[profiles.count - 1].products += row.products
      } else {
        profiles.append(row)
      }
    }
  }
}
