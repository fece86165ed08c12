import Banking

/// What becomes of a live trigger tonight.
enum TriggerFate: Equatable {
  case stays
  case wakes(validUntil: BusinessDate, wasAccepted: Bool)
  case ends(TriggerAction)
}
