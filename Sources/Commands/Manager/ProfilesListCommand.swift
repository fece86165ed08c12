import ArgumentParser
import PostgresKit
import Store
import Wording

struct ProfilesListCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the profiles of a cohort.",
    discussion: """
      Examples:
        xsell profiles list --bank NORTH
        xsell profiles list --bank NORTH --cohort "Riga × Retail trade"
      """)

  @OptionGroup var profiles: ProfilesOptions

  var connection: ConnectionOptions { profiles.connection }

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let (bank, rows) = try await profiles.published(ViewReader(connection))
    let language = try profiles.language.language(bankLocale: bank.locale)
    switch profiles.output.form {
    case .table:
      return ProfilesView.renderList(
        rows.map { ProfileFacts($0) }, language: language, style: terminal.style, width: terminal.width)
    case .json: return JSONWriter.text(.array(rows.map(\.json)))
    case .csv: return CSVWriter.line(ProfileRow.csvHeader) + rows.map { CSVWriter.line($0.csv) }.joined()
    }
  }
}
