/// The columns of a tally added up, each client as often as it was drawn.
struct TallySums: Sendable {
  var asked = 0.0
  var pairs = 0.0
  var values: [Double]

  init(width: Int) { values = Array(repeating: 0, count: width) }

  /// Every client once.
  init(_ tally: Tally) {
    self.init(width: tally.width)
    for client in tally.clients.indices { add(tally, client, times: 1) }
  }

  mutating func add(_ tally: Tally, _ client: Int, times: Double) {
    asked += times * Double(tally.asked[client])
    pairs += times * Double(tally.pairs[client])
    guard tally.row[client] >= 0 else { return }
    let width = values.count
    let first = Int(tally.row[client]) * width
    values.withUnsafeMutableBufferPointer { sums in
      tally.values.withUnsafeBufferPointer { row in
        for column in 0..<width { sums[column] += times * row[first + column] }
      }
    }
  }

  /// NaN where nothing was taken.
  /// - Parameter ranker: its position in the tally.
  func value(_ measure: Measure, ranker: Int) -> Double {
    let own = Tally.shared + ranker * Tally.perRanker
    switch measure {
    case .takers(let figure, let kind):
      return values[own + Self.place(kind) * ListFigure.allCases.count + figure.rawValue] / takers(kind)
    case .everyone(let figure): return values[own + figure.rawValue] / asked
    case .areaUnderCurve: return values[own + Tally.perRanker - 2] / taken
    case .topPrecision: return values[own + Tally.perRanker - 1] / (pairs * PairCurve.topShare)
    }
  }

  func takers(_ kind: Takings) -> Double { values[Self.place(kind)] }
  var taken: Double { values[Takings.allCases.count] }
  var wonBack: Double { values[Takings.allCases.count + 1] }

  private static func place(_ kind: Takings) -> Int {
    switch kind {
    case .all: 0
    case .firstTime: 1
    case .winBack: 2
    }
  }
}
