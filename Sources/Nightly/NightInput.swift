package import Banking
package import IdealProfiles
package import Triggers

/// Everything a night knows: values only, so that the chain is a pure function of it.
package struct NightInput: Sendable {
  package var snapshot: Snapshot
  /// The bank at earlier dates, for what it teaches about openings; empty where it has no history.
  package var origins: [Snapshot]
  /// What clients first brought on the products they took, as known tonight; ascending by client.
  package var firstIncomes: [FirstIncome]
  /// The profiles of an earlier night and its date.
  package var previousModel: (model: ProfileModel, asOf: BusinessDate)?
  /// Stages as last published, by client.
  package var previousStages: ClientStages
  package var desks: DeskBook
  package var conversions: ConversionHistory
  package var triggers: [ExistingTrigger]
  /// Fit the profiles anew, due or not.
  package var refit: Bool

  package init(
    snapshot: Snapshot, origins: [Snapshot], firstIncomes: [FirstIncome] = [],
    previousModel: (model: ProfileModel, asOf: BusinessDate)?,
    previousStages: ClientStages, desks: DeskBook = DeskBook(),
    conversions: ConversionHistory = ConversionHistory(), triggers: [ExistingTrigger], refit: Bool
  ) {
    self.snapshot = snapshot
    self.origins = origins
    self.firstIncomes = firstIncomes
    self.previousModel = previousModel
    self.previousStages = previousStages
    self.desks = desks
    self.conversions = conversions
    self.triggers = triggers
    self.refit = refit
  }

  /// Once everything is learned from it: the past of a sample takes as much memory as many clients' present.
  mutating func forgetPast() {
    origins = []
    firstIncomes = []
  }
}
