import Banking
package import Cohorts
import Features

/// The life ahead of a bank's clients, learned from the bank's own past.
package struct LifeOutlook: Sendable {
  package let survival: Survival
  /// What each client brings a month now, season taken out; minor units; nil = unknown.
  package let levels: [Double?]
  let forecast: LifeForecast
  /// By client.
  let cohorts: [Int32]
  private let tonight: StagedClients
  private let incomes: IncomeLevels

  /// What is learned from all clients on one date.
  package struct Lessons: Codable, Sendable {
    let survival: Survival.Lessons
    let outlook: StageOutlook
  }

  package var lessons: Lessons { Lessons(survival: survival.lessons, outlook: forecast.outlook) }

  /// Nil where the bank's opening dates are unknown or nobody can be seen leaving, so that no length of life can be told.
  /// - Parameters:
  ///   - tonight: of all clients.
  ///   - historyMonths: what of the past is known where the bank has no activity.
  package init?(
    _ tonight: StagedClients, _ cohorts: Cohorts, stages: StageSettings, historyMonths: Int,
    survival settings: SurvivalSettings, value: LifeValueSettings, threads: Int
  ) async {
    guard
      let survival = await Survival(
        tonight.view, cohorts, leftMonths: stages.leftMonths, historyMonths: historyMonths, settings: settings,
        threads: threads)
    else { return nil }
    let past = await StagesOverTime(
      tonight.view.sample(settings.sampleClients), months: settings.pastMonths, settings: stages, threads: threads)
    let outlook = StageOutlook(past, survival, cohorts: cohorts.ofClient, levelMonths: value.levelMonths)
    await self.init(survival, outlook, tonight, cohorts, value: value, threads: threads)
  }

  /// What was learned before, applied to tonight's clients.
  /// - Parameter lessons: of the same cohorts.
  package init(
    _ lessons: Lessons, _ tonight: StagedClients, _ cohorts: Cohorts, historyMonths: Int,
    survival settings: SurvivalSettings, value: LifeValueSettings, threads: Int
  ) async {
    let survival = await Survival(
      lessons.survival, tonight.view, historyMonths: historyMonths, settings: settings, threads: threads)
    await self.init(survival, lessons.outlook, tonight, cohorts, value: value, threads: threads)
  }

  private init(
    _ survival: Survival, _ outlook: StageOutlook, _ tonight: StagedClients, _ cohorts: Cohorts,
    value: LifeValueSettings, threads: Int
  ) async {
    let incomes = IncomeLevels(tonight.view, Season(tonight.norms.movement), months: value.levelMonths)
    self.survival = survival
    self.tonight = tonight
    self.incomes = incomes
    forecast = LifeForecast(survival: survival, outlook: outlook, settings: value)
    self.cohorts = cohorts.ofClient
    let clients = tonight.view.clients
    let pieces = chunks(of: clients.count)
    let hasIncome = tonight.view.snapshot.hasIncome
    levels = await inParallel(pieces.count, threads: threads) { piece in
      clients[pieces[piece]].map { hasIncome ? incomes.level(of: $0) : nil }
    }.flatMap(\.self)
  }

  /// Nil where the client's months of life are unknown.
  package func life(of client: Int) -> ClientLife? {
    let stage = tonight.stages[client]?.stage
    if stage == .left { return .over(hasIncome: tonight.view.snapshot.hasIncome) }
    return survival.lives[client].map { life in
      let income = levels[client].map { level in
        LifeForecast.Income(
          mean: level, low: incomes.month(of: client, above: forecast.settings.outerShare) ?? level,
          high: incomes.month(of: client, above: 1 - forecast.settings.outerShare) ?? level)
      }
      return forecast.client(life, cohort: Int(cohorts[client]), stage: stage, income: income)
    }
  }
}
