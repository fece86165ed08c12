package import Banking
import PostgresKit

/// The rows of some clients as they are written, without those that are there already.
package struct ClientRows: Sendable {
  let rows: BinaryCopyRows
  /// The clients whose rows they are.
  let clients: [Int64]
  /// Places in the column of those clients that have a row.
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
    var found: [Int32] = []
    found.reserveCapacity(results.count)
    var clients: [Int64] = []
    let rows = try BinaryCopyRows(columnCount: ClientResult.columns.count) { writer in
      for result in results {
        let begin = writer.position
        try result.write(to: &writer, bank: bank)
        let content = writer.bytes(from: begin) { ContentHash($0).content }
        let place = published.position(of: result.client.rawValue, from: found.last.map { Int($0) + 1 } ?? 0)
        if let place { found.append(Int32(place)) }
        if let place, published.contents[place] == content {
          writer.forgetRow(from: begin)
        } else {
          try writer.write(int8: content)
          clients.append(result.client.rawValue)
        }
      }
    }
    return ClientRows(rows: rows, clients: clients, found: found)
  }
}
