package import Banking

/// A conversation's key: what is raised for a client on one date is one call.
package struct ConversationID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let uuid: StableUUID

  package init(bank: BankID, client: ClientID, raisedOn: BusinessDate) {
    uuid = StableUUID(StableHash("conversation", bank.rawValue, String(client.rawValue), raisedOn.description))
  }

  /// Reads the 36-character form, in either case.
  package init?(_ text: String) {
    guard let uuid = StableUUID(text) else { return nil }
    self.uuid = uuid
  }

  package var description: String { uuid.description }
  package static func < (a: Self, b: Self) -> Bool { a.uuid < b.uuid }
}
