package import PostgresKit
import Schema

/// Loads a source pack into the contract's tables: everything in one transaction, or nothing. The bytes of the files go
/// to PostgreSQL as they are, which does the parsing.
package struct SourceLoad: Sendable {
  let connection: PostgresConnection
  let onEvent: @Sendable (LoadEvent) -> Void

  package init(_ connection: PostgresConnection, onEvent: @escaping @Sendable (LoadEvent) -> Void = { _ in }) {
    self.connection = connection
    self.onEvent = onEvent
  }

  /// Replaces all rows of the pack's banks.
  /// - Parameter bank: the only bank that the pack may hold; nil = those of its file `bank`.
  /// - Throws: `SourceLoadError` for a pack that is refused, `PostgresError` for the rest.
  package func load(folder: String, bank: String?) async throws -> LoadReport {
    let pack = try PackFolder(path: folder)
    pack.strangers.forEach { onEvent(.fileIgnored($0)) }
    let headers = try pack.files.map { try PackHeader($0) }
    if let encoding = try await OutputSchema.unsuitableEncoding(of: connection) {
      throw SourceLoadError.unsuitableEncoding(encoding)
    }
    let report = try await connection.withTransaction {
      try await self.prepare()
      let banks = try await self.stage(pack, headers, bank)
      return try await self.replace(pack, headers, banks)
    }
    for relation in report.relations where relation.rows + relation.replaced > 0 {
      await analyse(relation.name)
    }
    return report
  }

  /// The load is done, whatever becomes of this.
  private func analyse(_ relation: String) async {
    onEvent(.analysing(relation: relation))
    do {
      try await connection.execute(
        Statement("analyze source.\(relation)", Query.analyse(relation), timeout: .unlimited))
    } catch {
      let reason = (error as? PostgresError)?.description ?? "\(type(of: error))"
      onEvent(.notAnalysed(relation: relation, reason: reason))
    }
  }

  /// Any number does that nobody else uses.
  private static let lockKey: Int64 = 0x78_73_65_6C_6C_01

  private func prepare() async throws {
    let isAlone = try await connection.one(
      Statement<Bool>("load lock", "select pg_try_advisory_xact_lock($1)", .int8(Self.lockKey)) { try $0.decode(0) })
    guard isAlone else { throw SourceLoadError.busy }
    // A moment of 01/02/2026 is refused rather than guessed at.
    try await connection.execute(Statement<Void>("date style", "set local datestyle = 'ISO, YMD'"))
    try await connection.script(Query.isoDate, label: "iso_date")
    let tables = SourceTables(connection)
    var kinds = try await tables.kinds()
    if kinds.isEmpty {
      onEvent(.tablesCreated)
      try await tables.create()
      kinds = try await tables.kinds()
    }
    let missing = SourceRelation.all.filter { kinds[$0.name] == nil }
    guard missing.isEmpty else { throw SourceLoadError.tablesMissing(missing.map(\.qualifiedName)) }
    for relation in SourceRelation.all where !["r", "p"].contains(kinds[relation.name]) {
      throw SourceLoadError.notATable(relation.qualifiedName)
    }
  }

  /// The banks of the pack.
  private func stage(_ pack: PackFolder, _ headers: [PackHeader], _ bank: String?) async throws -> [String] {
    let total = max(1, pack.files.reduce(0) { $0 + $1.bytes })
    var before: Int64 = 0
    var banks = bank.map { [$0] } ?? []
    for (file, header) in zip(pack.files, headers) {
      // The file of banks says which banks there are, unless the caller does.
      let namesBanks = file.relation.name == SourceRelation.bank.name
      if banks.isEmpty, namesBanks {
        try await stageBanks(file, header)
      } else {
        try await allow(banks)
        try await stage(file, header, banks, from: before, of: total)
      }
      if namesBanks { banks = try await stagedBanks(file) }
      before += file.bytes
    }
    return banks
  }

  private func stageBanks(_ file: PackFile, _ header: PackHeader) async throws {
    try await connection.script(Query.stage(file.relation), label: "stage_bank")
    try await connection.script(
      "alter table stage_bank drop constraint \(Query.bankOfPack)", label: "stage_bank")
    try await copy(file, header, [], from: 0, of: file.bytes)
  }

  private func stagedBanks(_ file: PackFile) async throws -> [String] {
    let banks = try await connection.many(
      Statement<String>("stage_bank", Query.stagedBanks) { try $0.decode(0) }, limit: 10_000)
    guard !banks.isEmpty else { throw SourceLoadError.noBank(file: file.name) }
    return banks
  }

  private func allow(_ banks: [String]) async throws {
    let separator = "\u{1F}"
    try await connection.one(
      Statement<Void>(
        "pack's banks", "select set_config('xsell.pack_banks', $1, true)",
        .text(separator + banks.joined(separator: separator) + separator)
      ) { _ in })
  }

  private func stage(
    _ file: PackFile, _ header: PackHeader, _ banks: [String], from before: Int64, of total: Int64
  ) async throws {
    try await connection.script(Query.stage(file.relation), label: "stage_\(file.relation.name)")
    try await copy(file, header, banks, from: before, of: total)
  }

  private func copy(
    _ file: PackFile, _ header: PackHeader, _ banks: [String], from before: Int64, of total: Int64
  ) async throws {
    let target = CopyTarget("stage_\(file.relation.name)", columns: header.columns)
    do {
      try await connection.copyInCSV(target) { [onEvent] writer in
        try file.read { chunk, position in
          try writer.write(chunk)
          onEvent(.reading(file: file.name, share: Double(before + position) / Double(total)))
          return true
        }
      }
    } catch PostgresError.server(let error) {
      throw file.refusal(error, banks: banks) ?? PostgresError.server(error)
    }
  }
}
