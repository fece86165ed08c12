import Testing

@testable import Policy

@Suite("A wrong policy file is refused with file, line, key and what was expected")
struct PolicyFaultTests {
  @Test(
    "each kind of fault is told in one line",
    arguments: [
      (
        "a word for a number", "triggers:\n  contact_window_days: many",
        #"p.yaml:2: triggers.contact_window_days: expected a whole number of days from 1 to 365, found "many""#
      ),
      (
        "a quoted number", "triggers:\n  contact_window_days: '30'",
        #"p.yaml:2: triggers.contact_window_days: expected a whole number of days from 1 to 365, found "30""#
      ),
      (
        "a decimal for a whole number", "night:\n\n  horizon_months: 2.5",
        #"p.yaml:3: night.horizon_months: expected a whole number of months from 1 to 24, found "2.5""#
      ),
      (
        "out of range", "gaps:\n  under_used_share: 1.01",
        #"p.yaml:2: gaps.under_used_share: expected a share from 0 to 1, found "1.01""#
      ),
      (
        "not a number", "gaps:\n  under_used_share: .nan",
        #"p.yaml:2: gaps.under_used_share: expected a share from 0 to 1, found ".nan""#
      ),
      (
        "a negative seed", "night: {seed: -1}",
        #"p.yaml:1: night.seed: expected a whole number from 0 to 18446744073709551615, found "-1""#
      ),
      (
        "a fraction of a hundredth", "triggers:\n  minimum_expected_income: 1.005",
        "p.yaml:2: triggers.minimum_expected_income: expected an amount from 0 to 1000000000000 with at most two "
          + #"decimals, found "1.005""#
      ),
      (
        "yes for true", "check:\n  require_load_note: yes",
        #"p.yaml:2: check.require_load_note: expected true or false, found "yes""#
      ),
      (
        "an unknown word", "triggers:\n  offer_stages: [growth, plato]",
        "p.yaml:2: triggers.offer_stages: expected a list out of onboarding, growth, plateau, decline, leaving, left, "
          + "returned, found [growth, plato]"
      ),
      (
        "a day that no calendar has", "night:\n  moved_on: [2026-06-16, 2026-02-30]",
        "p.yaml:2: night.moved_on: expected a list of dates such as 2026-06-16, found [2026-06-16, 2026-02-30]"
      ),
      (
        "an interval upside down", "profiles:\n  profile_counts: [8, 2]",
        "p.yaml:2: profiles.profile_counts: expected [lowest, highest], each a whole number of profiles from 1 to 32, "
          + "found [8, 2]"
      ),
      (
        "nothing", "night:\n  horizon_months:",
        "p.yaml:2: night.horizon_months: expected a whole number of months from 1 to 24, found nothing"
      ),
      (
        "a section for a value", "night:\n  horizon_months: {a: 1}",
        "p.yaml:2: night.horizon_months: expected a whole number of months from 1 to 24, found a section"
      ),
      ("a value for a section", "night: 3", #"p.yaml:1: night: expected a section of keys, found "3""#),
      ("a list for the file", "- night", "p.yaml:1: expected a section of keys, found [night]"),
      (
        "a misspelt key", "triggers:\n  contact_window_day: 3",
        "p.yaml:2: triggers.contact_window_day: unknown key; did you mean contact_window_days?"
      ),
      (
        "a misspelt section", "trigers:\n  contact_window_days: 3",
        "p.yaml:1: trigers: unknown key; did you mean triggers?"
      ),
      (
        "a key in the wrong section", "night:\n  contact_window_days: 3",
        "p.yaml:2: night.contact_window_days: unknown key; did you mean triggers.contact_window_days?"
      ),
      (
        "a strange key", "cohorts:\n  colour: red",
        "p.yaml:2: cohorts.colour: unknown key; expected one of minimum_members"
      ),
      ("a key without a name", "? [a]\n: 1", "p.yaml:1: expected a name before the colon, found [a]"),
      (
        "a key that stands twice", "night:\n  seed: 1\n  threads: 2\n  seed: 3",
        "p.yaml:2: night.seed: stands again on line 4; keep one of the two"
      ),
      (
        "a contradiction", "profiles:\n  drift_warning: 0.3",
        "p.yaml:2: profiles.drift_warning: expected profiles.drift_warning (0.3) not to exceed "
          + "profiles.drift_alarm (0.25)"
      ),
      (
        "something sold at a stage at which the client is to be kept", "triggers:\n  offer_stages: [plateau, decline]",
        "p.yaml:2: triggers.offer_stages: expected triggers.offer_stages ([plateau, decline]) to name none of "
          + "triggers.retain_stages ([decline, leaving])"
      ),
      (
        "a low estimate above the typical one", "potential:\n  low_quantile: 0.51",
        #"p.yaml:2: potential.low_quantile: expected a share from 0 to 0.5, found "0.51""#
      ),
      (
        "a high estimate below the typical one", "potential:\n  high_quantile: 0.49",
        #"p.yaml:2: potential.high_quantile: expected a share from 0.5 to 1, found "0.49""#
      ),
      (
        "a pinned profile without products", "pinned_profiles:\n  - name: traders",
        "p.yaml:2: pinned_profiles[1]: expected at least one product code under products, found none"
      ),
      (
        "a pinned profile of an unknown mode", "pinned_profiles:\n  - name: t\n    products: [A]\n    mode: force",
        #"p.yaml:4: pinned_profiles[1].mode: expected one of override, join, found "force""#
      ),
      (
        "two pinned profiles of one name", "pinned_profiles:\n- {name: t, products: [A]}\n- {name: t, products: [B]}",
        "p.yaml:3: pinned_profiles[2]: another pinned profile has the same name"
      ),
      (
        "a rule that is none", "products:\n  LEASING:\n    never_ofer: true",
        "p.yaml:3: products.LEASING.never_ofer: unknown key; did you mean never_offer?"
      ),
      (
        "a fault in a bank's own section", "banks:\n  NORTH:\n    night:\n      threads: -1",
        #"p.yaml:4: banks.NORTH.night.threads: expected a whole number of threads from 0 to 1024, found "-1""#
      ),
      (
        "banks in a bank", "banks:\n  NORTH:\n    banks: {}",
        "p.yaml:3: banks.NORTH.banks: unknown key; expected one of check, night, cohorts, profiles, gaps, adoption, "
          + "potential, stages, rfm, survival, life_value, triggers, pinned_profiles, products"
      ),
      (
        "broken YAML", "night:\n  seed: [1, 2",
        "p.yaml:3: expected YAML, found a syntax error: while parsing a flow sequence (line 2): did not find expected "
          + "',' or ']'"
      ),
      (
        "a tab for indentation", "night:\n\tseed: 1",
        "p.yaml:2: expected YAML, found a syntax error: while scanning for the next token (line 2): found character "
          + "that cannot start any token"
      ),
      (
        "an unknown alias", "night:\n  seed: *other",
        "p.yaml:2: expected YAML, found a syntax error: found undefined alias"
      ),
      (
        "two documents", "night: {}\n---\nnight: {}",
        "p.yaml:2: expected YAML, found a syntax error: expected a single document in the stream (line 1): but found "
          + "another document"
      ),
      (
        "a control character", "night:\n  seed: \u{1}",
        "p.yaml:2: expected YAML, found a syntax error: control characters are not allowed"
      ),
    ])
  func oneLine(name: String, text: String, expected: String) {
    #expect(faults(text) == [expected], "\(name)")
  }

  @Test("all faults are told at once, in order of line")
  func allAtOnce() {
    let text = """
      triggers:
        contact_window_days: 0
        keep_share: 0.5
        keep_share: 0.6
      nihgt: {}
      night:
        seed: x
      banks:
        NORTH:
          gaps: 1
      """
    #expect(
      faults(text) == [
        #"p.yaml:2: triggers.contact_window_days: expected a whole number of days from 1 to 365, found "0""#,
        "p.yaml:3: triggers.keep_share: stands again on line 4; keep one of the two",
        "p.yaml:5: nihgt: unknown key; did you mean night?",
        #"p.yaml:7: night.seed: expected a whole number from 0 to 18446744073709551615, found "x""#,
        #"p.yaml:10: banks.NORTH.gaps: expected a section of keys, found "1""#,
      ])
  }

