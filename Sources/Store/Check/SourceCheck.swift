import Banking
package import Policy
package import PostgresKit
import Schema

/// Checks the source contract and the data of one bank, inside a read-write transaction that the caller holds
/// (repeatable read, so that check and reading see one moment). It leaves the temporary tables `pg_temp.duplicate_*`
/// behind, which the reading joins, for the rest of the transaction.
package struct SourceCheck: Sendable {
  let connection: PostgresConnection
  /// A rule may scan the whole history of a bank.
  static let timeout = StatementTimeout.after(.seconds(3600))

  private let names: PolicyNames

  /// - Parameter names: of the policy, to be found in the data.
  package init(_ connection: PostgresConnection, names: PolicyNames = PolicyNames()) {
    self.connection = connection
    self.names = names
  }

  /// Everything there is to find. Throws only what the database throws.
  package func report(_ scope: ReadScope, settings: CheckSettings) async throws -> CheckReport {
    try await finish(try await begin(scope, settings: settings))
  }

  /// Everything but what takes a look at all accounts or all product months, the bulk of a bank's data.
  package func begin(_ scope: ReadScope, settings: CheckSettings) async throws -> OpenCheck {
    let structure = try await structureFindings()
    guard structure.isEmpty else { return OpenCheck(scope, settings, structure: structure) }
    try await bind(scope.settings)
    try await bindNames()
    let counter = FaultCounter(connection, withoutDuplicates: try await findDuplicates())
    var open = OpenCheck(scope, settings, counter: counter)
    open.rows = try await rowCounts(scope)
    for relation in FaultCounter.relations where !OpenCheck.leftToReading.contains(relation) {
      open.faults[relation] = try await counter.counts(relation)
    }
    try await bind(comparisons(open.counts, settings))
    for rule in CheckRule.all where !rule.isLeftToReading { try await open.add(rule, measure(rule, open)) }
    return open
  }

  /// - Parameter tally: what a reading has seen of the rest; without it all is counted here.
  package func finish(_ open: OpenCheck, _ tally: ReadingTally? = nil) async throws -> CheckReport {
    guard let counter = open.counter else { return open.report }
    var open = open
    open.tally = tally
    if let tally {
      open.rows[OpenCheck.productMonth] = tally.productMonths.rows
      open.faults[OpenCheck.productMonth] = FaultCounter.Counts(tally.productMonths.faults)
      open.faults[OpenCheck.account] = FaultCounter.Counts(tally.accounts.faults)
    } else {
      open.rows[OpenCheck.productMonth] = try await connection.one(
        Statement(.countProductMonths, .text(open.scope.bank.rawValue), timeout: Self.timeout) { try $0.decode(0) })
      for relation in OpenCheck.leftToReading { open.faults[relation] = try await counter.counts(relation) }
    }
    try await bind(comparisons(open.counts, open.settings))
    try await bindMonths(open, counter)
    for rule in CheckRule.all where rule.isLeftToReading { try await open.add(rule, measure(rule, open)) }
    return open.report
  }

  /// How often a rule is broken, and a few keys; nil where the rule does not apply.
  private func measure(_ rule: CheckRule, _ open: OpenCheck) async throws -> (count: Int64, keys: [String])? {
    guard let counter = open.counter else { return nil }
    let faults = open.faults[rule.relation]
    switch rule.measure {
    case .fault:
      let count = faults?.byFault[rule.name] ?? 0
      guard count > 0 else { return nil }
      if let tally = open.tally, rule.relation == OpenCheck.productMonth {
        return (count, tally.productMonths.keys(of: rule.name))
      }
      return (count, try await counter.sample(rule))
    case .future: return (faults?.future ?? 0, [])
    case .rows(let query):
      if let needed = rule.needs, try await !exists(needed) { return nil }
      let seen = ReadingTally.count(of: query).flatMap { open.tally?[keyPath: $0] }
      let count = if let seen { seen } else { try await counter.count(query) }
      return (count, count == 0 ? [] : try await counter.sample(query))
    }
  }
}

