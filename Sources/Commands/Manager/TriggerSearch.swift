import Store

/// Which trigger is meant.
enum TriggerSearch {
  /// How many are named in a message.
  private static let named = 10

  static func one(_ range: IdentifierRange, _ reader: ViewReader) async throws -> ListedTrigger {
    let found = try await reader.triggers(range, limit: named + 1)
    guard let trigger = found.first else {
      throw CommandError(.badInput, "There is no such trigger", next: "take its ID from xsell worklist")
    }
    guard found.count == 1 else {
      let list = found.prefix(named).map { "\($0.trigger.id) (\($0.trigger.kind))" }.joined(separator: ", ")
      throw CommandError(
        .usage, "Several triggers begin like this: \(list)\(found.count > named ? ", …" : "")",
        next: "give more digits")
    }
    return trigger
  }
}
