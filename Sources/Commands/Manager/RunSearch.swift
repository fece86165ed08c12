import Banking
import Store

extension ViewReader {
  /// The one run that an identifier, or its beginning, means.
  func run(_ id: IdentifierRange, bank: BankID?) async throws -> RunRow {
    // As many as are named in a message.
    let runs = try await runs(bank: bank, id, limit: 10)
    guard let run = runs.first else {
      throw CommandError(.badInput, "There is no such run", next: "take its ID from xsell runs list")
    }
    guard runs.count == 1 else {
      let list = runs.map(\.id).joined(separator: ", ")
      throw CommandError(.usage, "Several runs begin like this: \(list)", next: "give more digits")
    }
    return run
  }

  /// The last two nights that were published, earlier first.
  func lastPublishedPair(of bank: BankID?) async throws -> (earlier: RunRow, later: RunRow) {
    let runs = try await runs(bank: bank, state: "published", limit: 2)
    guard runs.count == 2 else {
      if let bank, try await !knows(bank) { throw CommandError.noBank(bank) }
      throw CommandError(
        .badInput, "Fewer than two nights have been published", next: "look at the ledger with xsell runs list")
    }
    guard runs[0].bank == runs[1].bank else {
      throw CommandError(.usage, "The last two nights are of two banks", next: "name one with --bank")
    }
    return (runs[1], runs[0])
  }
}
