/// Which of many contributions are the greatest.
enum StrongestReasons {
  /// Positions of the `count` contributions that are furthest from 0, the furthest first, equal ones in order; none that
  /// is 0.
  static func positions(_ contributions: ArraySlice<Double>, count: Int) -> [Int] {
    var chosen: [(position: Int, size: Double)] = []
    chosen.reserveCapacity(count + 1)
    for position in contributions.indices {
      let size = abs(contributions[position])
      guard size > 0, chosen.count < count || size > chosen[count - 1].size else { continue }
      chosen.append((position, size))
      var place = chosen.count - 1
      while place > 0, chosen[place - 1].size < size {
        chosen.swapAt(place - 1, place)
        place -= 1
      }
      if chosen.count > count { chosen.removeLast() }
    }
    return chosen.map { $0.position - contributions.startIndex }
  }
}
