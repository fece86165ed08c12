package enum DefaultPolicy { package static let x = PackageResources.policy_yaml }
