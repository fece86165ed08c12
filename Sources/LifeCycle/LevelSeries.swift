import Banking

/// One measure of one client month by month, ready to be compared with its own past.
struct LevelSeries {
  let measure: LevelChange.Measure
  /// Oldest first.
  let values: [Double]
  /// The bank's movement by month of its history, the same last month; nil = the bank has no data for the month.
  let movement: [Double?]
  /// Whether `movement` is the bank's, or flat for want of peers.
  let movementIsKnown: Bool
  let last: Month
  let settings: StageSettings
  /// A long absence, which is no level to compare with; empty where there was none.
  let absence: Range<Int>

  init(
    _ measure: LevelChange.Measure, _ history: ActivityHistory, _ movement: BankMovement, _ settings: StageSettings,
    without absence: Range<Int> = 0..<0
  ) {
    self.absence = absence
    self.measure = measure
    values = measure == .income ? history.income : history.operations
    self.movement = measure == .income ? movement.income : movement.operations
    movementIsKnown = movement.isKnown
    last = history.last
    self.settings = settings
  }

  /// The change of the last three months; nil where the months do not suffice or the usual level is nothing.
  var change: LevelChange? {
    guard values.contains(where: { $0 > 0 }) else { return nil }
    return yearOnYear ?? againstOwnMonths
  }

  /// Median of the month-to-month changes as a share of the median level.
  var noise: Double {
    let months = absence.upperBound..<values.count
    guard let middle = median(months, adjusted), middle > 0 else { return 0 }
    var before: Double?
    let change = median(months) { month in
      guard let now = adjusted(month) else { return nil }
      defer { before = now }
      return before.map { abs(now - $0) }
    }
    return (change ?? 0) / middle
  }

  /// Nil where the client's own year before is not known.
  var yearOnYear: LevelChange? {
    guard values.count >= settings.monthsOfYearOnYear else { return nil }
    let yearAgo = values.count - 14
    guard let usual = level(endingAt: yearAgo + 1), let now = level(endingAt: values.count - 1) else {
      return nil
    }
    // Nothing now and nothing a year ago is the client's season.
    if usual == 0, now == 0 { return change(.sameMonthsLastYear, usual: 0, in: yearAgo, now: 0, last: nil, since: nil) }
    guard usual > 0, !absence.overlaps(values.count - 15..<values.count - 12) else { return nil }
    let since = onset(of: (now - usual) / usual, from: 14) { month in
      share(of: level(endingAt: month), against: level(endingAt: month - 12))
    } alone: { month in
      share(of: present(month), against: present(month - 12))
    }
    return change(
      .sameMonthsLastYear, usual: usual, in: yearAgo, now: now,
      last: share(of: present(values.count - 1), against: present(values.count - 13)), since: since)
  }

  var againstOwnMonths: LevelChange? {
    let recent = values.count - 3
    let start = absence.upperBound
    guard recent - start >= settings.baselineMonths else { return nil }
    let months = max(start, recent - 12)..<recent
    guard let usual = median(months, adjusted), usual > 0,
      let now = adjustedLevel(endingAt: values.count - 1)
    else { return nil }
    let since = onset(of: (now - usual) / usual, from: max(start + 2, months.lowerBound)) { month in
      share(of: adjustedLevel(endingAt: month), against: usual)
    } alone: { month in
      share(of: adjusted(month), against: usual)
    }
    let basis: LevelChange.Basis = movementIsKnown ? .bankMovement : .ownMonths
    return change(
      basis, usual: usual, in: (months.lowerBound + months.upperBound) / 2, now: now,
      last: share(of: adjusted(values.count - 1), against: usual), since: since)
  }

  /// - Parameter month: the middle of those that `usual` is of.
  private func change(
    _ basis: LevelChange.Basis, usual: Double, in month: Int, now: Double, last lastShare: Double?, since: Month?
  ) -> LevelChange {
    LevelChange(
      measure: measure, basis: basis, share: usual > 0 ? max(-1, (now - usual) / usual) : 0, usual: usual, now: now,
      lastShare: lastShare, usualMonth: last.advanced(by: month - (values.count - 1)), since: since)
  }

  /// Median of the three months that end at `month`, those without the bank's data left out.
  private func level(endingAt month: Int) -> Double? {
    middle(present(month - 2), present(month - 1), present(month))
  }

  private func adjustedLevel(endingAt month: Int) -> Double? {
    middle(adjusted(month - 2), adjusted(month - 1), adjusted(month))
  }

  private func movement(in month: Int) -> Double? { movement[movement.count - values.count + month] }

  private func present(_ month: Int) -> Double? { movement(in: month) == nil ? nil : values[month] }

  private func adjusted(_ month: Int) -> Double? { movement(in: month).map { values[month] / $0 } }

  private func share(of now: Double?, against then: Double?) -> Double? {
    guard let now, let then, then > 0 else { return nil }
    return (now - then) / then
  }

  /// The month the change began in: walking back while the level stays beyond the staying threshold. A level of three months
  /// turns one month after the value does, or two where that month was as usual again. Nil as well where it goes on before the
  /// earliest month that can be compared: it would seem to begin a month later every month.
  /// - Parameters:
  ///   - change: of the level that ends at a month.
  ///   - alone: of a month by itself.
  private func onset(
    of share: Double, from earliest: Int, at change: (Int) -> Double?, alone: (Int) -> Double?
  ) -> Month? {
    let beyond: (Double) -> Bool = { [settings] in
      share < 0 ? $0 <= -settings.declineStay : $0 >= settings.growthStay
    }
    guard beyond(share) else { return nil }
    var first = values.count - 1
    while first > earliest, let before = change(first - 1), beyond(before) { first -= 1 }
    if first == earliest, alone(first - 2).map(beyond) ?? true { return nil }
    let months = first - 1..<values.count
    let turned = months.first { alone($0).map(beyond) ?? false } ?? first
    return last.advanced(by: turned - (values.count - 1))
  }
}
