import Gaps
import Wording

extension Driver {
  /// The model's inputs in the words of managers: several inputs may say one thing.
  init(_ input: AdoptionInput) {
    self =
      switch input {
      case .peers(let grouping), .category(let grouping): Driver(grouping)
      case .profileOpenings: .openingRate
      case .penetration, .penetrationAgainstBank: .penetration
      case .holdingsLeadTo, .coOwnership, .coOwnershipAgainstBank, .holds: .companions
      case .recentOpeningsLeadTo, .openedLastMonth, .openedLastQuarter, .monthsSinceOpening: .recentOpenings
      case .takenAgain, .monthsSinceDropped: .heldBefore
      case .productCount: .productsHeld
      case .tenure: .tenure
      case .income: .income
      case .size: .turnover
      case .trend: .trend
      case .activity, .monthsSinceActive: .activity
      case .quantity: .attributes
      case .recentDemand: .pace
      }
  }

  private init(_ grouping: PeerGrouping) {
    self =
      switch grouping {
      case .region: .region
      case .industry: .industry
      case .legalForm: .legalForm
      case .attribute: .attributes
      case .productCount: .productsHeld
      case .tenure: .tenure
      case .sinceOpening: .recentOpenings
      }
  }

  /// As stored in `xsell.driver_name`; negative where the input lowers the probability.
  func code(raises: Bool) -> Int16 {
    let code = Int16(position + 1)
    return raises ? code : -code
  }
}
