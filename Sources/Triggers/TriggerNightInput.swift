package import Banking

/// Everything the night decides from, except the candidates, which are asked for client by client.
package struct TriggerNightInput: Sendable {
  package let bank: BankID
  package let asOf: BusinessDate
  package let catalogue: Catalogue
  /// Ascending by id.
  package let clients: [ClientSituation]
  /// What is held at the as-of date, as in `Features.FeatureTable`: bit j % 64 of word `client * words + j / 64`.
  package let held: [UInt64]
  package let words: Int
  /// Whether a client, by position, has done since the trigger was raised what it was called about; asked of accepted calls whose
  /// reason is gone.
  package let hasImproved: @Sendable (Int, ExistingTrigger) -> Bool
  /// Whether a client, by position, uses a product so little that an open call about it keeps its reason; asked where the use no
  /// longer raises one.
  package let isStillUnderUsed: @Sendable (Int, Int) -> Bool
  /// How the bank's conversations have ended so far.
  package let conversions: ConversionHistory
  /// All live triggers; of the ended ones, at least the latest of each client, kind and product (for cool-down and
  /// cycle) and every one raised within the policy's contact window or a week. In any order.
  package let existing: [ExistingTrigger]

  package init(
    bank: BankID, asOf: BusinessDate, catalogue: Catalogue, clients: [ClientSituation], held: [UInt64], words: Int,
    hasImproved: @escaping @Sendable (Int, ExistingTrigger) -> Bool,
    isStillUnderUsed: @escaping @Sendable (Int, Int) -> Bool, conversions: ConversionHistory,
    existing: [ExistingTrigger]
  ) {
    self.bank = bank
    self.asOf = asOf
    self.catalogue = catalogue
    self.clients = clients
    self.held = held
    self.words = words
    self.hasImproved = hasImproved
    self.isStillUnderUsed = isStillUnderUsed
    self.conversions = conversions
    self.existing = existing
  }

  func holds(_ client: Int, _ product: Int) -> Bool {
    held[client * words + product / 64] >> UInt64(product % 64) & 1 == 1
  }
}
