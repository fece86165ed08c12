package import Banking

/// What a profile's ideal client does with one product.
package struct ProfileProductFacts: Sendable {
  package var productName: String
  /// Belongs to the set that makes the profile's ideal client.
  package var isCharacteristic: Bool
  package var referenceMembers: Int
  package var referenceHolders: Int
  package var penetration: Double
  /// A month; nil where income is unknown.
  package var typicalIncome: Money?
  package var idealIncome: Money?
  /// A month.
  package var typicalOperations: Int?

  package init(
    productName: String, isCharacteristic: Bool, referenceMembers: Int, referenceHolders: Int, penetration: Double,
    typicalIncome: Money?, idealIncome: Money?, typicalOperations: Int?
  ) {
    self.productName = productName
    self.isCharacteristic = isCharacteristic
    self.referenceMembers = referenceMembers
    self.referenceHolders = referenceHolders
    self.penetration = penetration
    self.typicalIncome = typicalIncome
    self.idealIncome = idealIncome
    self.typicalOperations = typicalOperations
  }
}
