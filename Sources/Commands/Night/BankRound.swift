import Banking
import Nightly
import PostgresKit

/// Every bank's night, by one worker or several. A bank that cannot have its night is named, and the others go on. One whose
/// night lost its session has another try in a new one.
///
/// Rounds in other processes, on other machines too, share the work: a bank whose lock another one holds is set aside, and
/// looked at again once nothing else is left to do. If its run was killed, the lock is free and it is taken over.
enum BankRound {
  /// - Parameters:
  ///   - workers: banks at a time.
  ///   - night: one bank's night, by the worker of that number; `isTakenAgain` = it was another run's, or lost its session,
  ///     before.
  ///   - reopen: gives a worker that has lost its session another one, or throws.
  ///   - name: told of a bank that had none, and why.
  ///   - pause: between two looks at banks that other runs hold.
  /// - Throws: `CommandError` where there is no bank or one had no night; `CancellationError` once the work was
  ///   interrupted; what concerns every bank (the database out of reach, an unknown failure) at once.
  static func run(
    _ banks: [BankID], workers: Int = 1,
    night: @escaping @Sendable (BankID, _ worker: Int, _ isTakenAgain: Bool) async throws -> Void,
    reopen: @escaping @Sendable (_ worker: Int, Failure) async throws -> Void,
    name: @escaping @Sendable (BankID, Failure) async -> Void, pause: @escaping @Sendable () async throws -> Void
  ) async throws {
    guard !banks.isEmpty else {
      throw CommandError(.badInput, "source.bank names no bank", next: "fill it (xsell source load)")
    }
    let turns = BankTurns(banks)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<min(workers, banks.count) {
        group.addTask { try await work(worker, turns, night: night, reopen: reopen, name: name, pause: pause) }
      }
      // The first failure that concerns every bank ends all.
      for try await _ in group {}
    }
    let without = await turns.without
    guard without == 0 else {
      throw CommandError(
        .findings, "\(without) of \(counted(banks.count, "bank")) had no night", next: "see the messages above")
    }
  }

  private static func work(
    _ worker: Int, _ turns: BankTurns, night: (BankID, Int, Bool) async throws -> Void,
    reopen: (Int, Failure) async throws -> Void, name: (BankID, Failure) async -> Void, pause: () async throws -> Void
  ) async throws {
    while let turn = await turns.next() {
      // What is interrupted says nothing about this bank or the next.
      try Task.checkCancellation()
      if turn.isAfterPause { try await pause() }
      do {
        try await night(turn.bank, worker, turn.isTakenAgain)
      } catch NightError.locked(let bank) {
        await turns.setAside(bank)
      } catch {
        try Task.checkCancellation()
        guard let failure = Failure(error), !(error is MigrationError) else { throw error }
        if isLostSession(error) {
          try await reopen(worker, failure)
          if await turns.again(turn.bank) { continue }
        } else if failure.status == .databaseUnreachable {
          throw error
        }
        await name(turn.bank, failure)
        await turns.failed()
      }
    }
  }
}

extension BankRound {
  /// Whether another session may do what this one could not.
  private static func isLostSession(_ error: any Error) -> Bool {
    switch error as? PostgresError {
    case .connectionLost, .commitOutcomeUnknown, .cannotConnect: true
    case .server(let server): [.adminShutdown, .crashShutdown, .cannotConnectNow].contains(server.sqlState)
    case .rollbackFailed(let body, _): isLostSession(body)
    default: false
    }
  }
}

/// Whose turn it is: each bank once, and those that other runs hold until they are free.
private actor BankTurns {
  private var waiting: [BankID]
  private var held: [BankID] = []
  private var wereHeld: Set<BankID> = []
  private var hadAnotherTry: Set<BankID> = []
  private(set) var without = 0

  init(_ banks: [BankID]) { waiting = banks }

  func next() -> (bank: BankID, isTakenAgain: Bool, isAfterPause: Bool)? {
    let isAfterPause = waiting.isEmpty
    if isAfterPause { swap(&waiting, &held) }
    guard !waiting.isEmpty else { return nil }
    let bank = waiting.removeFirst()
    return (bank, wereHeld.contains(bank), isAfterPause)
  }

  func setAside(_ bank: BankID) {
    held.append(bank)
    wereHeld.insert(bank)
  }

  /// Whether the bank has not had another try yet, which is next.
  func again(_ bank: BankID) -> Bool {
    guard hadAnotherTry.insert(bank).inserted else { return false }
    waiting.insert(bank, at: 0)
    wereHeld.insert(bank)
    return true
  }

  func failed() { without += 1 }
}
