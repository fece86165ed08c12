import Banking

/// Finds clients by their key in any order; quick where neighbouring rows are of the same client, or of the next.
struct ClientIndex {
  private let ids: [Int64]
  private var last = 0

  /// - Parameter ids: ascending.
  init(_ ids: [Int64]) { self.ids = ids }

  mutating func position(of id: Int64) -> Int? {
    if last < ids.count, ids[last] == id { return last }
    if last + 1 < ids.count, ids[last + 1] == id {
      last += 1
      return last
    }
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    guard low < ids.count, ids[low] == id else { return nil }
    last = low
    return low
  }
}
