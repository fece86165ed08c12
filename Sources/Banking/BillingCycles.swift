/// How many months one charge of each product pays for: 3 where its income comes once a quarter, 12 where once a year, 1 where it
/// comes every month or by no rule.
package struct BillingCycles: Hashable, Codable, Sendable {
  /// By product; a product beyond the end is charged monthly.
  private let months: [UInt8]

  package static let monthly = BillingCycles([])

  package init(_ months: [UInt8]) { self.months = months }

  package subscript(product: Int) -> Int { product < months.count ? Int(months[product]) : 1 }
}
