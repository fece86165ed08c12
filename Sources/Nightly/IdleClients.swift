import Banking
import Features
import Store
import Triggers

/// Clients of whom an earlier night found that nothing can be raised, and of whom nothing else is known tonight: their rows stand,
/// and nobody asks for their chances or their candidates.
struct IdleClients: Sendable {
  /// By client, 0 = it is judged; empty = all are.
  private let grounds: [Int64]

  /// None.
  init() { grounds = [] }

  /// - Parameters:
  ///   - tonight: what rows follow from tonight, by the lessons that the published ones were judged by.
  ///   - triggers: all that the night decides from.
  init(
    _ tonight: RowGrounds, _ published: PublishedGrounds, triggers: [ExistingTrigger], threads: Int
  ) async {
    let clients = tonight.snapshot.clients
    let busy = Set(triggers.map(\.client))
    let pieces = chunks(of: clients.count)
    let parts = await inParallel(pieces.count, threads: threads) { piece in
      pieces[piece].map { client -> Int64 in
        let id = clients[client].id
        guard let known = published[id], !busy.contains(id), tonight.whereIdle(client) == known else { return 0 }
        return known
      }
    }
    grounds = parts.flatMap(\.self)
  }

  func contains(_ client: Int) -> Bool { grounds(of: client) != nil }

  /// Nil for a client that is judged.
  func grounds(of client: Int) -> Int64? {
    client < grounds.count && grounds[client] != 0 ? grounds[client] : nil
  }
}
