import Glibc

/// How many openings to expect of each product within the horizon, from clients that are there tonight.
struct MarketForecast: Sendable {
  let pace: MarketPace
  /// By product: openings of all clients together within the horizon, per client that could.
  let expectedRates: [Double]

  /// Openings of a product that must speak against the average of all before they are believed.
  private static let prior = 50.0

  init(_ history: MarketHistory, outcomes: [OriginOutcome], horizon: Int) {
    let slopes = MarketSlopes(history, horizon: horizon)
    let past = outcomes.filter { $0.monthsAgo < history.months }
    let present = Self.present(past, history)
    func expected(_ pace: MarketPace, months: Int, factor: Double) -> [Double] {
      zip(pace.forecast, present).map { 1 - exp(-exp($0) * $1 * Double(months) * factor) }
    }
    var real = [Double](repeating: 0, count: history.products)
    var forecast = real
    for outcome in past {
      let end = history.months - outcome.monthsAgo
      let pace = MarketPace(history, end: end, ahead: outcome.monthsSeen, slopes: slopes)
      let rates = expected(pace, months: outcome.monthsSeen, factor: 1)
      for product in real.indices {
        real[product] += Double(outcome.openings[product])
        forecast[product] += Double(outcome.chances[product]) * rates[product]
      }
    }
    let factor = Self.factor(real: real, forecast: forecast)
    pace = MarketPace(history, end: history.months, ahead: horizon, slopes: slopes)
    expectedRates = expected(pace, months: horizon, factor: factor)
  }

  /// By how much past forecasts of the market's total fell short or went too far, shrunk and bounded. Where that is one
  /// product's doing (a campaign, a first Christmas), it is left out: the others' own factor, shrunk to that of all.
  static func factor(real: [Double], forecast: [Double]) -> Double {
    let all = (prior + real.reduce(0, +)) / (prior + forecast.reduce(0, +))
    let others = real.indices.map { product in
      let rest = real.indices.reduce((prior * all, prior)) {
        $1 == product ? $0 : ($0.0 + real[$1], $0.1 + forecast[$1])
      }
      return rest.0 / rest.1
    }
    let apart = others.max { abs(log($0 / all)) < abs(log($1 / all)) }.flatMap {
      abs(log($0 / all)) > log(1.25) ? $0 : nil
    }
    return min(2, max(0.5, apart ?? all))
  }

  /// By product, against all products: how much of what is opened comes from clients that were there from the start of
  /// the horizon. What young clients take first comes from others, who arrive in the meantime.
  private static func present(_ outcomes: [OriginOutcome], _ history: MarketHistory) -> [Double] {
    var present = [Double](repeating: 0, count: history.products)
    var all = present
    for outcome in outcomes {
      let start = history.months - outcome.monthsAgo
      let window = MarketWindow(
        history.existing, products: history.products, months: start..<min(history.months, start + outcome.monthsSeen))
      for product in present.indices {
        present[product] += Double(outcome.openings[product])
        all[product] += window.openings[product]
      }
    }
    let share = present.reduce(0, +) / max(1, all.reduce(0, +))
    return zip(present, all).map { ($0 + prior) / ($1 * share + prior) }
  }
}
