import Banking

extension ClientReview {
  /// Gives each manager the best of the whole portfolio that its night and its list have room for.
  mutating func allot() -> TriggerDecisions {
    survivors.sort { $0.manager != $1.manager ? $0.manager < $1.manager : Survivor.goesBefore($0, $1) }
    for survivor in survivors {
      let portfolio = portfolios[survivor.manager] ?? Portfolio()
      guard portfolio.raisedTonight < policy.maximumRaisedPerManager, portfolio.live < policy.maximumLivePerManager
      else {
        decisions.statuses[survivor.status] = .capacity
        continue
      }
      portfolios[survivor.manager] = Portfolio(live: portfolio.live + 1, raisedTonight: portfolio.raisedTonight + 1)
      decisions.statuses[survivor.status] = .offered
      decisions.raise.append(raised(survivor))
    }
    return decisions
  }

  private func raised(_ survivor: Survivor) -> RaisedTrigger {
    let client = input.clients[survivor.client].id
    let product = survivor.candidate.product.map { input.catalogue[Int($0)].code }
    return RaisedTrigger(
      id: TriggerID(
        bank: input.bank, client: client, kind: survivor.candidate.kind, product: product, cycle: survivor.cycle),
      clientIndex: survivor.client, candidateIndex: survivor.position, client: client, manager: survivor.manager,
      kind: survivor.candidate.kind, product: product, cycle: survivor.cycle, factors: survivor.factors,
      expectedIncome: survivor.candidate.expectedIncome, raisedOn: input.asOf,
      validUntil: input.asOf.advanced(byDays: policy.validityDays))
  }
}
