import Banking
import Testing

@testable import Policy

@Suite("The canonical text says which night a policy leads to")
struct CanonicalTextTests {
  private static let one = """
    night: {seed: 7, horizon_months: 6, moved_on: [2026-06-16, 2025-12-31]}
    triggers:
      minimum_probability: 0.10
      offer_stages: [returned, growth]
    products: {B: {never_offer: true}, A: {minimum_turnover: 1_000}}
    banks: {S: {cohorts: {minimum_members: 9}}, N: {night: {seed: 8}}}
    """
  /// The same in another order and spelling.
  private static let other = """
    banks:
      N:
        night:
          seed: 8
      S: {cohorts: {minimum_members: 9}}
    products:
      A: {minimum_turnover: 1000.00, never_offer: false}
      B: {never_offer: true}
    triggers:
      offer_stages:
        - growth
        - returned
      minimum_probability: 1e-1
    night:
      horizon_months: 6   # half a year
      moved_on: ["2025-12-31", 2026-06-16, 2026-06-16]
      seed: 7
    """

  @Test("order, spelling and comments do not change it")
  func stable() throws {
    let (one, other) = try (load(Self.one), load(Self.other))
    #expect(one == other)
    #expect(one.canonicalText == other.canonicalText)
    #expect(one.canonicalText(for: BankID("N")) == other.canonicalText(for: BankID("N")))
  }

  @Test("every setting that shapes the night changes it; what only refuses, warns or speeds it up does not")
  func sensitive() throws {
    let usual = Policy().canonicalText
    for text in [
      "night: {seed: 1}", "check: {absurd_amount: 1000}", "gaps: {dormant_months: 4}", "triggers: {control_salt: b}",
      "products: {A: {never_offer: true}}",
      "pinned_profiles: [{name: a, products: [A]}]", "pinned_profiles: [{name: a, products: [A], regions: [x]}]",
      "banks: {N: {}}",
    ] {
      #expect(try load(text).canonicalText != usual, "\(text)")
    }
    for text in [
      "night: {threads: 5}",
      "check: {quarantine_share: 0.5, shrink_error_share: 0.6, shrink_warning_share: 0.3, thin_month_share: 0.1}",
      "check: {require_load_note: true, maximum_days_ahead: 7}",
    ] {
      #expect(try load(text).canonicalText == usual, "\(text)")
    }
  }

  @Test("a limit on calls changes nothing that is learned by, every other setting does")
  func teaching() throws {
    let usual = PolicySettings().teachingText
    for text in ["triggers: {maximum_raised_per_manager: 9, keep_share: 0.5}", "products: {A: {never_offer: true}}"] {
      #expect(try load(text).defaults.teachingText == usual, "\(text)")
    }
    for text in [
      "night: {horizon_months: 6}", "stages: {silent_months: 4}", "pinned_profiles: [{name: a, products: [A]}]",
    ] {
      #expect(try load(text).defaults.teachingText != usual, "\(text)")
    }
  }

  @Test("one bank's text does not depend on the others")
  func perBank() throws {
    let policy = try load("banks: {N: {night: {seed: 8}}}")
    #expect(policy.canonicalText(for: BankID("S")) == Policy().canonicalText(for: BankID("S")))
    #expect(policy.canonicalText(for: BankID("N")) != Policy().canonicalText(for: BankID("N")))
  }

  @Test("names cannot be mistaken for settings")
  func quoting() throws {
    let policy = try load(#"pinned_profiles: [{name: "a\nnight.seed=1 \"", products: [A]}]"#)
    #expect(policy.canonicalText.contains(#"pinned_profiles[1].name="a\nnight.seed=1 \"""#))
  }

  @Test("the summary tells what differs and hides the salt")
  func summary() throws {
    #expect(Policy().redactedSummary == "all settings at their defaults\n")
    let policy = try load(
      """
      night: {seed: 7}
      triggers: {control_salt: pepper}
      products: {A: {never_offer: true}}
      banks: {N: {night: {seed: 8}, products: {A: {never_offer: false}}}}
      """)
    #expect(
      policy.redactedSummary == """
        night.seed: 7 (default 20260701)
        products."A".minimum_probability: null
        products."A".minimum_turnover: null
        products."A".never_offer: true
        triggers.control_salt: (hidden)
        banks.N.night.seed: 8 (default 7)
        banks.N.products."A".minimum_probability: removed
        banks.N.products."A".minimum_turnover: removed
        banks.N.products."A".never_offer: removed

        """)
  }

  private func load(_ text: String) throws -> Policy { try Policy.load(file: "p.yaml", text: text) }
}
