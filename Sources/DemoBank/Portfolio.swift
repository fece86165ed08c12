import Banking

/// The bank's personal managers and who gets whose clients.
struct Portfolio {
  private(set) var managers: [ManagerRow] = []
  /// Factor on how well a manager's clients are looked after, 1 = average.
  private(set) var diligence: [Double] = []
  /// Positions of the managers of each region, with the weight by which new clients fall to them.
  private var desks: [(managers: [Int], weights: [Double])] = []

  private static let clientsPerManager = 180.0

  init(clients: Int, random: SeededRandom) {
    var random = random
    let total = Region.weights.reduce(0, +)
    for region in Region.all {
      let expected = Double(clients) * region.weight / total / Self.clientsPerManager
      let count = max(1, Int(expected.rounded()))
      desks.append((Array(managers.count..<managers.count + count), []))
      for _ in 0..<count { hire(in: region, random: &random) }
    }
    // Two have left, and their clients have not been handed on.
    let step = managers.count / DirtyRows.closedManagers
    for leaver in 0..<DirtyRows.closedManagers { managers[leaver * step].active = false }
  }

  private mutating func hire(in region: Region, random: inout SeededRandom) {
    let id = Int64(101 + managers.count)
    managers.append(
      ManagerRow(
        managerID: id, fullName: NameBook.person(random: &random), branch: region.name,
        login: random.chance(0.95) ? "manager_\(id)" : nil, active: true))
    diligence.append(min(1.9, max(0.4, random.logNormal(spread: 0.3))))
    desks[desks.count - 1].weights.append(random.within(0.6...1.4))
  }

  /// The position of the manager who takes a client of the region.
  func manager(region: Int, random: inout SeededRandom) -> Int {
    desks[region].managers[random.pick(weights: desks[region].weights)]
  }
}
