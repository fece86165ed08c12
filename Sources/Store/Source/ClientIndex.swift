import Banking

/// Finds clients by their key in any order; quick where neighbouring rows are of the same client, or of the next.
struct ClientIndex {
  let ids: [Int64]
  private var last = 0

  /// - Parameter ids: ascending.
  init(_ ids: [Int64]) { self.ids = ids }

  mutating func position(of id: Int64) -> Int? {
    if last < ids.count, ids[last] == id { return last }
    if last + 1 < ids.count, ids[last + 1] == id {
      last += 1
      return last
    }
    guard let found = ids.ascendingPosition(of: id) else { return nil }
    last = found
    return found
  }
}

extension RandomAccessCollection<Int64> where Index == Int {
  /// Where the key stands among ascending ones; nil where it does not.
  func ascendingPosition(of key: Int64) -> Int? {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low] == key ? low : nil
  }
}
