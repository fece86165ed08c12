package import Banking
package import IdealProfiles
package import Store
package import Triggers

/// Everything a night knows: values only, so that the chain is a pure function of it.
package struct NightInput: Sendable {
  package var snapshot: Snapshot
  /// How the products are charged; where lessons are kept, they say it.
  package var billing: BillingCycles
  /// What the bank's past teaches; asked for only where the night is to learn.
  package var past: @Sendable () async -> Past
  /// Of an earlier night under the same policy.
  package var lessons: NightLessons?
  /// The run that learned them.
  package var lessonRun: String?
  /// The profiles of an earlier night and its date.
  package var previousModel: (model: ProfileModel, asOf: BusinessDate)?
  /// Stages as last published, by client.
  package var previousStages: ClientStages
  /// What the published rows followed from, and by which terms tonight's clients are judged; nil = none of them is trusted.
  package var published: (grounds: PublishedGrounds, terms: LessonTerms)?
  package var desks: DeskBook
  package var conversions: ConversionHistory
  package var triggers: [ExistingTrigger]
  package var setAside: SetAside
  /// Fit the profiles anew, due or not.
  package var refit: Bool

  package init(
    snapshot: Snapshot, billing: BillingCycles = .monthly,
    past: @escaping @Sendable () async -> Past = { Past() }, lessons: NightLessons? = nil,
    lessonRun: String? = nil,
    previousModel: (model: ProfileModel, asOf: BusinessDate)?,
    previousStages: ClientStages, published: (grounds: PublishedGrounds, terms: LessonTerms)? = nil,
    desks: DeskBook = DeskBook(),
    conversions: ConversionHistory = ConversionHistory(), triggers: [ExistingTrigger],
    setAside: SetAside = SetAside(), refit: Bool
  ) {
    self.snapshot = snapshot
    self.billing = billing
    self.past = past
    self.lessons = lessons
    self.lessonRun = lessonRun
    self.previousModel = previousModel
    self.previousStages = previousStages
    self.published = published
    self.desks = desks
    self.conversions = conversions
    self.triggers = triggers
    self.setAside = setAside
    self.refit = refit
  }

  /// Once everything is learned from it, and the clients are found who need no judgement: the past of a sample takes as much memory
  /// as many clients' present.
  mutating func forgetPast() {
    past = { Past() }
    lessons = nil
    published = nil
  }
}
