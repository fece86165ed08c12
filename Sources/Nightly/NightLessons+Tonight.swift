import Banking
import Cohorts
import IdealProfiles
import LifeCycle
import Policy

// Each part of a night either stands on lessons that are kept, or learns.

extension IdealClients {
  /// - Parameter lessons: nil = tonight's clients teach.
  static func tonight(
    _ lessons: IdealLessons?, _ ground: NightGround, settings: PolicySettings, threads: Int
  ) async -> IdealClients {
    if let lessons {
      return IdealClients(
        lessons, ground.table, ground.cohorts, ground.profiles.scoring, pinned: settings.pinnedProfiles,
        settings: settings.profiles)
    }
    return await IdealClients(
      ground.table, ground.cohorts, ground.profiles.scoring, pinned: settings.pinnedProfiles,
      settings: settings.profiles, threads: threads)
  }
}

extension NightAdoption {
  /// - Parameters:
  ///   - lessons: nil = the past teaches.
  ///   - idle: of whom no chance is asked; none where the past teaches.
  ///   - past: earlier dates; not looked at where there are lessons.
  static func tonight(
    _ lessons: NightLessons?, _ ideals: IdealClients, but idle: IdleClients, _ past: [IdealClients],
    settings: PolicySettings, threads: Int
  ) async -> NightAdoption {
    if let lessons { return await NightAdoption(lessons, ideals, but: idle, threads: threads) }
    return await NightAdoption(ideals, past, settings: settings, threads: threads)
  }
}

extension NightIncome {
  /// Nil where the bank ships no activity: income is then unknown.
  static func tonight(
    _ lessons: NightLessons?, _ ideals: IdealClients, _ past: [IdealClients], firstIncomes: [FirstIncome],
    settings: PolicySettings, threads: Int
  ) async -> NightIncome? {
    guard let lessons else {
      return await NightIncome(ideals, past, firstIncomes: firstIncomes, settings: settings, threads: threads)
    }
    return lessons.income.map { NightIncome($0, ideals) }
  }
}

extension LifeOutlook {
  /// - Parameter lessons: nil = tonight's clients teach.
  static func tonight(
    _ lessons: NightLessons?, _ staged: StagedClients, _ cohorts: Cohorts, settings: PolicySettings, threads: Int
  ) async -> LifeOutlook? {
    guard let lessons else {
      return await LifeOutlook(
        staged, cohorts, stages: settings.stages, historyMonths: settings.night.historyMonths,
        survival: settings.survival, value: settings.lifeValue, threads: threads)
    }
    guard let life = lessons.life else { return nil }
    return await LifeOutlook(
      life, staged, cohorts, historyMonths: settings.night.historyMonths, survival: settings.survival,
      value: settings.lifeValue, threads: threads)
  }
}
