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
    let (bank, rows) = try await profiles.published(ViewReader(connection), profile: id)
    let language = try profiles.language.language(bankLocale: bank.locale)
    switch profiles.output.form {
    case .table:
      return rows.map { row in
        ProfilesView.render(ProfileFacts(row), language: language, style: terminal.style, width: terminal.width)
      }.joined(separator: "\n")
    case .json: return JSONWriter.text(rows.first.map(\.json) ?? .null)
    case .csv: return rows.productsCSV
    }
  }
}
