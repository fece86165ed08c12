/// The months without activity in a client's history.
struct Silences {
  let count: Int
  let activeMonths: Int
  /// Months before the first active one.
  let leading: Int
  /// Months since the last active one; all of them where there is none.
  let current: Int
  /// Between active months: the longest, how many are that long, and the active month after the last of these.
  private(set) var longestPause = 0
  private var pausesOfThatLength = 0
  private var resumedAt = 0

  init(count: Int, isActive: (Int) -> Bool) {
    self.count = count
    var active = 0
    var run = 0
    var first: Int?
    var pauses: (longest: Int, times: Int, resumedAt: Int) = (0, 0, 0)
    for month in 0..<count {
      guard isActive(month) else {
        run += 1
        continue
      }
      active += 1
      if first == nil {
        first = run
      } else if run > 0, run >= pauses.longest {
        pauses = (run, run == pauses.longest ? pauses.times + 1 : 1, month)
      }
      run = 0
    }
    activeMonths = active
    leading = first ?? count
    current = run
    (longestPause, pausesOfThatLength, resumedAt) = pauses
  }

  /// Complete months since the last active one; nil = never active.
  var sinceLast: Int? { activeMonths > 0 ? current : nil }

  /// The longest time without activity that is over.
  var longestBefore: Int { max(leading == count ? 0 : leading, longestPause) }

  /// The one longest absence and the month it ended in; nil where there was none, or two alike, which are a habit.
  /// - Parameter leads: whether months before the first active one are an absence, not a late start.
  func absence(leads: Bool) -> (months: Int, endedAt: Int)? {
    let first = leads && leading < count ? leading : 0
    guard first != longestPause else { return nil }
    if first > longestPause { return (first, first) }
    return pausesOfThatLength == 1 ? (longestPause, resumedAt) : nil
  }
}
