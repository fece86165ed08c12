package import Banking
package import Triggers

/// What a night does to the triggers. Texts are asked for piece by piece while they are written, each once: together they
/// take more memory than the night's decisions.
package struct TriggerChanges: Sendable {
  let decisions: TriggerDecisions
  /// By raised trigger of the range: the sentence, and the facts behind it as JSON, in a layout of `xsell.reason`.
  let texts: @Sendable (Range<Int>) async -> [(headline: String, reason: String)]
  let conversationCount: Int
  /// The calls that the raised triggers make up, in the order of raising.
  let conversations: @Sendable (Range<Int>) async -> [(id: ConversationID, client: ClientID, headline: String)]

  package init(
    decisions: TriggerDecisions,
    texts: @escaping @Sendable (Range<Int>) async -> [(headline: String, reason: String)],
    conversationCount: Int,
    conversations: @escaping @Sendable (Range<Int>) async -> [(id: ConversationID, client: ClientID, headline: String)]
  ) {
    self.decisions = decisions
    self.texts = texts
    self.conversationCount = conversationCount
    self.conversations = conversations
  }
}
