package import Banking
import PostgresKit

/// The last published night of a bank and what its clients add up to.
package struct NightSummary: Sendable {
  package struct Rule: Sendable {
    /// Of `xsell check`.
    package let name: String
    /// Rows, or relations and columns for rules about those.
    package let count: Int
  }

  package struct Step: Sendable {
    package let name: String
    package let seconds: Double
  }

  package let bank: BankID
  package let bankName: String
  /// ISO 4217.
  package let currency: String
  package let locale: String
  package let asOf: BusinessDate
  package let run: String
  package let horizonMonths: Int
  /// What the chances were learned from.
  package let basis: String
  /// nil where the ledger no longer has the run, like what follows.
  package let finishedAt: String?
  package let seconds: Double?
  package let version: String?
  /// Start of the policy's hash.
  package let policy: String?
  /// Why profiles were fitted, or that they were not.
  package let fit: String?
  /// Rules of the check that were broken, and how often.
  package let rules: [Rule]
  /// The longest first.
  package let steps: [Step]
  package let clients: Int
  /// A month, over all clients of whom it is known.
  package let monthlyIncome: Money?
  package let potentialIncome: Money?
  package let potentialLow: Money?
  package let potentialHigh: Money?
  package let expectedIncome: Money?
  /// Calls with something open in them; one call may be about several triggers.
  package let liveConversations: Int

  init(_ row: PostgresRow) throws {
    bank = try row.bank()
    bankName = try row.decode("bank_name")
    currency = try row.decode("currency")
    locale = try row.decode("locale")
    asOf = try row.date("as_of")
    run = try row.decode("run_id")
    horizonMonths = Int(try row.decode("horizon_months", as: Int16.self))
    basis = try row.decode("basis")
    finishedAt = try row.decode("finished_at")
    seconds = try row.decode("seconds")
    version = try row.decode("version")
    policy = try row.decode("policy")
    fit = try row.decode("fit")
    rules = zip(
      try row.decode("rules", as: [String].self), try row.decode("rule_counts", as: [Int64].self)
    ).map { Rule(name: $0, count: Int($1)) }
    steps = zip(
      try row.decode("steps", as: [String].self), try row.decode("step_seconds", as: [Double].self)
    ).map { Step(name: $0, seconds: $1) }
    clients = try row.count("clients")
    monthlyIncome = try row.money("monthly_income")
    potentialIncome = try row.money("potential_income")
    potentialLow = try row.money("potential_low")
    potentialHigh = try row.money("potential_high")
    expectedIncome = try row.money("expected_income")
    liveConversations = try row.count("live_conversations")
  }
}
