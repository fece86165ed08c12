/// Every threshold of this room; the policy file fills it.
package struct ProfileSettings: Hashable, Sendable {
  package var mixture = MixtureSettings()

  /// Numbers of profiles that are tried; one profile is always possible, even when it is not in the range.
  package var profileCounts = 2...8
  /// Most clients the mixture is fitted on; everyone is scored.
  package var sampleLimit = 20_000

  /// A profile needs at least this many clients, and at least this share of them.
  package var minimumMembers = 30
  package var minimumShare = 0.01
  /// Smallest Bhattacharyya distance between two profiles; nearer ones are duplicates.
  package var minimumSeparation = 0.1
  /// A profile's mean Jaccard similarity with its best counterpart in bootstrap refits (Hennig, "Cluster-wise
  /// assessment of cluster stability", CSDA 52, 2007: below 0.5 dissolved, from 0.75 stable).
  package var minimumJaccard = 0.6
  package var bootstrapResamples = 20
  /// Most clients in one bootstrap resample.
  package var bootstrapLimit = 4_000

  /// A refit keeps yesterday's number of profiles while it reaches this share of the best number's gain in BIC over a
  /// single profile, and no profile dissolves (Hennig's 0.5).
  package var incumbentGain = 0.7
  package var incumbentJaccard = 0.5

  /// The upper share of a profile's members by income that defines its ideal client.
  package var referenceShare = 0.5
  /// Pseudo-members with which a cell leans on its parent's penetration where the strength cannot be estimated.
  package var priorStrength = 20.0
  /// Bounds of the estimated strength. The floor is what keeps tiny cells from topping a ranking.
  package var priorStrengthBounds = 20.0...1000.0
  /// Fewest cells from which the strength is estimated.
  package var minimumSiblings = 3
  /// Pseudo-clients with which a cohort's mix of profiles leans on its parent's.
  package var mixingPriorStrength = 50.0
  /// Income and usage figures of a cell with fewer holders (or clients) are taken from the parent.
  package var minimumHolders = 10
  /// A product is characteristic of a profile from this penetration on.
  package var characteristicPenetration = 0.3
  /// … and below it, from the smaller penetration on, where it is this many times the bank's own: leasing is held by few
  /// and yet belongs to those who carry goods.
  package var characteristicLift = 2.0
  package var leastCharacteristic = 0.1

  /// Jaccard overlap from which a refitted profile inherits an old one's id and name.
  package var identityMinimumOverlap = 0.25
  /// Population stability index from which drift is worth a warning, and from which a refit is due.
  package var driftWarning = 0.1
  package var driftAlarm = 0.25

  package init() {}
}
