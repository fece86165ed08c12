import Banking
import Features

/// The clients' activity features (`ContinuousFeature.ofActivity`, in that order) in a mixture's units; NaN = unknown.
struct ActivityFeatures {
  typealias Values = InlineArray<3, Double>

  let table: FeatureTable
  let units: Standardisation
  private let places = ContinuousFeature.ofActivity.map(\.rawValue)

  init(_ table: FeatureTable, _ units: Standardisation) {
    self.table = table
    self.units = units
  }

  /// Whether the client's features without the holding differ from those with it.
  static func areMoved(by holding: Holding) -> Bool {
    holding.income12 != 0 || holding.operations12 != 0 || holding.income3 != 0 || holding.operations3 != 0
  }

  func of(_ client: Int) -> Values {
    let values = table.features(of: client)
    return standardised { values[$0] }
  }

  func of(_ client: Int, without holding: Holding) -> Values {
    let values = table.features(of: client, without: holding)
    return standardised { values[$0] }
  }

  @inline(__always)
  private func standardised(_ value: (Int) -> Double) -> Values {
    Values { place in
      let feature = places[place]
      return Standardisation.apply(value(feature), offset: units.offsets[feature], scale: units.scales[feature])
    }
  }
}
