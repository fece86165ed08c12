/// A factor of a priority; raw values as in `reason` of `xsell.trigger`.
package enum PriorityTerm: String, Sendable, CaseIterable {
  case probability, value, context, lever, conversion, qualification
}
