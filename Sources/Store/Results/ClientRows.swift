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

  package func rows(of results: [ClientResult]) -> Result<ClientRows, any Error> {
    Result { try made(of: results) }
  }

  private func made(of results: [ClientResult]) throws -> ClientRows {
    let places = published.positions(of: results.lazy.map(\.client.rawValue))
    var clients: [Int64] = []
    var contents: [Int64] = []
    contents.reserveCapacity(results.count)
    let rows = try BinaryCopyRows(columnCount: ClientResult.columns.count) { writer in
      for (result, place) in zip(results, places) {
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
      for ((result, place), content) in zip(zip(results, places), contents) {
        let begin = writer.position
        try result.writeStanding(to: &writer, bank: bank, content: content)
        let standing = writer.bytes(from: begin) { ContentHash($0).content }
        if let place, published.standings[place] == standing {
          writer.forgetRow(from: begin)
        } else {
          try writer.write(int8: standing)
        }
      }
    }
    return ClientRows(
      results: rows, standings: standings, clients: clients, found: places.compactMap { $0.map(Int32.init) })
  }
}
