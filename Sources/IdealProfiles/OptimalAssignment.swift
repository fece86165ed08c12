/// The Hungarian algorithm with potentials, O(n³) (Kuhn 1955, Munkres 1957; in the form with shortest augmenting paths).
struct OptimalAssignment {
  private let size: Int
  private let cost: (Int, Int) -> Double
  // Rows and columns count from 1; 0 stands for "nobody yet".
  private var rowPotential: [Double]
  private var columnPotential: [Double]
  private var rowOfColumn: [Int]

  /// By row: the column it is paired with so that the total value is largest; nil where there are more rows than
  /// columns. Values are finite.
  static func largestTotal(rows: Int, columns: Int, value: (Int, Int) -> Double) -> [Int?] {
    withoutActuallyEscaping(value) { value in
      var assignment = OptimalAssignment(size: max(rows, columns)) { row, column in
        row <= rows && column <= columns ? -value(row - 1, column - 1) : 0
      }
      for row in 0..<assignment.size { assignment.place(row + 1) }
      var partners = [Int?](repeating: nil, count: rows)
      for column in 0..<columns {
        let row = assignment.rowOfColumn[column + 1]
        if row <= rows { partners[row - 1] = column }
      }
      return partners
    }
  }

  private init(size: Int, cost: @escaping (Int, Int) -> Double) {
    self.size = size
    self.cost = cost
    rowPotential = [Double](repeating: 0, count: size + 1)
    columnPotential = rowPotential
    rowOfColumn = [Int](repeating: 0, count: size + 1)
  }

  /// Adds a row along the shortest augmenting path.
  private mutating func place(_ row: Int) {
    var shortest = [Double](repeating: .infinity, count: size + 1)
    var cameFrom = [Int](repeating: 0, count: size + 1)
    var visited = [Bool](repeating: false, count: size + 1)
    var column = 0
    rowOfColumn[0] = row
    repeat {
      visited[column] = true
      let current = rowOfColumn[column]
      for next in 1...size where !visited[next] {
        let reduced = cost(current, next) - rowPotential[current] - columnPotential[next]
        if reduced < shortest[next] {
          shortest[next] = reduced
          cameFrom[next] = column
        }
      }
      column = step(&shortest, visited)
    } while rowOfColumn[column] != 0
    while column != 0 {
      rowOfColumn[column] = rowOfColumn[cameFrom[column]]
      column = cameFrom[column]
    }
  }

  /// Moves the potentials so that the nearest free column becomes reachable at no cost, and returns it.
  private mutating func step(_ shortest: inout [Double], _ visited: [Bool]) -> Int {
    let free = (1...size).filter { !visited[$0] }
    let nearest = free.reduce(free[0]) { shortest[$1] < shortest[$0] ? $1 : $0 }
    let length = shortest[nearest]
    for column in 0...size {
      if visited[column] {
        rowPotential[rowOfColumn[column]] += length
        columnPotential[column] -= length
      } else {
        shortest[column] -= length
      }
    }
    return nearest
  }
}
