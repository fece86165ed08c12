/// What a reading has to do with the product months that an earlier one has summed up (`xsell.client_activity`).
package struct ActivityUse: Sendable {
  /// Whether their sums stand for those that have not changed since. Such a reading knows no past of a sample.
  package var takesKept = false
  /// Whether what it reads is summed up for the readings to come.
  package var keeps = false
  /// A look that another session takes for it, or tries to; nil = it takes its own.
  package var look: Task<ActivityLook, any Error>?

  package init(takesKept: Bool = false, keeps: Bool = false, look: Task<ActivityLook, any Error>? = nil) {
    self.takesKept = takesKept
    self.keeps = keeps
    self.look = look
  }

  /// Reads everything, writes nothing.
  package static let sourceAlone = ActivityUse()
}
