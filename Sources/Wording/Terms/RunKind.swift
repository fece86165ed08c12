/// Raw values as in `xsell.run.kind`.
package enum RunKind: String, Sendable, CaseIterable {
  case nightly
}
