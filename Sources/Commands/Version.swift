/// Version of the program, as manifests and `--version` name it.
package enum Version {
  package static let current = "0.1.0"
}
