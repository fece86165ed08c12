import ArgumentParser
import Backtest
import Banking
import Policy
import PostgresKit
import Store
import Wording

struct BacktestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Scores the night on the bank's own past, beside the baselines that users ask about.",
    discussion: """
      Rolls the as-of date back over several origins a month apart, runs the night on what was known then, and \
      scores what clients opened within the horizon: the ranking (MAP@7, recall, NDCG; area under the curve over all \
      pairs), first-time openings and win-backs apart, calibration, income. Intervals are of 95 % and come from \
      resampling clients. Nothing is written to the database.

      A bank without opening dates cannot be tested so. --hide-one asks another question there: one held product of \
      30 % of the clients is hidden, and the night has to name it. That tells who holds what, not who opens what \
      next.

      Examples:
        xsell backtest --bank NORTH --horizon 3 --origins 4 --as-of 2026-06-30 \\
            --html backtest.html
        xsell backtest --bank SOUTH --as-of 2026-06-30 --hide-one --json
      """)

  @Option(name: .long, help: "Bank to test.")
  var bank: BankID

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Last day that may be known to whoever scores, as YYYY-MM-DD, instead of the last published night's.",
      valueName: "date"))
  var asOf: BusinessDate?

  @Option(name: .long, help: ArgumentHelp("Months ahead to predict, instead of the policy's.", valueName: "months"))
  var horizon: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("Past dates to score, a month apart; \(usualOrigins) unless given.", valueName: "count"))
  var origins: Int?

  @Flag(name: .long, help: "Hide one held product of 30 % of the clients instead, and ask for it.")
  var hideOne = false

  @Option(name: .long, help: ArgumentHelp("Threads to use, instead of one a core; changes no result."))
  var threads: Int?

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write a page with charts as well; - is standard output, instead of the tables.", valueName: "file"))
  var html: String?

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var connection: ConnectionOptions

  private static let usualOrigins = 4

  func validate() throws {
    guard horizon.map((1...24).contains) ?? true else { throw ValidationError("--horizon takes 1 to 24 months.") }
    guard origins.map((1...36).contains) ?? true else { throw ValidationError("--origins takes 1 to 36.") }
    if hideOne, horizon != nil || origins != nil {
      throw ValidationError(
        "--hide-one asks about one date and nothing ahead of it: leave out --horizon and --origins.")
    }
    if json, html == "-" { throw ValidationError("--json and --html - both want standard output; name a file.") }
    guard threads.map((1...256).contains) ?? true else { throw ValidationError("--threads takes 1 to 256.") }
  }

  func run() async throws {
    var settings = try policy.load().settings(for: bank)
    if let horizon { settings.night.horizonMonths = horizon }
    if let threads { settings.night.threads = threads }
    let connection = try await connection.connect()
    var order = BacktestJob.Order(
      bank: bank, asOf: try await date(connection), settings: settings, origins: origins ?? Self.usualOrigins)
    order.hidesOne = hideOne
    let file = try html.flatMap { $0 == "-" ? nil : try FileOutput(path: $0) }
    let report: BacktestReport
    do {
      report = try await self.report(connection, order)
      if let file {
        try file.write(BacktestPage.render(report))
        try file.commit()
      }
    } catch {
      file?.discard()
      throw error
    }
    // A file in its place stays there, whatever becomes of standard output.
    try show(report)
  }

  private func date(_ connection: PostgresConnection) async throws -> BusinessDate {
    if let asOf { return asOf }
    guard let published = try await RunLedger(connection).published(bank) else {
      throw CommandError(.usage, "Bank \(bank) has no published night whose date could be taken", next: "give --as-of")
    }
    return published.asOf
  }

  private func report(_ connection: PostgresConnection, _ order: BacktestJob.Order) async throws -> BacktestReport {
    let progress = Progress(Terminal.current())
    defer { progress.finish() }
    return try await BacktestJob(connection, order: order) { origin, done, count in
      progress.report("origin \(origin)", share: Double(done) / Double(count))
    }.run()
  }

  private func show(_ report: BacktestReport) throws {
    guard html != "-" else { return try StandardOutput.write(BacktestPage.render(report)) }
    guard !json else { return try StandardOutput.write(JSONWriter.text(report.json)) }
    let terminal = Terminal.current()
    try StandardOutput.write(BacktestView.render(report, style: terminal.style, width: terminal.width))
  }
}
