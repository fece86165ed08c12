package import Banking

/// Which clients are kept without triggers. Sticky: a client's place depends on nothing but salt, bank and client, so
/// new clients join without moving the old, and a larger share keeps the smaller one's members.
package struct ControlGroup: Sendable {
  private let bank: BankID
  private let share: Double
  private let salt: String

  package init(bank: BankID, policy: TriggerPolicy) {
    self.bank = bank
    share = policy.controlShare
    salt = policy.controlSalt
  }

  /// Whether the fraction (upper 53 bits) of `StableHash(salt, bank, client)` lies below the share.
  package func contains(_ client: ClientID) -> Bool {
    share > 0 && StableHash(salt, bank.rawValue, String(client.rawValue)).fraction < share
  }
}
