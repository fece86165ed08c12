import Banking
import Features
import Store
import Triggers
package import Wording

/// Words the triggers that a night raises: headlines in the bank's language, and every fact behind them.
package struct TriggerTexts: Sendable {
  private let language: any Language

  package init(language: any Language) { self.language = language }

  /// What a trigger rests on takes as much memory as its text many times over: it is found anew for the texts that are
  /// asked for and dropped with them.
  func changes(of night: Night, threads: Int) -> TriggerChanges {
    let calls = RaisedCalls(night.decisions.raise.lazy.map(\.conversation))
    return TriggerChanges(
      decisions: night.decisions,
      texts: { await each(of: $0, threads) { text(of: $0, night) } },
      conversationCount: calls.count,
      conversations: { await each(of: $0, threads) { conversation(of: calls[$0], night) } })
  }

  private func each<Text: Sendable>(
    of range: Range<Int>, _ threads: Int, _ word: @escaping @Sendable (Int) -> Text
  ) async -> [Text] {
    let pieces = chunks(of: range.count, size: 256)
    return await inParallel(pieces.count, threads: threads) { piece in
      pieces[piece].map { word(range.lowerBound + $0) }
    }.flatMap(\.self)
  }

  private func text(of trigger: Int, _ night: Night) -> (headline: String, reason: String) {
    let grounds = grounds(of: trigger, night)
    return (language.headline(grounds.facts), JSONWriter.compact(grounds.reason))
  }

  private func conversation(
    of triggers: ArraySlice<Int32>, _ night: Night
  ) -> (id: ConversationID, client: ClientID, headline: String) {
    let first = night.decisions.raise[Int(triggers[triggers.startIndex])]
    return (
      id: first.conversation, client: first.client,
      headline: language.headline(triggers.map { grounds(of: Int($0), night).facts })
    )
  }

  private func grounds(of trigger: Int, _ night: Night) -> TriggerGrounds {
    let raised = night.decisions.raise[trigger]
    return TriggerGrounds(raised, night.round.ground(of: raised), night)
  }
}
