import Schema
import Testing
import Triggers

@Suite("What the night notes")
struct NightNoteTests {
  @Test("is spelled in the queries as it is read")
  func spelled() {
    for (query, note) in [
      (Query.reassignTriggers, NightNote.toManager), (.reassignTriggers, .toQueue), (.requalifyTriggers, .qualified),
    ] {
      #expect(query.sql.contains("'\(note.stored)'"))
    }
  }
}
