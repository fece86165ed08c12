import Banking

/// JSON (RFC 8259), the same text for the same value.
package struct JSONWriter {
  private var text = ""
  private var depth = 0
  private let isCompact: Bool

  private init(isCompact: Bool) { self.isCompact = isCompact }

  /// Indented by two blanks, for people.
  package static func text(_ value: JSONValue) -> String {
    var writer = JSONWriter(isCompact: false)
    writer.write(value)
    return writer.text + "\n"
  }

  /// On one line, for storage.
  package static func compact(_ value: JSONValue) -> String {
    var writer = JSONWriter(isCompact: true)
    writer.write(value)
    return writer.text
  }

  private mutating func write(_ value: JSONValue) {
    switch value {
    case .object(let members):
      list("{", members, "}") { writer, member in
        writer.write(string: member.key)
        writer.text += writer.isCompact ? ":" : ": "
        writer.write(member.value)
      }
    case .array(let elements): list("[", elements, "]") { writer, element in writer.write(element) }
    case .string(let string): write(string: string)
    case .integer(let integer): text += String(integer)
    case .money(let money): text += money.description
    case .number(let number): text += number.isFinite ? "\(number)" : "null"
    case .boolean(let boolean): text += boolean ? "true" : "false"
    case .document(let document): text += document
    case .null: text += "null"
    }
  }

  private mutating func list<Element>(
    _ open: String, _ elements: [Element], _ close: String, each: (inout JSONWriter, Element) -> Void
  ) {
    text += open
    depth += 1
    for (place, element) in elements.enumerated() {
      if place > 0 { text += "," }
      breakLine()
      each(&self, element)
    }
    depth -= 1
    if !elements.isEmpty { breakLine() }
    text += close
  }

  private mutating func breakLine() {
    if !isCompact { text += "\n" + String(repeating: "  ", count: depth) }
  }

  private mutating func write(string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}":
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
