/// The first line of a pack's file: names of columns in any order.
struct PackHeader: Sendable {
  let columns: [String]

  /// Longer first lines are no header.
  private static let longestLine = 64 * 1024

  init(_ file: PackFile) throws {
    let line = try Self.firstLine(file)
    let relation = file.relation
    let known = relation.columns.map(\.name)
    guard !line.isEmpty else { throw SourceLoadError.emptyFile(file: file.name, columns: known) }
    guard let names = String(validating: line, as: UTF8.self).map(Self.names), names.contains(where: known.contains)
    else { throw SourceLoadError.notAHeader(file: file.name, columns: known) }
    let unknown = names.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw SourceLoadError.unknownColumns(file: file.name, columns: unknown.map(Self.shown), known: known)
    }
    let repeated = known.filter { column in names.filter { $0 == column }.count > 1 }
    guard repeated.isEmpty else { throw SourceLoadError.repeatedColumns(file: file.name, columns: repeated) }
    let missing = known.filter { !names.contains($0) }
    guard missing.isEmpty else { throw SourceLoadError.missingColumns(file: file.name, columns: missing) }
    columns = names
  }

  private static func firstLine(_ file: PackFile) throws -> [UInt8] {
    var line: [UInt8] = []
    try file.read { chunk, _ in
      let end = chunk.firstIndex { $0 == 0x0A || $0 == 0x0D }
      line.append(contentsOf: chunk[..<(end ?? chunk.endIndex)])
      return end == nil && line.count < longestLine
    }
    return line.count < longestLine ? line : [0]
  }

  /// Names as CSV writes them, quoted or not.
  private static func names(_ line: String) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map { field in
      field.count >= 2 && field.hasPrefix("\"") && field.hasSuffix("\"")
        ? String(field.dropFirst().dropLast()) : String(field)
    }
  }

  /// A name that may be shown: where it does not look like one, it may be data that slipped into the first line.
  private static func shown(_ name: String) -> String {
    let isName = (1...63).contains(name.utf8.count)
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == " ") }
      && name.first?.isNumber == false
    return isName ? name : name.isEmpty ? "(without a name)" : "(not shown)"
  }
}
