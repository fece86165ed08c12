import Banking
import Store

/// Which manager is meant.
struct ManagerSearch {
  /// Number, login or full name; letters in either case.
  let wanted: String
  let bank: BankID?

  /// How many are named in a message.
  private static let named = 10

  func one(of managers: [ManagerRow]) throws(CommandError) -> ManagerRow {
    let key = wanted.lowercased()
    let found = managers.filter { manager in
      manager.id.description == wanted || manager.login?.lowercased() == key || manager.fullName.lowercased() == key
    }
    guard let manager = found.first else {
      let place = bank.map { "bank \($0)" } ?? "any bank"
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
