package import Banking
package import Triggers

/// Why a trigger cannot be answered at all.
package enum TriggerDeskError: Error, CustomStringConvertible {
  case gone
  case answeredBeforeRaised(raisedOn: BusinessDate, answeredOn: BusinessDate)
  case answeredTooFarAhead(lastNight: BusinessDate, answeredOn: BusinessDate, mostDays: Int)
  /// What matures cannot wait.
  case snoozedBeyondMaturity(until: BusinessDate, maturesOn: BusinessDate)
  /// A newer program has stored a state that this one does not know.
  case unknownState(String)
  /// What is over needs no qualification.
  case ended(TriggerState)

  package var description: String {
    switch self {
    case .gone: "The trigger does not exist any more; look at the worklist again."
    case .answeredBeforeRaised(let raisedOn, let answeredOn):
      "The trigger was raised on \(raisedOn), after \(answeredOn); correct --on."
    case .answeredTooFarAhead(let lastNight, let answeredOn, let mostDays):
      "The last night was of \(lastNight), and \(answeredOn) is more than \(mostDays) days after it; correct --on."
    case .snoozedBeyondMaturity(let until, let maturesOn):
      "What matures on \(maturesOn) cannot be put off until \(until); give an earlier date."
    case .ended(let state): "The trigger is \(state.rawValue); only a live one is qualified."
    case .unknownState(let state): "The trigger is in state \(state), which this program does not know; upgrade xsell."
    }
  }
}
