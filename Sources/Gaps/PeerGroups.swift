import Banking

/// Every client's group in each grouping. Groups of all groupings are numbered in one row: cells.
struct PeerGroups: Sendable {
  let groupings: [PeerGrouping]
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

  init(_ snapshot: Snapshot, groupings: [PeerGrouping]) {
    let count = snapshot.clients.count
    var columns: [(codes: [Int32], groups: Int)] = []
    var offsets = [0]
    for grouping in groupings {
      if let column = Self.column(grouping, of: snapshot) {
        columns.append(column)
        offsets.append(offsets[offsets.count - 1] + column.groups)
      } else {
        offsets.append(offsets[offsets.count - 1] + Self.movingGroups)
      }
    }
    self.groupings = groupings
    self.offsets = offsets
    fixedCount = columns.count
    var fixed = [Int32](repeating: 0, count: count * columns.count)
    for (position, column) in columns.enumerated() {
      for client in 0..<count {
        fixed[client * columns.count + position] = Int32(offsets[position]) + column.codes[client]
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

  private static func column(_ grouping: PeerGrouping, of snapshot: Snapshot) -> (codes: [Int32], groups: Int)? {
    switch grouping {
    case .region: return frequent(snapshot.clients.map(\.region), labels: snapshot.regions.count)
    case .industry: return frequent(snapshot.clients.map(\.industry), labels: snapshot.industries.count)
    case .legalForm: return frequent(snapshot.clients.map(\.legalForm), labels: snapshot.legalForms.count)
    case .attribute(let name):
      switch snapshot.attributes.columns.first(where: { $0.name == name })?.values {
      case .category(let labels, let codes): return frequent(codes, labels: labels.count)
      case .quantity(let values): return ranges(values)
      case nil: return (Array(repeating: 0, count: snapshot.clients.count), 1)
      }
    case .productCount, .tenure, .sinceOpening: return nil
    }
  }

  private static func frequent(_ codes: [Int32], labels: Int) -> (codes: [Int32], groups: Int) {
    var counts = [Int](repeating: 0, count: labels)
    for code in codes where code >= 0 { counts[Int(code)] += 1 }
    var group = [Int32](repeating: 0, count: labels)
    var groups = 1
    for label in 0..<labels where counts[label] >= minimumClients {
      group[label] = Int32(groups)
      groups += 1
    }
    return (codes.map { $0 < 0 ? 0 : group[Int($0)] }, groups)
  }

  private static func ranges(_ values: [Double]) -> (codes: [Int32], groups: Int) {
    let known = values.filter(\.isFinite).sorted()
    guard !known.isEmpty else { return (values.map { _ in 0 }, 1) }
    let bounds = [0.1, 0.25, 0.5, 0.75, 0.9].map { known[Int($0 * Double(known.count - 1))] }
    return (values.map { $0.isFinite ? Int32(1 + range($0, bounds)) : 0 }, 7)
  }
}
