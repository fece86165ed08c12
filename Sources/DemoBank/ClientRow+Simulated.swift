import Banking

extension ClientRow {
  private static let legalForms = ["limited company", "sole trader", "partnership", "joint-stock company"]

  /// What the bank's files say of a firm at the as-of date.
  init(life: FirmLife, index: Int, managerID: Int64, random: SeededRandom) {
    var random = random
    let firm = life.firm
    let isSmall = life.facts.employees < 3
    let form = Self.legalForms[random.pick(weights: isSmall ? [45, 48, 6, 1] : [78, 10, 5, 7])]
    clientID = ClientID(Int64(100_001 + index))
    // An odd factor makes this one to one, so that the numbers are unique and do not tell the order.
    clientNumber = String(4_000_000_000 + (index &* 2_654_435_761) & 0x1FFF_FFFF)
    name = NameBook.firm(trade: firm.trade, legalForm: form, random: &random)
    region = Region.all[firm.region].name
    industry = firm.trade.name
    legalForm = random.chance(0.02) ? nil : form
    self.managerID = random.chance(DirtyRows.shareWithoutManager) ? nil : managerID
    openedOn = firm.arrival
    closedOn = life.closedOn
    let declared = life.facts.level * 12 * random.logNormal(spread: 0.15)
    annualTurnover = random.chance(DirtyRows.shareWithoutTurnover) ? nil : Money(estimate: declared.rounded())
    contactAllowed = !random.chance(DirtyRows.shareWithoutContact)
    attributes = Self.attributes(life, random: &random)
  }

  private static func attributes(_ life: FirmLife, random: inout SeededRandom) -> String? {
    if random.chance(0.03) { return nil }
    let firm = life.firm
    let channel = firm.hasCounter ? "counter" : firm.cards > 0.1 ? "online" : "business"
    var fields = ["\"founded_year\": \(firm.founded.year)", "\"sales_channel\": \"\(channel)\""]
    if !random.chance(0.1) { fields.append("\"employees\": \(life.facts.employees)") }
    // Customs data come late and incomplete.
    fields.append("\"trades_abroad\": \(life.facts.isAbroad && !random.chance(0.25))")
    return "{\(fields.joined(separator: ", "))}"
  }
}
