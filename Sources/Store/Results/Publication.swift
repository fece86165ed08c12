package import Banking
package import IdealProfiles
import Triggers

/// Everything a night publishes, in one transaction.
package struct Publication: Sendable {
  package var run: String
  /// Compares every row with what the tables hold, not with the hashes that are kept beside them.
  package var isFull: Bool
  package var bank: Bank
  package var asOf: BusinessDate
  package var horizonMonths: Int
  package var basis: String
  /// What incomes were learned from; nil where the bank's data know none.
  package var incomeBasis: String?
  package var catalogue: Catalogue
  package var cohorts: [CohortFact]
  package var profiles: [ProfileFact]
  package var profileProducts: [ProfileProductFact]
  package var lifeValues: [LifeValueFact]
  package var survival: [SurvivalFact]
  package var clientCount: Int
  /// The rows of some clients, in ascending order of id, piece by piece; every client is asked for once.
  package var clients: @Sendable (Range<Int>, ClientRowMaker) async -> [Result<ClientRows, any Error>]
  /// To be kept for the nights to come; nil where tonight's is an older one.
  package var model: ProfileModel?
  /// What the night learned, as a JSON document, made when it is written; nil where it kept an earlier night's lessons.
  package var lesson: (terms: LessonTerms, content: @Sendable () throws -> String)?
  /// Whether the night leaned on stages of an earlier one.
  package var hasPreviousStages: Bool
  /// Nil where the triggers are left as they are.
  package var triggers: TriggerChanges?

  package init(
    run: String, isFull: Bool, bank: Bank, asOf: BusinessDate, horizonMonths: Int, basis: String, incomeBasis: String?,
    catalogue: Catalogue,
    cohorts: [CohortFact], profiles: [ProfileFact], profileProducts: [ProfileProductFact],
    lifeValues: [LifeValueFact], survival: [SurvivalFact], clientCount: Int,
    clients: @escaping @Sendable (Range<Int>, ClientRowMaker) async -> [Result<ClientRows, any Error>],
    model: ProfileModel?, lesson: (terms: LessonTerms, content: @Sendable () throws -> String)?,
    hasPreviousStages: Bool, triggers: TriggerChanges?
  ) {
    self.run = run
    self.isFull = isFull
    self.bank = bank
    self.asOf = asOf
    self.horizonMonths = horizonMonths
    self.basis = basis
    self.incomeBasis = incomeBasis
    self.catalogue = catalogue
    self.cohorts = cohorts
    self.profiles = profiles
    self.profileProducts = profileProducts
    self.lifeValues = lifeValues
    self.survival = survival
    self.clientCount = clientCount
    self.clients = clients
    self.model = model
    self.lesson = lesson
    self.hasPreviousStages = hasPreviousStages
    self.triggers = triggers
  }
}

/// A cohort as people read it.
package struct CohortFact: Sendable {
  package let level: String
  package let region: String?
  package let industry: String?
  package let name: String
  package let members: Int

  package init(level: String, region: String?, industry: String?, name: String, members: Int) {
    self.level = level
    self.region = region
    self.industry = industry
    self.name = name
    self.members = members
  }
}

/// One profile in one cohort.
package struct ProfileFact: Sendable {
  package let cohort: Int
  package let profile: Int
  package let identity: ProfileIdentity
  package let figures: CohortProfile

  package init(cohort: Int, profile: Int, identity: ProfileIdentity, figures: CohortProfile) {
    self.cohort = cohort
    self.profile = profile
    self.identity = identity
    self.figures = figures
  }
}

/// One product of one profile in one cohort.
package struct ProfileProductFact: Sendable {
  package let cohort: Int
  package let profile: Int
  package let product: Int
  package let isCharacteristic: Bool
  package let cell: IdealCell
  /// What comparable holders earn the bank on it: the cell's, or where those are few a wider one's.
  package let usage: ProductUsage?

  package init(
    cohort: Int, profile: Int, product: Int, isCharacteristic: Bool, cell: IdealCell, usage: ProductUsage?
  ) {
    self.cohort = cohort
    self.profile = profile
    self.product = product
    self.isCharacteristic = isCharacteristic
    self.cell = cell
    self.usage = usage
  }
}
