package import Banking
package struct TrainingOrigin: Sendable {
  package let then: Snapshot
  package let outcome: Snapshot
  package init(then: Snapshot, outcome: Snapshot) { self.then = then; self.outcome = outcome }
}
