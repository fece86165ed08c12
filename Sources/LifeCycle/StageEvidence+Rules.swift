import Banking

extension StageEvidence {
  /// Left or leaving by silence that is longer than any before: a client with a dead season is silent every year.
  func bySilence(_ history: ActivityHistory) -> StageAssessment? {
    let silences = history.silences
    guard let current = silences.last, current.upperBound == history.count else { return nil }
    let silent = current.count
    let since = history.month(current.lowerBound)
    if silent >= settings.leftMonths { return StageAssessment(stage: .left, silentMonths: silent, since: since) }
    let longestBefore = silences.dropLast().map(\.count).max() ?? 0
    guard silent >= max(settings.silentMonths, longestBefore + 1) else { return nil }
    return StageAssessment(stage: .leaving, change: deepestFall, silentMonths: silent, since: since)
  }

  /// Active again after a silence longer than any before, or after a time without accounts.
  func byReturn(_ history: ActivityHistory) -> StageAssessment? {
    guard isActiveNow(history) else { return nil }
    if let reopenedOn, asOf.wholeMonths(since: reopenedOn) < settings.returnedMonths {
      return StageAssessment(stage: .returned, silentMonths: silentMonths(history), since: reopenedOn.calendarMonth)
    }
    // A first silence after opening within the history is a late start, not an absence.
    let silences = history.silences.filter {
      $0.upperBound < history.count && !($0.lowerBound == 0 && history.startsWithin)
    }
    guard let last = silences.max(by: { $0.count < $1.count }), last.count >= settings.returnAfterMonths,
      silences.count(where: { $0.count == last.count }) == 1,
      history.count - last.upperBound <= settings.returnedMonths
    else { return nil }
    return StageAssessment(
      stage: .returned, silentMonths: silentMonths(history), since: history.month(last.upperBound))
  }

  /// Growth, plateau, decline or leaving by level, weaker signals sufficing to stay.
  func byTrend(_ history: ActivityHistory, previous: Stage?) -> StageAssessment? {
    let silent = silentMonths(history)
    guard income != nil || operations != nil else {
      let isYoung = history.startsWithin && history.count < settings.baselineMonths + 3
      guard isYoung || startedFromNothing(history), isActiveNow(history) else { return nil }
      return StageAssessment(stage: .growth, silentMonths: silent)
    }
    if let fall = deepestFall, !rises(fall.measure == .income ? operations : income) {
      let isDown = previous == .decline || previous == .leaving
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

  private var deepestFall: LevelChange? {
    [income, operations].compactMap { $0 }.filter { $0.share < 0 }.min { $0.share < $1.share }
  }

  /// A change counts when it is beyond the threshold and stands out from the client's own noise.
  private func passes(_ change: LevelChange, _ threshold: Double, stays: Bool) -> Bool {
    let noise = change.noise * settings.noiseMultiple * (stays ? 0.5 : 1)
    return abs(change.share) >= max(threshold, noise)
  }

  private func rises(_ change: LevelChange?) -> Bool { change.map { $0.share >= settings.growthEnter } ?? false }
  private func falls(_ change: LevelChange?) -> Bool { change.map { $0.share <= -settings.declineEnter } ?? false }

  /// Active in one of the last three months.
  private func isActiveNow(_ history: ActivityHistory) -> Bool { (silentMonths(history) ?? .max) < 3 }

  private func silentMonths(_ history: ActivityHistory) -> Int? {
    (0..<history.count).last { history.isActive($0) }.map { history.count - 1 - $0 }
  }

  /// Enough months, but no usual level to compare with: the client was idle and is not now.
  private func startedFromNothing(_ history: ActivityHistory) -> Bool {
    guard history.count >= settings.baselineMonths + 3 else { return false }
    return history.income.suffix(3).contains { $0 > 0 } && history.income.dropLast(3).filter { $0 > 0 }.isEmpty
  }
}
