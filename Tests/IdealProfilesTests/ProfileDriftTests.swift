import Glibc
import Testing

@testable import IdealProfiles

struct ProfileDriftTests {
  @Test("the stability index is zero for the same spread and follows its formula otherwise")
  func index() {
    let settings = ProfileSettings()
    let steady = ProfileDrift(baseline: [500, 500], tonight: [1_000, 1_000], settings: settings)
    #expect(abs(steady.stabilityIndex) < 1e-12)
    #expect(steady.verdict == .steady)
    let drift = ProfileDrift(baseline: [49, 49], tonight: [79, 19], settings: settings)
    let (e, a, b) = (0.5, 79.5 / 99, 19.5 / 99)
    #expect(abs(drift.stabilityIndex - ((a - e) * log(a / e) + (b - e) * log(b / e))) < 1e-12)
    #expect(drift.verdict == .refitDue)
    #expect(ProfileDrift(baseline: [0, 10], tonight: [0, 10], settings: settings).stabilityIndex == 0)
    #expect(ProfileDrift(baseline: [500, 500], tonight: [660, 340], settings: settings).verdict == .warning)
  }
}
