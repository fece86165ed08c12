import PostgresKit

/// What the bank's rows were written with, by client: 32 bytes a client.
struct ContentColumn: Sendable {
  /// Hashes; 0 = unknown, which no row is like.
  struct Row: Sendable {
    let client: Int64
    /// Of `xsell.client_result`.
    var result: Int64
    /// Of `xsell.client_standing`.
    var standing: Int64
    /// Of what both followed from.
    var grounds: Int64
  }

  /// Ascending by client.
  private(set) var rows: [Row] = []

  /// - Parameters:
  ///   - rows: in any order, each client once. On disk they stand nearly in that of the clients.
  ///   - expected: about how many.
  init(_ rows: consuming BinaryRows, expected: Int) throws {
    var read: [Row] = []
    read.reserveCapacity(expected)
    try rows.forEach { row in
      read.append(
        Row(
          client: try row.readInt64(), result: try row.readInt64(), standing: try row.readInt64(),
          grounds: try row.readInt64()))
    }
    let isOrdered = zip(read, read.dropFirst()).allSatisfy { $0.client < $1.client }
    self.rows = isOrdered ? read : read.sorted { $0.client < $1.client }
  }

  var isEmpty: Bool { rows.isEmpty }

  /// Nothing is known of the clients' rows.
  mutating func forget() {
    for place in rows.indices { (rows[place].result, rows[place].standing, rows[place].grounds) = (0, 0, 0) }
  }

  /// Where each client stands; nil where it has no row. Found at once where clients are asked for in ascending order.
  func positions(of asked: some Sequence<Int64>) -> [Int?] {
    var next = 0
    return asked.map { client in
      let place =
        next < rows.count && rows[next].client == client
        ? next : rows.lazy.map(\.client).ascendingPosition(of: client)
      if let place { next = place + 1 }
      return place
    }
  }
}
