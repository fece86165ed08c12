import Banking
import IdealProfiles
import Nightly
import Wording

extension ProfileDiff {
  /// Clients that went one way for one cause.
  struct Flow {
    let from: ProfileIdentity?
    let to: ProfileIdentity?
    let cause: Cause
    let clients: Int
  }

  /// The largest first.
  var flows: [Flow] {
    struct Way: Hashable { let from: ProfileIdentity?, to: ProfileIdentity?, cause: Cause }
    var counts: [Way: Int] = [:]
    for move in moves { counts[Way(from: move.from, to: move.to, cause: move.cause), default: 0] += 1 }
    return counts.map { Flow(from: $0.key.from, to: $0.key.to, cause: $0.key.cause, clients: $0.value) }.sorted {
      (-$0.clients, $0.from?.id ?? 0, $0.to?.id ?? 0, $0.cause.rawValue)
        < (-$1.clients, $1.from?.id ?? 0, $1.to?.id ?? 0, $1.cause.rawValue)
    }
  }

  var json: JSONValue {
    .object([
      ("from", .string(then.asOf.description)), ("to", .string(now.asOf.description)),
      ("profiles_then", .string(then.fittedOn.description)), ("profiles_now", .string(now.fittedOn.description)),
      ("stayed", .integer(Int64(stayed))), ("adjusted_rand_index", agreement.map { .number($0) } ?? .null),
      (
        "flows",
        .array(
          flows.map { flow in
            .object([
              ("from_profile", .integer(flow.from?.id)),
              ("to_profile", .integer(flow.to?.id)), ("cause", .string(flow.cause.rawValue)),
              ("clients", .integer(Int64(flow.clients))),
            ])
          })
      ),
    ])
  }

  static let csvHeader = [
    "client_id", "client_no", "from_profile", "from_name", "to_profile", "to_name", "cause", "opened", "dropped",
    "income_then", "income_now",
  ]
}

extension ProfileDiff.Move {
  var csv: [String?] {
    [
      client.id.description, client.number, from.map { String($0.id) }, from?.name, to.map { String($0.id) }, to?.name,
      cause.rawValue, opened.map(\.rawValue).joined(separator: " "),
      dropped.map(\.rawValue).joined(separator: " "), incomeThen?.description, incomeNow?.description,
    ]
  }
}