extension SourceCheck {
  private func bind(_ settings: [String: String]) async throws {
    for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
      try await connection.one(
        Statement("settings", "select set_config($1, $2, true)", .text(name), .text(value)) { _ in })
    }
  }

  private func bindNames() async throws {
    try await bind([
      "xsell.policy_products": names.products, "xsell.policy_regions": names.regions,
      "xsell.policy_industries": names.industries,
    ])
  }

  private func bind(_ lists: [String: [String]]) async throws {
    for (name, list) in lists.sorted(by: { $0.key < $1.key }) {
      try await connection.one(
        Statement("lists", "select set_config($1, ($2::text[])::text, true)", .text(name), .textArray(list)) { _ in })
    }
  }

  /// What the rules about load notes, a shrinking client base and the as-of date compare with.
  private func comparisons(
    _ counts: [CheckReport.RelationCount], _ settings: CheckSettings
  ) -> [String: String] {
    let rows = counts.map { "\"\($0.relation)\": \($0.rows)" }.joined(separator: ", ")
    return [
      "xsell.row_counts": "{\(rows)}",
      "xsell.sound_clients": String(counts.first { $0.relation == "client" }?.sound ?? 0),
      "xsell.shrink_warning": String(settings.shrinkWarningShare),
      "xsell.shrink_error": String(settings.shrinkErrorShare),
      "xsell.maximum_days_ahead": String(settings.maximumDaysAhead),
      "xsell.thin_month": String(settings.thinMonthShare),
      "xsell.thin_month_warning": String(settings.thinMonthWarningShare),
    ]
  }

  /// What the rules about all accounts and all product months found or compare with.
  private func bindMonths(_ open: OpenCheck, _ counter: FaultCounter) async throws {
    let published = try await earlierPublishedMonth(open.scope)
    let clients = try await monthClients(open, counter, published)
    let feeds = if let tally = open.tally { tally.feeds } else { try await counter.feeds() }
    let atOnce = if let tally = open.tally { tally.accounts.openingsAtOnce } else { try await counter.openingsAtOnce() }
    let before = clients.before(published: published)
    try await bind(["xsell.published_month": published?.firstDay.description ?? ""])
    try await bind(months(clients, published, open.settings))
    try await bind([
      "xsell.missing_feeds": feeds.missing(thinBelow: open.settings.thinMonthWarningShare).map(\.rawValue),
      "xsell.lost_feeds": feeds.lost(thinBelow: open.settings.thinMonthShare, of: before).map(\.rawValue),
      "xsell.openings_at_once": atOnce,
    ])
  }

  /// What the rules about a month that is not loaded compare with.
  private func months(_ clients: MonthClients, _ published: Month?, _ settings: CheckSettings) -> [String: String] {
    func list(_ months: [Month]) -> String { "{\(months.map(\.description).joined(separator: ","))}" }
    return [
      "xsell.clients_before": String(clients.before(published: published)),
      "xsell.clients_last_month": String(clients.lastMonth),
      "xsell.month_clients": "{\(clients.latest.map { "\"\($0.month)\": \($0.clients)" }.joined(separator: ", "))}",
      "xsell.gap_months": list(clients.gaps(thinBelow: settings.thinMonthShare)),
      "xsell.low_months": list(clients.low(thinBelow: settings.thinMonthWarningShare)),
      "xsell.unlike_income": list(clients.unlikeIncome), "xsell.without_operations": list(clients.withoutOperations),
    ]
  }

  /// The last month that what is published knows, where that is an earlier one than the night's.
  private func earlierPublishedMonth(_ scope: ReadScope) async throws -> Month? {
    guard try await exists("xsell.publication") else { return nil }
    return try await connection.optional(
      Statement<BusinessDate>(.earlierPublishedMonth, .text(scope.bank.rawValue), .date(scope.asOf)) {
        try $0.date("month")
      })?.calendarMonth
  }

  /// What a reading has counted will do where the months that were published are among those before the last. Else they
  /// are asked for as well: after an outage all months before may be as empty as the last.
  private func monthClients(
    _ open: OpenCheck, _ counter: FaultCounter, _ published: Month?
  ) async throws -> MonthClients {
    let isAmongThoseBefore = published.map { $0.advanced(by: 1) >= open.scope.asOf.lastCompleteMonth } ?? true
    if isAmongThoseBefore, let tally = open.tally { return tally.monthClients }
    return try await counter.monthClients(open.scope)
  }

  private func rowCounts(_ scope: ReadScope) async throws -> [String: Int64] {
    let rows = try await connection.many(
      Statement(.countSourceRows, .text(scope.bank.rawValue), timeout: Self.timeout) { row in
        (relation: try row.decode("relation", as: String.self), count: try row.decode("row_count", as: Int64.self))
      }, limit: SourceRelation.all.count)
    return Dictionary(rows.map { ($0.relation, $0.count) }) { first, _ in first }
  }

  private func exists(_ relation: String) async throws -> Bool {
    try await connection.one(
      Statement(relation, "select to_regclass($1) is not null", .text(relation)) { try $0.decode(0) })
  }
}
