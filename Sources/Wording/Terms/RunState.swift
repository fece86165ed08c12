/// How a start of the night ended. Raw values as in `xsell.run.state`.
package enum RunState: String, Sendable, CaseIterable {
  case running, published
  /// Published once, and published again since.
  case superseded
  case unchanged, failed, abandoned
}
