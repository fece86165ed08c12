package import Banking

/// On whose list a trigger stands.
package enum Desk: Hashable, Comparable, Sendable {
  case manager(ManagerID)
  /// The branch's queue, worked by whoever is free there; an empty branch is the bank's own queue.
  case queue(branch: String)

  package var manager: ManagerID? { if case .manager(let manager) = self { manager } else { nil } }
  package var branch: String? { if case .queue(let branch) = self { branch } else { nil } }

  package init(manager: ManagerID?, branch: String?) {
    self = manager.map { .manager($0) } ?? .queue(branch: branch ?? "")
  }
}
