import PostgresKit

/// What the bank's rows were written with, by client: 16 bytes a client.
struct ContentColumn: Sendable {
  /// In ascending order.
  private(set) var clients: [Int64] = []
  /// By client; 0 = unknown, which no row is like.
  private(set) var contents: [Int64] = []

  init() {}

  /// Of pairs in any order, each client once. The order of the rows on disk is nearly that of the clients.
  init(clients: [Int64], contents: [Int64]) {
    let isOrdered = zip(clients, clients.dropFirst()).allSatisfy { $0 < $1 }
    if isOrdered {
      (self.clients, self.contents) = (clients, contents)
      return
    }
    let order = clients.indices.sorted { clients[$0] < clients[$1] }
    self.clients = order.map { clients[$0] }
    self.contents = order.map { contents[$0] }
  }

  /// - Parameter expected: about how many rows.
  init(_ rows: consuming BinaryRows, expected: Int) throws {
    var clients: [Int64] = []
    var contents: [Int64] = []
    clients.reserveCapacity(expected)
    contents.reserveCapacity(expected)
    try rows.forEach { row in
      clients.append(try row.readInt64())
      contents.append(try row.readInt64())
    }
    self.init(clients: clients, contents: contents)
  }

  var isEmpty: Bool { clients.isEmpty }

  /// The same clients, nothing known of their rows.
  var unknown: ContentColumn {
    ContentColumn(clients: clients, contents: [Int64](repeating: 0, count: clients.count))
  }

  /// Where the client stands; nil where it has no row. Looked for from a hint on, which is right where clients are asked
  /// for in ascending order.
  func position(of client: Int64, from hint: Int) -> Int? {
    if hint < clients.count, clients[hint] == client { return hint }
    return clients.ascendingPosition(of: client)
  }
}
