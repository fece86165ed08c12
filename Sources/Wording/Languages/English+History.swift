package import Triggers

/// What stands in a trigger's history.
extension English {
  package func name(_ note: NightNote) -> String {
    switch note {
    case .found: "found in the data"
    case .qualified: "priority follows what was found out"
    case .toManager: "moved to another manager"
    case .toQueue: "moved to the queue"
    case .withdrawn(.clientLeft): "the client has left"
    case .withdrawn(.clientUnknown): "the client is no longer in the bank's data"
    case .withdrawn(.contactNotAllowed): "the client is not to be called"
    case .withdrawn(.ineligible): "the product is not to be offered any more"
    case .withdrawn(.reasonGone): "its reason is gone"
    case .withdrawn(.stage): "the client's stage has changed"
    case .withdrawn(.retain): "the client is to be kept first"
    case .withdrawn(.belowThreshold): "too small a chance or income"
    case .withdrawn(.controlGroup): "no call is planned for now"
    }
  }

  package func until(_ day: String) -> String { "until \(day)" }
}
