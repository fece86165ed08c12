import Banking
import Features

/// What every figure is made of, client by client. Rows stand only for clients that took something; the others count in
/// two denominators.
struct Tally: Sendable {
  let rankers: [Ranker]
  /// Ascending.
  private(set) var clients: [ClientID] = []
  /// By client: how often it was asked about, and the candidate pairs it stood for.
  private(set) var asked: [Int32] = []
  private(set) var pairs: [Int32] = []
  /// By client: its row, -1 = none.
  private(set) var row: [Int32] = []
  /// Row-major, `width` a row: takers by kind, taken, won back, then each ranker's sums.
  private(set) var values: [Double] = []

  /// A ranker's sums: list figures by kind, placement, top.
  static let perRanker = Takings.allCases.count * ListFigure.allCases.count + 2
  static let shared = Takings.allCases.count + 2

  var width: Int { Self.shared + rankers.count * Self.perRanker }

  init(rankers: [Ranker]) { self.rankers = rankers }

  /// One date.
  /// - Parameter columns: each ranker's sums of the clients that took something, as `Tally.column` makes them.
  init(_ trial: Trial, rankers: [Ranker], columns: [[Double]]) {
    self.rankers = rankers
    var rows = 0
    for client in 0..<trial.clientCount {
      guard let taken = trial.taken[client] else { continue }
      clients.append(trial.table.snapshot.clients[client].id)
      asked.append(1)
      pairs.append(Int32((0..<trial.productCount).count { !trial.table.holds(client, $0) }))
      row.append(taken.isEmpty ? -1 : Int32(rows))
      guard !taken.isEmpty else { continue }
      for kind in Takings.allCases { values.append(trial.taken(client, kind).isEmpty ? 0 : 1) }
      values.append(Double(taken.count))
      values.append(Double(trial.taken(client, .winBack).count))
      for column in columns { values += column[rows * Self.perRanker..<(rows + 1) * Self.perRanker] }
      rows += 1
    }
  }

  /// One ranker's sums of the clients that took something, in their order.
  /// - Parameter scores: client-major; any value where the pair is no candidate.
  static func column(_ trial: Trial, scores: [Float]) -> [Double] {
    let curve = curve(trial, scores)
    var column: [Double] = []
    for client in 0..<trial.clientCount {
      guard let taken = trial.taken[client], !taken.isEmpty else { continue }
      let best = best(trial, client, scores)
      for kind in Takings.allCases {
        let wanted = trial.taken(client, kind)
        column += wanted.isEmpty ? [0, 0, 0, 0, 0] : ListFigures(best, wanted: wanted).values
      }
      let own = taken.map { scores[client * trial.productCount + Int($0)] }
      column.append(own.reduce(0) { $0 + curve.placement($1) })
      column.append(own.reduce(0) { $0 + curve.topShare($1) })
    }
    return column
  }

  private static func curve(_ trial: Trial, _ scores: [Float]) -> PairCurve {
    var all: [Float] = []
    var taken: [Float] = []
    for pair in trial.candidates {
      all.append(scores[pair.cell])
      if pair.isTaken { taken.append(scores[pair.cell]) }
    }
    return PairCurve(all: all, taken: taken)
  }

  /// The client's list: falling scores, equal ones in the order of product codes.
  static func best(_ trial: Trial, _ client: Int, _ scores: [Float]) -> ArraySlice<Int16> {
    let first = client * trial.productCount
    return (0..<trial.productCount).filter { trial.isCandidate(client, $0) }
      .sorted { (scores[first + $1], $0) < (scores[first + $0], $1) }
      .prefix(ListFigures.cut).map { Int16($0) }[...]
  }
}

extension Tally {
  /// Several dates as one: a client's sums are added up, because it is the client that is resampled.
  static func pooled(_ tallies: [Tally]) -> Tally {
    var pooled = Tally(rankers: tallies.first?.rankers ?? [])
    var next = [Int](repeating: 0, count: tallies.count)
    while let client = tallies.indices.compactMap({ tallies[$0].client(at: next[$0]) }).min() {
      let own = tallies.indices.filter { tallies[$0].client(at: next[$0]) == client }
      pooled.append(client, from: own.map { (tallies[$0], next[$0]) })
      for tally in own { next[tally] += 1 }
    }
    return pooled
  }

  private func client(at place: Int) -> ClientID? { place < clients.count ? clients[place] : nil }

  private mutating func append(_ client: ClientID, from parts: [(tally: Tally, place: Int)]) {
    clients.append(client)
    asked.append(parts.reduce(0) { $0 + $1.tally.asked[$1.place] })
    pairs.append(parts.reduce(0) { $0 + $1.tally.pairs[$1.place] })
    let rows = parts.filter { $0.tally.row[$0.place] >= 0 }
    guard !rows.isEmpty else { return row.append(-1) }
    let start = values.count
    row.append(Int32(start / width))
    values += [Double](repeating: 0, count: width)
    for part in rows {
      let first = Int(part.tally.row[part.place]) * width
      for column in 0..<width { values[start + column] += part.tally.values[first + column] }
    }
  }
}
