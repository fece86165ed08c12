/// The bank's data as known at the end of the as-of date, in compact columns. Clients ascend by id, holdings by
/// (client, product): the order is part of the value, so that every later sum runs in one order and comes out the same.
///
/// Immutable; a class so that handing it on, which happens client by client, counts one reference and not a dozen.
package final class Snapshot: Sendable {
  package typealias MonthlyIncome = NarrowColumn<Int64, Int32>
  package typealias MonthlyOperations = NarrowColumn<Int32, UInt16>

  package let bank: Bank
  package let asOf: BusinessDate
  /// `asOf.lastCompleteMonth`, which every holding is measured against.
  package let lastMonth: Month
  package let catalogue: Catalogue
  /// Distinct values, ascending; clients point into them. Where a bank knows none, the list is empty.
  package let regions: [String]
  package let industries: [String]
  package let legalForms: [String]
  package let clients: [ClientFacts]
  package let attributes: AttributeTable
  /// `holdings[holdingStarts[i]..<holdingStarts[i + 1]]` are client i's; count = clients + 1.
  package let holdingStarts: [Int32]
  package let holdings: Holdings
  /// Times of holding, pointed into by `Holding.spells`.
  package let spells: [Spell]
  /// Client i's total income of the last `monthsOfHistory` complete months, oldest first, at
  /// `monthlyIncome[i * monthsOfHistory ..< (i + 1) * monthsOfHistory]`, in minor units; operations likewise.
  /// A month without rows is zero. Empty where the bank ships no `product_month` (`monthsOfHistory` 0).
  package let monthsOfHistory: Int
  package let monthlyIncome: MonthlyIncome
  package let monthlyOperations: MonthlyOperations
  /// Whether any client that is there brought or cost anything in the last 12 months: a bank that does not know its income has
  /// zeros to write.
  package let hasIncome: Bool

  package init(
    bank: Bank, asOf: BusinessDate, catalogue: Catalogue, regions: [String], industries: [String],
    legalForms: [String], clients: [ClientFacts], attributes: AttributeTable, holdingStarts: [Int32],
    holdings: Holdings, spells: [Spell], monthsOfHistory: Int, monthlyIncome: MonthlyIncome,
    monthlyOperations: MonthlyOperations
  ) {
    self.bank = bank
    self.asOf = asOf
    lastMonth = asOf.lastCompleteMonth
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
    hasIncome = clients.indices.contains { client in
      let end = (client + 1) * monthsOfHistory
      return clients[client].closedOn == nil && monthlyIncome[end - min(12, monthsOfHistory)..<end].contains { $0 != 0 }
    }
  }

  /// The same from plain arrays.
  package convenience init(
    bank: Bank, asOf: BusinessDate, catalogue: Catalogue, regions: [String], industries: [String],
    legalForms: [String], clients: [ClientFacts], attributes: AttributeTable, holdingStarts: [Int32],
    holdings: [Holding], spells: [Spell], monthsOfHistory: Int, monthlyIncome: [Int64], monthlyOperations: [Int32]
  ) {
    self.init(
      bank: bank, asOf: asOf, catalogue: catalogue, regions: regions, industries: industries, legalForms: legalForms,
      clients: clients, attributes: attributes, holdingStarts: holdingStarts, holdings: Holdings(holdings),
      spells: spells, monthsOfHistory: monthsOfHistory, monthlyIncome: MonthlyIncome(monthlyIncome),
      monthlyOperations: MonthlyOperations(monthlyOperations))
  }

  /// Client i's products, held or once held, or used without an account.
  package func holdings(of client: Int) -> Slice<Holdings> {
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

  /// Whether any income or operation is known at all: without it activity is named unknown, never zero, as money is without income.
  package var hasActivity: Bool { monthsOfHistory > 0 }

  /// Whether a client did anything in a month, at its place in the monthly columns.
  @inlinable
  package func hasBusiness(at place: Int) -> Bool { monthlyIncome[place] != 0 || monthlyOperations[place] > 0 }
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
