import Banking
import Cohorts
import Features
import Gaps
import IdealProfiles
import LifeCycle
import Policy
import Potential
package import Store
import Triggers
import Wording

extension Night {
  /// Everything the night has to say, ready to be published under the run's identity.
  /// - Parameters:
  ///   - isFull: see `Publication`.
  ///   - raises: whether the triggers are touched at all, and what was learned is kept for later nights: not where a past date
  ///     is looked back at, so that they go on as if nobody had.
  package func publication(
    run: String, isFull: Bool, terms: LessonTerms, texts: TriggerTexts, raises: Bool, threads: Int
  ) -> Publication {
    let grounds = rowGrounds(run: run, terms)
    return Publication(
      run: run, isFull: isFull, bank: snapshot.bank, asOf: snapshot.asOf, horizonMonths: settings.night.horizonMonths,
      basis: adoption.model.basis.rawValue, incomeBasis: recommender.income?.basis.rawValue,
      catalogue: snapshot.catalogue, cohorts: cohortFacts, profiles: profileFacts,
      profileProducts: profileProductFacts, lifeValues: lifeValueFacts, survival: survivalFacts,
      clientCount: table.clientCount,
      clients: { await self.rows(of: $0, $1, grounds, threads: threads) },
      model: raises && profiles.isRefit ? profiles.model : nil,
      lesson: raises && !keepsLessons ? (terms, lessonContent) : nil,
      hasPreviousStages: !previousStages.isEmpty,
      triggers: raises ? texts.changes(of: self, threads: threads) : nil)
  }

  var identities: [ProfileIdentity] { round.identities }

  /// The encoder takes several times as much memory as what it makes, which is given back before anything else is made.
  private func lessonContent() throws -> String {
    defer { NightMemory.giveBack() }
    return try lessons.json
  }

  private var cohortFacts: [CohortFact] {
    cohorts.all.map { cohort in
      let region = cohort.region.map { snapshot.regions[Int($0)] }
      let industry = cohort.industry.map { snapshot.industries[Int($0)] }
      return CohortFact(
        level: cohort.level.rawValue, region: region, industry: industry,
        name: [snapshot.bank.name, region, industry].compactMap(\.self).joined(separator: " × "),
        members: cohort.memberCount)
    }
  }

  private var profileFacts: [ProfileFact] {
    let identities = identities
    return cohorts.all.indices.flatMap { cohort in
      identities.enumerated().map { profile, identity in
        ProfileFact(
          cohort: cohort, profile: profile, identity: identity,
          figures: ideals.profile(cohort: cohort, profile: profile))
      }
    }
  }

  private var profileProductFacts: [ProfileProductFact] {
    let profileCount = ideals.scoring.profileCount
    return cohorts.all.indices.flatMap { cohort in
      (0..<profileCount).flatMap { profile in
        (0..<table.productCount).map { product in
          let cell = ideals.cell(cohort: cohort, profile: profile, product: product)
          return ProfileProductFact(
            cohort: cohort, profile: profile, product: product,
            isCharacteristic: isCharacteristic(profile, product, cell), cell: cell,
            usage: ideals.usage(cohort: cohort, profile: profile, product: product)?.usage)
        }
      }
    }
  }

  /// A pinned profile says it itself; a learnt one is what its reference members hold.
  private func isCharacteristic(_ profile: Int, _ product: Int, _ cell: IdealCell) -> Bool {
    let learnt = profiles.model.identities.count
    guard profile >= learnt else { return ideals.isCharacteristic(cell.penetration, product) }
    return ideals.pinned.overrides[profile - learnt].products.contains(snapshot.catalogue[product].code)
  }

  private var controlGroup: ControlGroup { ControlGroup(bank: snapshot.bank.id, policy: settings.triggers) }

  /// How many of the best products say what moved their probability; gaps always do.
  private static let explainedRanks = 3

