import Foundation
import PostgresKit
import Testing

@Suite struct BacktestCommandTests {
  @Test(
    "options that would be ignored, or that want standard output twice, are a wrong command line",
    arguments: [["--hide-one", "--horizon", "3"], ["--hide-one", "--origins", "4"], ["--json", "--html", "-"]])
  func usage(options: [String]) async throws {
    let program = CommandLine(database: try await SoundBank.database())
    let outcome = try program.run(["backtest", "--bank", "B", "--as-of", "2026-06-30"] + options)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(options[1] == "--html" ? "--json" : options[1]))
  }

  @Test("a page named - is standard output, and no file")
  func page() async throws {
    let connection = try await SoundBank.connect()
    try await connection.script(
      """
      insert into source.account
        select 'B', 100 * p + i, i, (array['ACQ', 'LOAN'])[p], '2024-03-01', null, null
        from generate_series(1, 10) i, generate_series(1, 2) p
      """)
    let program = CommandLine(database: connection.settings)
    let outcome = try program.run(
      "backtest", "--bank", "B", "--as-of", "2026-06-30", "--hide-one", "--html", "-")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("<!DOCTYPE html>"), "\(outcome.output.prefix(200))")
    #expect(outcome.output.hasSuffix("</html>\n"), "\(outcome.output.suffix(200))")
    #expect(!FileManager.default.fileExists(atPath: "-"))
  }
}
