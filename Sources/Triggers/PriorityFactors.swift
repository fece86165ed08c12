/// What a trigger's priority is made of; stored with the trigger so that the order of a list explains itself.
package struct PriorityFactors: Sendable, Hashable {
  /// Adoption probability (0–1); for retain, what the caller puts there, e.g. the chance that the income is at stake.
  package let probability: Double
  /// Typical income a month in whole units of currency (for retain: income at stake); 1 where income is unknown, so
  /// that probability alone decides.
  package let value: Double
  /// By the client's stage.
  package let context: Double
  /// By the trigger's kind.
  package let lever: Double

  package init(probability: Double, value: Double, context: Double, lever: Double) {
    self.probability = probability
    self.value = value
    self.context = context
    self.lever = lever
  }

  /// probability × value × context × lever.
  package var priority: Double { probability * value * context * lever }
}
