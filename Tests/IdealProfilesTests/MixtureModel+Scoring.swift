import Features

@testable import IdealProfiles

extension MixtureModel {
  /// The moments without each product, of all clients.
  func leaveOneOutMoments(_ table: FeatureTable) -> LeaveOneOutMoments {
    LeaveOneOutMoments(
      self, table, clients: Array(0..<table.clientCount), varianceFloor: MixtureSettings().varianceFloor)
  }

  func score(_ table: FeatureTable, threads: Int) async -> ProfileScoring {
    await score(table, leaveOneOutMoments(table), threads: threads)
  }

  /// The component's variance in the feature's own units; 0 where the feature says nothing.
  func variance(_ component: Int, _ feature: Int) -> Double {
    units.scales[feature] * units.scales[feature] * variances[component * featureCount + feature]
  }
}
