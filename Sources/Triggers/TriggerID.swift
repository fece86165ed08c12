package import Banking

/// A trigger's key, derived from what it is about.
package struct TriggerID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let uuid: StableUUID

  /// - Parameter cycle: 1 for the first trigger of this kind on this client and product, and so on.
  package init(bank: BankID, client: ClientID, kind: TriggerKind, product: ProductCode?, cycle: Int) {
    uuid = StableUUID(
      StableHash(bank.rawValue, String(client.rawValue), kind.rawValue, product?.rawValue ?? "", String(cycle)))
  }

  /// Reads the 36-character form, in either case.
  package init?(_ text: String) {
    guard let uuid = StableUUID(text) else { return nil }
    self.uuid = uuid
  }

  package var description: String { uuid.description }
  package static func < (a: Self, b: Self) -> Bool { a.uuid < b.uuid }
}
