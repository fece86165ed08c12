/// One product of one client: whether it is held, and how it has been used up to the last complete month.
package struct Holding: Hashable, Sendable {
  package var product: Int16
  /// At the end of the as-of date; counted up to 65,535.
  package var openAccounts: UInt16
  /// Months with income or operations among the last 12.
  package var activeMonths: UInt8
  /// The client's times of holding the product, oldest first; adjoining accounts are one spell. Empty where it is
  /// used without any account.
  package var spells: Range<Int32>
  /// First maturity after the as-of date among open accounts.
  package var maturesOn: BusinessDate?
  /// Open accounts that mature on that day.
  package var maturingAccounts: UInt16
  /// Last month with income or operations, of all complete months.
  package var lastActive: Month?
  /// Sums over the last 3 and the last 12 complete months, minor units.
  package var income3: Int64
  package var income12: Int64
  /// Of the single month a year before the middle one of those three.
  package var incomeYearAgo: Int64
  package var operations3: Int32
  package var operations12: Int32

  @inlinable
  package init(
    product: Int16, openAccounts: UInt16, activeMonths: UInt8 = 0, spells: Range<Int32> = 0..<0,
    maturesOn: BusinessDate? = nil, maturingAccounts: UInt16 = 0, lastActive: Month? = nil, income3: Int64 = 0,
    income12: Int64 = 0, incomeYearAgo: Int64 = 0, operations3: Int32 = 0, operations12: Int32 = 0
  ) {
    self.product = product
    self.openAccounts = openAccounts
    self.activeMonths = activeMonths
    self.spells = spells
    self.maturesOn = maturesOn
    self.maturingAccounts = maturingAccounts
    self.lastActive = lastActive
    self.income3 = income3
    self.income12 = income12
    self.incomeYearAgo = incomeYearAgo
    self.operations3 = operations3
    self.operations12 = operations12
  }

  @inlinable
  package var isHeld: Bool { openAccounts > 0 }
}
