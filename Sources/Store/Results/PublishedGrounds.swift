package import Banking

/// What the rows of a bank's clients followed from when they were published.
package struct PublishedGrounds: Sendable {
  /// Ascending.
  private var clients: [Int64] = []
  private var grounds: [Int64] = []

  package init() {}

  /// - Parameter client: ascends from call to call.
  mutating func append(_ grounds: Int64, of client: ClientID) {
    clients.append(client.rawValue)
    self.grounds.append(grounds)
  }

  /// Nil where the client has no row, or nobody can say what it followed from.
  package subscript(client: ClientID) -> Int64? {
    clients.ascendingPosition(of: client.rawValue).map { grounds[$0] }
  }
}
