/// What is usual in the bank, learned from all its clients on one date: what a client's own months are held against.
package struct StageNorms: Codable, Sendable {
  /// Months that healthy clients may pause.
  let usualSilence: Int
  let movement: BankMovement
  let offSeason: OffSeason
  package let ended: EndedIncome

  package init(_ view: Vantage, settings: StageSettings) {
    usualSilence = UsualSilence.months(view, quantile: settings.silenceQuantile)
    movement = BankMovement(view, minimumPeers: settings.minimumPeers)
    offSeason = OffSeason(view, movement: movement, settings: settings)
    ended = EndedIncome(view)
  }

  /// The same on several threads.
  init(_ view: Vantage, settings: StageSettings, threads: Int) async {
    usualSilence = UsualSilence.months(view, quantile: settings.silenceQuantile)
    movement = await BankMovement(view, minimumPeers: settings.minimumPeers, threads: threads)
    offSeason = OffSeason(view, movement: movement, settings: settings)
    ended = EndedIncome(view)
  }
}
