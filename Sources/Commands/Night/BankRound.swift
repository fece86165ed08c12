import Banking

/// Every bank's night, one after another. A bank that cannot have its night is named, and the others go on.
enum BankRound {
  /// - Parameters:
  ///   - night: one bank's night.
  ///   - name: told of a bank that had none, and why.
  /// - Throws: `CommandError` where there is no bank or one had no night; `CancellationError` once the work was
  ///   interrupted; what concerns every bank (the database out of reach, an unknown failure) at once.
  static func run(
    _ banks: [BankID], night: (BankID) async throws -> Void, name: (BankID, Failure) -> Void
  ) async throws {
    guard !banks.isEmpty else {
      throw CommandError(.badInput, "source.bank names no bank", next: "fill it (xsell source load)")
    }
    var without = 0
    for bank in banks {
      // What is interrupted says nothing about this bank or the next.
      try Task.checkCancellation()
      do {
        try await night(bank)
      } catch {
        try Task.checkCancellation()
        guard let failure = Failure(error), failure.status != .databaseUnreachable else { throw error }
        name(bank, failure)
        without += 1
      }
    }
    guard without == 0 else {
      throw CommandError(
        .findings, "\(without) of \(counted(banks.count, "bank")) had no night", next: "see the messages above")
    }
  }
}
