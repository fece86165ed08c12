import Banking

/// Every client's group in each grouping. Groups of all groupings are numbered in one row: cells.
struct PeerGroups: Sendable {
  /// First cell of each grouping; one more at the end.
  let offsets: [Int]
  /// Client-major cells of the groupings that do not change with the date, `fixedCount` a client.
  private let fixed: [Int32]
  private let fixedCount: Int

  /// A category named by fewer clients shares the group of the unknown.
  static let minimumClients = 20

  /// The groupings a bank's snapshots have in common, decided on the latest one.
  static func groupings(of snapshot: Snapshot) -> [PeerGrouping] {
    var groupings: [PeerGrouping] = []
    if snapshot.regions.count > 1 { groupings.append(.region) }
    if snapshot.industries.count > 1 { groupings.append(.industry) }
    if snapshot.legalForms.count > 1 { groupings.append(.legalForm) }
    groupings += snapshot.attributes.columns.map { .attribute($0.name) }
    return groupings + [.productCount, .tenure, .sinceOpening]
  }

  /// - Parameter keys: of a snapshot with the same labels.
  init(_ snapshot: Snapshot, keys: PeerKeys) {
    let columns = keys.fixed.indices.map { Self.groups(keys.groupings[$0], keys.fixed[$0], of: snapshot) }
    var offsets = [0]
    for position in keys.groupings.indices {
      let groups = position < columns.count ? keys.fixed[position].groupCount : Self.movingGroups
      offsets.append(offsets[position] + groups)
    }
    self.offsets = offsets
    fixedCount = columns.count
    var fixed = [Int32](repeating: 0, count: snapshot.clients.count * columns.count)
    for (position, group) in columns.enumerated() {
      for client in snapshot.clients.indices {
        fixed[client * columns.count + position] = Int32(offsets[position]) + group(client)
      }
    }
    self.fixed = fixed
  }

  var cellCount: Int { offsets[offsets.count - 1] }

  /// Writes the client's cells on the day its ownership was read.
  func cells(of client: Int, _ ownership: ClientOwnership, tenure: Double?, into cells: inout [Int]) {
    cells.removeAll(keepingCapacity: true)
    for position in 0..<fixedCount { cells.append(Int(fixed[client * fixedCount + position])) }
    cells.append(offsets[fixedCount] + Self.range(Double(ownership.held.count), Self.counts))
    cells.append(offsets[fixedCount + 1] + Self.range(tenure ?? -1, Self.tenures))
    cells.append(offsets[fixedCount + 2] + Self.range(ownership.monthsSinceOpening ?? 1000, Self.quietMonths))
  }

  private static let movingGroups = 9
  private static let counts: [Double] = [1, 2, 3, 4, 6, 9, 13, 20]
  private static let tenures: [Double] = [0, 1, 3, 6, 12, 24, 60]
  private static let quietMonths: [Double] = [1, 2, 4, 8, 100]

  /// How many of the ascending bounds the value reaches.
  private static func range(_ value: Double, _ bounds: [Double]) -> Int {
    var reached = 0
    for bound in bounds where value >= bound { reached += 1 }
    return reached
  }

  /// Tells any client's group.
  private static func groups(
    _ grouping: PeerGrouping, _ key: PeerKeys.Key, of snapshot: Snapshot
  ) -> (Int) -> Int32 {
    switch (key, snapshot.values(of: grouping)) {
    case (.labels(let groups), .category(_, let codes)): { codes[$0] < 0 ? 0 : groups[Int(codes[$0])] }
    case (.ranges(let bounds), .quantity(let values)):
      { values[$0].isFinite ? Int32(1 + range(values[$0], bounds)) : 0 }
    default: { _ in 0 }
    }
  }
}
