import Banking
import LifeCycle
import Store
import Triggers
import Wording

extension CardFacts {
  init(_ page: ClientPage, _ card: ClientCardRow) {
    self.init(
      bankName: page.bank.name, clientName: page.name, clientNumber: page.number, asOf: card.asOf,
      currency: page.bank.currency, cohortName: card.cohort, cohortLevel: Code(card.cohortLevel),
      profileName: card.profileName, basis: Code(card.basis))
    managerName = page.managerName
    industry = page.industry
    region = page.region
    isPinned = card.isPinned
    membership = card.membership
    life = StageFacts(
      stage: card.stage.map { Code($0) }, segment: card.rfmSegment.map { Code($0) }, tenureMonths: card.tenureMonths)
    life.since = card.stageSince?.calendarMonth
    life.expectedMonths = card.expectedMonths
    // A publication does not say how far its policy counts; this is how far the policy built in does.
    life.staysBeyond = card.expectedMonths.map { Int($0.rounded()) == LifeValueSettings().longestMonths } ?? false
    life.lifeValue = card.lifeValue
    life.lifeLow = card.lifeLow
    life.lifeHigh = card.lifeHigh
    monthlyIncome = card.monthlyIncome
    typicalIncome = card.typicalIncome
    idealIncome = card.idealIncome
    potential = card.potentialIncome
    potentialLow = card.potentialLow
    potentialHigh = card.potentialHigh
    expected = card.expectedIncome
    incomeHistory = page.incomeHistory
    openTriggers = page.conversations.map { TriggerFacts($0, page) }
    productsInUse = page.productsInUse.map(\.title)
  }
}

extension ClientPage {
  /// As on a worklist: what keeps the client first, then by falling priority.
  var conversations: [TriggerRow] {
    products.compactMap(\.trigger).sorted { a, b in
      let (aRetains, bRetains) = (a.kind == TriggerKind.retain.rawValue, b.kind == TriggerKind.retain.rawValue)
      return aRetains != bRetains ? aRetains : (b.priority, a.id) < (a.priority, b.id)
    }
  }

  var productsInUse: [ClientProduct] { products.filter { $0.code != nil && $0.status == .held } }
}
