import Banking
import DemoBank
import Lift
import Triggers

/// One bank that lived twice.
struct World {
  /// What a bank would see: each client in the life that the draw gave it.
  let observed: [LiftClient]
  private let called: [LiftClient]
  private let quiet: [LiftClient]

  init(seed: UInt64, clients: Int) {
    var policy = TriggerPolicy()
    policy.controlShare = Coverage.controlShare
    policy.controlSalt = "seed \(seed)"
    let group = ControlGroup(bank: BankID("DEMO"), policy: policy)
    called = Life(
      seed: seed, clients: clients, calls: ManagerCalls(since: Coverage.began.calendarMonth.advanced(by: 1), lift: 1.6)
    )
    .clients { _ in false }
    quiet = Life(seed: seed, clients: clients, calls: nil).clients { _ in true }
    let quietByID = Dictionary(uniqueKeysWithValues: quiet.map { ($0.id, $0) })
    observed = called.compactMap { group.contains($0.id) ? quietByID[$0.id] : $0 }
  }

  /// What the calls brought on average, over the clients of both lives.
  func truth(_ measure: LiftMeasure) -> Double { Self.mean(called, measure) - Self.mean(quiet, measure) }

  private static func mean(_ clients: [LiftClient], _ measure: LiftMeasure) -> Double {
    let values = clients.map { client -> Double in
      switch measure {
      case .takers: client.taken > 0 ? 1 : 0
      case .taken: Double(client.taken)
      case .income: ((client.incomeAfter ?? .zero) - (client.incomeBefore ?? .zero)).estimate
      }
    }
    return values.reduce(0, +) / Double(values.count)
  }
}

/// One life of the bank.
private struct Life {
  private let pack: SourcePack

  init(seed: UInt64, clients: Int, calls: ManagerCalls?) {
    pack = DemoBank.simulate(seed: seed, clients: clients, asOf: Coverage.asOf, futureMonths: 1, calls: calls).pack
  }

  func clients(isControl: (ClientID) -> Bool) -> [LiftClient] {
    let taken = taken()
    let income = income()
    var known: Set<ClientID> = []
    return pack.clients.compactMap { row in
      guard row.openedOn ?? Coverage.began <= Coverage.began, row.closedOn ?? Coverage.asOf > Coverage.began,
        known.insert(row.clientID).inserted
      else { return nil }
      let (before, after) = income[row.clientID] ?? (.zero, .zero)
      return LiftClient(
        id: row.clientID, manager: row.managerID.map { ManagerID($0) }, isControl: isControl(row.clientID),
        wasCalled: !isControl(row.clientID), taken: taken[row.clientID] ?? 0,
        incomeBefore: Money.perMonth(before, months: Coverage.months),
        incomeAfter: Money.perMonth(after, months: Coverage.months))
    }
  }

  private func taken() -> [ClientID: Int] {
    struct Pair: Hashable {
      let client: ClientID
      let product: ProductCode
    }
    var opened: Set<Pair> = []
    var held: Set<Pair> = []
    for account in pack.accounts {
      let pair = Pair(client: account.clientID, product: account.product)
      if let day = account.openedOn, day > Coverage.began {
        opened.insert(pair)
      } else if account.closedOn.map({ $0 > Coverage.began }) ?? true {
        held.insert(pair)
      }
    }
    return opened.subtracting(held).reduce(into: [:]) { $0[$1.client, default: 0] += 1 }
  }

  private func income() -> [ClientID: (before: Money, after: Money)] {
    let first = Coverage.began.calendarMonth.advanced(by: 1)
    var sums: [ClientID: (before: Money, after: Money)] = [:]
    for row in pack.productMonths where row.month >= first.advanced(by: -Coverage.months) {
      if row.month < first {
        sums[row.clientID, default: (.zero, .zero)].before += row.income
      } else {
        sums[row.clientID, default: (.zero, .zero)].after += row.income
      }
    }
    return sums
  }
}
