package import Banking

/// A made-up bank whose truth is known: every client is a firm that lives, needs, takes and gives up products for its
/// own reasons, and no model's assumptions went into it.
package struct DemoBank: Sendable {
  /// What the bank knows at the as-of date.
  package let pack: SourcePack
  /// What it does not know, by client in the order of the pack.
  package let truth: [FirmTruth]
  /// What happens next.
  package let future: Future

  /// Lives through the bank's last ten years and the months after.
  ///
  /// - Parameters:
  ///   - seed: the same seed and parameters give the same bank, to the byte.
  ///   - clients: client rows, those who have left by the as-of date included.
  ///   - months: months of `product_month`, the last one the as-of date's last complete month.
  ///   - asOf: nothing dated later is in the pack; maturities lie ahead as contracts do.
  ///   - futureMonths: how far `future` reaches.
  ///   - calls: what managers' calls do; nil = nobody calls.
  package static func simulate(
    seed: UInt64, clients: Int = 20_000, months: Int = 24, asOf: BusinessDate, futureMonths: Int = 12,
    calls: ManagerCalls? = nil
  ) -> DemoBank {
    let calendar = SimulatedCalendar(asOf: asOf, months: months, futureMonths: futureMonths, calls: calls)
    let root = SeededRandom(seed: seed)
    let portfolio = Portfolio(clients: clients, random: root.stream(1))
    var builder = BankBuilder(portfolio: portfolio, calendar: calendar)
    for index in 0..<clients {
      let own = root.stream(UInt64(1_000 + index))
      var draw = own.stream(1)
      let region = draw.pick(weights: Region.weights)
      let manager = portfolio.manager(region: region, random: &draw)
      let life = life(
        region: region, calendar: calendar, diligence: portfolio.diligence[manager], random: own.stream(2))
      builder.add(life, managerID: portfolio.managers[manager].managerID, random: own.stream(3))
    }
    builder.finish()
    return DemoBank(pack: builder.pack, truth: builder.truth, future: builder.future)
  }

  /// A life that still touches the window: clients who went before it are in the warehouse's archive.
  private static func life(
    region: Int, calendar: SimulatedCalendar, diligence: Double, random: SeededRandom
  ) -> FirmLife {
    var attempt: UInt64 = 0
    while true {
      let own = random.stream(attempt)
      var draw = own.stream(1)
      let firm = Firm(region: region, calendar: calendar, random: &draw)
      var life = FirmLife(firm: firm, calendar: calendar, diligence: diligence, random: own.stream(2))
      life.live()
      attempt += 1
      if !life.isArchived || attempt == 100 { return life }
    }
  }

  /// Writes one `<relation>.csv` a relation into an existing folder, the same bytes for the same bank.
  package func writePack(to directory: String) throws(DemoBankError) { try pack.write(to: directory) }
}
