package import Banking
package import PostgresKit
import Schema

/// Everything that the report of a night shows, of one moment.
package struct NightDigest: Sendable {
  package let night: NightSummary
  package let stages: [StageShare]
  /// Since a month before, or since the first publication; empty on its day.
  package let flows: [StageFlow]
  /// The bank's first; empty where no length of life can be told.
  package let survival: [CohortSurvival]
  package let lifeValues: [LifeValueRow]
  package let profiles: [ProfileIncome]
  package let potential: [PotentialCell]
  package let opportunities: [Opportunity]
  package let outcomes: [TriggerOutcomes]
  /// The lists on which most ran out unheard, or waits.
  package let desks: [DeskAnswers]
  package let conversions: [ProductConversion]

  /// Days of `outcomes` and of `desks`: a month of calls.
  package static let outcomeDays = 30
  /// How many `desks`.
  package static let deskCount = 50
  /// Days of `conversions`: results take a quarter, and fewer than a year's say little.
  package static let conversionDays = 365
  /// How many `opportunities`.
  package static let opportunityCount = 20
  /// Cohorts of `survival`: as many lines as an eye can follow.
  package static let survivalCohorts = 5
  /// Months of `survival`.
  package static let survivalMonths = 60

  /// nil where the bank has published nothing.
  package static func read(_ bank: BankID, _ connection: PostgresConnection) async throws -> NightDigest? {
    try await connection.withTransaction(isolation: .repeatableRead) {
      let reader = DigestReader(connection: connection, bank: bank)
      guard
        let night = try await connection.optional(
          Statement(.reportNight, .text(bank.rawValue), timeout: .unlimited) { try NightSummary($0) })
      else { return nil }
      return try await NightDigest(night, reader)
    }
  }

  private init(_ night: NightSummary, _ reader: DigestReader) async throws {
    self.night = night
    stages = try await reader.rows(.reportStages) { try StageShare($0) }
    flows = try await reader.rows(.reportFlow, .date(night.asOf.monthsEarlier(1))) { try StageFlow($0) }
    survival = try await reader.rows(
      .reportSurvival, .int4(Int32(Self.survivalCohorts)), .int4(Int32(Self.survivalMonths))
    ) { try CohortSurvival($0) }
    lifeValues = try await reader.rows(.reportLifeValues) { try LifeValueRow($0) }
    profiles = try await reader.rows(.reportProfiles) { try ProfileIncome($0) }
    potential = try await reader.rows(.reportPotential) { try PotentialCell($0) }
    opportunities = try await reader.rows(.reportOpportunities, .int4(Int32(Self.opportunityCount))) {
      try Opportunity($0)
    }
    outcomes = try await reader.rows(.reportTriggers, .date(night.asOf.advanced(byDays: -Self.outcomeDays))) {
      try TriggerOutcomes($0)
    }
    desks = try await reader.rows(
      .reportDesks, .date(night.asOf.advanced(byDays: -Self.outcomeDays)), .int8(Int64(Self.deskCount))
    ) { try DeskAnswers($0) }
    conversions = try await reader.rows(.reportConversion, .date(night.asOf.advanced(byDays: -Self.conversionDays))) {
      try ProductConversion($0)
    }
  }
}

private struct DigestReader {
  let connection: PostgresConnection
  let bank: BankID

  func rows<Row: Sendable>(
    _ query: Query, _ more: Parameter..., row: @escaping @Sendable (PostgresRow) throws -> Row
  ) async throws -> [Row] {
    try await connection.many(
      Statement(
        query.name, query.sql, parameters: [.text(bank.rawValue)] + more, timeout: .unlimited, decode: row),
      limit: 100_000)
  }
}
