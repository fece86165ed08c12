import ArgumentParser
import Banking
import Glibc
import Policy
import PostgresKit
import Store

struct PolicyOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Policy to follow, instead of the one built in.", valueName: "file"))
  var policy: String?

  func load() throws -> Policy {
    guard let policy else { return try Policy.default }
    return try Policy.load(file: policy, text: try Self.text(of: policy))
  }

  /// Tells of sections for banks that the group does not have. Where its banks cannot be read, what comes next says so.
  func warn(of policy: Policy, _ connection: PostgresConnection) async {
    guard !policy.banks.isEmpty, let known = try? await SourceReader(connection).banks() else { return }
    for bank in policy.banks.keys.filter({ !known.contains($0) }).map(\.rawValue).sorted() {
      StandardError.line("xsell: the policy has a section for bank \(bank), which is not in source.bank.")
    }
  }

  private static func text(of path: String) throws(CommandError) -> String {
    guard let file = fopen(path, "re") else { throw unreadable(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    // A folder opens and does not read; taken for an empty file it would be the default policy.
    guard ferror(file) == 0 else { throw unreadable(path) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandError(.badPolicy, "\(path) is not UTF-8", next: "save it in UTF-8")
    }
    return text
  }

  private static func unreadable(_ path: String) -> CommandError {
    CommandError(
      .badPolicy, "\(path) cannot be read (\(String(cString: strerror(errno))))", next: "name a policy file")
  }
}
