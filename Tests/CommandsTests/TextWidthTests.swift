import Testing

@testable import Commands

struct TextWidthTests {
  @Test(
    "a text takes as many columns as a terminal gives it",
    arguments: [
      ("", 0), ("Acme", 4), ("Ромашка", 7), ("上海贸易", 8), ("カフェ", 6), ("ｶﾌｪ", 3), ("한국", 4), ("e\u{301}", 1),
      ("й", 1), ("и\u{306}", 1), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("❤\u{FE0F}", 2), ("a\u{200B}b", 2), ("—…×", 3),
      ("（有限）", 8), ("1\u{A0}940", 5), ("▁▂█", 3), ("ﬁ", 1), ("Ω", 1), ("\u{7}", 0),
    ])
  func width(text: String, columns: Int) {
    #expect(TextWidth.of(text) == columns)
  }

  @Test(
    "a cut text fits, and says that it was cut",
    arguments: [
      ("Acme Trading", 12, "Acme Trading"), ("Acme Trading", 8, "Acme Tr…"), ("上海贸易公司", 7, "上海贸…"),
      ("上海贸易公司", 6, "上海…"), ("Ромашка", 1, "…"), ("Ромашка", 0, ""),
    ])
  func truncation(text: String, width: Int, cut: String) {
    #expect(TextWidth.truncated(text, to: width, ellipsis: "…") == cut)
    #expect(TextWidth.of(cut) <= max(width, TextWidth.of(text) <= width ? width : 0))
  }

  @Test("lines break at blanks, never at no-break spaces, and no line is too wide")
  func wrapping() {
    #expect(TextWidth.wrapped("a median 1,940\u{A0}EUR a month", to: 12) == ["a median", "1,940\u{A0}EUR a", "month"])
    #expect(TextWidth.wrapped("上海贸易公司", to: 5) == ["上海", "贸易", "公司"])
    #expect(TextWidth.wrapped("", to: 5) == [])
    #expect(TextWidth.wrapped("antidisestablishment", to: 8) == ["antidise", "stablish", "ment"])
  }

  @Test("a name cannot steer the terminal")
  func printable() {
    #expect(TextWidth.printable("Acme\u{1B}[31m\nLtd\u{202E}\u{7}") == "Acme[31m Ltd")
    #expect(TextWidth.printable("上海\tРомашка") == "上海 Ромашка")
  }
}
