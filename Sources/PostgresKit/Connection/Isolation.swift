/// How much a transaction sees of others.
package enum Isolation: String, Sendable {
  case readCommitted = "READ COMMITTED"
  /// One snapshot for the whole transaction: what a consistent read of several relations needs.
  case repeatableRead = "REPEATABLE READ"
}
