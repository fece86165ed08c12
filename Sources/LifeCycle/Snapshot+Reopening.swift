import Banking

extension Snapshot {
  /// The first day of the client's latest accounts where for `months` or more before it no account was open.
  func reopening(of client: Int, after months: Int) -> BusinessDate? {
    let own = holdings(of: client).flatMap { spells[Int($0.spells.lowerBound)..<Int($0.spells.upperBound)] }
    guard own.allSatisfy({ $0.start != nil }) else { return nil }
    let ordered = own.sorted { ($0.start ?? asOf) < ($1.start ?? asOf) }
    var reopened: BusinessDate?
    var coveredTo: BusinessDate?
    for spell in ordered {
      guard let start = spell.start else { continue }
      let end = spell.end ?? .init(dayNumber: .max)
      if let covered = coveredTo, covered < start, start.wholeMonths(since: covered) >= months { reopened = start }
      coveredTo = coveredTo.map { max($0, end) } ?? end
    }
    return reopened
  }
}
