import ArgumentParser
import Banking
import Glibc
import Logging
import Nightly
import Policy
import PostgresKit
import Store
import Wording

struct NightlyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightly",
    abstract: "Runs the night: checks and reads a bank's data, scores its clients, raises and withdraws triggers.",
    discussion: """
      Publishes everything in one transaction: killed anywhere, it leaves the last publication visible, and the next \
      run completes the work. A second run on the same snapshot changes nothing. Two runs of one bank exclude each \
      other. Only rows that differ from what earlier nights wrote are written; --full looks at every row, and so \
      mends what was changed by hand.

      With --all-banks every bank gets its own night; one that fails is named and the others go on (exit code 2). \
      --workers runs several at a time. The same command started again, on other machines too, shares the work: each \
      bank is taken by one run, and if that is killed by another.

      Examples:
        xsell nightly --bank NORTH --as-of 2026-06-30
        xsell nightly --all-banks --as-of 2026-06-30 --policy policy.yaml \\
            --resume --workers 2
      """)

  @Option(name: .long, help: "Bank to run.")
  var bank: BankID?

  @Flag(name: .long, help: "Run every bank of source.bank.")
  var allBanks = false

  @Option(name: .long, help: ArgumentHelp("Last day that may be known, as YYYY-MM-DD.", valueName: "date"))
  var asOf: BusinessDate

  @Option(name: .long, help: ArgumentHelp("Months ahead to predict, instead of the policy's.", valueName: "months"))
  var horizon: Int?

  @Option(name: .long, help: ArgumentHelp("Threads to use, instead of one a core; changes no result."))
  var threads: Int?

  @Option(name: .long, help: ArgumentHelp("Banks at a time, with --all-banks; changes no result.", valueName: "number"))
  var workers = 1

  @Flag(name: .long, help: "Compute everything and write nothing.")
  var dryRun = false

  @Flag(name: .long, help: "Pass over banks whose night of this date is published already.")
  var resume = false

  @Flag(name: .long, help: "Fit the profiles anew, whether due or not.")
  var refit = false

  @Flag(name: .long, help: "Compute and compare every row, also where this night stands published already.")
  var full = false

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var connection: ConnectionOptions
  @Flag(name: .long, help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (bank != nil) != allBanks else { throw ValidationError("Name one of --bank and --all-banks.") }
    guard horizon.map((1...24).contains) ?? true else { throw ValidationError("--horizon takes 1 to 24 months.") }
    guard threads.map((1...256).contains) ?? true else { throw ValidationError("--threads takes 1 to 256.") }
    guard (1...64).contains(workers) else { throw ValidationError("--workers takes 1 to 64.") }
    guard workers == 1 || allBanks else { throw ValidationError("--workers goes with --all-banks.") }
  }

  func run() async throws {
    // A reader that goes away, of results or of messages, does not take the banks with it that are still to come.
    signal(SIGPIPE, SIG_IGN)
    try await StoppableWork.run { try await nights() }
  }

  private func nights() async throws {
    let policy = try policy.load()
    self.connection.log.logger().debug(
      "policy: \(policy.redactedSummary.split(separator: "\n").joined(separator: "; "))")
    let connection = try await connection.connect()
    await self.policy.warn(of: policy, connection)
    if let bank {
      let view = try await night(bank, policy, connection, resume: resume, Progress(Terminal.current()))
      do {
        return try StandardOutput.write(json ? JSONWriter.text(view.json) : view.text)
      } catch {
        throw untold(error, of: "the night is")
      }
    }
    try await all(policy, connection)
  }

  private func all(_ policy: Policy, _ connection: PostgresConnection) async throws {
    let banks = try await SourceReader(connection).banks()
    let before = await published(banks, connection)
    let pause: @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(2)) }
    let sessions = WorkerSessions(first: connection, open: { try await self.connection.connect() }, pause: pause)
    let done = FinishedNights(printsText: !json)
    let progress = Progress(Terminal.current())
    var failure: (any Error)?
    do {
      try await BankRound.run(banks, workers: workers) { bank, worker, isTakenAgain in
        let session = try await sessions.session(of: worker)
        let view = try await night(
          bank, policy, session, resume: resume || isTakenAgain, insteadOf: resume ? nil : before[bank], progress)
        await done.add(bank, view)
      } reopen: { worker, failure in
        StandardError.line("xsell: \(failure.sentence) Connecting again.")
        try await sessions.reopen(worker)
      } name: { bank, failure in
        StandardError.line("xsell: bank \(bank): \(failure.sentence)")
        await done.addFailed(bank, NightView(failed: bank, asOf: asOf, failure))
      } pause: {
        try await pause()
      }
    } catch {
      failure = error
    }
    await done.finish(banks)
    guard let untold = await done.failure.map({ untold($0, of: "the nights are") }) else {
      if let failure { throw failure }
      return
    }
    // Banks without a night matter more than nights that could not be told.
    guard let failure else { throw untold }
    if let words = Failure(untold) { StandardError.line("xsell: \(words.sentence)") }
    throw failure
  }

  /// - Parameter nights: with their verb.
  private func untold(_ error: any Error, of nights: String) -> any Error {
    dryRun ? error : StandardOutput.untold(error, "\(nights) published", next: "see xsell runs list")
  }

  /// The runs that the banks' views show before the round; none where schema `xsell` is not there yet.
  private func published(_ banks: [BankID], _ connection: PostgresConnection) async -> [BankID: String] {
    var runs: [BankID: String] = [:]
    for bank in banks { runs[bank] = try? await RunLedger(connection).published(bank)?.run }
    return runs
  }

  /// - Parameters:
  ///   - resume: whether a bank whose night is published already is passed over.
  ///   - old: a run that is to be replaced all the same.
  private func night(
    _ bank: BankID, _ policy: Policy, _ connection: PostgresConnection, resume: Bool, insteadOf old: String? = nil,
    _ progress: Progress
  ) async throws -> NightView {
    if resume, let published = try await RunLedger(connection).published(bank), published.asOf == asOf,
      published.run != old
    {
      return NightView(skipped: bank, asOf: asOf, run: published.run)
    }
    var settings = policy.settings(for: bank)
    if let horizon { settings.night.horizonMonths = horizon }
    if let threads { settings.night.threads = threads }
    var order = NightJob.Order(bank: bank, asOf: asOf, settings: settings)
    order.isDryRun = dryRun
    order.refit = refit
    order.isFull = full
    let started = ContinuousClock.now
    defer { progress.finish() }
    let report = try await NightJob(
      connection, order: order, language: Self.language, clock: Clock.now, stopwatch: { ContinuousClock.now },
      logger: self.connection.log.logger(),
      report: { step in
        let steps = NightStep.allCases
        progress.report(
          workers > 1 ? "\(bank) \(step.rawValue)" : step.rawValue,
          share: Double(steps.firstIndex(of: step) ?? 0) / Double(steps.count))
      }
    ).run()
    return NightView(report, elapsed: ContinuousClock.now - started)
  }

  /// The bank's own language, English where it is none of ours.
  private static func language(_ bank: Bank) -> any Language {
    Languages.choose(explicit: nil, bankLocale: bank.locale, environment: [:]) ?? English()
  }
}
