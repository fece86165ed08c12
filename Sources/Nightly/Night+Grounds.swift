import Store
import Triggers

extension Night {
  /// - Parameter run: tonight's.
  func rowGrounds(run: String, _ terms: LessonTerms) -> RowGrounds {
    RowGrounds(snapshot, stages, previousStages: previousStages, run: lessonRun ?? run, terms)
  }

  /// A hash of all that a client's row follows from.
  func grounds(of client: Int, _ grounds: RowGrounds) -> Int64 {
    if let known = unchanged.grounds(of: client) { return known }
    if decisions.isSettled[client], round.isDateless(client) { return grounds.whereSettled(client) }
    return grounds.hash(of: client, decisions.statuses(of: client))
  }
}
