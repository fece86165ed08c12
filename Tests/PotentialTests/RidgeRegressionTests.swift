import Testing

@testable import Potential

@Suite("Ridge regression")
struct RidgeRegressionTests {
  @Test("A penalty of as many rows as there are halves the slope")
  func shrinks() {
    let model = RidgeRegression([-1, -1, 1, 1], width: 1, answers: [4, 4, 6, 6], penalty: 4)
    #expect(abs(model.answer([1]) - 5.5) < 1e-12)
    #expect(abs(model.answer([-3]) - 3.5) < 1e-12)
  }

  @Test("Without noise and with hardly a penalty the plane is found")
  func plane() {
    let rows: [[Double]] = [[0, 1], [1, 3], [2, 0], [3, 5], [4, 1]]
    let model = RidgeRegression(
      rows.flatMap(\.self), width: 2, answers: rows.map { 1 + 2 * $0[0] - 3 * $0[1] }, penalty: 1e-9)
    #expect(abs(model.answer([10, 10]) - -9) < 1e-6)
  }

  @Test("What is unknown counts as average; a constant input and one never known say nothing")
  func unknown() {
    let rows: [Double] = [-1, 7, .nan, 1, 7, .nan, -1, 7, .nan, 1, 7, .nan]
    let model = RidgeRegression(rows, width: 3, answers: [4, 6, 4, 6], penalty: 1e-9)
    #expect(abs(model.answer([.nan, 7, .nan]) - 5) < 1e-6)
    #expect(abs(model.answer([1, 100, 100]) - 6) < 1e-6)
  }
}
