/// The program's own version: part of every run's manifest and identity.
package enum ProgramVersion {
  package static let current = "0.1.0"
}
