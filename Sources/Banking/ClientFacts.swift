/// What the source says of one client; the strings are positions in the snapshot's lists, -1 = unknown.
package struct ClientFacts: Sendable {
  package var id: ClientID
  /// What people type: tax or CIF number.
  package var number: String
  private let managerKey: Int64
  private let turnover: Int64
  package var region: Int32
  package var industry: Int32
  package var legalForm: Int32
  package let opened: OptionalDay
  package let closed: OptionalDay
  package var contactAllowed: Bool
  private let hasManager: Bool
  private let hasTurnover: Bool

  package init(
    id: ClientID, number: String = "", manager: ManagerID?, region: Int32, industry: Int32, legalForm: Int32,
    openedOn: BusinessDate?,
    closedOn: BusinessDate?, annualTurnover: Money?, contactAllowed: Bool
  ) {
    self.id = id
    self.number = number
    managerKey = manager?.rawValue ?? 0
    hasManager = manager != nil
    self.region = region
    self.industry = industry
    self.legalForm = legalForm
    opened = OptionalDay(openedOn)
    closed = OptionalDay(closedOn)
    turnover = annualTurnover?.minorUnits ?? 0
    hasTurnover = annualTurnover != nil
    self.contactAllowed = contactAllowed
  }

  package var manager: ManagerID? { hasManager ? ManagerID(managerKey) : nil }
  package var annualTurnover: Money? { hasTurnover ? Money(minorUnits: turnover) : nil }

  @inlinable
  package var openedOn: BusinessDate? { opened.date }

  /// Only where the client had left by the as-of date.
  @inlinable
  package var closedOn: BusinessDate? { closed.date }
}
