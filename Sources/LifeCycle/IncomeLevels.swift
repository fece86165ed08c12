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
      guard let month = self.brought(by: client, in: place - first) else { continue }
      brought += month.income
      usual += month.season
    }
    return usual > 0 ? brought / usual : nil
  }

  /// Minor units of one month of the visible history, and its season; nil where that is not known.
  func brought(by client: Int, in month: Int) -> (income: Double, season: Double)? {
    season.factors[month].map { (Double(view.snapshot.monthlyIncome[view.row(client).lowerBound + month]), $0) }
  }

  /// The income of the client's last 12 months that a share of them does not exceed.
  func month(of client: Int, above share: Double) -> Double? {
    let own = ActivityHistory.visible(view, client: client).range
    let first = view.row(client).lowerBound
    let incomes = own.suffix(12).compactMap { brought(by: client, in: $0 - first).map { $0.income / $0.season } }
    return quantile(incomes, share)
  }
}
