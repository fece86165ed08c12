/// Whole numbers of which nearly all are small, in little more memory than the small ones need: the few that do not fit
/// are kept aside, and where they are many all are kept wide. Every value comes out as it went in.
@usableFromInline
package struct NarrowColumn<Value, Narrow>: Sendable
where Value: FixedWidthInteger & Sendable, Narrow: FixedWidthInteger & Sendable {
  /// `.max` = kept aside. Empty once all are kept wide.
  @usableFromInline package var narrow: [Narrow] = []
  /// By place.
  @usableFromInline package var aside: [Int: Value] = [:]
  @usableFromInline package var wide: [Value] = []

  @inlinable
  package init() {}

  @inlinable
  package init(zeros count: Int) { narrow = Array(repeating: 0, count: count) }

  @inlinable
  package init(_ values: some Collection<Value>) {
    narrow.reserveCapacity(values.count)
    for value in values { append(value) }
  }

  /// A place kept aside takes some 32 bytes.
  @inlinable
  package var isCrowded: Bool { aside.count > 64 + narrow.count / 32 }

  @inlinable
  package mutating func setAside(_ value: Value, at place: Int) {
    narrow[place] = .max
    aside[place] = value
    guard isCrowded else { return }
    wide = map { $0 }
    narrow = []
    aside = [:]
  }

  @inlinable
  package mutating func append(_ value: Value) {
    guard wide.isEmpty else { return wide.append(value) }
    if let small = Narrow(exactly: value), small != .max {
      narrow.append(small)
    } else {
      narrow.append(.max)
      setAside(value, at: narrow.count - 1)
    }
  }

  @inlinable
  package mutating func reserveCapacity(_ count: Int) {
    if wide.isEmpty { narrow.reserveCapacity(count) } else { wide.reserveCapacity(count) }
  }
}

extension NarrowColumn: RandomAccessCollection {
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { wide.isEmpty ? narrow.count : wide.count }

  @inlinable
  package subscript(place: Int) -> Value {
    get {
      guard wide.isEmpty else { return wide[place] }
      let small = narrow[place]
      return small == .max ? aside[place, default: 0] : Value(truncatingIfNeeded: small)
    }
    set {
      guard wide.isEmpty else {
        wide[place] = newValue
        return
      }
      guard let small = Narrow(exactly: newValue), small != .max else { return setAside(newValue, at: place) }
      if narrow[place] == .max { aside[place] = nil }
      narrow[place] = small
    }
  }
}

extension NarrowColumn: Equatable {
  @inlinable package static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }
}
