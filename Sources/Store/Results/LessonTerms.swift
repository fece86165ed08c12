/// What lessons depend on beside the data: they are kept only under the same.
package struct LessonTerms: Hashable, Sendable {
  package let policyHash: String
  /// Of the program.
  package let version: String

  package init(policyHash: String, version: String) {
    self.policyHash = policyHash
    self.version = version
  }
}
