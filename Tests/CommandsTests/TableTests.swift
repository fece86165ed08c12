import Testing

@testable import Commands

struct TableTests {
  private let table = Table(
    [.left("Client", min: 8), .right("Income"), .left("Stage", min: 4)],
    rows: [
      [.init("ООО «Ромашка»", .strong), .init("1\u{A0}940"), .init("plateau")],
      [.init("上海贸易有限公司"), .init("12", .good), .init("growth")],
      [.init("Acme"), .init(""), .init("")],
    ])

  @Test("names in Cyrillic and Chinese line up")
  func alignment() {
    #expect(
      table.lines(.plain, width: nil) == [
        "Client            Income  Stage",
        "─────────────────────────────────",
        "ООО «Ромашка»      1\u{A0}940  plateau",
        "上海贸易有限公司      12  growth",
        "Acme",
      ])
  }

  @Test("what does not fit is cut in the widest column that may be cut, and no line is wider than the terminal")
  func truncation() {
    #expect(
      table.lines(.plain, width: 26) == [
        "Client     Income  Stage",
        "──────────────────────────",
        "ООО «Ром…   1\u{A0}940  plateau",
        "上海贸易…      12  growth",
        "Acme",
      ])
    for width in 24...60 {
      #expect(table.lines(.plain, width: width).allSatisfy { TextWidth.of($0) <= width })
    }
  }

  @Test("a column is never narrowed below its minimum, whatever the terminal")
  func minimum() {
    #expect(table.lines(.plain, width: 1)[1].count == 8 + 2 + 6 + 2 + 4)
  }

  @Test("colour does not move a column")
  func colour() {
    let coloured = table.lines(Style(isColoured: true, isUnicode: true), width: nil)
    let bare = coloured.map { line in
      ["0", "1", "2", "32"].reduce(line) { text, code in
        text.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false).joined()
      }
    }
    #expect(coloured != bare)
    #expect(bare == table.lines(.plain, width: nil))
  }

  @Test("facts stand in two columns, or in one where the page is narrow")
  func grid() {
    let grid = FactGrid(left: [.init("Stage", "рост"), .init("Сегмент", "x")], right: [.init("Income", "1,940")])
    #expect(grid.lines(.plain, width: 40) == ["Stage     рост      Income   1,940", "Сегмент   x"])
    #expect(grid.lines(.plain, width: 30) == ["Stage     рост", "Сегмент   x", "Income    1,940"])
  }
}
