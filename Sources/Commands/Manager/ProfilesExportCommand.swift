import ArgumentParser
import PostgresKit
import Store
import Wording

struct ProfilesExportCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Prints the profiles of a cohort as a policy pins them, to be edited.",
    discussion: """
      The text is a section of a policy file; what is pinned applies to every client of the cohort's industry and region. \
      --json and --csv have the figures of every product instead.

      Examples:
        xsell profiles export --bank NORTH --cohort "Riga × Retail trade"
        xsell profiles export --bank NORTH --csv > profiles.csv
      """)

  @OptionGroup var profiles: ProfilesOptions

  var connection: ConnectionOptions { profiles.connection }

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let (_, rows) = try await profiles.published(ViewReader(connection))
    switch profiles.output.form {
    case .table: return PinnedSection(rows).text
    case .json: return JSONWriter.text(.array(rows.map(\.json)))
    case .csv: return rows.productsCSV
    }
  }
}
