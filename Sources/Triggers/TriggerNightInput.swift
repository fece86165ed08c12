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
  /// The first day of a client's present holding of a product, both by position; nil = not known.
  package let heldSince: @Sendable (Int, Int) -> BusinessDate?
  /// Whether a client, by position, has done since the trigger was raised what it was called about; asked of accepted calls whose
  /// reason is gone.
  package let hasImproved: @Sendable (Int, ExistingTrigger) -> Bool
  /// Whether an open call of the kind about a client's product, both by position, keeps its reason; asked of offers and of calls
  /// about little use, where none would be raised any more.
  package let keepsReason: @Sendable (Int, Int, TriggerKind) -> Bool
  /// How the bank's conversations have ended so far.
  package let conversions: ConversionHistory
  /// All live triggers; of the ended ones, at least the latest of each client, kind and product (for cool-down and
  /// cycle) and every one raised within the policy's contact window or a week. In any order.
  package let existing: [ExistingTrigger]
  package let setAside: SetAside

  package init(
    bank: BankID, asOf: BusinessDate, catalogue: Catalogue, clients: [ClientSituation], held: [UInt64], words: Int,
    heldSince: @escaping @Sendable (Int, Int) -> BusinessDate?,
    hasImproved: @escaping @Sendable (Int, ExistingTrigger) -> Bool,
    keepsReason: @escaping @Sendable (Int, Int, TriggerKind) -> Bool, conversions: ConversionHistory,
    existing: [ExistingTrigger], setAside: SetAside = SetAside()
  ) {
    self.bank = bank
    self.asOf = asOf
    self.catalogue = catalogue
    self.clients = clients
    self.held = held
    self.words = words
    self.heldSince = heldSince
    self.hasImproved = hasImproved
    self.keepsReason = keepsReason
    self.conversions = conversions
    self.existing = existing
    self.setAside = setAside
  }

  /// What a night is for: the list that managers find on the day after.
  var morning: BusinessDate { asOf.advanced(byDays: 1) }

  func holds(_ client: Int, _ product: Int) -> Bool {
    held[client * words + product / 64] >> UInt64(product % 64) & 1 == 1
  }
}
