import Banking

/// The nights of a round as they come in from its workers.
actor FinishedNights {
  private let printsText: Bool
  private var views: [BankID: NightView] = [:]

  init(printsText: Bool) { self.printsText = printsText }

  func add(_ bank: BankID, _ view: NightView) throws {
    views[bank] = view
    if printsText { try StandardOutput.write(view.text) }
  }

  /// In the order of the banks, whichever was ready first.
  func views(in banks: [BankID]) -> [NightView] { banks.compactMap { views[$0] } }
}
