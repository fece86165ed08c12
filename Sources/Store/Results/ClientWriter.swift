import Banking
import PostgresKit
import Schema

/// Writes the rows of a publication's clients: straight in where the bank has none yet; else those that differ, by way of
/// stages, from which changes of stage are noted too.
struct ClientWriter {
  private static let batchSize = 8192
  private let connection: PostgresConnection
  private let publication: Publication

  init(_ connection: PostgresConnection, _ publication: Publication) {
    self.connection = connection
    self.publication = publication
  }

  /// - Returns: the clients whose results were written.
  func write() async throws -> [Int64] {
    let published = try await published()
    let isFirst = published.isEmpty ? try await !hasResults() : false
    if isFirst {
      try await connection.execute(Statement(.forgetStages, bank, asOf))
      return try await copy(to: "xsell.client_result", "xsell.client_standing", published).written
    }
    try await connection.execute(Statement(.stageClientResult))
    try await connection.execute(Statement(.stageClientStanding))
    let (written, gone) = try await copy(
      to: "pg_temp.client_result_stage", "pg_temp.client_standing_stage", published)
    try await connection.execute(Statement(.rememberStages, bank, asOf))
    if !gone.isEmpty { try await connection.execute(Statement(.deleteGoneClients, bank, .int8Array(gone))) }
    if !published.isEmpty {
      try await connection.execute(Statement(.noteStageChanges, bank, asOf))
    }
    try await connection.execute(Statement(.markReturnedClients, bank))
    try await connection.execute(Statement(.mergeClientResult))
    try await connection.execute(Statement(.mergeClientStanding))
    try await connection.execute(Statement(.forgetStages, bank, asOf))
    return written
  }

  private var bank: Parameter { .text(publication.bank.id.rawValue) }
  private var asOf: Parameter { .date(publication.asOf) }

  private func published() async throws -> ContentColumn {
    let expected = publication.clientCount
    return try await connection.copyOut(
      CopyQuery(
        Query.publishedContents.name, Query.publishedContents.sql,
        settings: ["xsell.bank_id": publication.bank.id.rawValue])
    ) { [isFull = publication.isFull] in
      var column = try ContentColumn($0, expected: expected)
      if isFull { column.forget() }
      return column
    }
  }

  private func hasResults() async throws -> Bool {
    try await connection.one(Statement<Bool>(.hasResults, bank) { try $0.decode(0) })
  }

  /// - Returns: the clients whose results were written, and those that have a row and are not in the publication.
  private func copy(
    to results: String, _ standings: String, _ published: ContentColumn
  ) async throws -> (written: [Int64], gone: [Int64]) {
    let maker = ClientRowMaker(bank: publication.bank.id, published: published)
    let results = CopyTarget(results, columns: ClientResult.columns)
    let standings = CopyTarget(standings, columns: ClientResult.standingColumns)
    let clients = publication.clients
    var written: [Int64] = []
    var isFound = [Bool](repeating: false, count: published.rows.count)
    try await inBatches(publication.clientCount, of: Self.batchSize, making: { await clients($0, maker) }) {
      let pieces = try $1.map { try $0.get() }
      for piece in pieces { for place in piece.found { isFound[Int(place)] = true } }
      try await copy(pieces.map(\.results), to: results)
      try await copy(pieces.map(\.standings), to: standings)
      for piece in pieces { written += piece.clients }
    }
    return (written, zip(published.rows, isFound).filter { !$0.1 }.map(\.0.client))
  }

  private func copy(_ pieces: [BinaryCopyRows], to target: CopyTarget) async throws {
    guard pieces.contains(where: { !$0.bytes.isEmpty }) else { return }
    try await connection.copyIn(target) { writer in for piece in pieces { try writer.write(piece) } }
  }
}
