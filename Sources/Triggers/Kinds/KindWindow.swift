/// When a trigger of one kind may be raised, when it expires, within which a result counts as its success, and how long
/// it is not raised again; all in days.
package struct KindWindow: Sendable, Hashable {
  /// That its reason must have stood, where the reason has a first day; before a maturity: up to which it may be raised.
  package var delay: Int
  /// For which it may be raised after the delay; 0 = for as long as its reason stands. For `renew`: how long before the
  /// maturity; for `win_back`: after each step.
  package var raise: Int
  /// It waits for its manager; the last day is included.
  package var validity: Int
  /// From raising, within which a result counts as its success and after which an accepted one expires.
  package var conversion: Int
  /// From its end to the next one of its kind about the same subject, whatever the answer was. What the night took back
  /// does not count: nobody was called.
  package var coolDown: Int

  package init(delay: Int = 0, raise: Int = 0, validity: Int = 30, conversion: Int = 90, coolDown: Int = 30) {
    self.delay = delay
    self.raise = raise
    self.validity = validity
    self.conversion = conversion
    self.coolDown = coolDown
  }

  /// A month to act on it, for the data behind it are monthly, and the horizon of the adoption probability to succeed.
  package static let defaults: [TriggerKind: KindWindow] = [
    .offer: KindWindow(),
    .activate: KindWindow(coolDown: 60),
    .deepen: KindWindow(coolDown: 90),
    .retain: KindWindow(coolDown: 60),
    .renew: KindWindow(raise: 45, validity: 45, conversion: 60),
    .welcome: KindWindow(delay: 14, raise: 75, validity: 45, coolDown: 365),
    .winBack: KindWindow(raise: 60),
    .returned: KindWindow(raise: 60, coolDown: 180),
  ]
}
