import Yams

/// How one kind of setting is read from YAML and written as text.
struct PolicyValue<Value: Equatable & Sendable>: Sendable {
  /// Completes "expected …".
  let expectation: String
  /// As in the file's comments: `months`, `share`, `clients` …
  let unit: String
  /// nil = not as expected.
  let read: @Sendable (Node) -> Value?
  /// Depends on the value only; reads back as the same value.
  let text: @Sendable (Value) -> String
}

extension PolicyValue {
  /// The value, or nothing at all: an empty value or `null` is nil.
  static func optional<Wrapped>(_ value: PolicyValue<Wrapped>) -> Self where Value == Wrapped? {
    Self(
      expectation: "\(value.expectation), or null", unit: value.unit,
      read: { $0.isNothing ? .some(nil) : value.read($0).map(Optional.some) },
      text: { $0.map(value.text) ?? "null" })
  }

  static func list<Element>(_ element: PolicyValue<Element>) -> Self where Value == [Element] {
    Self(
      expectation: "a list of \(element.expectation)", unit: element.unit,
      read: { node in
        guard let items = node.items else { return nil }
        let values = items.compactMap(element.read)
        return values.count == items.count ? values : nil
      },
      text: { "[\($0.map(element.text).joined(separator: ", "))]" })
  }

  /// Two values, the lower first: `[2, 8]`.
  static func interval<Bound>(_ bound: PolicyValue<Bound>) -> Self where Value == ClosedRange<Bound> {
    let pair = PolicyValue<[Bound]>.list(bound)
    return Self(
      expectation: "[lowest, highest], each \(bound.expectation)", unit: bound.unit,
      read: { node in
        guard let ends = pair.read(node), ends.count == 2, ends[0] <= ends[1] else { return nil }
        return ends[0]...ends[1]
      },
      text: { pair.text([$0.lowerBound, $0.upperBound]) })
  }
}
