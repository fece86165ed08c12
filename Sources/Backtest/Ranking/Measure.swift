/// A figure of a ranker's quality. Each is a sum over clients divided by another, so that resampling clients is weighing
/// them.
package enum Measure: Hashable, Sendable {
  /// The mean over the clients that took something of the kind.
  case takers(ListFigure, Takings)
  /// The mean over all clients asked about; one that took nothing counts zero.
  case everyone(ListFigure)
  /// Area under the curve over all (client, product) pairs of an origin: the chance that a pair taken stands above one
  /// that was not. Over several origins their mean, each weighted by what was taken.
  case areaUnderCurve
  /// Share taken among the best hundredth of all pairs of an origin.
  case topPrecision

  package static let all: [Measure] =
    Takings.allCases.flatMap { kind in ListFigure.allCases.map { .takers($0, kind) } }
    + ListFigure.allCases.map { .everyone($0) } + [.areaUnderCurve, .topPrecision]
}
