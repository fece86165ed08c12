/// The figures of a list, by their place in `ListFigures.values`.
package enum ListFigure: Int, Sendable, CaseIterable {
  case averagePrecision, recall1, recall3, recall7, gain
}
