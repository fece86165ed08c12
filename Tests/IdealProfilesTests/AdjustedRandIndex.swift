/// Agreement of two groupings corrected for chance: 1 = the same, 0 = random (Hubert & Arabie, 1985).
func adjustedRandIndex(_ first: [Int], _ second: [Int]) -> Double {
  func pairs(_ count: Int) -> Double { Double(count * (count - 1)) / 2 }
  var both: [[Int]: Int] = [:]
  var ofFirst: [Int: Int] = [:]
  var ofSecond: [Int: Int] = [:]
  for (a, b) in zip(first, second) {
    both[[a, b], default: 0] += 1
    ofFirst[a, default: 0] += 1
    ofSecond[b, default: 0] += 1
  }
  let shared = both.values.reduce(0) { $0 + pairs($1) }
  let (a, b) = (ofFirst.values.reduce(0) { $0 + pairs($1) }, ofSecond.values.reduce(0) { $0 + pairs($1) })
  let expected = a * b / pairs(first.count)
  return (shared - expected) / ((a + b) / 2 - expected)
}
