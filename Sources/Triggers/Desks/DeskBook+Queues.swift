package import Banking

extension DeskBook {
  /// A manager as the source knows it.
  package struct Manager: Sendable, Hashable {
    package let branch: String
    package let isActive: Bool

    package init(branch: String, isActive: Bool) {
      self.branch = branch
      self.isActive = isActive
    }
  }

  /// A client without an active manager belongs to the branch of the manager it had; where it had none, to the branch whose
  /// active managers serve most clients of its region (of equal ones the first by name); else to the bank's own queue.
  /// - Parameter formers: by client, a manager that does not take triggers any more.
  package init(
    _ snapshot: Snapshot, managers: [ManagerID: Manager], formers: [ClientID: ManagerID],
    absences: [ManagerID: Absence]
  ) {
    let usual = Self.usualBranches(snapshot, managers: managers)
    var queues: [ClientID: String] = [:]
    for client in snapshot.clients where client.manager.map({ managers[$0]?.isActive ?? false }) != true {
      let former = formers[client.id].flatMap { managers[$0]?.branch }
      if let branch = former ?? usual[client.region] { queues[client.id] = branch }
    }
    self.init(branches: managers.filter(\.value.isActive).mapValues(\.branch), absences: absences, queues: queues)
  }

  /// By region of the snapshot.
  private static func usualBranches(_ snapshot: Snapshot, managers: [ManagerID: Manager]) -> [Int32: String] {
    var counts: [Int32: [String: Int]] = [:]
    for client in snapshot.clients where client.region >= 0 {
      guard let manager = client.manager.flatMap({ managers[$0] }), manager.isActive else { continue }
      counts[client.region, default: [:]][manager.branch, default: 0] += 1
    }
    return counts.compactMapValues { branches in
      branches.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }
}
