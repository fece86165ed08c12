package import Banking

/// One time a firm needed a product: what the bank never sees.
package struct Need: Hashable, Sendable {
  /// How it ended, as far as the simulated months reach.
  package enum Outcome: Hashable, Sendable {
    /// Still waiting for somebody to serve it.
    case waiting
    /// The firm took the product here on that day.
    case adopted(BusinessDate)
    /// Another bank serves it since that month; it may still be won over, and is then `adopted`.
    case servedElsewhere(Month)
    /// It went away unserved.
    case passed(Month)
  }

  package let product: ProductCode
  package let began: Month
  /// The event in the firm's life that raised it.
  package let event: String
  package internal(set) var outcome: Outcome = .waiting
}
