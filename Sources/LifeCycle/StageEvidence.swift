import Banking

/// What is known of one client, from which its stage follows.
struct StageEvidence {
  let closedOn: BusinessDate?
  let tenureMonths: Int?
  /// nil where the bank has no activity history.
  let history: ActivityHistory?
  let silences: Silences
  let income: LevelChange?
  let operations: LevelChange?
  /// Months without activity that came to an end, long enough for the client to count as one that came back; empty = none.
  let absence: Range<Int>
  /// Whether nothing has come of it for so long that it is silent but charges that come once a quarter or a year, which come by
  /// themselves.
  let isOnlyCharged: Bool
  /// First day of its accounts after a time without any, where that was long enough and lately.
  let reopenedOn: BusinessDate?
  let asOf: BusinessDate
  let settings: StageSettings
  /// Whether the client's line of business is out of season, and its own year before is not known.
  let isOutOfSeason: Bool
  private let movement: BankMovement

  init(_ view: Vantage, client: Int, norms: StageNorms, settings: StageSettings) {
    closedOn = view.closedOn(client)
    tenureMonths = view.tenureMonths(client)
    asOf = view.asOf
    self.settings = settings
    movement = norms.movement
    let isYoung = tenureMonths.map { $0 < settings.onboardingMonths } ?? false
    // Where the first rules decide, nothing else is asked.
    guard view.hasActivity, closedOn == nil, !isYoung else {
      (history, income, operations, reopenedOn) = (nil, nil, nil, nil)
      (isOutOfSeason, isOnlyCharged, absence) = (false, false, 0..<0)
      silences = Silences(count: 0) { _ in false }
      return
    }
    let history = ActivityHistory(view, client: client)
    self.history = history
    isOutOfSeason =
      history.count < settings.monthsOfYearOnYear
      && norms.offSeason.contains(industry: view.snapshot.clients[client].industry)
    let quiet = Self.lastBusiness(view, client: client).map { view.lastMonth.months(since: $0) } ?? 0
    isOnlyCharged = quiet >= settings.silentMonths
    // Of who has been without other business for longer, it is not known whether the charges are all that it wants.
    let seen = history.count - (isOnlyCharged && quiet < settings.leftMonths ? quiet : 0)
    silences = Silences(count: history.count) { $0 < seen && history.isActive($0) }
    reopenedOn = view.reopening(of: client, after: settings.returnAfterMonths, within: settings.returnedMonths)
    absence = Self.absence(silences, history, settings)
    income = LevelSeries(.income, history, movement, settings, without: absence).change.flatMap {
      norms.ended.without($0, view, client: client)
    }
    operations = LevelSeries(.operations, history, movement, settings, without: absence).change.flatMap {
      max($0.usual, $0.now) >= settings.minimumOperations ? $0 : nil
    }
  }

  /// The client's usual month-to-month change as a share of its level: what a change must stand out from.
  func noise(_ measure: LevelChange.Measure) -> Double {
    history.map { LevelSeries(measure, $0, movement, settings, without: absence).noise } ?? 0
  }

  /// The last month with income or operations of products that are charged every month, or used in more months than they are
  /// charged in; nil where it is not known, or the client has none such.
  private static func lastBusiness(_ view: Vantage, client: Int) -> Month? {
    guard view.isTonight else { return nil }
    return view.snapshot.holdings(of: client).lazy.filter { holding in
      let cycle = view.billing[Int(holding.product)]
      return cycle <= 1 || Int(holding.activeMonths) > 12 / cycle + 1
    }.compactMap(\.lastActive).max()
  }

  private static func absence(_ silences: Silences, _ history: ActivityHistory, _ settings: StageSettings) -> Range<Int>
  {
    guard let absence = silences.absence(leads: !history.startsWithin), absence.months >= settings.returnAfterMonths
    else { return 0..<0 }
    return absence.endedAt - absence.months..<absence.endedAt
  }

  /// The first rule that applies, from what is certain to what is a matter of degree.
  func assessment(previous: Stage?) -> StageAssessment? {
    if let closedOn { return StageAssessment(stage: .left, since: closedOn.calendarMonth) }
    if let tenureMonths, tenureMonths < settings.onboardingMonths { return StageAssessment(stage: .onboarding) }
    guard let history, history.count > 0 else { return nil }
    return bySilence(history) ?? byReturn(history) ?? byTrend(history, previous: previous)
  }
}
