import Banking

extension ClientReview {
  /// Gives each manager the best of the whole portfolio that its night and its list have room for. Retain calls beyond
  /// their share wait until everything else has been looked at.
  mutating func allot() -> TriggerDecisions {
    survivors.sort { $0.manager != $1.manager ? $0.manager < $1.manager : Survivor.goesBefore($0, $1) }
    var waiting: [Survivor] = []
    for survivor in survivors {
      if survivor.candidate.kind == .retain,
        !(portfolios[survivor.manager] ?? Portfolio()).hasRetainRoom(policy)
      {
        waiting.append(survivor)
      } else {
        allot(survivor)
      }
    }
    for survivor in waiting { allot(survivor) }
    return decisions
  }

  private mutating func allot(_ survivor: Survivor) {
    guard (portfolios[survivor.manager] ?? Portfolio()).hasRoom(policy) else {
      decisions.statuses[survivor.status] = .capacity
      return
    }
    portfolios[survivor.manager, default: Portfolio()].add(survivor.candidate.kind, isLive: true, isTonights: true)
    decisions.statuses[survivor.status] = .offered
    decisions.raise.append(raised(survivor))
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
