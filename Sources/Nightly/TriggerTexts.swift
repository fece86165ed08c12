import Banking
import Store
import Triggers
package import Wording

/// Words the triggers that a night raises: headlines in the bank's language, and every fact behind them.
package struct TriggerTexts: Sendable {
  private let language: any Language

  package init(language: any Language) { self.language = language }

  func changes(of night: Night) -> TriggerChanges {
    let raised = night.decisions.raise
    let grounds = raised.map { TriggerGrounds($0, night.round.ground(of: $0), night) }
    let facts = grounds.map(\.facts)
    let calls = Dictionary(grouping: raised.indices) { raised[$0].conversation }
    let conversations = raised.indices.filter { calls[raised[$0].conversation]?.first == $0 }.map { first in
      let own = calls[raised[first].conversation] ?? []
      return (
        id: raised[first].conversation, client: raised[first].client,
        headline: language.headline(own.map { facts[$0] })
      )
    }
    return TriggerChanges(
      decisions: night.decisions,
      texts: zip(facts, grounds).map { (language.headline($0), JSONWriter.compact($1.reason)) },
      conversations: conversations)
  }
}
