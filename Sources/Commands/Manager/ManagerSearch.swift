import Banking
import Store

/// Which manager is meant.
struct ManagerSearch {
  /// Number, login or full name; letters in either case.
  let wanted: String
  let bank: BankID?

  /// How many are named in a message.
  private static let named = 10

  /// Asks for those who may be meant first: a bank has thousands, and all are needed only to say who is near.
  func one(of reader: ViewReader) async throws -> ManagerRow {
    try await one(of: reader.managers(bank: bank, like: pattern), or: reader)
  }

  /// The manager and the list; nearly always by one statement.
  func worklist(of reader: ViewReader) async throws -> (manager: ManagerRow, live: [ListedTrigger]) {
    let likely = try await reader.worklists(bank: bank, like: pattern)
    let found = try await one(of: likely.map(\.manager), or: reader)
    let own =
      likely.count == 1 ? likely : try await reader.worklists(bank: found.bank.id, like: pattern, number: found.id)
    return (found, own.first?.live ?? [])
  }

  /// - Parameter likely: all who fit the pattern.
  private func one(of likely: [ManagerRow], or reader: ViewReader) async throws -> ManagerRow {
    try one(of: found(among: likely).isEmpty ? await reader.managers(bank: bank) : likely)
  }

  /// A pattern of LIKE that everybody who is found fits. The Kelvin sign is a K too, so a k is left open.
  var pattern: String {
    String(wanted.lowercased().map { Self.plain.contains($0) ? $0 : "%" })
  }

  private static let plain = Set("abcdefghijlmnopqrstuvwxyz0123456789 .-")

  private func found(among managers: [ManagerRow]) -> [ManagerRow] {
    let key = wanted.lowercased()
    return managers.filter { manager in
      manager.id.description == wanted || manager.login?.lowercased() == key || manager.fullName.lowercased() == key
    }
  }

  func one(of managers: [ManagerRow]) throws(CommandError) -> ManagerRow {
    let found = found(among: managers)
    guard let manager = found.first else {
      let place = bank.map { "bank \($0)" } ?? "any bank"
      let key = wanted.lowercased()
      let near = managers.filter { $0.fullName.lowercased().contains(key) }
      throw CommandError(
        .badInput, "No manager of \(place) is \"\(TextWidth.printable(wanted))\"",
        next: near.isEmpty
          ? "give the number, the full name or the login" : "perhaps you mean \(Self.list(near, " or "))")
    }
    guard found.count == 1 else {
      throw CommandError(
        .usage, "Several managers are \"\(TextWidth.printable(wanted))\": \(Self.list(found, ", "))",
        next: "name one by number, and its bank with --bank")
    }
    return manager
  }

  private static func list(_ managers: [ManagerRow], _ separator: String) -> String {
    let names = managers.prefix(named).map { manager in
      TextWidth.printable("\(manager.id) \(manager.fullName) (\(manager.branch), bank \(manager.bank.id))")
    }
    return names.joined(separator: separator) + (managers.count > named ? ", and \(managers.count - named) more" : "")
  }
}
