import ArgumentParser
import Banking
import PostgresKit
import Store

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Prints an output view as CSV.",
    discussion: """
      The rows come in an order that is always the same. A file named with --output is there whole or not at all.

      Example:
        xsell export recommendation --bank NORTH -o recommendation.csv
      """)

  @Argument(help: "View to print.")
  var view: PublicView

  @Option(name: .long, help: "Only this bank.")
  var bank: BankID?

  @Option(name: .shortAndLong, help: ArgumentHelp("File to write, instead of standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    let connection = try await connection.connect()
    guard let output else { return try await export(from: connection, to: BufferedOutput()) }
    let file = try FileOutput(path: output)
    do {
      try await export(from: connection, to: BufferedOutput(file))
      try file.commit()
    } catch {
      file.discard()
      throw error
    }
  }

  /// A view without rows is looked at before its header, which is still in the buffer, goes out: a bank that is not there
  /// is told apart from one that has nothing yet.
  private func export(from connection: PostgresConnection, to buffer: BufferedOutput) async throws {
    let rows = try await view.export(from: connection, bank: bank) { try buffer.write($0) }
    // Who may read the view need not be allowed to read what tells.
    if rows == 0, let bank, (try? await ViewReader(connection).knows(bank)) == false { throw CommandError.noBank(bank) }
    try buffer.flush()
  }
}

extension PublicView: ExpressibleByArgument {}
