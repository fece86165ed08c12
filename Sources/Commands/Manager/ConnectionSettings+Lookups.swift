import Glibc
import PostgresKit

extension ConnectionSettings {
  /// For questions about a few rows, which follow keys in the order in which they are written. Compiling them takes
  /// seconds, and a server that has not yet analysed a night's tables takes them for questions about many rows. Weighing
  /// every order of their joins takes longer than answering them.
  var forLookups: ConnectionSettings {
    var settings = self
    let given = parameters["options"] ?? getenv("PGOPTIONS").map { String(cString: $0) }
    settings.parameters["options"] = ([given].compactMap { $0 } + Self.lookups).joined(separator: " ")
    return settings
  }

  private static let lookups = ["-c jit=off", "-c join_collapse_limit=4", "-c from_collapse_limit=4"]
}
