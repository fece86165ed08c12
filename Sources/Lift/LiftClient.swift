package import Banking

/// What became of one client that was there when the triggers began.
package struct LiftClient: Sendable {
  package let id: ClientID
  /// nil = it has none; then it stands for itself.
  package let manager: ManagerID?
  package let isControl: Bool
  /// Whether a trigger has been raised for it since.
  package let wasCalled: Bool
  /// Products taken since that it did not hold when the triggers began.
  package let taken: Int
  /// Income a month over as many months before as after the beginning; nil where the bank's income is unknown or no month
  /// has passed.
  package let incomeBefore: Money?
  package let incomeAfter: Money?

  package init(
    id: ClientID, manager: ManagerID?, isControl: Bool, wasCalled: Bool, taken: Int, incomeBefore: Money? = nil,
    incomeAfter: Money? = nil
  ) {
    self.id = id
    self.manager = manager
    self.isControl = isControl
    self.wasCalled = wasCalled
    self.taken = taken
    self.incomeBefore = incomeBefore
    self.incomeAfter = incomeAfter
  }

  /// What each measure says of the client; nil = unknown.
  func value(_ measure: LiftMeasure) -> Double? {
    switch measure {
    case .takers: taken > 0 ? 1 : 0
    case .taken: Double(taken)
    case .income: incomeBefore.flatMap { before in incomeAfter.map { ($0 - before).estimate } }
    }
  }
}
