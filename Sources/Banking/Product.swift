/// What kind of income a product brings.
package enum IncomeKind: String, Sendable, CaseIterable {
  case interest, fee, fx, other
}

/// A product of the bank's SME line.
package struct Product: Hashable, Sendable {
  package let code: ProductCode
  package let name: String
  package let family: String
  package let incomeKind: IncomeKind
  /// Whether managers may sell it today.
  package let sellable: Bool
  /// Products a client must hold before it may take this one.
  package let requires: [ProductCode]
  /// Products a client must not hold together with this one.
  package let excludes: [ProductCode]

  package init(
    code: ProductCode, name: String, family: String, incomeKind: IncomeKind, sellable: Bool,
    requires: [ProductCode], excludes: [ProductCode]
  ) {
    self.code = code
    self.name = name
    self.family = family
    self.incomeKind = incomeKind
    self.sellable = sellable
    self.requires = requires
    self.excludes = excludes
  }
}

/// The bank's products in ascending order of code; everything downstream speaks of a product by its position here.
package struct Catalogue: Sendable {
  package let products: [Product]
  private let positions: [ProductCode: Int]

  /// Products in any order; codes are unique (the source contract's key).
  package init(_ products: [Product]) {
    self.products = products.sorted { $0.code < $1.code }
    positions = Dictionary(
      self.products.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var count: Int { products.count }
  package subscript(index: Int) -> Product { products[index] }
  package func index(of code: ProductCode) -> Int? { positions[code] }
}

/// One bank of the group.
package struct Bank: Hashable, Sendable {
  package let id: BankID
  package let name: String
  /// ISO 4217 code.
  package let currency: String
  /// e.g. `ru`, `en`, `zh`: the language managers are addressed in unless they ask otherwise.
  package let locale: String

  package init(id: BankID, name: String, currency: String, locale: String) {
    self.id = id
    self.name = name
    self.currency = currency
    self.locale = locale
  }
}
