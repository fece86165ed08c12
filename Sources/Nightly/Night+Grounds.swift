import Store
import Triggers

extension Night {
  /// - Parameter run: tonight's.
  func rowGrounds(run: String, _ terms: LessonTerms) -> RowGrounds {
    RowGrounds(snapshot, stages, previousStages: previousStages, run: lessonRun ?? run, terms)
  }

  /// A hash of all that a client's row follows from. Of an idle one a later night can tell it before it has looked for candidates.
  func grounds(of client: Int, in tonight: RowGrounds) -> Int64 {
    if let known = idle.grounds(of: client) { return known }
    if decisions.isIdle[client], round.isDateless(client) { return tonight.whereIdle(client) }
    return tonight.hash(of: client, decisions.statuses(of: client))
  }
}
