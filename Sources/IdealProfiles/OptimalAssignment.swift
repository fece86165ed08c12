/// The Hungarian algorithm with potentials, O(n³) (Kuhn 1955, Munkres 1957).
enum OptimalAssignment {
  /// By row: the column it is paired with so that the total value is largest; nil where there are more rows than
  /// columns. Values are finite.
  static func largestTotal(rows: Int, columns: Int, value: (Int, Int) -> Double) -> [Int?] {
    let size = max(rows, columns)
    // Position 0 stands for "nobody yet"; rows and columns count from 1.
    var rowPotential = [Double](repeating: 0, count: size + 1)
    var columnPotential = [Double](repeating: 0, count: size + 1)
    var rowOf = [Int](repeating: 0, count: size + 1)
    for row in stride(from: 1, through: size, by: 1) {
      var cheapest = [Double](repeating: .infinity, count: size + 1)
      var cameFrom = [Int](repeating: 0, count: size + 1)
      var visited = [Bool](repeating: false, count: size + 1)
      var column = 0
      rowOf[0] = row
      repeat {
        visited[column] = true
        let current = rowOf[column]
        var step = Double.infinity
        var next = 0
        for candidate in 1...size where !visited[candidate] {
          let real = current <= rows && candidate <= columns
          let cost = real ? -value(current - 1, candidate - 1) : 0
          let reduced = cost - rowPotential[current] - columnPotential[candidate]
          if reduced < cheapest[candidate] {
            cheapest[candidate] = reduced
            cameFrom[candidate] = column
          }
          if cheapest[candidate] < step {
            step = cheapest[candidate]
            next = candidate
          }
        }
        for other in 0...size {
          if visited[other] {
            rowPotential[rowOf[other]] += step
            columnPotential[other] -= step
          } else {
            cheapest[other] -= step
          }
        }
        column = next
      } while rowOf[column] != 0
      while column != 0 {
        rowOf[column] = rowOf[cameFrom[column]]
        column = cameFrom[column]
      }
    }
    var partners = [Int?](repeating: nil, count: rows)
    for column in stride(from: 1, through: columns, by: 1) where (1...max(1, rows)).contains(rowOf[column]) {
      if rowOf[column] <= rows { partners[rowOf[column] - 1] = column - 1 }
    }
    return partners
  }
}
