import Banking

/// Sums by group of clients that are drawn together. Clients of one manager share their manager's luck and zeal, so
/// managers are drawn, not clients; clients without one, or a bank with too few managers to draw from, are dealt into
/// groups by their keys.
struct LiftGroups {
  struct Sums {
    var treated = Arm()
    var control = Arm()
  }

  struct Arm {
    var clients = 0.0
    var total = 0.0

    static func += (a: inout Arm, b: Arm) {
      a.clients += b.clients
      a.total += b.total
    }

    var mean: Double { total / clients }
  }

  let groups: [Sums]
  /// Whether groups are managers.
  let areManagers: Bool

  /// Groups that clients without a manager are dealt into: as good as drawing each by itself, and bounded.
  private static let hands: UInt64 = 1000
  /// Fewer managers than that say little about how managers differ.
  static let leastManagers = 10

  init(_ clients: [LiftClient], _ measure: LiftMeasure) {
    let areManagers = Set(clients.compactMap(\.manager)).count >= Self.leastManagers
    var sums: [Int64: Sums] = [:]
    for client in clients {
      guard let value = client.value(measure) else { continue }
      let arm = Arm(clients: 1, total: value)
      sums[Self.group(client, areManagers: areManagers), default: Sums()][client.isControl] += arm
    }
    groups = sums.sorted { $0.key < $1.key }.map(\.value)
    self.areManagers = areManagers
  }

  /// Managers' numbers as they are; dealt groups where no manager's number is.
  private static func group(_ client: LiftClient, areManagers: Bool) -> Int64 {
    if areManagers, let manager = client.manager { return manager.rawValue }
    var mixed = SeededRandom(seed: UInt64(bitPattern: client.id.rawValue))
    return Int64.min + Int64(mixed.next() % hands)
  }

  var total: Sums {
    groups.reduce(into: Sums()) {
      $0.treated += $1.treated
      $0.control += $1.control
    }
  }
}

extension LiftGroups.Sums {
  subscript(isControl: Bool) -> LiftGroups.Arm {
    get { isControl ? control : treated }
    set { if isControl { control = newValue } else { treated = newValue } }
  }

  var difference: Double { treated.mean - control.mean }
}
