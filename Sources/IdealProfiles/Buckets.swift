/// Values grouped by cell. Whatever is asked of a cell moves its values about, but changes none.
struct Buckets<Value: Comparable & Sendable>: Sendable {
  private let starts: [Int]
  private var values: [Value]

  init(cells: Int, _ pairs: [(cell: Int, value: Value)]) {
    var starts = [Int](repeating: 0, count: cells + 1)
    for pair in pairs { starts[pair.cell + 1] += 1 }
    for cell in 0..<cells { starts[cell + 1] += starts[cell] }
    var next = starts
    var values = pairs.map(\.value)
    for pair in pairs {
      values[next[pair.cell]] = pair.value
      next[pair.cell] += 1
    }
    self.starts = starts
    self.values = values
  }

  func count(_ cell: Int) -> Int { starts[cell + 1] - starts[cell] }

  /// The smallest value that at least `share` of the cell's values do not exceed: PostgreSQL's `percentile_disc`. Nil
  /// where the cell is empty.
  mutating func quantile(_ cell: Int, _ share: Double) -> Value? {
    let count = count(cell)
    guard count > 0 else { return nil }
    let rank = min(count, max(1, Int((share * Double(count)).rounded(.up))))
    return value(cell, rank - 1)
  }

  /// The smallest of the upper `share` of the cell's values, at least one of them.
  mutating func lowestOfUpper(_ cell: Int, _ share: Double) -> Value? {
    let count = count(cell)
    guard count > 0 else { return nil }
    let upper = min(count, max(1, Int((share * Double(count)).rounded(.up))))
    return value(cell, count - upper)
  }

  /// The value that so many others precede in ascending order.
  private mutating func value(_ cell: Int, _ place: Int) -> Value {
    let own = starts[cell]..<starts[cell + 1]
    return values.withUnsafeMutableBufferPointer { values in
      let values = UnsafeMutableBufferPointer(rebasing: values[own])
      values.settle(place)
      return values[place]
    }
  }
}
