import Banking

extension Vantage {
  /// The first day of the client's latest accounts where for `months` or more before it no account was open, if that day
  /// is within the last `recent` months.
  func reopening(of client: Int, after months: Int, within recent: Int) -> BusinessDate? {
    let from = asOf.advanced(byMonths: -recent)
    var isRecent = false
    for spell in spells(of: client) {
      guard let start = spell.start else { return nil }
      if start <= from {
        // Held all the while: nothing has been reopened. The usual case, told without sorting.
        if spell.end.map({ $0 > asOf }) ?? true { return nil }
      } else if !spell.isChosen {
        // Moved: what was held before cannot be told from what was not.
        return nil
      } else if start <= asOf {
        isRecent = true
      }
    }
    guard isRecent else { return nil }
    let ordered = spells(of: client).filter { ($0.start ?? asOf) <= asOf }.sorted {
      ($0.start ?? asOf) < ($1.start ?? asOf)
    }
    var reopened: BusinessDate?
    var coveredTo: BusinessDate?
    for spell in ordered {
      guard let start = spell.start else { continue }
      let end = spell.end ?? .init(dayNumber: .max)
      if let covered = coveredTo, covered < start, start.wholeMonths(since: covered) >= months { reopened = start }
      coveredTo = coveredTo.map { max($0, end) } ?? end
    }
    return reopened.flatMap { asOf.wholeMonths(since: $0) < recent ? $0 : nil }
  }

  private func spells(of client: Int) -> some Sequence<Spell> {
    snapshot.holdings(of: client).lazy.flatMap { snapshot.spells(of: $0) }
  }
}
