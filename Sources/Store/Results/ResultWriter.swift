import Banking
import IdealProfiles
package import PostgresKit
import Schema

/// Publishes a night: in the caller's transaction, so that all of it is seen or nothing.
package struct ResultWriter: Sendable {
  let connection: PostgresConnection
  private static let batchSize = 8192

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// - Parameter at: the moment that the history of triggers names; decides no result.
  package func publish(_ publication: Publication, at moment: PostgresTimestamp) async throws {
    try await writeFacts(publication)
    try await writeClients(publication)
    if let model = publication.model { try await write(model, publication) }
    if let lesson = publication.lesson {
      try await connection.execute(
        Statement(
          .putLesson, .text(publication.bank.id.rawValue), .date(publication.asOf), .uuid(publication.run),
          .text(lesson.terms.policyHash), .text(lesson.terms.version), .text(lesson.content)))
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
        .bool(publication.hasPreviousStages)))
  }

  /// After the publication: what the planner knows of the new rows.
  package func analyze() async throws { try await connection.execute(Statement(.analyzeResults)) }

  /// Client rows go straight in on the first night; later ones are compared with what is there.
  private func writeClients(_ publication: Publication) async throws {
    let bank = publication.bank.id
    let hasResults = try await connection.one(
      Statement<Bool>(.hasResults, .text(bank.rawValue)) { try $0.decode(0) })
    if hasResults { try await connection.execute(Statement(.stageClientResult)) }
    try await copyClients(
      publication,
      to: CopyTarget(
        hasResults ? "pg_temp.client_result_stage" : "xsell.client_result", columns: ClientResult.columns))
    guard hasResults else { return }
    try await connection.execute(
      Statement(.noteStageChanges, .text(bank.rawValue), .date(publication.asOf)))
    try await connection.execute(Statement(.mergeClientResult))
    try await connection.execute(Statement(.deleteGoneClients, .text(bank.rawValue)))
  }

  /// While one batch is on its way to the server, the next is made; memory holds the two.
  private func copyClients(_ publication: Publication, to target: CopyTarget) async throws {
    let bank = publication.bank.id
    let batches = stride(from: 0, to: publication.clientCount, by: Self.batchSize).map {
      $0..<min(publication.clientCount, $0 + Self.batchSize)
    }
    var ready = await publication.clients(batches.first ?? 0..<0)
    for batch in batches.indices {
      let results = ready
      async let next = publication.clients(batch + 1 < batches.count ? batches[batch + 1] : 0..<0)
      try await connection.copyIn(target) { row in
        for result in results { try result.write(to: &row, bank: bank) }
      }
      ready = await next
    }
  }

  private func writeFacts(_ publication: Publication) async throws {
    let bank = publication.bank.id.rawValue
    try await connection.execute(Statement(.deleteFacts, .text(bank)))
    try await connection.copyIn(
      CopyTarget(
        "xsell.cohort", columns: ["bank_id", "cohort_id", "level", "region", "industry", "name", "members"])
    ) { row in
      for (id, cohort) in publication.cohorts.enumerated() {
        try row.beginRow()
        try row.write(text: bank)
        try row.write(int4: Int32(id))
        try row.write(text: cohort.level)
        try row.write(text: cohort.region)
        try row.write(text: cohort.industry)
        try row.write(text: cohort.name)
        try row.write(int4: Int32(cohort.members))
      }
    }
    try await connection.copyIn(
      CopyTarget("xsell.profile_fact", columns: ProfileFact.columns)
    ) { row in
      for fact in publication.profiles { try fact.write(to: &row, bank: bank) }
    }
    try await connection.copyIn(
      CopyTarget("xsell.profile_product_fact", columns: ProfileProductFact.columns)
    ) { row in
      for fact in publication.profileProducts { try fact.write(to: &row, bank: bank) }
    }
    try await connection.copyIn(CopyTarget("xsell.life_value_fact", columns: LifeValueFact.columns)) { row in
      for fact in publication.lifeValues { try fact.write(to: &row, bank: bank) }
    }
    try await connection.copyIn(CopyTarget("xsell.survival_fact", columns: SurvivalFact.columns)) { row in
      for fact in publication.survival { try fact.write(to: &row, bank: bank) }
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
