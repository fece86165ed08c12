import Banking

/// JSON (RFC 8259), indented by two blanks, the same text for the same value.
struct JSONWriter {
  private(set) var text = ""
  private var depth = 0

  static func text(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(value)
    return writer.text + "\n"
  }

  private mutating func write(_ value: JSONValue) {
    switch value {
    case .object(let members):
      list("{", members, "}") { writer, member in
        writer.write(string: member.key)
        writer.text += ": "
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
      text += place > 0 ? ",\n" : "\n"
      text += String(repeating: "  ", count: depth)
      each(&self, element)
    }
    depth -= 1
    if !elements.isEmpty { text += "\n" + String(repeating: "  ", count: depth) }
    text += close
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
