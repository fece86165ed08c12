package import Banking
package import Triggers

/// Everything a manager reads, in one language. A further language is one file that conforms, and one line in
/// `Languages.all`. Names of products and clients are the bank's own and are never inflected.
package protocol Language: Sendable {
  /// ISO 639-1.
  var code: String { get }
  var numbers: NumberFormat { get }
  /// Stands where a fact is missing.
  var unknown: String { get }
  /// Between products that stand where one product's name is expected.
  var productSeparator: String { get }
  /// Marks a profile that a product owner pinned by hand.
  var pinned: String { get }

  var labels: [Label: String] { get }
  var titles: [ColumnTitle: String] { get }
  /// What moves a chance, as noun phrases that fit into a list.
  var drivers: [Driver: String] { get }
  /// Of clients, in a profile's name.
  var traits: [ProfileTrait: String] { get }
  func heading(_ heading: Heading) -> String
  func note(_ note: Note) -> String

  func name(_ gap: Gap) -> String
  func name(_ stage: Stage) -> String
  func name(_ segment: Segment) -> String
  func name(_ state: TriggerState) -> String
  func name(_ state: RunState) -> String
  func name(_ kind: RunKind) -> String
  func name(_ level: CohortLevel) -> String

  func name(_ refusal: RefusalReason) -> String
  func name(_ note: NightNote) -> String
  /// Of what is put off: "until 2026-07-15".
  func until(_ day: String) -> String
  func name(_ item: QualificationItem) -> String
  func name(_ answer: QualificationAnswer) -> String
  func name(_ term: PriorityTerm) -> String
  func name(_ measure: FallenMeasure) -> String

  /// A few words for a table cell on why a product is, or is not, offered.
  func cell(_ status: OfferStatus) -> String
  /// - Parameter other: the product the fact is about, where there is one.
  func cell(_ fact: StatusFact, other: String?) -> String
  /// Nothing is offered at this stage.
  func cell(suppressedAt stage: Stage) -> String
  /// The same in a whole sentence.
  func sentence(_ status: OfferStatus, product: String) -> String
  func sentence(_ fact: StatusFact, product: String, other: String?) -> String
  func sentence(suppressedAt stage: Stage, product: String) -> String

  /// The facts behind a recommendation, so that anyone can check them.
  func reason(_ facts: RecommendationFacts) -> String
  /// What moved the chance; nil where nothing is recorded.
  func drivers(_ facts: RecommendationFacts) -> String?

  /// What the manager is asked to do, in a few words.
  func action(_ kind: TriggerKind, product: String?) -> String
  /// Follows the action whose products these are.
  func with(_ products: [String]) -> String
  /// The action's money, by what it stands for; nil where none is known.
  func worth(_ facts: TriggerFacts) -> String?
  /// Why, in a few words.
  func why(_ facts: TriggerFacts) -> String
  /// Two or three things to say, made of the facts; none where nothing is known.
  func talkingPoints(_ facts: TriggerFacts) -> [String]
  /// What was said last time, in one line.
  func lastTime(_ answer: LastAnswerFacts) -> String

  /// `3 years 2 months`.
  func tenure(months: Int) -> String
  /// `over 20 years`.
  func over(years: Int) -> String
  /// What has lasted since a month: `decline since 2026-03`.
  func since(_ month: Month, _ state: String) -> String
  /// An amount a month: `1,940 EUR a month`.
  func monthly(_ amount: String) -> String
  func conversations(_ count: Int) -> String
  /// Conversations that wait for a later date and are not on the list.
  func snoozed(_ count: Int) -> String
  /// Conversations for which a shortened list has no room.
  func notShown(_ count: Int) -> String
  /// The last line of a worklist.
  /// - Parameters:
  ///   - subjects: what the conversations are about, one or more each.
  ///   - expected: income that would come.
  ///   - kept: income that is going, by how much of it has gone, and income to win back, by the chance.
  func total(conversations: Int, subjects: Int, expected: String?, kept: String?) -> String
  /// Whose list it is where no manager has it; an empty branch is the bank's own.
  func queue(branch: String) -> String
  /// What a chart of monthly income covers.
  func lastMonths(_ count: Int) -> String
  /// What a chance is a chance of.
  func chance(withinMonths months: Int) -> String
}
