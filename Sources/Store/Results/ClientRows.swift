package import Banking
import PostgresKit

/// The rows of some clients as they are written, without those that are there already.
package struct ClientRows: Sendable {
  /// Of `xsell.client_result`.
  let results: BinaryCopyRows
  /// Of `xsell.client_standing`.
  let standings: BinaryCopyRows
  /// The clients of which `results` has rows.
  let clients: [Int64]
  /// Places in the column of what is published that have a client here.
  let found: [Int32]
}

/// Makes rows of results, on any thread.
package struct ClientRowMaker: Sendable {
  let bank: BankID
  let published: ContentColumn

  /// - Parameters:
  ///   - clients: ascending.
  ///   - grounds: hash of all that a client's row follows from.
  ///   - result: asked for only where that differs from what the published row followed from.
  package func rows(
    of clients: [ClientID], grounds: (Int) -> Int64, result: (Int) throws -> ClientResult
  ) -> Result<ClientRows, any Error> {
    let places = published.positions(of: clients.lazy.map(\.rawValue))
    return Result {
      var changed: [ChangedClient] = []
      for (client, place) in places.enumerated() {
        let grounds = grounds(client)
        if let place, published.rows[place].grounds == grounds { continue }
        changed.append(ChangedClient(result: try result(client), grounds: grounds, place: place))
      }
      let results = try results(of: changed)
      return ClientRows(
        results: results.rows, standings: try standings(of: changed, results.contents), clients: results.clients,
        found: places.compactMap { $0.map(Int32.init) })
    }
  }

  /// A client of which something differs, or may.
  private struct ChangedClient {
    let result: ClientResult
    let grounds: Int64
    /// In the column of what is published; nil = it has no row.
    let place: Int?
  }

  /// - Returns: the rows that differ, whose they are, and by changed client the hash of its row.
  private func results(
    of changed: [ChangedClient]
  ) throws -> (rows: BinaryCopyRows, clients: [Int64], contents: [Int64]) {
    var clients: [Int64] = []
    var contents: [Int64] = []
    contents.reserveCapacity(changed.count)
    let rows = try BinaryCopyRows(columnCount: ClientResult.columns.count) { writer in
      for client in changed {
        let begin = writer.position
        try client.result.write(to: &writer, bank: bank)
        let content = writer.bytes(from: begin) { ContentHash($0).content }
        contents.append(content)
        if let place = client.place, published.rows[place].result == content {
          writer.forgetRow(from: begin)
        } else {
          clients.append(client.result.client.rawValue)
        }
      }
    }
    return (rows, clients, contents)
  }

  /// - Parameter contents: of the results, by changed client.
  private func standings(of changed: [ChangedClient], _ contents: [Int64]) throws -> BinaryCopyRows {
    try BinaryCopyRows(columnCount: ClientResult.standingColumns.count) { writer in
      for (client, content) in zip(changed, contents) {
        let begin = writer.position
        try client.result.writeStanding(to: &writer, bank: bank, content: content, grounds: client.grounds)
        let standing = writer.bytes(from: begin) { ContentHash($0).content }
        if let place = client.place, published.rows[place].standing == standing {
          writer.forgetRow(from: begin)
        } else {
          try writer.write(int8: standing)
        }
      }
    }
  }
}
