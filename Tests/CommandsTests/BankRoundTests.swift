import Banking
import Testing

@testable import Commands

struct BankRoundTests {
  private struct Told {
    var begun: [String] = []
    var named: [String] = []
  }

  private static let banks = ["A", "B", "C"].map { BankID($0) }

  /// What happened until the end, and the exit code.
  private static func round(
    _ banks: [BankID], _ night: (BankID) async throws -> Void
  ) async -> (told: Told, status: Commands.ExitStatus?) {
    var told = Told()
    do {
      try await BankRound.run(banks) { bank in
        told.begun.append(bank.rawValue)
        try await night(bank)
      } name: { bank, _ in
        told.named.append(bank.rawValue)
      }
      return (told, nil)
    } catch {
      return (told, Failure(error)?.status)
    }
  }

  @Test("a group without banks is bad input, not a night well done")
  func noBank() async {
    #expect(await Self.round([]) { _ in }.status == .badInput)
  }

  @Test("a bank that has no night is named and the others go on")
  func oneFails() async {
    let (told, status) = await Self.round(Self.banks) { bank in
      if bank.rawValue == "B" { throw CommandError(.badInput, "no", next: "nothing") }
    }
    #expect(told.begun == ["A", "B", "C"])
    #expect(told.named == ["B"])
    #expect(status == .findings)
  }

  @Test("one bank is counted as one bank")
  func singular() async {
    await #expect {
      try await BankRound.run([BankID("A")]) { _ in
        throw CommandError(.badInput, "no", next: "nothing")
      } name: { _, _ in
      }
    } throws: { error in
      (error as? CommandError)?.cause == "1 of 1 bank had no night"
    }
    #expect([0, 1, 2].map { counted($0, "error") } == ["0 errors", "1 error", "2 errors"])
  }

  @Test("an interrupted round ends with the bank at hand, which is not counted as skipped", arguments: [true, false])
  func interrupted(fails: Bool) async {
    let task = Task {
      await Self.round(Self.banks) { bank in
        guard bank.rawValue == "B" else { return }
        withUnsafeCurrentTask { $0?.cancel() }
        if fails { throw CommandError(.unexpected, "cancelled", next: "nothing") }
      }
    }
    let (told, status) = await task.value
    #expect(told.begun == ["A", "B"])
    #expect(told.named == [])
    #expect(status == .unexpected)
  }
}
