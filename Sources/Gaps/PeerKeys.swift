import Banking

/// Which values of a bank's groupings share a group, as decided on one date.
struct PeerKeys: Codable, Sendable {
  /// How one grouping that does not change with the date is parted. Group 0 is of the unknown.
  enum Key: Codable, Sendable {
    /// By position of the label: its group; a label named by few clients shares the group of the unknown.
    case labels([Int32])
    /// A quantity's ascending bounds.
    case ranges([Double])
    case unknown

    var groupCount: Int {
      switch self {
      case .labels(let groups): Int(groups.max() ?? 0) + 1
      case .ranges(let bounds): bounds.count + 2
      case .unknown: 1
      }
    }
  }

  let groupings: [PeerGrouping]
  /// Of the first groupings; those that move with the date follow them.
  let fixed: [Key]

  init(_ snapshot: Snapshot, groupings: [PeerGrouping]) {
    self.groupings = groupings
    fixed = groupings.filter { !$0.movesWithDate }.map { grouping in
      switch snapshot.values(of: grouping) {
      case .category(let labels, let codes): Self.frequent(codes, labels: labels.count)
      case .quantity(let values): Self.ranges(values)
      case nil: .unknown
      }
    }
  }

  private static func frequent(_ codes: [Int32], labels: Int) -> Key {
    var counts = [Int](repeating: 0, count: labels)
    for code in codes where code >= 0 { counts[Int(code)] += 1 }
    var group = [Int32](repeating: 0, count: labels)
    var groups: Int32 = 1
    for label in 0..<labels where counts[label] >= PeerGroups.minimumClients {
      group[label] = groups
      groups += 1
    }
    return .labels(group)
  }

  private static func ranges(_ values: [Double]) -> Key {
    let known = values.filter(\.isFinite).sorted()
    guard !known.isEmpty else { return .unknown }
    return .ranges([0.1, 0.25, 0.5, 0.75, 0.9].map { known[Int($0 * Double(known.count - 1))] })
  }
}

extension AttributeTable {
  subscript(name: String) -> AttributeColumn.Values? { columns.first { $0.name == name }?.values }
}
