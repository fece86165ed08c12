import Banking

/// What clients bring a month now, the season taken out: in terms of an average month of the last year.
struct IncomeLevels: Sendable {
  private let view: Vantage
  private let season: Season
  private let months: Int

  /// - Parameters:
  ///   - season: of a history that begins with the vantage's.
  ///   - months: last complete months whose mean is the level.
  init(_ view: Vantage, _ season: Season, months: Int) {
    self.view = view
    self.season = season
    self.months = months
  }

  /// Minor units; the mean of the last months, at least one, that the client could be seen in; nil where there is none.
  func level(of client: Int) -> Double? {
    let own = ActivityHistory.visible(view, client: client).range
    let first = view.row(client).lowerBound
    var sum = 0.0
    var count = 0.0
    for place in own.suffix(months) {
      guard let season = season.factors[place - first] else { continue }
      sum += Double(view.snapshot.monthlyIncome[place]) / season
      count += 1
    }
    return count > 0 ? sum / count : nil
  }

  /// Minor units of one month of the visible history, the season taken out.
  func income(of client: Int, month: Int) -> Double? {
    season.factors[month].map { Double(view.snapshot.monthlyIncome[view.row(client).lowerBound + month]) / $0 }
  }

  /// The income of the client's last 12 months that a share of them does not exceed.
  func month(of client: Int, above share: Double) -> Double? {
    let own = ActivityHistory.visible(view, client: client).range
    let first = view.row(client).lowerBound
    return quantile(own.suffix(12).compactMap { income(of: client, month: $0 - first) }, share)
  }
}
