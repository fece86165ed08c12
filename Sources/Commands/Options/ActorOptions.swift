import ArgumentParser

/// In whose name something is noted.
struct ActorOptions: ParsableArguments {
  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who says so, instead of the database user.", valueName: "name"))
  var actor: String?

  /// History is kept for good: an answer in no name would stay one.
  func validate() throws {
    if let actor, actor.allSatisfy(\.isWhitespace) { throw ValidationError("--as needs a name.") }
  }
}
