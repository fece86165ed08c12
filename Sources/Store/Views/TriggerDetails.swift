package import Banking
import PostgresKit

/// What a trigger's reason says, and what was said before: for the manager who is about to call.
package struct TriggerDetails: Sendable {
  package let conversation: String
  /// Whose queue it stands in while no manager has it; empty = the bank's own.
  package let branch: String?
  package let askOn: BusinessDate?
  package let profileName: String?
  /// Share of holders that decided, of the profile or of a wider circle where few are of it.
  package let penetration: Double?
  package let low: Money?
  package let high: Money?
  package let since: String?
  package let fellBy: Double?
  package let measure: String?
  /// Of a fall, as in `reason.compared_with`.
  package let comparedWith: String?
  /// Name of the product that most of a fall comes from.
  package let fallen: String?
  /// When that ended.
  package let endedOn: String?
  /// Of a renewal: accounts of the product that mature on its day, and those that are open.
  package let maturingAccounts: Int?
  package let openAccounts: Int?
  /// Of the priority, in the order in which they are multiplied; nil where it was not recorded.
  package let factors: [Double?]
  /// The last answer of a manager about any trigger of the client.
  package let lastAnswer: Answer?

  package struct Answer: Sendable {
    /// UTC, to the second: `2026-07-01T09:05:00Z`.
    package let at: String
    package let kind: String
    package let productName: String?
    package let state: String
    package let note: String?
  }

  init(_ row: PostgresRow) throws {
    conversation = try row.decode("conversation_id")
    branch = try row.decode("branch")
    askOn = try row.optionalDate("ask_on")
    profileName = try row.decode("trigger_profile")
    penetration = try row.decode("trigger_penetration")
    low = try row.money("trigger_low")
    high = try row.money("trigger_high")
    since = try row.decode("trigger_since")
    fellBy = try row.decode("trigger_fell_by")
    measure = try row.decode("trigger_measure")
    comparedWith = try row.decode("trigger_compared_with")
    fallen = try row.decode("trigger_fallen")
    endedOn = try row.decode("trigger_ended_on")
    maturingAccounts = try row.decode("trigger_maturing_accounts", as: Int32?.self).map { Int($0) }
    openAccounts = try row.decode("trigger_open_accounts", as: Int32?.self).map { Int($0) }
    factors = try row.decode("trigger_factors")
    lastAnswer = try row.decode("last_at", as: String?.self).map { at in
      Answer(
        at: at, kind: try row.decode("last_kind"), productName: try row.decode("last_product"),
        state: try row.decode("last_state"), note: try row.decode("last_note"))
    }
  }
}
