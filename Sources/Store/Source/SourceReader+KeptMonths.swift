import Banking
import PostgresKit
import Schema

extension SourceReader {
  /// What all product months come to, from the rows of those clients alone of whom an earlier reading's sums do not hold: the
  /// rows changed, the client is new to the snapshot or has left it, or some row is not sound and counted by the check.
  /// - Parameters:
  ///   - look: see `ActivityUse`.
  ///   - renews: whether what is read is summed up in its turn.
  /// - Throws: `KeptActivity.Outdated` where rows are gone, so that all have to be read.
  func keptMonths(
    _ holders: HolderRows, _ scope: ReadScope, _ kept: KeptActivity, _ look: Task<ActivityLook, any Error>?,
    renews: Bool
  ) async throws -> ProductMonthReading.Result {
    let judge = try await judge(holders, scope)
    // Of all, while it is still being looked at whose have changed.
    let (restored, unknown) = try await kept.copy(.readActivity) { rows in
      var reading = ProductMonthReading(judge, holders, scope)
      let unknown = try reading.restore(rows)
      return (Handover(reading), unknown)
    }
    let look = try await finished(look, scope)
    let asked = unknown.union(look.changed).sorted()
    guard KeptActivity.isFew(asked.count, of: holders.keys.clients.count) else {
      throw KeptActivity.Outdated(tooMuchHasChanged: true)
    }
    let sums = try await kept.copy(.scanProductMonthsOf, ["xsell.clients": Self.list(asked)]) { rows in
      guard var reading = restored.take() else { throw KeptActivity.Outdated() }
      reading.forget(look.changed)
      try rows.forEach { try reading.append(&$0) }
      return reading
    }
    // No row of the others is new: where there are as many as there were, they are the same.
    guard sums.judged == look.rows - look.toCome, let unsettled = sums.unsettled else {
      throw KeptActivity.Outdated()
    }
    if renews { try await renew(kept, asked, sums, holders.keys.clients, unsettled) }
    var reading = consume sums
    reading.pass(toCome: look.toCome)
    return reading.finished()
  }

  private func renew(
    _ kept: KeptActivity, _ asked: [Int64], _ sums: ProductMonthReading, _ clients: [Int64], _ unsettled: Set<Int64>
  ) async throws {
    try await kept.keep(asked, inPlaceOf: asked, rowCount: sums.judged) { place in
      sums.activity(of: asked[place], at: clients.ascendingPosition(of: asked[place]), unsettled)
    }
  }

  /// Looks in this session where the other one was not to be had. What took the other one too long takes too long here.
  private func finished(
    _ look: Task<ActivityLook, any Error>?, _ scope: ReadScope
  ) async throws -> ActivityLook {
    guard let look else { return try await ActivityLook(connection, scope) }
    do {
      return try await withTaskCancellationHandler {
        try await look.value
      } onCancel: {
        look.cancel()
      }
    } catch PostgresError.timeout(let label) {
      throw PostgresError.timeout(label: label)
    } catch is PostgresError {
      return try await ActivityLook(connection, scope)
    }
  }

  /// Sums up all that was read.
  func keep(_ reading: ProductMonthReading, of clients: [Int64], in kept: KeptActivity) async throws {
    // What cannot be told by clients is read again.
    guard let unsettled = reading.unsettled else { return }
    guard KeptActivity.isFew(unsettled.count, of: clients.count) else { return try await kept.giveUp() }
    let strangers = unsettled.filter { clients.ascendingPosition(of: $0) == nil }.sorted()
    try await kept.keep(clients + strangers, inPlaceOf: nil, rowCount: reading.judged) { place in
      place < clients.count
        ? reading.activity(of: clients[place], at: place, unsettled) : .unsettled
    }
  }

  private static func list(_ clients: [Int64]) -> String {
    "{" + clients.map(String.init).joined(separator: ",") + "}"
  }
}

extension ProductMonthReading {
  /// Takes what was kept of all clients.
  /// - Parameter rows: of `read_activity.sql`.
  /// - Returns: the clients of whom nothing is known by it.
  /// - Throws: `KeptActivity.Outdated` where something cannot be made out.
  mutating func restore(_ rows: consuming BinaryRows) throws -> Set<Int64> {
    var unknown: Set<Int64> = []
    var isRestored = [Bool](repeating: false, count: clientCount)
    try rows.forEach { row in
      let client = try row.readInt64()
      let (rowCount, content) = (try row.readInt64(), try row.readInt64())
      guard let figures = try row.readBytes(), let position = position(of: client) else {
        unknown.insert(client)
        return
      }
      guard restore(position, rowCount: rowCount, content: content, figures) else { throw KeptActivity.Outdated() }
      isRestored[position] = true
    }
    for position in isRestored.indices where !isRestored[position] { unknown.insert(self.client(at: position)) }
    return unknown
  }

  /// What is to be kept of a client; nil where it has no rows and the snapshot does not have it.
  fileprivate func activity(of client: Int64, at position: Int?, _ unsettled: Set<Int64>) -> ClientActivity? {
    if unsettled.contains(client) { return .unsettled }
    return position.map { activity(of: $0) }
  }
}
