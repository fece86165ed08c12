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

  /// Minor units; what the last months, at least one, that the client could be seen in brought, over what they bring in terms of
  /// an average one; nil where there is none. Of the sums, not of each month: a month in which the bank gave fees back has hardly a
  /// season, and would be magnified.
  func level(of client: Int) -> Double? {
    let own = ActivityHistory.visible(view, client: client).range
    let first = view.row(client).lowerBound
    var brought = 0.0
    var usual = 0.0
    for place in own.suffix(months) {
      guard let season = season.factors[place - first] else { continue }
      brought += Double(view.snapshot.monthlyIncome[place])
      usual += season
    }
    return usual > 0 ? brought / usual : nil
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
