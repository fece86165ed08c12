import Banking
import Features
import Gaps
import IdealProfiles
import Policy
import Potential

/// Tonight's word on what a product would bring: from what new holders brought where the bank knows enough of them,
/// else from comparable holders.
package struct NightIncome: Sendable {
  /// What an estimate rests on; raw values are said on every output.
  package enum Basis: String, Sendable {
    case newHolders = "new_holders"
    case holders
  }

  private let ideals: IdealClients
  private let holders: PotentialModel
  private let newHolders: NewHolderIncome?

  package var basis: Basis { newHolders == nil ? .holders : .newHolders }

  /// What is learned from all holders on one date.
  package struct Lessons: Codable, Sendable {
    let holders: PotentialModel
    let newHolders: NewHolderLessons?
  }

  var lessons: Lessons { Lessons(holders: holders, newHolders: newHolders?.lessons) }

  /// As learned before, for tonight's clients.
  init(_ lessons: Lessons, _ ideals: IdealClients) {
    self.ideals = ideals
    holders = lessons.holders
    newHolders = lessons.newHolders.map {
      NewHolderIncome($0, ideals.table, holders: lessons.holders, profiles: ideals.scoring.leaveOneOut)
    }
  }

  /// - Parameter firstIncomes: ascending by client.
  /// - Returns: nil where the bank's income is unknown.
  init?(
    _ ideals: IdealClients, _ past: [IdealClients], firstIncomes: [FirstIncome], settings: PolicySettings, threads: Int
  ) async {
    guard let holders = await PotentialModel(ideals, settings: settings.potential, threads: threads) else { return nil }
    self.ideals = ideals
    self.holders = holders
    let unit = ideals.table.scale.income / 10
    let parts = await inParallel(past.count, threads: threads) { date in
      await NewHolders(past[date], firstIncomes: firstIncomes, unit: unit, settings: settings)
    }
    var taken = NewHolders()
    for part in parts { taken.add(part) }
    let tonight = await BusinessInputs(
      ideals.table, holders: holders, profiles: ideals.scoring.leaveOneOut, unit: unit, threads: threads)
    newHolders = NewHolderIncome(tonight, newHolders: taken, settings: settings.potential)
  }

  /// What the client's own business says of any product it lacks.
  func business(of client: Int) -> [Double] { newHolders?.business(of: client) ?? [] }

  /// Nil where the bank has too few holders to say.
  func missing(_ product: Int, _ client: Int, _ holding: Holding?, business: [Double]) -> IncomeEstimate? {
    guard let newHolders else { return comparable(product, client, holding) }
    return newHolders.estimate(client: client, product: product, business: business)
  }

  /// What the product brings in full use, from comparable holders.
  func comparable(_ product: Int, _ client: Int, _ holding: Holding?) -> IncomeEstimate? {
    holders.estimate(
      ideals.table, client: client, product: product, holding: holding,
      profile: UInt8(ideals.scoring.profile(of: client, without: product)))
  }
}

extension PotentialModel {
  fileprivate init?(_ ideals: IdealClients, settings: PotentialSettings, threads: Int) async {
    await self.init(
      ideals.table, profiles: ideals.scoring.leaveOneOut, profileCount: ideals.scoring.profileCount,
      settings: settings, threads: threads)
  }
}

extension NewHolders {
  /// Those who took a product within the horizon after a past date; its dates are looked at side by side, each on one
  /// thread.
  fileprivate init(
    _ then: IdealClients, firstIncomes: [FirstIncome], unit: Double, settings: PolicySettings
  ) async {
    self.init()
    guard let known = await PotentialModel(then, settings: settings.potential, threads: 1) else { return }
    let business = await BusinessInputs(
      then.table, holders: known, profiles: then.scoring.leaveOneOut, unit: unit, threads: 1)
    let end = then.table.snapshot.asOf.monthsEarlier(-settings.night.horizonMonths)
    add(business, firstIncomes: firstIncomes, until: end)
  }
}
