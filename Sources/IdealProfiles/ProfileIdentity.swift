/// What a profile is known by from night to night.
package struct ProfileIdentity: Hashable, Sendable {
  /// Unique within a bank; never used again for another profile.
  package let id: Int
  package let name: String
  /// Made by hand, not learnt.
  package let isPinned: Bool

  package init(id: Int, name: String, isPinned: Bool = false) {
    self.id = id
    self.name = name
    self.isPinned = isPinned
  }
}
