package import Banking

/// How a night is run, whatever the room.
package struct NightSettings: Sendable, Equatable {
  /// Months ahead for which adoption is predicted. Default 3: a manager's quarter.
  package var horizonMonths = 3
  /// Start of every random choice; the same seed gives the same night. Default 20260701.
  package var seed: UInt64 = 20_260_701
  /// Threads used; 0 = one a core. Changes no result.
  package var threads = 0
  /// Complete months of history that are read. Default 24: two of each season.
  package var historyMonths = 24
  /// Days on which accounts were opened by the bank and not by their clients: they are no openings. Default none.
  package var movedOn: Set<BusinessDate> = []
  /// Most clients the transition model learns from; all are scored. Default 20,000.
  package var sampleClients = 20_000
  /// Days after which profiles are fitted anew; in between they only score, so that they keep still. Default 30.
  package var refitEveryDays = 30
  /// What a night learned is kept while the month lasts, unless the clients of the last complete month, or those active in it,
  /// have become more or fewer by this share: late loads teach anew. Default 0.01.
  package var relearnShare = 0.01

  package init() {}
}
