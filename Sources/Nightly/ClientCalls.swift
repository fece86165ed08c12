import Banking
import Features
import Gaps
import IdealProfiles
import LifeCycle
import Potential
import Triggers

/// Finds the reasons to call one client that are no gaps: where it stands in its life, and what matures.
struct ClientCalls {
  let table: FeatureTable
  let client: Int
  let policy: TriggerPolicy
  let rules: OfferRules

  private var snapshot: Snapshot { table.snapshot }

  /// What is at stake is what the client used to bring; the share that is already lost stands for the urgency.
  func retain(_ assessment: StageAssessment) -> ClientCall {
    let share = min(1, assessment.fellBy ?? 1)
    let stake = assessment.change?.usualIncome ?? table.income(of: client)
    return call(.retain, chance: share, worth: stake.map { max(.zero, $0) }, since: assessment.since?.firstDay)
  }

  /// Worth what it brings since it is back: the months before were empty.
  func returned(_ assessment: StageAssessment) -> ClientCall {
    let income = assessment.since.flatMap { monthlyIncome(since: $0) }
    return call(.returned, worth: income.map { max(.zero, $0) }, since: assessment.since?.firstDay)
  }

  /// First day of a silence (or the day of leaving, where it went in the midst of business) that is long enough for the first step
  /// of winning back.
  func silence(_ assessment: StageAssessment) -> BusinessDate? {
    if let closed = snapshot.clients[client].closedOn {
      // Between two charges nothing need move.
      let cycle = snapshot.holdings(of: client).map { table.billing[Int($0.product)] }.max() ?? 1
      return emptyMonths > cycle ? min(closed, firstSilent(emptyMonths) ?? closed) : closed
    }
    guard let first = firstSilent(assessment.silentMonths ?? 0) else { return nil }
    let days = Int(snapshot.asOf.dayNumber - first.dayNumber)
    return assessment.stage == .left || days >= policy.winBackDays.min() ?? .max ? first : nil
  }

  private func firstSilent(_ months: Int) -> BusinessDate? {
    months > 0 ? snapshot.asOf.lastCompleteMonth.advanced(by: 1 - months).firstDay : nil
  }

  /// Complete months up to the last in which nothing moved; none where nothing ever did.
  private var emptyMonths: Int {
    let months = snapshot.monthsOfHistory
    let own = client * months..<(client + 1) * months
    let last = own.last { snapshot.hasBusiness(at: $0) }
    return last.map { own.upperBound - 1 - $0 } ?? 0
  }

  /// - Parameter worth: a month that the client must have brought; nil where no income is known, and nobody is worth it.
  func winBack(since: BusinessDate, worth: Double?) -> ClientCall? {
    guard let worth, let former = formerIncome(before: since), former.estimate >= worth else { return nil }
    return call(.winBack, worth: former, since: since)
  }

  /// What clients like it mostly hold and are most likely to open: what it lacks of that and may take.
  func welcome(_ recommendations: [Recommendation]) -> ClientCall? {
    let turnover = snapshot.clients[client].annualTurnover
    let missing = recommendations.filter { recommendation in
      recommendation.kind == .missing && recommendation.isGap
        && rules.obstacle(recommendation.product, annualTurnover: turnover) { table.holds(client, $0) } == nil
    }
    var products: [Recommendation] = []
    for next in missing where products.count < policy.onboardingProducts {
      if !products.contains(where: { rules.exclude($0.product, next.product) }) { products.append(next) }
    }
    guard !products.isEmpty else { return nil }
    let typical = products.compactMap(\.estimate?.typical).reduce(.zero, +)
    let expected = products.compactMap(\.expected).reduce(.zero, +)
    let isKnown = products.contains { $0.estimate != nil }
    let mean = products.reduce(0) { $0 + Double($1.probability) } / Double(products.count)
    let candidate = Candidate(
      product: nil, kind: .welcome, probability: typical > .zero ? expected.estimate / typical.estimate : mean,
      typicalIncome: isKnown ? typical : nil, expectedIncome: isKnown ? expected : nil,
      since: snapshot.firstDay(of: client))
    return ClientCall(candidate: candidate, products: products)
  }

  /// Held products of which an account matures after tonight, by product. The source tells the income of a product, not of an
  /// account: what matures brings its even share.
  var maturities: [ClientCall] {
    snapshot.holdings(of: client).compactMap { holding -> ClientCall? in
      guard holding.isHeld, let matures = holding.maturesOn else { return nil }
      let accounts = (maturing: Int(holding.maturingAccounts), open: Int(holding.openAccounts))
      let income = snapshot.hasIncome ? table.monthlyRates(of: client, holding)?.income : nil
      let worth = income.flatMap {
        Money(estimate: max(0, $0.estimate) * Double(accounts.maturing) / Double(accounts.open))
      }
      var renewal = call(.renew, product: holding.product, worth: worth, since: matures)
      renewal.accounts = accounts
      return renewal
    }
  }

  private func call(
    _ kind: TriggerKind, product: Int16? = nil, chance: Double? = nil, worth: Money?, since: BusinessDate?
  ) -> ClientCall {
    let chance = chance ?? policy.chances[kind] ?? 1
    return ClientCall(
      candidate: Candidate(
        product: product, kind: kind, probability: chance, typicalIncome: worth,
        expectedIncome: worth.flatMap { Money(estimate: $0.estimate * chance) }, since: since))
  }

  /// Average of the complete months from this one on, after a time without any; nil where there is none yet. Up to three are
  /// known by product: what one charge pays for is spread over that.
  private func monthlyIncome(since month: Month) -> Money? {
    let months = snapshot.monthsOfHistory
    let count = min(months, snapshot.asOf.lastCompleteMonth.months(since: month) + 1)
    guard snapshot.hasIncome, count > 0 else { return nil }
    let own = snapshot.monthlyIncome[client * months..<(client + 1) * months].suffix(count)
    let charges = snapshot.holdings(of: client).filter { count <= 3 && table.billing[Int($0.product)] > count }
    let rest = charges.reduce(own.reduce(0, +)) { $0 - $1.income3 }
    return charges.reduce(Money.perMonth(Money(minorUnits: rest), months: count)) {
      $0 + Money.perMonth(Money(minorUnits: $1.income3), months: table.billing[Int($1.product)])
    }
  }

  /// Average of the last months, twelve at most, before the one in which the client went; nil where none is known.
  private func formerIncome(before day: BusinessDate) -> Money? {
    let months = snapshot.monthsOfHistory
    let after = snapshot.asOf.lastCompleteMonth.months(since: day.calendarMonth) + 1
    let own = snapshot.monthlyIncome[client * months..<(client + 1) * months].dropLast(max(0, min(months, after)))
    let active = own.suffix(12).drop { $0 == 0 }
    guard !active.isEmpty else { return nil }
    return Money.perMonth(Money(minorUnits: active.reduce(0, +)), months: active.count)
  }
}
