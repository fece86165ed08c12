/// Stages and segments of a bank's clients: pure functions of the snapshot.
package enum LifeCycle {}
