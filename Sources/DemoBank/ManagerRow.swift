/// A row of `source.manager`.
package struct ManagerRow: Hashable, Sendable {
  package var managerID: Int64
  package var fullName: String
  package var branch: String
  package var login: String?
  package var active: Bool
}
