import Glibc
import PostgresKit

extension ConnectionSettings {
  /// For questions about a few rows. Compiling them takes seconds, and a server that has not yet analysed a night's
  /// tables takes them for questions about many rows.
  var forLookups: ConnectionSettings {
    var settings = self
    let given = parameters["options"] ?? getenv("PGOPTIONS").map { String(cString: $0) }
    settings.parameters["options"] = [given, "-c jit=off"].compactMap { $0 }.joined(separator: " ")
    return settings
  }
}
