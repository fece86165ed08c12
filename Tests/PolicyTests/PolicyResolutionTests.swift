import Banking
import Gaps
import IdealProfiles
import LifeCycle
import Potential
import Testing
import Triggers

@testable import Policy

@Suite("A policy file is resolved into one total value")
struct PolicyResolutionTests {
  @Test("an empty file is the defaults", arguments: ["", "# only a comment\n", "---\n", "night:\n", "banks: {}\n"])
  func empty(text: String) throws {
    #expect(try Policy.load(file: "p.yaml", text: text) == Policy())
  }

  @Test("what the file says is taken, the rest keeps its default")
  func partial() throws {
    let text = """
      night: {seed: 18446744073709551615, threads: 2}
      check: {absurd_amount: 1_000_000.5, require_load_note: true}
      profiles:
        profile_counts: [3, 5]
        mixture: {tolerance: 1e-4}
      triggers:
        offer_stages: [plateau]
        cool_down: {by_reason: {price: 7}}
        context_factors: {decline: 0.5}
      """
    var expected = PolicySettings()
    expected.night.seed = .max
    expected.night.threads = 2
    expected.check.absurdAmount = Money(minorUnits: 100_000_050)
    expected.check.requireLoadNote = true
    expected.profiles.profileCounts = 3...5
    expected.profiles.mixture.tolerance = 1e-4
    expected.triggers.offerStages = [.plateau]
    expected.triggers.coolDown.byReason[.price] = 7
    expected.triggers.contextFactors[.decline] = 0.5
    #expect(try Policy.load(file: "p.yaml", text: text).defaults == expected)
  }

  @Test("a bank's section goes over the file's, key by key; other banks keep the file's")
  func banks() throws {
    let text = """
      banks:
        NORTH:
          triggers: {maximum_raised_per_manager: 15}
          products: {LEASING: {minimum_probability: 0.2}}
        "7": {cohorts: {minimum_members: 9}}
      triggers: {maximum_raised_per_manager: 5, contact_window_days: 20}
      products: {LEASING: {minimum_turnover: 1000}, DEPOSIT: {never_offer: true}}
      """
    let policy = try Policy.load(file: "p.yaml", text: text)
    let north = policy.settings(for: BankID("NORTH"))
    let other = policy.settings(for: BankID("SOUTH"))
    #expect(north.triggers.maximumRaisedPerManager == 15)
    #expect(north.triggers.contactWindowDays == 20)
    #expect(
      north.triggers.products == [
        ProductCode("LEASING"): ProductRule(minimumTurnover: Money(minorUnits: 100_000), minimumProbability: 0.2),
        ProductCode("DEPOSIT"): ProductRule(neverOffer: true),
      ])
    #expect(other == policy.defaults)
    #expect(other.triggers.maximumRaisedPerManager == 5)
    #expect(policy.settings(for: BankID("7")).cohorts.minimumMembers == 9)
  }

  @Test("a bank takes a product rule back by null and false")
  func ruleTakenBack() throws {
    let text = """
      products: {A: {never_offer: true, minimum_turnover: 5}}
      banks: {NORTH: {products: {A: {never_offer: false, minimum_turnover: null}}}}
      """
    #expect(try Policy.load(file: "p.yaml", text: text).settings(for: BankID("NORTH")).triggers.products.isEmpty)
  }

  @Test("pinned profiles are read in order; a bank's list replaces the general one")
  func pinned() throws {
    let text = """
      pinned_profiles:
        - name: retail traders
          industries: [Retail, "56"]
          products: [ACCOUNT, ACQUIRING, CASH, PAYROLL]
          mode: override
        - {name: всем, products: [ACCOUNT]}
      banks:
        NORTH: {pinned_profiles: []}
      """
    let policy = try Policy.load(file: "p.yaml", text: text)
    let codes = ["ACCOUNT", "ACQUIRING", "CASH", "PAYROLL"].map { ProductCode($0) }
    #expect(
      policy.defaults.pinnedProfiles == [
        PinnedProfile(name: "retail traders", industries: ["Retail", "56"], products: codes, mode: .override),
        PinnedProfile(name: "всем", products: [codes[0]], mode: .join),
      ])
    #expect(policy.settings(for: BankID("NORTH")).pinnedProfiles.isEmpty)
  }

  @Test(
    "an amount is exact, in every spelling",
    arguments: [("0.07", 7), ("0.7", 70), ("12", 1200), ("1e3", nil), ("1.", nil), (".5", nil), ("-0.01", nil)]
      as [(String, Int64?)])
  func amounts(text: String, minorUnits: Int64?) {
    let policy = try? Policy.load(file: "p.yaml", text: "triggers: {minimum_expected_income: \(text)}")
    #expect(policy?.defaults.triggers.minimumExpectedIncome.minorUnits == minorUnits)
  }
}
