/// Where in the data of a COPY the server stopped. It never carries the value that stands there.
package struct CopyLocation: Hashable, Sendable {
  /// The relation as the server names it, without its schema.
  package let relation: String
  /// Lines count from 1 and include the header; in a binary COPY, rows.
  package let line: Int
  package let column: String?

  /// Reads the server's context line, `COPY client, line 3, column opened_on: "…"`, up to the colon before the value.
  init?(context: String) {
    guard let entry = context.split(separator: "\n").first(where: { $0.hasPrefix("COPY ") && $0.contains(", line ") })
    else { return nil }
    let parts = entry.dropFirst("COPY ".count).split(separator: ", ", maxSplits: 2)
    guard parts.count >= 2, parts[1].hasPrefix("line ") else { return nil }
    let digits = parts[1].dropFirst("line ".count).prefix { $0.isNumber }
    guard let line = Int(digits) else { return nil }
    relation = String(parts[0])
    self.line = line
    // Without a comma after the line number, what follows is the line itself.
    let lineEnds = digits.endIndex == parts[1].endIndex
    column =
      lineEnds && parts.count == 3 && parts[2].hasPrefix("column ")
      ? String(parts[2].dropFirst("column ".count).prefix { $0 != ":" && $0 != "," }) : nil
  }
}
