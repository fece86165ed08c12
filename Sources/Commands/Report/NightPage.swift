import Banking
import Lift
import Store
import Wording

/// The last night and the portfolio as one page: what a product owner opens in the morning. In English, like everything
/// for analysts.
struct NightPage {
  let digest: NightDigest
  let lift: LiftAnswer?
  let words = English()
  var page: WebPage

  /// - Parameter lift: nil where there is nothing to compare yet.
  static func render(_ digest: NightDigest, lift: LiftAnswer?) -> String {
    var page = NightPage(digest: digest, lift: lift)
    page.write()
    return page.page.text
  }

  private init(digest: NightDigest, lift: LiftAnswer?) {
    self.digest = digest
    self.lift = lift
    page = WebPage(
      title: "\(digest.night.bankName), night of \(digest.night.asOf)",
      remark: "Incomes are a month, in \(digest.night.currency)")
  }

  private mutating func write() {
    tiles()
    night()
    quality()
    stages()
    movement()
    survival()
    lifeValues()
    profiles()
    potential()
    opportunities()
    triggers()
    desks()
    conversion()
    writeLift()
  }

  private mutating func tiles() {
    let night = digest.night
    page.tiles([
      ("Clients", count(night.clients), ""),
      ("Income", amount(night.monthlyIncome), "of all clients"),
      (
        "Potential", amount(night.potentialIncome),
        "\(amount(night.potentialLow)) – \(amount(night.potentialHigh)), if every gap were closed"
      ),
      ("Expected", amount(night.expectedIncome), "within \(night.horizonMonths) months"),
      ("Open conversations", count(night.liveConversations), "on managers' lists"),
    ])
  }

  private mutating func night() {
    let night = digest.night
    page.heading("What ran")
    let facts: [(String, String?)] = [
      ("Run", night.run), ("Finished", night.finishedAt),
      ("Seconds", night.seconds.map { BacktestFigures.plain($0, places: 1) }), ("Program", night.version),
      ("Policy", night.policy), ("Profiles", night.fit), ("Chances learned from", night.basis),
    ]
    page.table(
      Table([.left("Fact"), .left("Value")], rows: facts.map { [.init($0.0), .init($0.1 ?? words.unknown)] }))
    guard !night.steps.isEmpty else { return }
    page.figure(
      BarChart(
        title: "Seconds by step",
        rows: night.steps.map { step in
          let seconds = BacktestFigures.plain(step.seconds, places: 2)
          return .init(
            label: step.name, bars: [.init(value: step.seconds, style: "own", hint: "\(step.name): \(seconds) s")],
            remark: "\(seconds) s")
        }
      ).markup)
  }

  private mutating func quality() {
    page.heading("Data quality")
    guard !digest.night.rules.isEmpty else { return page.paragraph("Nothing was found wanting.") }
    page.paragraph("What xsell check found in the night's data; broken rows were set aside.")
    page.table(
      Table(
        [.left("Rule"), .right("Count")],
        rows: digest.night.rules.map { [.init($0.name), .init(count($0.count))] }))
  }

  func amount(_ money: Money?) -> String { money.map { words.numbers.amount($0) } ?? words.unknown }
  func count(_ count: Int) -> String { words.numbers.integer(count) }
}
