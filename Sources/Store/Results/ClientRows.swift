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
    of clients: [ClientID], grounds: (Int) -> Int64, result: (Int) -> ClientResult
  ) -> Result<ClientRows, any Error> {
    let places = published.positions(of: clients.lazy.map(\.rawValue))
    var changed: [(result: ClientResult, grounds: Int64, place: Int?)] = []
    for (client, place) in places.enumerated() {
      let grounds = grounds(client)
      if let place, published.grounds[place] == grounds { continue }
      changed.append((result(client), grounds, place))
    }
    return Result { try made(of: changed, found: places.compactMap { $0.map(Int32.init) }) }
  }

  private func made(
    of changed: [(result: ClientResult, grounds: Int64, place: Int?)], found: [Int32]
  ) throws -> ClientRows {
    var clients: [Int64] = []
    var contents: [Int64] = []
    contents.reserveCapacity(changed.count)
    let rows = try BinaryCopyRows(columnCount: ClientResult.columns.count) { writer in
      for (result, _, place) in changed {
        let begin = writer.position
        try result.write(to: &writer, bank: bank)
        let content = writer.bytes(from: begin) { ContentHash($0).content }
        contents.append(content)
        if let place, published.results[place] == content {
          writer.forgetRow(from: begin)
        } else {
          clients.append(result.client.rawValue)
        }
      }
    }
    let standings = try BinaryCopyRows(columnCount: ClientResult.standingColumns.count) { writer in
      for ((result, grounds, place), content) in zip(changed, contents) {
        let begin = writer.position
        try result.writeStanding(to: &writer, bank: bank, content: content, grounds: grounds)
        let standing = writer.bytes(from: begin) { ContentHash($0).content }
        if let place, published.standings[place] == standing {
          writer.forgetRow(from: begin)
        } else {
          try writer.write(int8: standing)
        }
      }
    }
    return ClientRows(results: rows, standings: standings, clients: clients, found: found)
  }
}
