/// One client's continuous features by `ContinuousFeature`'s raw value; NaN = unknown. An array in use, but without an
/// allocation, because there is one for every holding.
package struct FeatureValues: RandomAccessCollection, Sendable {
  private let values: InlineArray<5, Double>

  init(tenure: Double, income: Double, size: Double, trend: Double, activity: Double) {
    values = [tenure, income, size, trend, activity]
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { values.count }
  package subscript(feature: Int) -> Double { values[feature] }
}
