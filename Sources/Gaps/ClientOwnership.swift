import Banking

/// One client's products on one day, rebuilt from its spells. One value is refilled for every client and day, because
/// millions of them are looked at.
struct ClientOwnership: Sendable {
  /// Positions of the products held, ascending.
  private(set) var held: [Int] = []
  /// Positions of the products opened in the month up to the day.
  private(set) var opened: [Int] = []
  /// Once held, not now; months since.
  private(set) var dropped: [(product: Int, months: Double)] = []
  /// Months since the latest opening of any product; nil = none known.
  private(set) var monthsSinceOpening: Double?

  static let daysPerMonth = 30.4375

  /// Rebuilds the state at the end of `day`; `monthStart` is the same day a month earlier, `agesUntil` the end of the
  /// last month that was complete: ages stand still within a month, so that nobody's chances drift from night to night.
  mutating func read(
    _ snapshot: Snapshot, _ client: Int, day: BusinessDate, monthStart: BusinessDate, agesUntil: BusinessDate
  ) {
    held.removeAll(keepingCapacity: true)
    opened.removeAll(keepingCapacity: true)
    dropped.removeAll(keepingCapacity: true)
    var latestStart: BusinessDate?
    for place in Int(snapshot.holdingStarts[client])..<Int(snapshot.holdingStarts[client + 1]) {
      let spells = snapshot.holdings[place].spells
      if spells.isEmpty { continue }
      let product = Int(snapshot.holdings[place].product)
      var past = PastSpells()
      for spell in spells { past.add(snapshot.spells[Int(spell)], day: day, monthStart: monthStart) }
      if past.isHeld {
        held.append(product)
      } else if let end = past.lastEnd {
        dropped.append((product, Self.age(end, agesUntil)))
      }
      if past.isOpenedInMonth { opened.append(product) }
      if let start = past.lastStart { latestStart = max(start, latestStart ?? start) }
    }
    monthsSinceOpening = latestStart.map { Self.age($0, agesUntil) }
  }

  /// Months since a day; nothing where it is later.
  static func age(_ start: BusinessDate, _ until: BusinessDate) -> Double {
    max(0, Double(until.dayNumber - start.dayNumber) / daysPerMonth)
  }

  /// Calls `body` with every product opened after `start`, up to `end`, by a client that did not hold it at `start`.
  @inline(__always)
  static func eachOpening(
    _ snapshot: Snapshot, _ client: Int, after start: BusinessDate, upTo end: BusinessDate, _ body: (Int) -> Void
  ) {
    for place in Int(snapshot.holdingStarts[client])..<Int(snapshot.holdingStarts[client + 1]) {
      let spells = snapshot.holdings[place].spells
      if spells.isEmpty { continue }
      var past = PastSpells()
      for spell in spells { past.add(snapshot.spells[Int(spell)], day: end, monthStart: start) }
      if past.isOpenedInMonth { body(Int(snapshot.holdings[place].product)) }
    }
  }
}

/// What a product's spells say at the end of a day; spells that begin later are not seen.
private struct PastSpells {
  private(set) var isHeld = false
  private(set) var lastStart: BusinessDate?
  private(set) var lastEnd: BusinessDate?
  private var wasHeld = false
  private var startsInMonth = false

  /// Opened within the month, and not held at its start.
  var isOpenedInMonth: Bool { startsInMonth && !wasHeld }

  mutating func add(_ spell: Spell, day: BusinessDate, monthStart: BusinessDate) {
    if let start = spell.start {
      guard start <= day else { return }
      if spell.isChosen {
        lastStart = max(start, lastStart ?? start)
        if start > monthStart { startsInMonth = true }
      }
    }
    let startedBefore = spell.start.map { $0 <= monthStart } ?? true
    guard let end = spell.end, end <= day else {
      isHeld = true
      if startedBefore { wasHeld = true }
      return
    }
    lastEnd = max(end, lastEnd ?? end)
    if startedBefore, end > monthStart { wasHeld = true }
  }
}
