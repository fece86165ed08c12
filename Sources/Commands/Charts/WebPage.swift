/// A page under construction that a browser shows: no script, no network, everything inside.
struct WebPage {
  private let title: String
  private let remark: String
  private var body = ""

  init(title: String, remark: String) {
    self.title = title.escapedForMarkup
    self.remark = remark.escapedForMarkup
  }

  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>\(title)</title><style>\(StyleSheet.text)</style></head><body><main>
    <h1>\(title)</h1><p class="remark">\(remark)</p>
    \(body)</main></body></html>

    """
  }

  mutating func heading(_ text: String) { body += "<h2>\(text.escapedForMarkup)</h2>\n" }
  mutating func paragraph(_ text: String) { body += "<p>\(text.escapedForMarkup)</p>\n" }
  mutating func figure(_ svg: String) { body += "<figure>\(svg)</figure>\n" }
  mutating func table(_ table: Table) { body += table.markup }

  /// What the colours of the next figure stand for.
  mutating func key(_ entries: [(style: String, text: String)]) {
    let marks = entries.map { "<span class=\"key \($0.style)\"></span> \($0.text.escapedForMarkup)" }
    body += "<p class=\"keys\">\(marks.joined(separator: " "))</p>\n"
  }

  /// Figures that stand by themselves.
  mutating func tiles(_ tiles: [(label: String, value: String, remark: String)]) {
    let cells = tiles.map {
      "<div><dt>\($0.label.escapedForMarkup)</dt><dd>\($0.value.escapedForMarkup)"
        + "<small>\($0.remark.escapedForMarkup)</small></dd></div>"
    }
    body += "<dl class=\"tiles\">\(cells.joined(separator: "\n"))</dl>\n"
  }
}

extension Table {
  /// For a page.
  var markup: String {
    func row(_ cells: [String], _ tag: String) -> String {
      let cells = zip(columns, cells).map { column, cell in
        "<\(tag)\(column.alignment == .right ? " class=\"right\"" : "")>\(cell.escapedForMarkup)</\(tag)>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let head = row(columns.map(\.title), "th")
    return "<div class=\"wide\"><table>\n<thead>\(head)</thead>\n<tbody>"
      + rows.map { row($0.map(\.text), "td") }.joined() + "</tbody></table></div>\n"
  }
}
