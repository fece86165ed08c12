import ArgumentParser
import Banking
import Lift
import PostgresKit
import Store
import Wording

struct LiftCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "lift",
    abstract: "Tells what the triggers brought: clients with triggers against the control group.",
    discussion: """
      Every client that was there when the triggers began counts where the draw put it, called or not (by intention \
      to treat). Intervals are of 95 % and come from drawing whole managers with their clients. As long as an \
      interval holds zero the answer is "not yet known", with the weeks that are still missing.

      The control group is triggers.control_share of the policy. It has to stand before the triggers begin: a share \
      raised later turns clients that were called into members of it, which is told.

      Examples:
        xsell lift --bank NORTH
        xsell lift --bank NORTH --since 2026-03-31 --visible 10 --json
      """)

  @Option(name: .long, help: "Bank; may be left out where only one has published.")
  var bank: BankID?

  @Option(
    name: .long,
    help: ArgumentHelp("Day on which the triggers began; else that of the first trigger.", valueName: "date"))
  var since: BusinessDate?

  @Option(name: .long, help: ArgumentHelp("Last day that counts; else that of the publication.", valueName: "date"))
  var until: BusinessDate?

  @Option(
    name: .long,
    help: ArgumentHelp("Lift, in % of the control group's takings, whose wait is told.", valueName: "percent"))
  var visible = LiftAnswer.usualVisibleLift * 100

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard visible > 0, visible <= 1000 else { throw ValidationError("--visible takes a percentage up to 1000.") }
  }

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let reader = ViewReader(connection)
    let bank = try await ProfilesOptions.publishedBank(self.bank, reader)
    let period = try await period(bank, reader)
    guard let answer = try await LiftAnswer(bank, period, visible: visible / 100, reader) else {
      throw Self.withoutControl(bank.id)
    }
    return json
      ? JSONWriter.text(answer.json) : LiftView(answer).render(style: terminal.style, width: terminal.width)
  }

  private func period(_ bank: BankRow, _ reader: ViewReader) async throws -> LiftPeriod {
    let first = try await reader.firstTrigger(bank.id)
    guard let began = since ?? first else {
      throw CommandError(
        .badInput, "Bank \(bank.id) has raised no trigger yet", next: "wait for the first night that does")
    }
    let last = until ?? bank.asOf ?? began
    guard let period = LiftPeriod(began: began, until: last) else {
      throw CommandError(
        .badInput, "Nothing can have come of triggers that began on \(began) by \(last)",
        next: "wait for a later night, or name an earlier --since")
    }
    return period
  }

  private static func withoutControl(_ bank: BankID) -> CommandError {
    CommandError(
      .badInput, "Bank \(bank) keeps no control group, so no lift can be told from what would have come anyway",
      next: "set triggers.control_share in the policy, to 0.1 for instance")
  }
}
