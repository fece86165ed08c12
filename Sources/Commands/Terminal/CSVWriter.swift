/// CSV (RFC 4180): lines end in CR LF. As PostgreSQL reads it, nothing is null and `""` the empty text.
enum CSVWriter {
  static func line(_ fields: [String?]) -> String {
    fields.map { $0.map(quoted) ?? "" }.joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.isEmpty || field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return field }
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
