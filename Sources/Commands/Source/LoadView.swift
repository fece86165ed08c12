import Store
import Wording

/// What a load has put in place, for people and programs.
struct LoadView {
  let report: LoadReport
  let elapsed: Duration

  func text(_ form: OutputOptions.Form) -> String {
    switch form {
    case .table: table.map { $0 + "\n" }.joined()
    case .json: JSONWriter.text(json)
    case .csv:
      CSVWriter.line(["relation", "file", "rows", "replaced"])
        + report.relations.map { CSVWriter.line([$0.name, $0.file, String($0.rows), String($0.replaced)]) }.joined()
    }
  }

  private var table: [String] {
    let terminal = Terminal.current()
    let rows = report.relations.map { relation in
      [
        Table.Cell(relation.name), Table.Cell(relation.file ?? "(no file)", relation.file == nil ? .muted : .plain),
        Table.Cell(String(relation.rows)), Table.Cell(String(relation.replaced)),
      ]
    }
    let total = report.relations.reduce(0) { $0 + $1.rows }
    let tenths = Int((elapsed / .milliseconds(100)).rounded())
    let closing =
      "\(report.banks.joined(separator: ", ")): \(counted(total, "row")) loaded in \(tenths / 10).\(tenths % 10) s"
    return Table([.left("relation"), .left("file"), .right("rows"), .right("replaced")], rows: rows)
      .lines(terminal.style, width: terminal.width) + [closing]
  }

  private var json: JSONValue {
    .object([
      ("banks", .array(report.banks.map { .string($0) })),
      (
        "relations",
        .array(
          report.relations.map { relation in
            .object([
              ("relation", .string(relation.name)), ("file", .string(relation.file)),
              ("rows", .integer(Int64(relation.rows))), ("replaced", .integer(Int64(relation.replaced))),
            ])
          })
      ),
    ])
  }
}
