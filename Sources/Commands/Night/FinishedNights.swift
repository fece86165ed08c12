import Banking
import Wording

/// The nights of a round as they come in from its workers, and how they are told. What cannot be told has happened all
/// the same: it is no reason to count a night as none, or to leave the other banks without theirs.
actor FinishedNights {
  private let printsText: Bool
  private let print: @Sendable (String) throws -> Void
  private var views: [BankID: NightView] = [:]
  /// Why the nights could not be told.
  private(set) var failure: (any Error)?

  init(printsText: Bool, print: @escaping @Sendable (String) throws -> Void = { try StandardOutput.write($0) }) {
    self.printsText = printsText
    self.print = print
  }

  func add(_ bank: BankID, _ view: NightView) {
    views[bank] = view
    if printsText { tell(view.text) }
  }

  /// Text says it on standard error as it happens.
  func addFailed(_ bank: BankID, _ view: NightView) { views[bank] = view }

  /// At the end of the round; of banks in their order, whichever was ready first.
  func finish(_ banks: [BankID]) {
    if !printsText { tell(JSONWriter.text(.array(banks.compactMap { views[$0]?.json }))) }
  }

  private func tell(_ text: String) {
    guard failure == nil else { return }
    do {
      try print(text)
    } catch {
      failure = error
    }
  }
}
