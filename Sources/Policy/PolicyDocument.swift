import Yams

/// The file as a tree whose nodes know their line.
struct PolicyDocument {
  /// nil = an empty file.
  let root: Node?
  /// Keys that stand twice in one section: the mark that the first of them was given, and its name without the mark.
  /// The parser refuses such a file at the first one; marked, they can be told all at once and with their section.
  let duplicates: [String: String]

  init(_ text: String) throws(Fault) {
    var text = text
    var duplicates: [String: String] = [:]
    while true {
      do {
        root = try Yams.compose(yaml: text, .basic, .default, .utf8)
        self.duplicates = duplicates
        return
      } catch let YamlError.duplicatedKeysInMapping(names, context) {
        let name = names.first ?? ""
        let mark = "@again\(duplicates.count + 1)"
        guard let marked = text.inserting(mark, after: name, at: context.mark) else {
          throw Fault(line: context.mark.line, key: name, problem: .duplicateKey(otherLine: nil))
        }
        duplicates[name + mark] = name
        text = marked
      } catch {
        throw Fault(error, in: text)
      }
    }
  }

  /// Why there is no tree.
  struct Fault: Error {
    let line: Int?
    let key: String
    let problem: PolicyFault.Problem
  }
}

extension PolicyDocument.Fault {
  fileprivate init(_ error: any Error, in text: String) {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      let surroundings = context.map { "\($0.text) (line \($0.mark.line)): " } ?? ""
      self.init(line: mark.line, key: "", problem: .syntax(surroundings + problem))
    case YamlError.reader(let problem, let offset, _, _):
      let line = offset.map { text.prefix($0).count(where: \.isNewline) + 1 }
      self.init(line: line, key: "", problem: .syntax(problem))
    default:
      self.init(line: nil, key: "", problem: .syntax("it cannot be read as text"))
    }
  }
}

extension String {
  /// The text with `addition` behind the key that starts at the mark; nil where the key is not written there plainly.
  fileprivate func inserting(_ addition: String, after key: String, at mark: Mark) -> String? {
    var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    guard !key.isEmpty, lines.indices.contains(mark.line - 1) else { return nil }
    var line = Array(lines[mark.line - 1].unicodeScalars)
    guard line.indices.contains(mark.column - 1) else { return nil }
    let start = ["\"", "'"].contains(line[mark.column - 1]) ? mark.column : mark.column - 1
    guard line[start...].starts(with: key.unicodeScalars) else { return nil }
    line.insert(contentsOf: addition.unicodeScalars, at: start + key.unicodeScalars.count)
    lines[mark.line - 1] = String(String.UnicodeScalarView(line))
    return lines.joined(separator: "\n")
  }
}
