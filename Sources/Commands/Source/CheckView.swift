import Banking
import Store
import Wording

/// A check's findings, for people and programs.
struct CheckView {
  let report: CheckReport

  func text(_ form: OutputOptions.Form) -> String {
    switch form {
    case .table: page(Terminal.current()).map { $0 + "\n" }.joined()
    case .json: JSONWriter.text(json)
    case .csv:
      CSVWriter.line(["severity", "rule", "relation", "count", "keys", "meaning", "advice"])
        + report.findings.map { finding in
          CSVWriter.line([
            finding.severity.rawValue, finding.rule, finding.relation, String(finding.count),
            finding.keys.joined(separator: "; "), finding.meaning, finding.advice,
          ])
        }.joined()
    }
  }

  func page(_ terminal: Terminal) -> [String] {
    let style = terminal.style
    let rows = report.rowsByRelation.isEmpty ? [] : counts(terminal) + [""]
    return [style.paint("\(report.bank) as of \(report.asOf): \(verdict)", .strong), ""] + rows
      + report.findings.flatMap { lines($0, style) }
  }

  private var verdict: String {
    let counts = [CheckSeverity.error, .warning].compactMap { severity -> String? in
      let count = report.findings.count { $0.severity == severity }
      return count == 0 ? nil : counted(count, severity.rawValue)
    }
    return counts.isEmpty ? "sound" : counts.joined(separator: ", ")
  }

  private func counts(_ terminal: Terminal) -> [String] {
    Table(
      [.left("relation"), .right("rows"), .right("set aside"), .right("later")],
      rows: report.rowsByRelation.map { count in
        [
          Table.Cell(count.relation), Table.Cell(String(count.rows)),
          Table.Cell(String(count.quarantined), count.quarantined > 0 ? .warning : .plain),
          Table.Cell(String(count.future)),
        ]
      }
    ).lines(terminal.style, width: terminal.width)
  }

  private func lines(_ finding: CheckFinding, _ style: Style) -> [String] {
    let advice = finding.advice.isEmpty ? "" : "; \(finding.advice)"
    let keys = finding.keys.joined(separator: ", ")
    let more = finding.count > finding.keys.count ? ", \(style.ellipsis)" : ""
    return [
      "\(style.paint(finding.severity.rawValue, finding.severity.tone))  \(finding.rule)  \(finding.count)",
      "    \(finding.relation): \(finding.meaning)\(advice)",
    ] + (finding.keys.isEmpty ? [] : ["    \(style.paint(keys + more, .muted))"])
  }

  private var json: JSONValue {
    .object([
      ("bank_id", .string(report.bank.rawValue)), ("as_of", .string(report.asOf.description)),
      ("verdict", .string(report.verdict.rawValue)), ("exit", .integer(Int64(report.exit))),
      ("relations", .array(report.rowsByRelation.map(Self.json))),
      ("findings", .array(report.findings.map(Self.json))),
    ])
  }

  private static func json(_ count: CheckReport.RelationCount) -> JSONValue {
    .object([
      ("relation", .string(count.relation)), ("rows", .integer(count.rows)),
      ("quarantined", .integer(count.quarantined)), ("future", .integer(count.future)),
    ])
  }

  private static func json(_ finding: CheckFinding) -> JSONValue {
    .object([
      ("rule", .string(finding.rule)), ("relation", .string(finding.relation)),
      ("severity", .string(finding.severity.rawValue)), ("count", .integer(finding.count)),
      ("keys", .array(finding.keys.map { .string($0) })), ("meaning", .string(finding.meaning)),
      ("advice", .string(finding.advice)),
    ])
  }
}

extension CheckSeverity {
  fileprivate var tone: Style.Tone {
    switch self {
    case .information: .muted
    case .warning: .warning
    case .error: .bad
    }
  }
}
