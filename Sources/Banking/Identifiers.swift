/// A bank of the group; every key of the source and output contracts starts with it.
package struct BankID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package init(_ value: String) { rawValue = value }
  package var description: String { rawValue }
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A client's key inside one bank.
package struct ClientID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: Int64
  package init(rawValue: Int64) { self.rawValue = rawValue }
  package init(_ value: Int64) { rawValue = value }
  package var description: String { String(rawValue) }
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A personal manager's key inside one bank.
package struct ManagerID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: Int64
  package init(rawValue: Int64) { self.rawValue = rawValue }
  package init(_ value: Int64) { rawValue = value }
  package var description: String { String(rawValue) }
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A product's key inside one bank, e.g. `ACQUIRING`.
package struct ProductCode: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package init(_ value: String) { rawValue = value }
  package var description: String { rawValue }
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
