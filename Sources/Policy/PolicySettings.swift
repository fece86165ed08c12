package import Gaps
package import IdealProfiles
package import LifeCycle
package import Potential
package import Triggers

/// Every setting of one bank's night, in the order of the chain. What a setting means and why its default is what it is
/// stands with the room that uses it, and for people in `profiles/policy.yaml`.
package struct PolicySettings: Sendable, Equatable {
  package var check = CheckSettings()
  package var night = NightSettings()
  package var cohorts = CohortSettings()
  package var profiles = ProfileSettings()
  /// In the order of the file: where several apply to a client, the first wins.
  package var pinnedProfiles: [PinnedProfile] = []
  package var gaps = GapSettings()
  package var adoption = AdoptionSettings()
  package var potential = PotentialSettings()
  package var stages = StageSettings()
  package var rfm = RFMSettings()
  package var survival = SurvivalSettings()
  package var lifeValue = LifeValueSettings()
  /// With the product rules of the file's section `products`.
  package var triggers = TriggerPolicy()

  package init() {}
}
