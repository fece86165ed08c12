import Banking

extension StageEvidence {
  /// Left or leaving by silence that is longer than any before: a client with a dead season is silent every year. Whoever
  /// came once or twice never had a level, so its silence says nothing until it is as long as counts as gone.
  func bySilence(_ history: ActivityHistory) -> StageAssessment? {
    let silent = silences.current
    guard silent >= settings.silentMonths else { return nil }
    let since = history.month(history.count - silent)
    if silent >= settings.leftMonths { return StageAssessment(stage: .left, silentMonths: silent, since: since) }
    guard silent > silences.longestBefore, silences.activeMonths >= settings.baselineMonths, !isOutOfSeason else {
      return nil
    }
    return StageAssessment(stage: .leaving, change: deepestFall, silentMonths: silent, since: since)
  }

  /// Active again after a silence longer than any before, or after a time without accounts.
  func byReturn(_ history: ActivityHistory) -> StageAssessment? {
    guard isActiveNow, !isOnlyCharged else { return nil }
    if let reopenedOn {
      return StageAssessment(stage: .returned, silentMonths: silences.sinceLast, since: reopenedOn.calendarMonth)
    }
    // A first silence after opening within the history is a late start, not an absence.
    guard let absence = silences.absence(leads: !history.startsWithin), absence.months >= settings.returnAfterMonths,
      history.count - absence.endedAt <= settings.returnedMonths
    else { return nil }
    return StageAssessment(
      stage: .returned, silentMonths: silences.sinceLast, since: history.month(absence.endedAt))
  }

  /// Growth, plateau, decline or leaving by level, weaker signals sufficing to stay.
  func byTrend(_ history: ActivityHistory, previous: Stage?) -> StageAssessment? {
    let silent = silences.sinceLast
    guard income != nil || operations != nil else {
      let isYoung = history.startsWithin && history.count < settings.baselineMonths + 3
      guard isYoung || startedFromNothing(history), isActiveNow else { return nil }
      return StageAssessment(stage: .growth, silentMonths: silent)
    }
    let isDown = previous == .decline || previous == .leaving
    if let fall = deepest(isDown ? falls : falls.filter(lasts)), !rises(fall.measure == .income ? operations : income),
      isDown || !isOutOfSeason
    {
      if passes(fall, previous == .leaving ? settings.leavingStay : settings.leavingEnter, stays: previous == .leaving)
      {
        return StageAssessment(stage: .leaving, change: fall, silentMonths: silent, since: fall.since)
      }
      if passes(fall, isDown ? settings.declineStay : settings.declineEnter, stays: isDown) {
        return StageAssessment(stage: .decline, change: fall, silentMonths: silent, since: fall.since)
      }
    }
    let main = income ?? operations
    let stays = previous == .growth
    if let main, main.share > 0, passes(main, stays ? settings.growthStay : settings.growthEnter, stays: stays),
      !falls(main.measure == .income ? operations : nil)
    {
      return StageAssessment(stage: .growth, change: main, silentMonths: silent, since: main.since)
    }
    return StageAssessment(stage: .plateau, change: deepestFall ?? main, silentMonths: silent)
  }

  private var falls: [LevelChange] { [income, operations].compactMap { $0 }.filter { $0.share < 0 } }

  private var deepestFall: LevelChange? { deepest(falls) }

  private func deepest(_ falls: [LevelChange]) -> LevelChange? { falls.min { $0.share < $1.share } }

  /// A change counts when it is beyond the threshold and stands out from the client's own noise.
  private func passes(_ change: LevelChange, _ threshold: Double, stays: Bool) -> Bool {
    guard abs(change.share) >= threshold else { return false }
    return abs(change.share) >= noise(change.measure) * settings.noiseMultiple * (stays ? 0.5 : 1)
  }

  /// Whether the last month is down as well: what has just come back is no fall that begins.
  private func lasts(_ fall: LevelChange) -> Bool { fall.lastShare.map { $0 <= -settings.declineStay } ?? true }

  private func rises(_ change: LevelChange?) -> Bool { change.map { $0.share >= settings.growthEnter } ?? false }
  private func falls(_ change: LevelChange?) -> Bool { change.map { $0.share <= -settings.declineEnter } ?? false }

  /// Active in one of the last three months.
  private var isActiveNow: Bool { silences.sinceLast.map { $0 < 3 } ?? false }

  /// Enough months, but no usual level to compare with: the client was idle and is not now.
  private func startedFromNothing(_ history: ActivityHistory) -> Bool {
    guard history.count >= settings.baselineMonths + 3 else { return false }
    return history.income.suffix(3).contains { $0 > 0 } && !history.income.dropLast(3).contains { $0 > 0 }
  }
}
