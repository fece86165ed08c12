import Backtest
import Banking
import Gaps
import Wording

extension BacktestReport {
  /// What was asked of how many.
  func question(_ numbers: NumberFormat) -> [String] {
    switch question {
    case .openings:
      let months = counted(horizonMonths, "month")
      let dates = [origins.last, origins.count > 1 ? origins.first : nil].compactMap { $0.map { "\($0.asOf)" } }
      var sentences = [
        "What do clients open within \(months)? Asked at \(counted(origins.count, "origin")), "
          + "\(dates.joined(separator: " to ")): \(numbers.integer(pooled.taken)) openings by "
          + "\(numbers.integer(pooled.takers)) clients, \(numbers.integer(pooled.wonBack)) of them win-backs "
          + "(a client counts at every origin)."
      ]
      if origins.count < originsAsked {
        sentences.append("\(originsAsked) origins were asked for; the history is too short for more.")
      }
      if !productsNeverSeen.isEmpty {
        let names = productsNeverSeen.map { catalogue[$0].name }.joined(separator: ", ")
        sentences.append("No account of \(names) has an opening date: their openings cannot be seen.")
      }
      for origin in origins where origin.basis != .transitions {
        sentences.append(
          "On \(origin.asOf) too little history was known: the night ranked by \(origin.basis.rawValue), not by openings."
        )
      }
      return sentences
    case .hiddenProduct:
      return [
        "Which held product has been hidden? Asked of \(numbers.integer(pooled.takers)) clients.",
        "This is a different question from what clients open next: it tells who holds what. The opening dates of the "
          + "bank, where it has any, were not used.",
      ]
    }
  }
}

extension Calibration {
  var sentence: String {
    "Brier score \(BacktestFigures.plain(brier, places: 5)) (saying the average of all pairs: "
      + "\(BacktestFigures.plain(brierOfTheRate, places: 5))), expected calibration error "
      + "\(BacktestFigures.plain(expectedError, places: 5)); expected \(BacktestFigures.plain(total.expected, places: 0)) "
      + "openings, real \(BacktestFigures.numbers.integer(total.opened))."
  }
}

extension IncomeAccuracy {
  var sentences: [String] {
    [
      "\(BacktestFigures.numbers.integer(pairs)) openings whose first income is known. Half of the typical figures are nearer "
        + "than a factor of \(BacktestFigures.interval(typicalFactor, places: 2)); rank correlation "
        + "\(BacktestFigures.interval(rankCorrelation, places: 2)).",
      "Total said to total real \(BacktestFigures.interval(totalRatio, places: 2)); "
        + "share of the real incomes within low and high \(BacktestFigures.interval(coverage, places: 2)).",
    ]
  }
}
