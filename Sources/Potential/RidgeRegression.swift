import Glibc

/// Least squares with a penalty on the size of the coefficients (Hoerl & Kennard, Technometrics 12, 1970). Inputs are
/// standardised, so that one penalty suits all; what is unknown (NaN) counts as average and says nothing.
struct RidgeRegression: Codable, Sendable {
  /// Of the raw inputs.
  private let means: [Double]
  private let slopes: [Double]
  private let intercept: Double

  /// - Parameters:
  ///   - rows: row-major inputs, `width` a row.
  ///   - penalty: in rows: as much evidence as that many rows says that an input does not matter.
  init(_ rows: [Double], width: Int, answers: [Double], penalty: Double) {
    let count = answers.count
    var means = [Double](repeating: 0, count: width)
    var scales = means
    for input in 0..<width {
      let known = stride(from: input, to: rows.count, by: width).lazy.map { rows[$0] }.filter(\.isFinite)
      let n = Double(known.reduce(0) { total, _ in total + 1 })
      guard n > 0 else { continue }
      means[input] = known.reduce(0, +) / n
      let variance = known.reduce(0) { $0 + ($1 - means[input]) * ($1 - means[input]) } / n
      scales[input] = variance > 1e-12 ? 1 / variance.squareRoot() : 0
    }
    let mean = answers.reduce(0, +) / Double(max(1, count))
    var products = SymmetricSystem(width: width, penalty: penalty)
    var row = [Double](repeating: 0, count: width)
    for position in 0..<count {
      for input in 0..<width {
        let value = rows[position * width + input]
        row[input] = value.isFinite ? (value - means[input]) * scales[input] : 0
      }
      products.add(row, answers[position] - mean)
    }
    self.means = means
    slopes = zip(products.solved(), scales).map { $0 * $1 }
    intercept = mean
  }

  func answer(_ row: some RandomAccessCollection<Double>) -> Double {
    var sum = intercept
    for (input, value) in row.enumerated() where value.isFinite { sum += slopes[input] * (value - means[input]) }
    return sum
  }

  func answers(_ rows: [Double]) -> [Double] {
    stride(from: 0, to: rows.count, by: slopes.count).map { answer(rows[$0..<$0 + slopes.count]) }
  }
}

/// The normal equations, and their solution by Cholesky's decomposition.
private struct SymmetricSystem {
  private let width: Int
  private var matrix: [Double]
  private var right: [Double]

  init(width: Int, penalty: Double) {
    self.width = width
    matrix = Array(repeating: 0, count: width * width)
    right = Array(repeating: 0, count: width)
    for input in 0..<width { matrix[input * width + input] = penalty }
  }

  mutating func add(_ row: [Double], _ answer: Double) {
    for one in 0..<width where row[one] != 0 {
      right[one] += row[one] * answer
      for other in 0...one { matrix[one * width + other] += row[one] * row[other] }
    }
  }

  func solved() -> [Double] {
    var lower = matrix
    for column in 0..<width {
      for row in column..<width {
        var sum = lower[row * width + column]
        for k in 0..<column { sum -= lower[row * width + k] * lower[column * width + k] }
        let isDiagonal = row == column
        lower[row * width + column] = isDiagonal ? sum.squareRoot() : sum / lower[column * width + column]
      }
    }
    var answer = right
    for row in 0..<width {
      for k in 0..<row { answer[row] -= lower[row * width + k] * answer[k] }
      answer[row] /= lower[row * width + row]
    }
    for row in stride(from: width - 1, through: 0, by: -1) {
      for k in (row + 1)..<width { answer[row] -= lower[k * width + row] * answer[k] }
      answer[row] /= lower[row * width + row]
    }
    return answer
  }
}
