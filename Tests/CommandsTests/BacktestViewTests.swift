import Backtest
import Banking
import Foundation
import Testing
import Wording

@testable import Commands

@Suite struct BacktestViewTests {
  private static func text(_ report: BacktestReport) -> String {
    BacktestView.render(report, style: .plain, width: nil)
  }

  @Test("The table shows xsell first, every baseline below, and says what cannot be told apart")
  func table() async {
    let text = Self.text(await SampleBacktest.report())
    let lines = text.split(separator: "\n")
    let first = lines.firstIndex { $0.hasPrefix("xsell ") } ?? 0
    let names = lines[first..<first + Ranker.allCases.count].map { $0.prefix { $0 != "0" } }
    #expect(zip(names, Ranker.allCases).allSatisfy { $0.hasPrefix($1.name) })
    #expect(
      text.contains("What do clients open within 3 months? Asked at 1 origin, 2026-03-31: 2 openings by 2 clients"))
    #expect(text.contains("2 origins were asked for; the history is too short for more."))
    #expect(text.contains("xsell cannot be told from") || text.contains("xsell ranks better than"))
  }

  @Test("A hidden product is said to be another question")
  func hidden() async {
    #expect(Self.text(await SampleBacktest.report(.hiddenProduct)).contains("This is a different question"))
  }

  @Test("JSON is sound and holds every ranking with its figures")
  func json() async throws {
    let text = JSONWriter.text(await SampleBacktest.report().json)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let pooled = try #require(object["pooled"] as? [String: Any])
    let rankings = try #require(pooled["rankings"] as? [[String: Any]])
    #expect(rankings.map { $0["ranker"] as? String } == Ranker.allCases.map(\.rawValue))
    let openers = try #require((rankings[0]["figures"] as? [String: Any])?["openers"] as? [String: Any])
    #expect(Set(openers.keys) == ["map_7", "recall_1", "recall_3", "recall_7", "ndcg_7"])
    #expect((pooled["income"] as? [String: Any])?["pairs"] as? Int == 1)
  }

  @Test("The page needs nothing from elsewhere, and a name is never markup")
  func page() async {
    let page = BacktestPage.render(await SampleBacktest.report())
    for word in ["http", "src=", "<script", "@import", "url(", "<b>&"] { #expect(!page.contains(word)) }
    #expect(page.contains("&lt;b&gt;&amp;&quot;c&quot;"))
    #expect(page.components(separatedBy: "<svg").count == page.components(separatedBy: "</svg>").count)
  }

  @Test("Figures have fixed places, intervals their brackets and leads their sign")
  func figures() {
    let estimate = Estimate(value: -0.0124, low: -1234.5, high: 0.0005)
    #expect(BacktestFigures.interval(estimate) == "−0.012 [−1,234.500, 0.001]")
    #expect(BacktestFigures.lead(estimate) == "−0.012 [−1,234.500, +0.001]")
    #expect(BacktestFigures.plain(-0.0001) == "0.000")
    #expect(BacktestFigures.plain(2.5, places: 0) == "3")
    #expect(BacktestFigures.plain(.nan) == "–")
  }

  @Test("A bank without history ends with 65 and the way out")
  func refusal() throws {
    let failure = try #require(Failure(BacktestError.noOpeningDates(BankID("B"))))
    #expect(failure.status == .badInput)
    #expect(failure.sentence.contains("--hide-one"))
  }

  @Test("Ticks are round, hold all values and zero where it is asked for", arguments: [0.003, 0.1, 1, 7, 940, 12345])
  func ticks(top: Double) {
    let axis = Axis([top * 0.9, top], from: 0, to: 100, zero: true)
    #expect(axis.low == 0 && axis.high >= top)
    #expect((2...8).contains(axis.ticks.count))
    #expect(Set(axis.ticks.map(axis.label)).count == axis.ticks.count)
    #expect(axis.place(axis.low) == 0 && abs(axis.place(axis.high) - 100) < 1e-9)
  }
}
