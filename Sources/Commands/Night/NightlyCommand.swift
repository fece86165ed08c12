import ArgumentParser
import Banking
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
      Publishes everything in one transaction: killed anywhere, it leaves the last publication visible, and the next run
      completes the work. A second run on the same snapshot changes nothing. Two runs of one bank exclude each other.

      With --all-banks every bank gets its own night; one that fails is named and the others go on (exit code 2).

      Examples:
        xsell nightly --bank NORTH --as-of 2026-06-30
        xsell nightly --all-banks --as-of 2026-06-30 --policy policy.yaml --resume
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

  @Flag(name: .long, help: "Compute everything and write nothing.")
  var dryRun = false

  @Flag(name: .long, help: "Pass over banks whose night of this date is published already.")
  var resume = false

  @Flag(name: .long, help: "Fit the profiles anew, whether due or not.")
  var refit = false

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var connection: ConnectionOptions
  @Flag(name: .long, help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (bank != nil) != allBanks else { throw ValidationError("Name one of --bank and --all-banks.") }
    guard horizon.map((1...24).contains) ?? true else { throw ValidationError("--horizon takes 1 to 24 months.") }
    guard threads.map((1...256).contains) ?? true else { throw ValidationError("--threads takes 1 to 256.") }
  }

  func run() async throws {
    let policy = try policy.load()
    self.connection.log.logger().debug(
      "policy: \(policy.redactedSummary.split(separator: "\n").joined(separator: "; "))")
    let connection = try await connection.connect()
    if let bank {
      let view = try await night(bank, policy, connection)
      return try StandardOutput.write(json ? JSONWriter.text(view.json) : view.text)
    }
    try await all(policy, connection)
  }

  private func all(_ policy: Policy, _ connection: PostgresConnection) async throws {
    let banks = try await SourceReader(connection).banks()
    var done: [NightView] = []
    var failure: (any Error)?
    do {
      try await BankRound.run(banks) { bank in
        let view = try await night(bank, policy, connection)
        done.append(view)
        if !json { try StandardOutput.write(view.text) }
      } name: { bank, failure in
        StandardError.line("xsell: bank \(bank): \(failure.sentence)")
      }
    } catch {
      failure = error
    }
    if json { try StandardOutput.write(JSONWriter.text(.array(done.map(\.json)))) }
    if let failure { throw failure }
  }

  private func night(_ bank: BankID, _ policy: Policy, _ connection: PostgresConnection) async throws -> NightView {
    if resume, let published = try await RunLedger(connection).published(bank), published.asOf == asOf {
      return NightView(skipped: bank, asOf: asOf, run: published.run)
    }
    var settings = policy.settings(for: bank)
    if let horizon { settings.night.horizonMonths = horizon }
    if let threads { settings.night.threads = threads }
    var order = NightJob.Order(bank: bank, asOf: asOf, settings: settings)
    order.isDryRun = dryRun
    order.refit = refit
    let progress = Progress(Terminal.current())
    let started = ContinuousClock.now
    defer { progress.finish() }
    let report = try await NightJob(
      connection, order: order, language: Self.language, clock: Clock.now, stopwatch: { ContinuousClock.now },
      logger: self.connection.log.logger(),
      report: { step in
        let steps = NightStep.allCases
        progress.report(
          step.rawValue, share: Double(steps.firstIndex(of: step) ?? 0) / Double(steps.count))
      }
    ).run()
    return NightView(report, elapsed: ContinuousClock.now - started)
  }

  /// The bank's own language, English where it is none of ours.
  private static func language(_ bank: Bank) -> any Language {
    Languages.choose(explicit: nil, bankLocale: bank.locale, environment: [:]) ?? English()
  }
}
