/// What a trigger's priority is made of; stored with the trigger so that the order of a list explains itself.
package struct PriorityFactors: Sendable, Hashable {
  /// Adoption probability (0–1); where no model gives one, what the caller puts there: for retain the share that is
  /// already lost, else the policy's chance.
  package let probability: Double
  /// Typical income a month in whole units of currency (for a client as a whole: income at stake); 1 where income is
  /// unknown, so that probability alone decides.
  package let value: Double
  /// By the client's stage.
  package let context: Double
  /// By the trigger's kind.
  package let lever: Double
  /// What the bank's own experience says.
  package let conversion: ConversionFactors

  /// probability × value × context × lever × conversion; × qualification once the manager knows more.
  package var priority: Double { probability * value * context * lever * conversion.total }
}
