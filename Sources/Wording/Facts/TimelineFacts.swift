package import Banking
package import Triggers

/// One line of a client's timeline.
package enum TimelineFacts: Sendable {
  /// What was raised for it, and what came of it.
  case trigger(event: TriggerEventFacts, kind: Code<TriggerKind>, productName: String?)
  /// Its life-cycle stage was another from that day on; nil = it cannot be said.
  case stage(on: BusinessDate, from: Code<Stage>?, to: Code<Stage>?)

  /// `YYYY-MM-DD`.
  package var day: String {
    switch self {
    case .trigger(let event, _, _): String(event.at.prefix(10))
    case .stage(let day, _, _): day.description
    }
  }
}
