/// The policy file that is built into the program.
package enum DefaultPolicy {
  package static var text: String { String(decoding: PackageResources.policy_yaml, as: UTF8.self) }
}
