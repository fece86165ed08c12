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
  /// An open trigger stays until its figures fall below this share (0–1) of the two minima, or of what makes its product
  /// characteristic: raising needs more than staying, so that a figure at the border does not flicker.
  package var keepShare = 0.7

  /// Stages in which a product may be offered, woken or deepened: growth and plateau pay back; returned clients are
  /// active again. A client whose stage is unknown is offered.
  package var offerStages: Set<Stage> = [.growth, .plateau, .returned]
  /// Stages that call for a retain trigger.
  package var retainStages: Set<Stage> = [.decline, .leaving]
  /// Days since a client left or fell silent at which winning it back is tried, each once: after a quarter, half a year
  /// and a year.
  package var winBackDays = [90, 180, 360]
  /// Quantile (0–1) of the clients' monthly income that a client must have brought to be won back: the middle one.
  package var winBackIncomeQuantile = 0.5
  /// Most products that a welcome speaks of: more is a catalogue.
  package var onboardingProducts = 3

  /// When triggers of each kind may be raised, expire, succeed and return.
  package var kinds = KindWindow.defaults
  package var coolDown = CoolDown()

  /// Live conversations a client may have at once, over all kinds: one under way and one new.
  package var maximumLivePerClient = 2
  /// Conversations raised for a client within `contactWindowDays`, ended ones included.
  package var maximumRaisedPerClient = 2
  /// Days. A month back from the as-of date.
  package var contactWindowDays = 30
  /// Triggers that one conversation carries: three subjects fit into a call, five do not.
  package var maximumPerConversation = 3
  /// Conversations a manager (or a branch's queue) gets in one night: a morning's ten minutes.
  package var maximumRaisedPerManager = 10
  /// Conversations a manager gets within seven days: six calls a working day beside the rest of the work.
  package var maximumRaisedPerManagerWeek = 30
  /// Share (0–1) of a manager's night and of its list that retain calls may take while something else waits: they
  /// come first, yet a morning of nothing but bad news sells nothing. One at least, unless the share is 0; what the others leave
  /// free is theirs too.
  package var maximumRetainShare = 0.4
  /// Live conversations (open, accepted, snoozed) of a manager beyond which nothing is raised: about a fortnight's calls.
  package var maximumLivePerManager = 40
  /// Days without any conversation raised after which a client counts as not called for long: a quarter and a month.
  package var floorDays = 120
  /// Share (0–1) of a manager's room kept for such clients, if they have something worth saying: one call in five.
  package var floorShare = 0.2

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
  /// Chance (0–1) that a call brings what it is about, of the kinds that no model forecasts; the bank's own conversions
  /// correct it. Much of what matures is renewed anyway; few that have gone come back.
  package var chances: [TriggerKind: Double] = [.winBack: 0.1, .returned: 0.2, .renew: 0.3]
  package var conversion = ConversionPolicy()
  package var qualification = QualificationPolicy()

  package init() {}
}
