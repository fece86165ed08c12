import Yams

/// One line of the table of settings: where it stands in the file, where it goes in the settings, and what it may be.
struct PolicyKey<Root>: Sendable {
  /// Sections and name, outermost first.
  let path: [String]
  let unit: String
  let expectation: String
  /// Kept out of logs.
  let isSecret: Bool
  /// False where the same night comes out whatever the value.
  let shapesResult: Bool
  /// False = not as expected, and nothing is changed.
  let assign: @Sendable (Node, inout Root) -> Bool
  let text: @Sendable (Root) -> String

  init<Value>(
    _ path: String, _ target: any WritableKeyPath<Root, Value> & Sendable, _ value: PolicyValue<Value>,
    isSecret: Bool = false, shapesResult: Bool = true
  ) {
    self.path = path.split(separator: ".").map(String.init)
    self.isSecret = isSecret
    self.shapesResult = shapesResult
    unit = value.unit
    expectation = value.expectation
    assign = { node, root in
      guard let new = value.read(node) else { return false }
      // A dictionary that already means the same by its default stays as it is, so that equal policies are equal.
      if root[keyPath: target] != new { root[keyPath: target] = new }
      return true
    }
    text = { value.text($0[keyPath: target]) }
  }
}
