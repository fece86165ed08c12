/// A push for one product over one quarter, told by its distance from the as-of date.
struct Campaign {
  let product: DemoProduct
  /// 0 = the three months that end with the as-of month, 1 = the three before, −1 = the three after.
  let quartersBack: Int
  /// Factor on the pace of taking the product.
  let lift: Double

  static let all: [Campaign] = [
    Campaign(product: .insurance, quartersBack: 7, lift: 2.2),
    Campaign(product: .payroll, quartersBack: 6, lift: 1.8),
    Campaign(product: .card, quartersBack: 5, lift: 2.4),
    Campaign(product: .onlinePro, quartersBack: 4, lift: 2.0),
    Campaign(product: .acquiring, quartersBack: 3, lift: 1.7),
    Campaign(product: .deposit, quartersBack: 2, lift: 1.6),
    Campaign(product: .insurance, quartersBack: 1, lift: 1.8),
    Campaign(product: .card, quartersBack: 0, lift: 1.5),
    Campaign(product: .card, quartersBack: -1, lift: 1.3),
    Campaign(product: .payroll, quartersBack: -2, lift: 1.8),
  ]
}
