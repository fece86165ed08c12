import PostgresKit

/// What the bank's rows were written with, by client: 32 bytes a client.
struct ContentColumn: Sendable {
  /// In ascending order.
  private(set) var clients: [Int64] = []
  /// Of `xsell.client_result`, by client; 0 = unknown, which no row is like.
  private(set) var results: [Int64] = []
  /// Of `xsell.client_standing`, likewise.
  private(set) var standings: [Int64] = []
  /// What both followed from, likewise.
  private(set) var grounds: [Int64] = []

  init() {}

  /// In any order, each client once. The order of the rows on disk is nearly that of the clients.
  init(clients: [Int64], results: [Int64], standings: [Int64], grounds: [Int64]) {
    let isOrdered = zip(clients, clients.dropFirst()).allSatisfy { $0 < $1 }
    if isOrdered {
      (self.clients, self.results, self.standings, self.grounds) = (clients, results, standings, grounds)
      return
    }
    let order = clients.indices.sorted { clients[$0] < clients[$1] }
    self.clients = order.map { clients[$0] }
    self.results = order.map { results[$0] }
    self.standings = order.map { standings[$0] }
    self.grounds = order.map { grounds[$0] }
  }

  /// - Parameter expected: about how many rows.
  init(_ rows: consuming BinaryRows, expected: Int) throws {
    var clients: [Int64] = []
    var results: [Int64] = []
    var standings: [Int64] = []
    var grounds: [Int64] = []
    clients.reserveCapacity(expected)
    results.reserveCapacity(expected)
    standings.reserveCapacity(expected)
    grounds.reserveCapacity(expected)
    try rows.forEach { row in
      clients.append(try row.readInt64())
      results.append(try row.readInt64())
      standings.append(try row.readInt64())
      grounds.append(try row.readInt64())
    }
    self.init(clients: clients, results: results, standings: standings, grounds: grounds)
  }

  var isEmpty: Bool { clients.isEmpty }

  /// The same clients, nothing known of their rows.
  var unknown: ContentColumn {
    let nothing = [Int64](repeating: 0, count: clients.count)
    return ContentColumn(clients: clients, results: nothing, standings: nothing, grounds: nothing)
  }

  /// Where each client stands; nil where it has no row. Found at once where clients are asked for in ascending order.
  func positions(of asked: some Sequence<Int64>) -> [Int?] {
    var next = 0
    return asked.map { client in
      let place = next < clients.count && clients[next] == client ? next : clients.ascendingPosition(of: client)
      if let place { next = place + 1 }
      return place
    }
  }
}
