/// Agreement of two groupings of the same members, corrected for chance: 1 = the same, 0 = random (Hubert & Arabie,
/// "Comparing partitions", 1985). Nil where there is but one group on either side, or no pair: nothing can be told.
package func adjustedRandIndex(_ first: [Int], _ second: [Int]) -> Double? {
  func pairs(_ count: Int) -> Double { Double(count * (count - 1)) / 2 }
  struct Cell: Hashable { let first: Int, second: Int }
  var both: [Cell: Int] = [:]
  var ofFirst: [Int: Int] = [:]
  var ofSecond: [Int: Int] = [:]
  for (a, b) in zip(first, second) {
    both[Cell(first: a, second: b), default: 0] += 1
    ofFirst[a, default: 0] += 1
    ofSecond[b, default: 0] += 1
  }
  let shared = both.values.reduce(0) { $0 + pairs($1) }
  let (a, b) = (ofFirst.values.reduce(0) { $0 + pairs($1) }, ofSecond.values.reduce(0) { $0 + pairs($1) })
  guard first.count > 1, (a + b) / 2 > a * b / pairs(first.count) else { return nil }
  let expected = a * b / pairs(first.count)
  return (shared - expected) / ((a + b) / 2 - expected)
}
