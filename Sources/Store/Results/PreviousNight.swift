package import Banking
package import IdealProfiles
package import PostgresKit
import Schema

/// Reads what earlier nights left for this one.
package struct PreviousNight: Sendable {
  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// The latest model fitted before the as-of date, nil where there is none or this program cannot use it; and its
  /// fingerprint.
  package func model(_ bank: BankID, before asOf: BusinessDate) async throws -> (
    (model: ProfileModel, asOf: BusinessDate)?, ContentCount
  ) {
    let row = try await connection.optional(
      Statement<StoredModel>(.previousModel, .text(bank.rawValue), .date(asOf)) { try StoredModel($0) })
    var content = ContentCount()
    guard let row, let model = row.model else { return (nil, content) }
    content.add { row.combine(model, into: &$0) }
    return ((model, row.asOf), content)
  }

  /// What an earlier night learned since the last month was complete, under the same terms; nil
  /// where none did.
  package func lesson(_ bank: BankID, before asOf: BusinessDate, _ terms: LessonTerms) async throws -> (
    run: String?, content: String?, fingerprint: ContentCount
  ) {
    let row = try await connection.optional(
      Statement<(run: String, content: String)>(
        .previousLesson, .text(bank.rawValue), .date(asOf), .date(asOf.lastCompleteMonth.lastDay),
        .text(terms.teachingHash), .text(terms.version)
      ) { (try $0.decode("run_id"), try $0.decode("content")) })
    var content = ContentCount()
    // The run's name stands for whatever it learned.
    if let row { content.add { $0.combine(row.run) } }
    return (row?.run, row?.content, content)
  }

  /// The stages that the night's lean on and their fingerprint, and what the published rows followed from.
  package func standings(
    _ scope: ReadScope
  ) async throws -> (stages: ClientStages, content: ContentCount, grounds: PublishedGrounds) {
    let isAfterLookBack = try await connection.one(
      Statement<Bool>(.remembersStages, .text(scope.bank.rawValue), .date(scope.asOf)) { try $0.decode(0) })
    let query = isAfterLookBack ? Query.rememberedStandings : .previousStandings
    return try await connection.copyOut(CopyQuery(query, scope)) { rows in
      var stages = ClientStages()
      var content = ContentCount()
      var grounds = PublishedGrounds()
      try rows.forEach { row in
        let client = ClientID(try row.readInt64())
        let stage = try row.readOptionalText()
        if let known = try row.readOptionalInt64() { grounds.append(known, of: client) }
        guard let stage else { return }
        content.add {
          $0.combine(client.rawValue)
          $0.combine(stage)
        }
        if let known = Stage(rawValue: stage) { stages.append(known, of: client) }
      }
      return (stages, content, grounds)
    }
  }
}

private struct StoredModel: Sendable {
  let asOf: BusinessDate
  let model: ProfileModel?

  init(_ row: PostgresRow) throws {
    asOf = try row.date("as_of")
    let ids = try row.decode("profile_ids", as: [Int32].self)
    let names = try row.decode("profile_names", as: [String].self)
    let products = try row.decode("products", as: [String].self).map { ProductCode($0) }
    let baseline = try row.decode("baseline", as: [Int32].self).map { Int($0) }
    let nextID = Int(try row.decode("next_id", as: Int32.self))
    model = try ProfileModel(
      parameters: row.decode("parameters", as: [Double].self), products: products,
      identities: zip(ids, names).map { ProfileIdentity(id: Int($0), name: $1) }, baseline: baseline, nextID: nextID)
  }

  func combine(_ model: ProfileModel, into hash: inout ContentHash) {
    hash.combine(Int64(asOf.dayNumber))
    for parameter in model.parameters { hash.combine(Int64(bitPattern: parameter.bitPattern)) }
    for product in model.products { hash.combine(product.rawValue) }
    for identity in model.identities {
      hash.combine(Int64(identity.id))
      hash.combine(identity.name)
    }
    for count in model.baseline { hash.combine(Int64(count)) }
    hash.combine(Int64(model.nextID))
  }
}
