import Banking
import Nightly
import PostgresKit
import Synchronization
import Testing

@testable import Commands

struct BankRoundTests {
  private struct Told {
    var begun: [String] = []
    var named: [String] = []
    var again: [String] = []
    var pauses = 0
    var reopened = 0
  }

  private static let banks = ["A", "B", "C"].map { BankID($0) }

  /// What happened until the end, and the exit code.
  private static func round(
    _ banks: [BankID], workers: Int = 1, reopens: Bool = true,
    _ night: @escaping @Sendable (BankID) async throws -> Void
  ) async -> (told: Told, status: Commands.ExitStatus?) {
    let told = Mutex(Told())
    do {
      try await BankRound.run(banks, workers: workers) { bank, _, isTakenAgain in
        told.withLock {
          $0.begun.append(bank.rawValue)
          if isTakenAgain { $0.again.append(bank.rawValue) }
        }
        try await night(bank)
      } reopen: { _, failure in
        told.withLock { $0.reopened += 1 }
        if !reopens { throw CommandError(failure.status, "out of reach", next: "nothing") }
      } name: { bank, _ in
        told.withLock { $0.named.append(bank.rawValue) }
      } pause: {
        told.withLock { $0.pauses += 1 }
      }
      return (told.withLock { $0 }, nil)
    } catch {
      return (told.withLock { $0 }, Failure(error)?.status)
    }
  }

  @Test("a bank that another run holds is left for the end, and taken over once its lock is free", arguments: 1...3)
  func held(workers: Int) async {
    let tries = Mutex(0)
    let (told, status) = await Self.round(Self.banks, workers: workers) { bank in
      guard bank.rawValue == "A" else { return }
      let isHeld = tries.withLock { tries in
        tries += 1
        return tries <= 2
      }
      if isHeld { throw NightError.locked(bank) }
    }
    #expect(status == nil)
    #expect(told.begun.sorted() == ["A", "A", "A", "B", "C"])
    #expect(told.again == ["A", "A"])
    #expect(told.named == [])
    #expect(told.pauses >= 1)
  }

  @Test("each bank is one worker's, however many there are", arguments: [2, 8])
  func shared(workers: Int) async {
    let banks = (0..<20).map { BankID("B\($0)") }
    let (told, status) = await Self.round(banks, workers: workers) { _ in await Task.yield() }
    #expect(status == nil)
    #expect(told.begun.sorted() == banks.map(\.rawValue).sorted())
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

  @Test("a bank whose night lost its session has another try in a new one, and the others go on", arguments: 1...3)
  func lostOnce(workers: Int) async {
    let isLost = Mutex(false)
    let (told, status) = await Self.round(Self.banks, workers: workers) { bank in
      guard bank.rawValue == "B" else { return }
      let isFirst = isLost.withLock { lost in
        defer { lost = true }
        return !lost
      }
      if isFirst { throw PostgresError.connectionLost(label: "night") }
    }
    #expect(status == nil)
    #expect(told.begun.sorted() == ["A", "B", "B", "C"] && told.again == ["B"] && told.named == [])
    #expect(told.reopened == 1)
  }

  @Test("a bank whose night loses every session is named, and the others go on")
  func lostAlways() async {
    let (told, status) = await Self.round(Self.banks) { bank in
      if bank.rawValue == "B" { throw PostgresError.connectionLost(label: "night") }
    }
    #expect(told.begun == ["A", "B", "B", "C"] && told.named == ["B"])
    #expect(status == .findings)
  }

  @Test("where no new session can be had, or the database is a later program's, the round ends with the bank at hand")
  func outOfReach() async {
    let lost = await Self.round(Self.banks, reopens: false) { _ in
      throw PostgresError.connectionLost(label: "night")
    }
    #expect(lost.told.begun == ["A"] && lost.status == .databaseUnreachable)
    let newer = await Self.round(Self.banks) { _ in throw MigrationError.databaseIsNewer(found: 99, known: 1) }
    #expect(newer.told.begun == ["A"] && newer.status == .databaseUnreachable)
  }

  @Test("one bank is counted as one bank")
  func singular() async {
    await #expect {
      try await BankRound.run([BankID("A")]) { _, _, _ in
        throw CommandError(.badInput, "no", next: "nothing")
      } reopen: { _, _ in
      } name: { _, _ in
      } pause: {
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
