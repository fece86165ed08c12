import Glibc

/// How well one client's list named what it took; definitions as in the field (average precision at 7 divided by
/// min(taken, 7), as in the Santander product recommendation contest; binary gains for NDCG).
struct ListFigures: Sendable {
  static let cut = 7

  var averagePrecision = 0.0
  var recall1 = 0.0
  var recall3 = 0.0
  var recall7 = 0.0
  var gain = 0.0

  /// - Parameters:
  ///   - ranked: the best `cut` products or fewer, best first.
  ///   - wanted: not empty.
  init(_ ranked: some Collection<Int16>, wanted: [Int16]) {
    let possible = min(wanted.count, Self.cut)
    var hits = 0.0
    var best = 0.0
    for place in 0..<possible { best += 1 / log2(Double(place) + 2) }
    for (place, product) in ranked.prefix(Self.cut).enumerated() where wanted.contains(product) {
      hits += 1
      averagePrecision += hits / Double(place + 1) / Double(possible)
      gain += 1 / log2(Double(place) + 2) / best
      let share = 1 / Double(wanted.count)
      if place < 1 { recall1 += share }
      if place < 3 { recall3 += share }
      recall7 += share
    }
  }

  /// In the order of `ListFigure`.
  var values: [Double] { [averagePrecision, recall1, recall3, recall7, gain] }
}
