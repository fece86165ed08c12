/// How much the bank's own conversions move a priority.
package struct ConversionPolicy: Sendable, Hashable {
  /// Ended triggers that weigh as much as the bank's overall rate. Twenty: below it one win more or less decides.
  package var strength = 20.0
  /// Bounds of each of the two factors, the manager's and that of kind, product and profile: experience may halve or double what the model says, not replace it.
  package var least = 0.5
  package var most = 2.0

  package init() {}

  /// Shrunk rate over the overall rate: the mean of the beta posterior with the overall rate as prior mean and `strength`
  /// as prior size (A. Gelman et al., Bayesian Data Analysis, section 2.4), divided by that rate. 1 without any win.
  func factor(_ count: ConversionCount, overall: ConversionCount) -> Double {
    guard overall.won > 0, overall.ended > 0 else { return 1 }
    let usual = Double(overall.won) / Double(overall.ended)
    return (Double(count.won) + strength * usual) / (Double(count.ended) + strength) / usual
  }
}
