package import Banking

/// What a new holder was said to bring a month, and what it brought; whole units of the currency.
package struct IncomePair: Sendable {
  package let client: ClientID
  package let typical: Double
  package let low: Double
  package let high: Double
  package let mean: Double
  package let real: Double

  package init(client: ClientID, typical: Double, low: Double, high: Double, mean: Double, real: Double) {
    self.client = client
    self.typical = typical
    self.low = low
    self.high = high
    self.mean = mean
    self.real = real
  }
}
