/// Stages of clients by their key, in nine bytes a client.
package struct ClientStages: Sendable {
  /// Ascending.
  private var clients: [ClientID] = []
  private var stages: [Stage] = []

  package init() {}

  package var isEmpty: Bool { clients.isEmpty }

  /// - Parameter client: ascends from call to call.
  package mutating func append(_ stage: Stage, of client: ClientID) {
    clients.append(client)
    stages.append(stage)
  }

  package subscript(client: ClientID) -> Stage? {
    var (low, high) = (0, clients.count)
    while low < high {
      let middle = (low + high) / 2
      if clients[middle] < client { low = middle + 1 } else { high = middle }
    }
    return low < clients.count && clients[low] == client ? stages[low] : nil
  }
}

extension ClientStages: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (ClientID, Stage)...) {
    for (client, stage) in elements.sorted(by: { $0.0 < $1.0 }) { append(stage, of: client) }
  }
}
