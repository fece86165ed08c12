import Gaps

extension AdoptionScores {
  /// The products the client does not hold, best first; equal probabilities in order of product code.
  func ranking(of client: Int) -> [Int] {
    let row = probability[client * productCount..<(client + 1) * productCount]
    return row.indices.filter { !row[$0].isNaN }
      .sorted { (-row[$0], $0) < (-row[$1], $1) }
      .map { $0 - row.startIndex }
  }
}
