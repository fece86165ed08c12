import Banking

extension FirmLife {
  /// One month of the firm's loyalty: staying, turning away, gone, or coming back.
  mutating func advanceRelationship() {
    switch phase {
    case .active:
      bankShare = min(1, max(0.1, bankShare + 0.004 * (1 - bankShare) + 0.015 * random.normal()))
      if let reason = reasonToLeave() {
        departures.append(Departure(reason: reason, decidedIn: month))
        phase = .leaving(elapsed: 0, of: random.whole(2...8))
      }
    case .leaving(let elapsed, let total) where elapsed < total:
      phase = .leaving(elapsed: elapsed + 1, of: total)
      fade = max(0.03, (1 - Double(elapsed + 1) / Double(total + 1)) * random.within(0.75...1.15))
    case .leaving:
      finishLeaving()
    case .gone:
      if closesIn == month { closeRelationship() }
      if let back = returnsIn, month >= back { comeBack() }
    }
  }

  private mutating func reasonToLeave() -> Departure.Reason? {
    if regime == .closing { return random.chance(0.3) ? .insolvency : nil }
    // A bad experience weighs more with those who have somewhere to go; new clients are still trying the bank.
    let unease = (tenure < 4 ? 0.4 : 1) * firm.owner.priceSensitivity * (1.4 - bankShare) * (1.3 - 0.3 * diligence)
    if random.chance(0.011 * unease) { return .movedToCompetitor }
    return random.chance(0.0016) ? .ownerRetired : nil
  }

  /// The flows end. Some close at once, some months later, some never.
  private mutating func finishLeaving() {
    phase = .gone
    fade = 0
    departures[departures.count - 1].lastFlowIn = month.advanced(by: -1)
    let way = random.uniform()
    if way < 0.2 {
      closeRelationship()
    } else if way < 0.75 {
      closesIn = month.advanced(by: random.whole(1...7))
    }
    if departures[departures.count - 1].reason == .movedToCompetitor, random.chance(0.09) {
      returnsIn = month.advanced(by: random.whole(9...20))
    }
  }

  private mutating func closeRelationship() {
    closesIn = nil
    let day = month.workday(random: &random)
    var last = day.advanced(byDays: random.whole(0...15))
    for product in DemoProduct.allCases where positions[product.rawValue].account != nil {
      last = max(last, close(product, on: day))
    }
    departures[departures.count - 1].closedOn = last
  }

  private mutating func comeBack() {
    returnsIn = nil
    phase = .active
    fade = 1
    tenure = 0
    bankShare = random.within(0.3...0.8)
    let day = month.workday(random: &random)
    departures[departures.count - 1].returnedOn = day
    if positions[DemoProduct.settlement.rawValue].account == nil {
      if positions[DemoProduct.settlement.rawValue].need == nil { raise(.settlement) }
      adopt(.settlement, on: day)
    }
  }
}
