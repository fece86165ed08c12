/// What lessons, and what clients are judged by, depend on beside the data.
package struct LessonTerms: Hashable, Sendable {
  /// Of the whole policy that shapes a night.
  package let policyHash: String
  /// Of what of it is learned by: lessons are kept only under the same.
  package let teachingHash: String
  /// Of the program.
  package let version: String

  package init(policyHash: String, teachingHash: String, version: String) {
    self.policyHash = policyHash
    self.teachingHash = teachingHash
    self.version = version
  }
}
