/// How much two groupings of the same clients overlap, group by group: |A ∩ B| / |A ∪ B|; 0 where both are empty.
struct JaccardOverlap {
  let rows: Int
  let columns: Int
  private let both: [Int]
  private let ofRow: [Int]
  private let ofColumn: [Int]

  /// - Parameters: the group of every client in the first and in the second grouping, and how many groups each has.
  init(_ first: [Int], _ second: [Int], _ rows: Int, _ columns: Int) {
    var both = [Int](repeating: 0, count: rows * columns)
    var ofRow = [Int](repeating: 0, count: rows)
    var ofColumn = [Int](repeating: 0, count: columns)
    for (a, b) in zip(first, second) {
      both[a * columns + b] += 1
      ofRow[a] += 1
      ofColumn[b] += 1
    }
    (self.rows, self.columns, self.both, self.ofRow, self.ofColumn) = (rows, columns, both, ofRow, ofColumn)
  }

  subscript(row: Int, column: Int) -> Double {
    let shared = both[row * columns + column]
    let union = ofRow[row] + ofColumn[column] - shared
    return union > 0 ? Double(shared) / Double(union) : 0
  }
}
