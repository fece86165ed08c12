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
    guard let output else {
      let standardOutput = BufferedOutput()
      try await view.export(from: connection, bank: bank) { try standardOutput.write($0) }
      return try standardOutput.flush()
    }
    let file = try FileOutput(path: output)
    do {
      let buffer = BufferedOutput(file)
      try await view.export(from: connection, bank: bank) { try buffer.write($0) }
      try buffer.flush()
      try file.commit()
    } catch {
      file.discard()
      throw error
    }
  }
}

extension PublicView: ExpressibleByArgument {}
