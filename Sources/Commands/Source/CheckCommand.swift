import ArgumentParser
import Banking
import Nightly
import Policy
import PostgresKit
import Store

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the source contract and the quality of a bank's snapshot.",
    discussion: """
      Prints every rule that is broken, how often, and up to five keys. Errors would make the result wrong for the \
      whole bank; rows with a warning are set aside or kept as the rule says; information is no fault. Ends with 0 \
      (sound), 2 (warnings), 65 (errors) or 66 (a relation is missing).

      Example:
        xsell check --bank NORTH --as-of 2026-06-30
      """)

  @Option(name: .long, help: "Bank to check.")
  var bank: BankID

  @Option(name: .long, help: ArgumentHelp("Last day that may be known, as YYYY-MM-DD.", valueName: "date"))
  var asOf: BusinessDate

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let policy = try policy.load()
    let settings = policy.settings(for: bank)
    let connection = try await connection.connect()
    await self.policy.warn(of: policy, connection)
    let scope = ReadScope(bank: bank, asOf: asOf, settings: settings)
    let check = SourceCheck(connection, names: settings.names)
    let report = try await check.inTransaction(of: bank) { try await check.report(scope, settings: settings.check) }
    try StandardOutput.write(CheckView(report: report).text(output.form))
    switch report.verdict {
    case .sound: return
    case .warnings: throw ExitCode(report.exit)
    case .errors, .relationMissing:
      throw CommandError(
        ExitStatus(rawValue: report.exit) ?? .unexpected,
        "The snapshot of \(bank) as of \(asOf) cannot be used",
        next: "correct the \(counted(report.errors.count, "error")) listed and check again")
    }
  }
}
