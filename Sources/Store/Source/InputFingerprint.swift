/// How many rows of one kind a night has read, and their fingerprint.
package struct ContentCount: Hashable, Sendable {
  package private(set) var rows = 0
  package private(set) var hash = ContentHash()

  package init() {}

  mutating func add(_ combine: (inout ContentHash) -> Void) {
    rows += 1
    combine(&hash)
  }

  /// Several rows that have a hash together.
  mutating func add(rows: Int, _ combine: (inout ContentHash) -> Void) {
    self.rows += rows
    combine(&hash)
  }
}

/// What a night has read, for the run's manifest: the same input has the same fingerprint in every database.
package struct InputFingerprint: Hashable, Sendable {
  /// By relation, or the part of one that is read as an aggregate.
  package private(set) var parts: [String: ContentCount]

  init(parts: [String: ContentCount]) { self.parts = parts }

  package func with(_ name: String, _ content: ContentCount) -> InputFingerprint {
    var more = self
    more.parts[name] = content
    return more
  }

  /// One text for all parts, in ascending order of name.
  package var canonicalText: String {
    parts.keys.sorted().map { "\($0) \(parts[$0]?.rows ?? 0) \(parts[$0]?.hash.hexadecimal ?? "")" }
      .joined(separator: "\n")
  }
}
