import Banking

/// Whole-number counts of openings and of the clients that could have opened, over the last months before a snapshot's
/// as-of date. Whole numbers add up the same in any order.
///
/// Chances are never counted directly: clients that *could* open product j are all clients of a group less those that
/// hold j, and holdings are few.
struct OpeningCounts: Sendable {
  let products: Int
  let cells: Int
  let profiles: Int
  let months: Int

  /// By month, product: openings by clients that were there at the month's start.
  var openings: [Int32]
  /// By month: clients at the start; by month, product: those of them that held it.
  var clients: [Int32]
  var holders: [Int32]

  /// By cell, product: openings. By month, cell: clients. By month, cell, product: holders.
  var cellOpenings: [Int32]
  var cellClients: [Int32]
  var cellHolders: [Int32]

  /// By time since dropped, product: openings; by month, time since dropped, product: clients in that state.
  var droppedOpenings: [Int32]
  var droppedClients: [Int32]

  /// By product held, product opened: openings; by month, product held: clients; by month, both: holders of both.
  var pairOpenings: [Int32]
  var pairHolders: [Int32]

  /// The same with "held" read as "opened in the month before".
  var nextOpenings: [Int32]
  var nextClients: [Int32]
  var nextHolders: [Int32]

  /// By profile, product: openings; by month, profile, product: clients that do not hold it.
  var profileOpenings: [Int32]
  var profileClients: [Int32]

  static let droppedStates = 6

  init(products: Int, cells: Int, profiles: Int, months: Int) {
    self.products = products
    self.cells = cells
    self.profiles = profiles
    self.months = months
    func zeros(_ count: Int) -> [Int32] { Array(repeating: 0, count: count) }
    openings = zeros(months * products)
    clients = zeros(months)
    holders = zeros(months * products)
    cellOpenings = zeros(cells * products)
    cellClients = zeros(months * cells)
    cellHolders = zeros(months * cells * products)
    droppedOpenings = zeros(Self.droppedStates * products)
    droppedClients = zeros(months * Self.droppedStates * products)
    pairOpenings = zeros(products * products)
    pairHolders = zeros(months * products * products)
    nextOpenings = zeros(products * products)
    nextClients = zeros(months * products)
    nextHolders = zeros(months * products * products)
    profileOpenings = zeros(profiles * products)
    profileClients = zeros(months * profiles * products)
  }

  /// Which of the six times since a product was dropped: 1, 2, 4, 8, 16 months or longer.
  static func droppedState(_ months: Double) -> Int {
    var state = 0
    for bound in [1.02, 2.02, 4.05, 8.05, 16.1] where months > bound { state += 1 }
    return state
  }

  mutating func add(_ other: OpeningCounts) {
    func add(_ counts: inout [Int32], _ others: [Int32]) {
      for index in others.indices { counts[index] += others[index] }
    }
    for path in Self.tables { add(&self[keyPath: path], other[keyPath: path]) }
  }

  private static var tables: [WritableKeyPath<OpeningCounts, [Int32]>] {
    [
      \.openings, \.clients, \.holders, \.cellOpenings, \.cellClients, \.cellHolders, \.droppedOpenings,
      \.droppedClients, \.pairOpenings, \.pairHolders, \.nextOpenings,
      \.nextClients, \.nextHolders, \.profileOpenings, \.profileClients,
    ]
  }
}
