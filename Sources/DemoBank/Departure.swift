package import Banking

/// One time a firm turned away from the bank.
package struct Departure: Hashable, Sendable {
  package enum Reason: String, Sendable, CaseIterable {
    case insolvency, movedToCompetitor, ownerRetired
  }

  package let reason: Reason
  /// The month from which the flows fall.
  package let decidedIn: Month
  /// The last month with flows.
  package internal(set) var lastFlowIn: Month?
  /// When the client closed formally; nil for those who leave silently or have not got round to it.
  package internal(set) var closedOn: BusinessDate?
  /// When it came back.
  package internal(set) var returnedOn: BusinessDate?
}
