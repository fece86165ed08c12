/// Why a source pack is refused; nothing of it was loaded. No case carries a value of the data.
package enum SourceLoadError: Error, Equatable, Sendable, CustomStringConvertible {
  case noFolder(String)
  case relationFileMissing(folder: String, relation: String)
  /// `client.csv` and `client.csv.gz`.
  case twoFiles(relation: String)
  case unreadable(file: String, reason: String)
  case noGzip
  /// Not a gzip file, or cut short.
  case brokenArchive(file: String)
  case emptyFile(file: String, columns: [String])
  case notAHeader(file: String, columns: [String])
  case unknownColumns(file: String, columns: [String], known: [String])
  case missingColumns(file: String, columns: [String])
  case repeatedColumns(file: String, columns: [String])
  case badRow(file: String, line: Int, column: String?, reason: String)
  case duplicateKey(file: String, key: [String], rows: [Int64])
  case noBank(file: String)
  /// The database lacks tables of the contract.
  case tablesMissing([String])
  /// The relation is a view: the bank's warehouse fills it.
  case notATable(String)
  /// The database's encoding is another than UTF-8, in which packs are written.
  case unsuitableEncoding(String)
  /// Another load is under way.
  case busy

  package var description: String {
    switch self {
    case .noFolder(let folder): "\(folder) is no folder that can be read; name the folder of the source pack"
    case .relationFileMissing(let folder, let relation):
      "\(folder) holds neither \(relation).csv nor \(relation).csv.gz; add the file"
    case .twoFiles(let relation): "Both \(relation).csv and \(relation).csv.gz are there; remove one of them"
    case .unreadable(let file, let reason): "\(file) cannot be read (\(reason)); correct its permissions or replace it"
    case .noGzip: "gzip cannot be started; install it, or unpack the files"
    case .brokenArchive(let file): "\(file) is no whole gzip file; copy it again"
    case .emptyFile(let file, let columns):
      "\(file) is empty; its first line must name the columns \(columns.joined(separator: ", "))"
    case .notAHeader(let file, let columns):
      "\(file), line 1: this is no header in UTF-8; name the columns \(columns.joined(separator: ", "))"
    case .unknownColumns(let file, let columns, let known):
      "\(file), line 1: unknown \(Self.list("column", columns)); the contract knows \(known.joined(separator: ", "))"
    case .missingColumns(let file, let columns):
      "\(file), line 1: missing \(Self.list("column", columns)); add what is missing, empty where nothing is known"
    case .repeatedColumns(let file, let columns):
      "\(file), line 1: \(Self.list("column", columns)) named more than once; keep one of each"
    case .badRow(let file, let line, let column, let reason):
      "\(file), line \(line)\(column.map { ", column \($0)" } ?? ""): \(reason); correct the file and load it again"
    case .duplicateKey(let file, let key, let rows):
      "\(file): the key (\(key.joined(separator: ", "))) stands more than once\(Self.places(rows)); keep one row of each key"
    case .noBank(let file): "\(file) names no bank; add a row for the bank"
    case .tablesMissing(let names):
      "The database lacks \(names.joined(separator: ", ")); run xsell migrate --source"
    case .notATable(let name): "\(name) is a view; load the warehouse behind it, or use a database of your own"
    case .unsuitableEncoding(let encoding): OutputSchema.refusal(ofEncoding: encoding)
    case .busy: "Another load is under way; try again when it is done"
    }
  }

  private static func list(_ noun: String, _ names: [String]) -> String {
    "\(noun)\(names.count == 1 ? "" : "s") \(names.joined(separator: ", "))"
  }

  private static func places(_ rows: [Int64]) -> String {
    guard !rows.isEmpty else { return "" }
    return ", first in rows \(rows.map(String.init).joined(separator: ", ")) after the header"
  }
}
