package import Banking
package import Store

/// How a night went, for the operator.
package struct NightReport: Sendable {
  package enum Outcome: String, Sendable {
    case published
    /// The same result stands already; nothing was written.
    case unchanged
    case dryRun = "dry_run"
  }

  package let bank: Bank
  package let asOf: BusinessDate
  package let outcome: Outcome
  package let run: String
  package let check: CheckReport
  package let clients: Int
  /// False where triggers of a later date stand and were left alone.
  package let mayRaise: Bool
  /// How long each step took.
  package let laps: [NightWatch.Lap]
  /// Nil where nothing had to be computed.
  package let night: Night?

  init(
    _ reading: NightReading.Result, outcome: Outcome, run: String, laps: [NightWatch.Lap], night: Night? = nil
  ) {
    bank = reading.input.snapshot.bank
    asOf = reading.input.snapshot.asOf
    self.outcome = outcome
    self.run = run
    check = reading.check
    clients = reading.input.snapshot.clients.count
    mayRaise = reading.mayRaise
    self.laps = laps
    self.night = night
  }
}
