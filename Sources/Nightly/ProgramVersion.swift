/// The program's own version: part of every run's manifest and identity, so it changes with whatever a night makes of the same
/// input.
package enum ProgramVersion {
  package static let current = "0.2.4"
}
