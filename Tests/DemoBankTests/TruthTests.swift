import Banking
import DemoBank
import Testing

@Suite struct TruthTests {
  let bank = Fixture.bank

  @Test("nobody takes a product before needing it")
  func needsComeFirst() {
    for firm in bank.truth {
      for need in firm.needs {
        guard case .adopted(let day) = need.outcome else { continue }
        #expect(day >= need.began.firstDay)
      }
    }
  }

  @Test("every account answers a need that had begun")
  func accountsAnswerNeeds() {
    let needs = Dictionary(uniqueKeysWithValues: bank.truth.map { ($0.clientID, $0.needs) })
    let unasked = (Fixture.soundAccounts + bank.future.openings).count { account in
      guard let opened = account.openedOn else { return false }
      return !(needs[account.clientID] ?? []).contains {
        guard case .adopted(let day) = $0.outcome else { return false }
        return $0.product == account.product && day <= opened
      }
    }
    #expect(unasked == 0)
  }

  @Test("an account is opened only while its prerequisites are held")
  func prerequisites() {
    let requires = Dictionary(uniqueKeysWithValues: bank.pack.products.map { ($0.code, $0.requires) })
    let byClient = Dictionary(grouping: bank.pack.accounts, by: \.clientID)
    for account in Fixture.soundAccounts {
      guard let opened = account.openedOn else { continue }
      for first in requires[account.product] ?? [] {
        let isHeld = (byClient[account.clientID] ?? []).contains {
          $0.product == first && ($0.openedOn ?? opened) <= opened && ($0.closedOn ?? Fixture.asOf) >= opened
        }
        // The spoiled rows may be the missing prerequisite of another account of the same client.
        #expect(isHeld || isSpoiled(account.clientID), "\(account.product) without \(first)")
      }
    }
  }

  private func isSpoiled(_ client: ClientID) -> Bool {
    let accounts = bank.pack.accounts.count { $0.clientID == client && $0.openedOn != nil }
    return accounts != Fixture.soundAccounts.count { $0.clientID == client }
  }

  @Test("income agrees between truth and pack, client by client")
  func incomeAgrees() {
    let dirty = DirtyRows.monthsOfUnknownProduct
    var earned: [ClientID: Money] = [:]
    for row in bank.pack.productMonths.dropLast(dirty) { earned[row.clientID, default: .zero] += row.income }
    var later: [ClientID: Money] = [:]
    for row in bank.future.productMonths { later[row.clientID, default: .zero] += row.income }
    for firm in bank.truth {
      #expect(earned[firm.clientID] ?? .zero == firm.income)
      #expect(later[firm.clientID] ?? .zero == firm.futureIncome)
    }
  }

  @Test("the future begins where the pack ends")
  func futureFollows() {
    let end = Fixture.asOf.calendarMonth
    #expect(bank.future.productMonths.map(\.month).min() == end.advanced(by: 1))
    #expect(bank.future.productMonths.map(\.month).max() == end.advanced(by: 12))
    #expect(bank.future.openings.allSatisfy { ($0.openedOn ?? Fixture.asOf) > Fixture.asOf })
    let open = Set(bank.pack.accounts.filter { $0.closedOn == nil }.map(\.accountID))
    for closing in bank.future.closings {
      #expect(open.contains(closing.accountID))
      #expect((closing.closedOn ?? Fixture.asOf) > Fixture.asOf)
    }
  }

  @Test("flows fall before the client closes, and a client that left without coming back has a reason")
  func departures() {
    for (firm, client) in zip(bank.truth, bank.pack.clients) {
      for departure in firm.departures {
        guard let last = departure.lastFlowIn else { continue }
        #expect(departure.decidedIn <= last)
        if let closed = departure.closedOn { #expect(closed > last.lastDay) }
      }
      if let closed = client.closedOn { #expect(firm.departures.contains { $0.closedOn == closed }) }
    }
  }
}
