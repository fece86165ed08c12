/// How long a statement may take.
package enum StatementTimeout: Hashable, Sendable {
  /// What the connection's settings say.
  case standard
  case after(Duration)
  case unlimited
}