  @Test("a contradiction that a bank makes is told in the bank's section")
  func contradictionOfBank() {
    let text = "profiles: {drift_warning: 0.2}\nbanks:\n  NORTH:\n    profiles:\n      drift_alarm: 0.15"
    #expect(
      faults(text) == [
        "p.yaml:5: banks.NORTH.profiles.drift_alarm: expected profiles.drift_warning (0.2) not to exceed "
          + "profiles.drift_alarm (0.15)"
      ])
  }

  @Test("more pinned profiles than can be numbered are refused")
  func tooManyPinned() {
    let items = (1...101).map { "- {name: p\($0), products: [A]}\n" }.joined()
    #expect(
      faults("pinned_profiles:\n" + items) == [
        "p.yaml:2: pinned_profiles: expected a list of at most 100 pinned profiles, found a list of 101"
      ])
  }

  @Test("what is secret is not repeated in a message")
  func secret() {
    #expect(
      faults("triggers:\n  control_salt: [pepper]") == [
        "p.yaml:2: triggers.control_salt: expected a text, found something else"
      ])
  }

  @Test("a long value is cut in the message")
  func longValue() {
    let told = faults("night: {seed: \(String(repeating: "x", count: 500))}").first ?? ""
    #expect(told.hasSuffix("found \"\(String(repeating: "x", count: 40))…\""))
  }

  private func faults(_ text: String) -> [String] {
    do throws(PolicyError) {
      _ = try Policy.load(file: "p.yaml", text: text)
      return []
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
  }
}
