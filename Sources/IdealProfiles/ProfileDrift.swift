import Glibc

/// How far the clients' spread over the profiles has moved since the model was fitted.
package struct ProfileDrift: Hashable, Sendable {
  package enum Verdict: Hashable, Sendable { case steady, warning, refitDue }

  /// Σ (a_i − e_i) log(a_i / e_i) over the profiles' shares, a tonight's, e those at the fit.
  package let stabilityIndex: Double
  package let verdict: Verdict

  /// - Parameter baseline: clients by profile at the fit (`ProfileModel.baseline`), `tonight` likewise.
  package init(baseline: [Int], tonight: [Int], settings: ProfileSettings) {
    stabilityIndex = Self.stabilityIndex(baseline, tonight)
    verdict =
      stabilityIndex >= settings.driftAlarm
      ? .refitDue : stabilityIndex >= settings.driftWarning ? .warning : .steady
  }

  /// Half a client is added to every profile, so that an empty one does not make it infinite.
  private static func stabilityIndex(_ expected: [Int], _ actual: [Int]) -> Double {
    let half = Double(expected.count) / 2
    let expectedTotal = Double(expected.reduce(0, +)) + half
    let actualTotal = Double(actual.reduce(0, +)) + half
    return zip(expected, actual).reduce(0) { sum, pair in
      let e = (Double(pair.0) + 0.5) / expectedTotal
      let a = (Double(pair.1) + 0.5) / actualTotal
      return sum + (a - e) * log(a / e)
    }
  }
}
