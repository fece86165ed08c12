import ArgumentParser
import PostgresKit
import Store
import Wording

struct ProfilesShowCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one profile and its ideal client.",
    discussion: """
      Example:
        xsell profiles show 3 --bank NORTH
      """)

  @Argument(help: ArgumentHelp("Number of the profile.", valueName: "id"))
  var id: Int

  @OptionGroup var profiles: ProfilesOptions

  var connection: ConnectionOptions { profiles.connection }

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let reader = ViewReader(connection)
    let bank = try await profiles.publishedBank(reader)
    let rows = try await profiles.profiles(reader, of: bank, profile: id)
    let language = try profiles.language.language(bankLocale: bank.locale)
    switch profiles.output.form {
    case .table:
      return rows.map { row in
        ProfilesView.render(ProfileFacts(row), language: language, style: terminal.style, width: terminal.width)
      }.joined(separator: "\n")
    case .json: return JSONWriter.text(rows.first.map(\.json) ?? .null)
    case .csv:
      return CSVWriter.line(ProfileProductRow.csvHeader)
        + rows.flatMap { row in row.products.map { CSVWriter.line($0.csv(of: row)) } }.joined()
    }
  }
}
