import Testing

@testable import Commands

struct StyleTests {
  @Test(
    "colour is for a terminal that can, whose owner has not said no",
    arguments: [
      (true, ["TERM": "xterm"], true), (false, ["TERM": "xterm"], false), (true, ["NO_COLOR": "1"], false),
      (true, ["NO_COLOR": ""], true), (true, ["TERM": "dumb"], false), (true, [:], true),
    ] as [(Bool, [String: String], Bool)])
  func colour(isTerminal: Bool, environment: [String: String], isColoured: Bool) {
    let style = Style(isTerminal: isTerminal, environment: environment)
    #expect(style.isColoured == isColoured)
    #expect(style.paint("x", .good) == (isColoured ? "\u{1B}[32mx\u{1B}[0m" : "x"))
    #expect(style.paint("x", .plain) == "x")
    #expect(style.paint("", .good).isEmpty)
  }

  @Test(
    "charts are drawn in the characters that the locale has",
    arguments: [
      (["LANG": "ru_RU.UTF-8"], "▁▄█▁"), (["LANG": "C"], "_=%_"), ([:], "_=%_"),
      (["LANG": "en_US.UTF-8", "LC_ALL": "POSIX"], "_=%_"), (["LC_CTYPE": "C.utf8", "LANG": "C"], "▁▄█▁"),
    ] as [([String: String], String)])
  func charts(environment: [String: String], chart: String) {
    let style = Style(isTerminal: false, environment: environment)
    #expect(Bars.sparkline([0, 45, 100, -20], style) == chart)
    #expect(style.rule(3) == (style.isUnicode ? "───" : "---"))
  }

  @Test("a chart of nothing is flat")
  func flat() {
    #expect(Bars.sparkline([], .plain).isEmpty)
    #expect(Bars.sparkline([0, -1], .plain) == "▁▁")
  }

  @Test("a bar never leaves its track", arguments: [(-1, 0), (0, 0), (0.5, 2), (0.61, 2), (1, 4), (7, 4), (.nan, 0)])
  func bars(share: Double, filled: Int) {
    let bar = Bars.bar(share, width: 4, .plain)
    #expect(bar.filled.count == filled)
    #expect(bar.filled.count + bar.rest.count == 4)
  }

  @Test("progress shows the stage, how far it is, and for how long it has run")
  func progress() {
    let line = ProgressLine(stage: "profiles", share: 0.5, elapsed: .seconds(65))
    #expect(line.text(.plain, width: 80) == "profiles  ████████████░░░░░░░░░░░░  50 %  1:05")
    #expect(line.text(.plain, width: 10) == "profiles …")
    #expect(ProgressLine(stage: "check", share: nil, elapsed: .seconds(3)).text(.plain, width: 80) == "check  0:03")
  }
}
