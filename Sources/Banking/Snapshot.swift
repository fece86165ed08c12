/// The bank's data as known at the end of the as-of date, in compact columns. Clients ascend by id, holdings by
/// (client, product): the order is part of the value, so that every later sum runs in one order and comes out the same.
///
/// Immutable; a class so that handing it on, which happens client by client, counts one reference and not a dozen.
package final class Snapshot: Sendable {
  package let bank: Bank
  package let asOf: BusinessDate
  package let catalogue: Catalogue
  /// Distinct values, ascending; clients point into them. Where a bank knows none, the list is empty.
  package let regions: [String]
  package let industries: [String]
  package let legalForms: [String]
  package let clients: [ClientFacts]
  package let attributes: AttributeTable
  /// `holdings[holdingStarts[i]..<holdingStarts[i + 1]]` are client i's; count = clients + 1.
  package let holdingStarts: [Int32]
  package let holdings: [Holding]
  /// Times of holding, pointed into by `Holding.spells`.
  package let spells: [Spell]
  /// Client i's total income of the last `monthsOfHistory` complete months, oldest first, at
  /// `monthlyIncome[i * monthsOfHistory ..< (i + 1) * monthsOfHistory]`, in minor units; operations likewise.
  /// A month without rows is zero. Empty where the bank ships no `product_month` (`monthsOfHistory` 0).
  package let monthsOfHistory: Int
  package let monthlyIncome: [Int64]
  package let monthlyOperations: [Int32]

  package init(
    bank: Bank, asOf: BusinessDate, catalogue: Catalogue, regions: [String], industries: [String],
    legalForms: [String], clients: [ClientFacts], attributes: AttributeTable, holdingStarts: [Int32],
    holdings: [Holding], spells: [Spell], monthsOfHistory: Int, monthlyIncome: [Int64], monthlyOperations: [Int32]
  ) {
    self.bank = bank
    self.asOf = asOf
    self.catalogue = catalogue
    self.regions = regions
    self.industries = industries
    self.legalForms = legalForms
    self.clients = clients
    self.attributes = attributes
    self.holdingStarts = holdingStarts
    self.holdings = holdings
    self.spells = spells
    self.monthsOfHistory = monthsOfHistory
    self.monthlyIncome = monthlyIncome
    self.monthlyOperations = monthlyOperations
  }

  /// Client i's products, held or once held, or used without an account.
  package func holdings(of client: Int) -> ArraySlice<Holding> {
    holdings[Int(holdingStarts[client])..<Int(holdingStarts[client + 1])]
  }

  /// Where each client stands in another snapshot of the bank; nil = it is not there.
  package func positions(in other: Snapshot) -> [Int?] {
    var position = 0
    return clients.map { client in
      while position < other.clients.count, other.clients[position].id < client.id { position += 1 }
      return position < other.clients.count && other.clients[position].id == client.id ? position : nil
    }
  }

  /// Whether any income or operation is known at all: without it money and activity are named unknown, never zero.
  package var hasActivity: Bool { monthsOfHistory > 0 }
}

/// What the source says of one client; the strings are positions in the snapshot's lists, -1 = unknown.
package struct ClientFacts: Sendable {
  package var id: ClientID
  /// What people type: tax or CIF number.
  package var number: String
  package var manager: ManagerID?
  package var region: Int32
  package var industry: Int32
  package var legalForm: Int32
  package var openedOn: BusinessDate?
  /// Only where the client had left by the as-of date.
  package var closedOn: BusinessDate?
  package var annualTurnover: Money?
  package var contactAllowed: Bool

  package init(
    id: ClientID, number: String = "", manager: ManagerID?, region: Int32, industry: Int32, legalForm: Int32,
    openedOn: BusinessDate?,
    closedOn: BusinessDate?, annualTurnover: Money?, contactAllowed: Bool
  ) {
    self.id = id
    self.number = number
    self.manager = manager
    self.region = region
    self.industry = industry
    self.legalForm = legalForm
    self.openedOn = openedOn
    self.closedOn = closedOn
    self.annualTurnover = annualTurnover
    self.contactAllowed = contactAllowed
  }
}

/// One product of one client: whether it is held, and how it has been used up to the last complete month.
package struct Holding: Sendable {
  package var product: Int16
  /// An open account at the end of the as-of date.
  package var isHeld: Bool
  /// Months with income or operations among the last 12.
  package var activeMonths: UInt8
  /// The client's times of holding the product, oldest first; adjoining accounts are one spell. Empty where it is
  /// used without any account.
  package var spells: Range<Int32>
  /// First maturity after the as-of date among open accounts.
  package var maturesOn: BusinessDate?
  /// Last month with income or operations, of all complete months.
  package var lastActive: Month?
  /// Sums over the last 3 and the last 12 complete months, minor units.
  package var income3: Int64
  package var income12: Int64
  package var operations3: Int32
  package var operations12: Int32

  package init(
    product: Int16, isHeld: Bool, activeMonths: UInt8 = 0, spells: Range<Int32> = 0..<0,
    maturesOn: BusinessDate? = nil, lastActive: Month? = nil, income3: Int64 = 0, income12: Int64 = 0,
    operations3: Int32 = 0, operations12: Int32 = 0
  ) {
    self.product = product
    self.isHeld = isHeld
    self.activeMonths = activeMonths
    self.spells = spells
    self.maturesOn = maturesOn
    self.lastActive = lastActive
    self.income3 = income3
    self.income12 = income12
    self.operations3 = operations3
    self.operations12 = operations12
  }
}

/// One uninterrupted time of holding a product.
package struct Spell: Hashable, Sendable {
  /// First day; nil = unknown, held for as long as is known.
  package var start: BusinessDate?
  /// First day without it; nil = still held at the as-of date.
  package var end: BusinessDate?

  package init(start: BusinessDate?, end: BusinessDate?) {
    self.start = start
    self.end = end
  }
}

/// Further facts the bank knows of its clients (`source.client.attributes`), one column a key.
package struct AttributeTable: Sendable {
  /// Ascending by name.
  package let columns: [AttributeColumn]
  package init(columns: [AttributeColumn]) { self.columns = columns }
  package static let empty = AttributeTable(columns: [])
}

/// One attribute of all clients.
package struct AttributeColumn: Sendable {
  package enum Values: Sendable {
    /// By client; NaN = unknown.
    case quantity([Double])
    /// By client: position in `labels` (ascending), -1 = unknown.
    case category(labels: [String], codes: [Int32])
  }
  package let name: String
  package let values: Values

  package init(name: String, values: Values) {
    self.name = name
    self.values = values
  }
}
