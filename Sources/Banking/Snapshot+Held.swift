extension Snapshot {
  /// The client's times of holding the product, oldest first; none where it is used without any account.
  package func spells(of holding: Holding) -> ArraySlice<Spell> {
    spells[Int(holding.spells.lowerBound)..<Int(holding.spells.upperBound)]
  }

  /// Of the last complete months, those on some day of which the client held the product, whatever accounts it was in; at least
  /// one. All of them where it is not known since when, or where the product is used without an account; of what was moved on a day
  /// as many as it was used in, for it may have been held before.
  package func heldMonths(_ holding: Holding, ofLast window: Int) -> Int {
    let last = lastMonth.index
    var next = last - Int32(window) + 1
    var count: Int32 = 0
    for spell in spells(of: holding) {
      let first = max(next, spell.start?.calendarMonth.index ?? next)
      let final = min(last, spell.end?.advanced(byDays: -1).calendarMonth.index ?? last)
      guard first <= final else { continue }
      count += final - first + 1
      next = final + 1
    }
    if holding.spells.isEmpty { return window }
    let isChosen = spells(of: holding).allSatisfy(\.isChosen)
    return max(1, Int(count), isChosen ? 0 : min(window, Int(holding.activeMonths)))
  }
}
