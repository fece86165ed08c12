package import Banking

/// When a gap becomes a trigger. Every value has a default that can be defended for a bank about which nothing else is
/// known; a product owner changes them in the policy file.
package struct TriggerPolicy: Sendable, Hashable {
  /// Least adoption probability of an offer within the horizon (0–1). At 0.02 one client in fifty would come by itself within the horizon;
  /// below it the manager stops believing the list.
  package var minimumProbability = 0.02
  /// Least expected income, a month, in the bank's currency. Zero: no currency is assumed, so each bank sets its own.
  /// Does not apply where income is unknown.
  package var minimumExpectedIncome = Money.zero
  /// An open trigger stays until its figures fall below this share (0–1) of the two minima: raising needs more than
  /// staying, so that a figure at the border does not flicker.
  package var keepShare = 0.7

  /// Stages in which a product may be offered, woken or deepened: growth and plateau pay back; returned clients are
  /// active again. A client whose stage is unknown is offered.
  package var offerStages: Set<Stage> = [.growth, .plateau, .returned]
  /// Stages that call for a retain trigger.
  package var retainStages: Set<Stage> = [.decline, .leaving]

  package var coolDown = CoolDown()
  /// Days a trigger waits for its manager; its last day is included. A month: the data behind it are monthly.
  package var validityDays = 30
  /// Days from raising within which a result counts as this trigger's, and after which an accepted one expires. Three
  /// months: the horizon of the adoption probability.
  package var conversionWindowDays = 90

  /// Live triggers a client may have at once, over all kinds: one conversation carries two subjects, not five.
  package var maximumLivePerClient = 2
  /// Triggers raised for a client within `contactWindowDays`, ended ones included.
  package var maximumRaisedPerClient = 3
  /// Days. A month back from the as-of date.
  package var contactWindowDays = 30
  /// Triggers a manager gets in one night: a morning's ten minutes.
  package var maximumRaisedPerManager = 10
  /// Share (0–1) of a manager's night and of its list that retain calls may take while something else waits: they
  /// come first, yet a morning of nothing but bad news sells nothing. What the others leave free is theirs too.
  package var maximumRetainShare = 0.4
  /// Live triggers (open, accepted, snoozed) of a manager beyond which nothing is raised: about a fortnight's calls.
  package var maximumLivePerManager = 40

  /// Share (0–1) of clients kept without triggers so that the lift can be measured. 0: off until the bank decides it.
  package var controlShare = 0.0
  /// Chooses another control group; changing it moves clients in and out, raising the share only adds some.
  package var controlSalt = "xsell"

  /// By product code, where a rule is wanted.
  package var products: [ProductCode: ProductRule] = [:]

  /// How much more (above 1) or less a stage makes a call worth; 1 where missing and for an unknown stage. A growing
  /// client takes up new products most readily; one that is leaving must be called before one that declines.
  package var contextFactors: [Stage: Double] = [.growth: 1.2, .leaving: 1.2]
  /// How much a manager's call changes the outcome, by kind, against an offer; 1 where missing. Keeping income costs
  /// several times less than winning it anew; waking is easier to ask for than to bring about, deepening more so.
  package var leverFactors: [TriggerKind: Double] = [.retain: 2, .activate: 0.8, .deepen: 0.6]

  package init() {}
}
