/// What new holders taught on one date about what a product brings; to be kept, and applied on later nights.
package struct NewHolderLessons: Codable, Sendable {
  /// Of the scale asinh(income / unit).
  let unit: Double
  /// By product: what is usual among holders, on the scale; NaN = none.
  let usual: [Double]
  let regression: RidgeRegression
  /// By product; nil where neither new nor old holders are enough to say anything.
  let products: [ProductLevel?]
  let factors: MeanFactors

  struct ProductLevel: Codable, Sendable {
    /// What new holders bring, on the scale.
    let level: Double
    let residuals: ResidualQuantiles
    /// No client is worth more than any has ever been.
    let ceiling: Double
  }
}
