/// What fell at a client that is to be kept; raw values as in `reason.measure` of `xsell.trigger`.
package enum FallenMeasure: String, Sendable, CaseIterable {
  case income, operations
}
