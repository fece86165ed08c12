import ArgumentParser
import Testing

@testable import Commands

/// Help is wrapped to the terminal; what the source wraps beforehand comes out ragged.
struct HelpTests {
  @Test("prose of every help text flows, and examples fit a line", arguments: Self.commands(from: Xsell.self))
  func flows(name: String, discussion: String) {
    var isAfterProse = false
    for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
      let isProse = !line.isEmpty && !line.hasPrefix(" ")
      #expect(!(isProse && isAfterProse), "\(name): \(line)")
      if !isProse { #expect(line.count <= 80, "\(name): \(line)") }
      isAfterProse = isProse
    }
  }

  private static func commands(from command: any ParsableCommand.Type) -> [(String, String)] {
    let configuration = command.configuration
    return [(command._commandName, configuration.discussion)] + configuration.subcommands.flatMap { commands(from: $0) }
  }
}
