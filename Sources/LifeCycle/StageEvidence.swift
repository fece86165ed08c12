import Banking
import Features

/// What is known of one client, from which its stage follows.
struct StageEvidence {
  let closedOn: BusinessDate?
  let tenureMonths: Int?
  /// nil where the bank has no activity history.
  let history: ActivityHistory?
  let income: LevelChange?
  let operations: LevelChange?
  /// First day of its accounts after a time without any, where that time was long enough to count.
  let reopenedOn: BusinessDate?
  let asOf: BusinessDate
  let settings: StageSettings

  init(_ table: FeatureTable, client: Int, movement: BankMovement, settings: StageSettings) {
    let snapshot = table.snapshot
    closedOn = snapshot.clients[client].closedOn
    tenureMonths = table.figures[client].tenureMonths
    asOf = snapshot.asOf
    self.settings = settings
    reopenedOn = snapshot.reopening(of: client, after: settings.returnAfterMonths)
    guard snapshot.hasActivity else {
      (history, income, operations) = (nil, nil, nil)
      return
    }
    let history = ActivityHistory(snapshot, client: client, first: snapshot.firstDay(of: client))
    self.history = history
    func change(_ measure: LevelChange.Measure, _ values: [Double], _ movement: [Double?], known: Bool) -> LevelChange?
    {
      LevelSeries(
        measure: measure, values: values, movement: Array(movement.suffix(values.count)), movementIsKnown: known,
        last: history.last, settings: settings
      ).change
    }
    income = change(.income, history.income, movement.income, known: movement.isKnown)
    let counted = change(.operations, history.operations, movement.operations, known: movement.isKnown)
    operations = counted.flatMap { max($0.usual, $0.now) >= settings.minimumOperations ? $0 : nil }
  }

  /// The first rule that applies, from what is certain to what is a matter of degree.
  func assessment(previous: Stage?) -> StageAssessment? {
    if let closedOn { return StageAssessment(stage: .left, since: closedOn.calendarMonth) }
    if let tenureMonths, tenureMonths < settings.onboardingMonths { return StageAssessment(stage: .onboarding) }
    guard let history, history.count > 0 else { return nil }
    return bySilence(history) ?? byReturn(history) ?? byTrend(history, previous: previous)
  }
}