  private func rows(
    of clients: Range<Int>, _ maker: ClientRowMaker, _ grounds: RowGrounds, threads: Int
  ) async -> [Result<ClientRows, any Error>] {
    let pieces = chunks(of: clients.count, size: 512)
    return await inParallel(pieces.count, threads: threads) { piece in
      let first = clients.lowerBound + pieces[piece].lowerBound
      return maker.rows(
        of: snapshot.clients[first..<clients.lowerBound + pieces[piece].upperBound].map(\.id),
        grounds: { self.grounds(of: first + $0, in: grounds) }, result: { try judged(first + $0) })
    }
  }

  private func judged(_ client: Int) throws -> ClientResult {
    guard !idle.contains(client) else { throw NightError.changedMeanwhile(snapshot.bank.id) }
    return result(of: client)
  }

  /// The row of a client that is judged tonight. The potential is the sum of its gaps whose income is known; nil only where
  /// the bank's income is not known at all, and nothing of who has left, told or in silence: it is to be won back first.
  func result(of client: Int) -> ClientResult {
    let recommendations = recommender.recommendations(of: client)
    let statuses = decisions.statuses(of: client)
    let explained = recommendations.indices.filter { rank in
      recommendations[rank].kind == .missing && (rank < Self.explainedRanks || recommendations[rank].isGap)
    }
    var drivers = [[(driver: Driver, raises: Bool)]](repeating: [], count: recommendations.count)
    for (rank, reasons) in zip(explained, adoption.drivers(client, explained.map { recommendations[$0].product })) {
      drivers[rank] = reasons
    }
    let hasLeft = stages[client]?.stage == .left
    let products = zip(zip(recommendations, statuses), drivers).map {
      ProductResult($0.0, $0.1, isCounted: !hasLeft && $0.0.isGap && $0.0.estimate != nil, drivers: $1)
    }
    let counted = products.filter(\.isCounted).compactMap(\.income)
    let facts = snapshot.clients[client]
    let profile = Int(ideals.scoring.profile[client])
    let cohort = Int(cohorts.ofClient[client])
    let peers = ideals.profile(cohort: cohort, profile: profile)
    return ClientResult(
      client: facts.id, number: facts.number, manager: facts.manager, cohort: Int32(cohort), profile: Int16(profile),
      membership: Float(ideals.scoring.membership[client]), stage: stages[client]?.stage.rawValue,
      stageSince: stages[client]?.since?.firstDay,
      previousStage: previousStages.stored(before: stages[client]?.stage, of: facts.id),
      rfmSegment: segments[client]?.rawValue, tenureMonths: table.figures[client].tenureMonths.map { Int32($0) },
      monthlyIncome: table.income(of: client), typicalIncome: peers.typicalIncome,
      idealIncome: peers.idealIncome, potential: snapshot.hasIncome ? Self.sum(counted) : nil,
      expectedIncome: snapshot.hasIncome ? counted.reduce(.zero) { $0 + $1.expected } : nil,
      isInControlGroup: controlGroup.contains(facts.id), life: life?.life(of: client).map { ClientResult.Life($0) },
      products: products)
  }

  private static func sum(
    _ counted: [(low: Money, typical: Money, high: Money, mean: Money, expected: Money)]
  ) -> (low: Money, typical: Money, high: Money) {
    counted.reduce((.zero, .zero, .zero)) { ($0.0 + $1.low, $0.1 + $1.typical, $0.2 + $1.high) }
  }
}

extension ProductResult {
  init(
    _ recommendation: Recommendation, _ status: RecommendationStatus, isCounted: Bool,
    drivers: [(driver: Driver, raises: Bool)]
  ) {
    self.init(
      product: Int16(recommendation.product), kind: recommendation.kind.rawValue, status: StatusCode(status),
      isCounted: isCounted, profile: Int16(recommendation.profile),
      referenceMembers: Int32(recommendation.penetration.referenceMembers),
      referenceHolders: Int32(recommendation.penetration.holders),
      penetration: Float(recommendation.penetration.value), probability: recommendation.probability,
      income: recommendation.estimate.map {
        ($0.low, $0.typical, $0.high, $0.mean, recommendation.expected ?? .zero)
      }, drivers: drivers.map { $0.driver.code(raises: $0.raises) })
  }
}
