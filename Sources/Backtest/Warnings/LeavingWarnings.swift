import Banking
package import LifeCycle

/// How early the bank's own past shows that a client leaves, and at the price of how many false alarms.
///
/// At each month end of the last year every client that is there is flagged or not, as it would have been then. A client
/// has *left* if it closed, or has been without operations for `silentMonths` now. Two dates are held against the flags:
/// the end of its business, which is the last month with operations (fees run on by themselves), and the closing of those
/// that closed. A leaver counts where the month end `leadMonths` before the date lies within the year; it is *warned of*
/// if it was flagged on that month end. An alarm is an unbroken run of flags; it is *false* if the client neither had left
/// when the run began nor left within `windowMonths` from then; runs that began later than that before tonight are left
/// out, and so are clients silent for a shorter time now: nobody knows yet.
package struct LeavingWarnings: Sendable {
  package struct Figures: Sendable {
    package let rule: LeavingRule
    /// Leavers flagged on the month end `leadMonths` before the end of their business, and on that before they closed.
    package fileprivate(set) var warned = 0
    package fileprivate(set) var warnedOfClosing = 0
    package fileprivate(set) var falseAlarms = 0

    /// False alarms for each leaver warned of before the end of its business; nil where there is none.
    package var falsePerTrue: Double? { warned > 0 ? Double(falseAlarms) / Double(warned) : nil }
    /// The same for each that was warned of before it closed.
    package var falsePerClosing: Double? { warnedOfClosing > 0 ? Double(falseAlarms) / Double(warnedOfClosing) : nil }
  }

  package static let months = 12
  package static let leadMonths = 2
  package static let windowMonths = 6
  package static let silentMonths = 6

  /// Clients whose business ended, and clients that closed, early enough in the year to be warned of.
  package private(set) var leavers = 0
  package private(set) var closings = 0
  /// The night's stages first.
  package private(set) var figures: [Figures]

  /// Nil where the history is too short for a year of stages, or no activity is known.
  package init?(_ past: StagesOverTime) {
    guard past.monthEnds.count == Self.months + 1, let tonight = past.monthEnds.last else { return nil }
    figures = LeavingRule.allCases.map { Figures(rule: $0) }
    let fates = tonight.view.clients.map { Fate(tonight.view, client: $0) }
    let places = Dictionary(uniqueKeysWithValues: zip(tonight.view.clients, fates.indices))
    leavers = fates.count { Self.isWithinTheYear($0.businessEnded) }
    closings = fates.count { Self.isWithinTheYear($0.closed) }
    for (number, rule) in LeavingRule.allCases.enumerated() {
      var flags = [[Bool]](repeating: Array(repeating: false, count: Self.months + 1), count: fates.count)
      for (month, end) in past.monthEnds.enumerated() {
        for (client, flag) in zip(end.view.clients, rule.flags(end)) where flag {
          if let place = places[client] { flags[place][month] = true }
        }
      }
      for (fate, flags) in zip(fates, flags) where !fate.isUnknown { count(fate, flags, number) }
    }
  }

  private static func isWithinTheYear(_ month: Int?) -> Bool { month.map { $0 >= leadMonths } ?? false }

  private mutating func count(_ fate: Fate, _ flags: [Bool], _ rule: Int) {
    func isWarned(_ month: Int?) -> Bool { month.map { $0 >= Self.leadMonths && flags[$0 - Self.leadMonths] } ?? false }
    if isWarned(fate.businessEnded) { figures[rule].warned += 1 }
    if isWarned(fate.closed) { figures[rule].warnedOfClosing += 1 }
    for month in 0..<(flags.count - Self.windowMonths) where flags[month] && (month == 0 || !flags[month - 1]) {
      let ended = fate.businessEnded ?? fate.closed
      if ended.map({ $0 > month + Self.windowMonths }) ?? true { figures[rule].falseAlarms += 1 }
    }
  }
}

/// What became of a client; months are counted from the first month end of the year, negative before it.
private struct Fate {
  /// The last month with operations.
  var businessEnded: Int?
  var closed: Int?
  var isUnknown = false

  init(_ view: Vantage, client: Int) {
    let last = LeavingWarnings.months
    closed = view.closedOn(client).map { last - view.asOf.lastCompleteMonth.months(since: $0.calendarMonth) }
    guard let silent = view.monthsSinceOperation(client) else {
      isUnknown = closed == nil
      return
    }
    if closed != nil || silent >= LeavingWarnings.silentMonths { businessEnded = last - silent }
    isUnknown = closed == nil && (1..<LeavingWarnings.silentMonths).contains(silent)
  }
}
