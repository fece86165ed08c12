package import Banking

/// Who takes whose calls on the as-of date.
package struct DeskBook: Sendable {
  /// An absence that covers the as-of date.
  package struct Absence: Sendable, Hashable {
    package let deputy: ManagerID?
    package init(deputy: ManagerID?) { self.deputy = deputy }
  }

  /// Branch of every active manager.
  package let branches: [ManagerID: String]
  package let absences: [ManagerID: Absence]
  /// Branch to whose queue a client without an active manager belongs; the bank's own where it is missing.
  package let queues: [ClientID: String]

  package init(
    branches: [ManagerID: String] = [:], absences: [ManagerID: Absence] = [:], queues: [ClientID: String] = [:]
  ) {
    self.branches = branches
    self.absences = absences
    self.queues = queues
  }

  /// The client's manager; while it is absent its deputy, or its branch's queue where there is no deputy at work (a
  /// deputy's own deputy was not asked). Without an active manager the queue of the client's branch.
  package func desk(of client: ClientID, manager: ManagerID?) -> Desk {
    guard let manager, let branch = branches[manager] else { return .queue(branch: queues[client] ?? "") }
    guard let absence = absences[manager] else { return .manager(manager) }
    if let deputy = absence.deputy, branches[deputy] != nil, absences[deputy] == nil { return .manager(deputy) }
    return .queue(branch: branch)
  }
}
