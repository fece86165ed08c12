import Banking
import Cohorts
import Features
import Gaps
import IdealProfiles
import LifeCycle
import Store

/// What a bank's clients as a whole taught on one night. They are kept while the month lasts: until another month is
/// complete each client is judged by the same lessons, so that from one night to the next only clients that changed are
/// judged anew, and nobody's chances drift from day to day but by what it opened itself.
package struct NightLessons: Codable, Sendable {
  /// The last complete month when they were learned, and what the bank's data were called.
  let month: Month
  let vocabulary: Vocabulary
  let base: ClientBase
  /// When the profiles were fitted that they speak of.
  let profilesFittedOn: BusinessDate
  let scale: FeatureScale
  let billing: BillingCycles
  let cohorts: [Cohort]
  let ideals: IdealLessons
  /// By product: whether its holders are active as a rule.
  let isActiveByNature: [Bool]
  let revivals: RevivalRates
  let adoption: AdoptionLessons
  let income: NightIncome.Lessons?
  let norms: StageNorms
  let cuts: [RFMCuts]
  let life: LifeOutlook.Lessons?

  /// Whether they may be applied to the snapshot, in terms of the profiles of a date.
  /// - Parameter relearnShare: see `NightSettings`.
  func apply(to snapshot: Snapshot, profilesFittedOn: BusinessDate?, relearnShare: Double) -> Bool {
    month == snapshot.asOf.lastCompleteMonth && self.profilesFittedOn == profilesFittedOn
      && vocabulary == Vocabulary(snapshot) && hasBase(like: snapshot, within: relearnShare)
  }

  /// Whether there was about as much to learn from.
  func hasBase(like snapshot: Snapshot, within relearnShare: Double) -> Bool {
    ClientBase(snapshot).isLike(base, within: relearnShare)
  }
}

/// How much there was to learn from.
struct ClientBase: Hashable, Codable, Sendable {
  /// Who had come by the end of the last complete month: those that come since are no late load.
  let clients: Int
  /// With income or operations in the last complete month, of which late loads bring more.
  let active: Int

  init(_ snapshot: Snapshot) {
    let months = snapshot.monthsOfHistory
    let end = snapshot.lastMonth.lastDay
    clients = snapshot.clients.count { $0.openedOn.map { $0 <= end } ?? true }
    active =
      months == 0
      ? 0
      : snapshot.clients.indices.count { snapshot.hasBusiness(at: ($0 + 1) * months - 1) }
  }

  func isLike(_ other: ClientBase, within share: Double) -> Bool {
    func isNear(_ one: Int, _ other: Int) -> Bool { Double(abs(one - other)) <= share * Double(other) }
    return isNear(clients, other.clients) && isNear(active, other.active)
  }
}

/// A fingerprint of what the positions in a snapshot's lists stand for: lessons that speak of positions apply only where
/// these are the same.
struct Vocabulary: Hashable, Codable, Sendable {
  private let fingerprint: String

  init(_ snapshot: Snapshot) {
    var hash = ContentHash()
    func add(_ words: [String]) {
      hash.combine(Int64(words.count))
      for word in words { hash.combine(word) }
    }
    add(snapshot.catalogue.products.map(\.code.rawValue))
    for words in [snapshot.regions, snapshot.industries, snapshot.legalForms] { add(words) }
    for column in snapshot.attributes.columns {
      hash.combine(column.name)
      if case .category(let labels, _) = column.values { add(labels) } else { hash.combine(-1 as Int64) }
    }
    hash.combine(Int64(snapshot.monthsOfHistory))
    hash.combine(snapshot.hasIncome ? 1 : 0)
    fingerprint = hash.hexadecimal
  }
}

extension Night {
  /// What the night learned, or kept.
  package var lessons: NightLessons {
    NightLessons(
      month: snapshot.asOf.lastCompleteMonth, vocabulary: Vocabulary(snapshot), base: ClientBase(snapshot),
      profilesFittedOn: profiles.fittedOn,
      scale: table.scale, billing: table.billing, cohorts: cohorts.all, ideals: ideals.lessons,
      isActiveByNature: recommender.isActiveByNature, revivals: adoption.revivals, adoption: adoption.model.lessons,
      income: recommender.income?.lessons, norms: lives.norms, cuts: lives.cuts, life: life?.lessons)
  }
}
