package import Banking
import PostgresKit

/// A row of `xsell.profile_product`.
package struct ProfileProductRow: Sendable {
  package let code: ProductCode
  package let name: String
  package let isCharacteristic: Bool
  package let memberCount: Int
  package let referenceMembers: Int
  package let referenceHolders: Int
  package let penetration: Double
  package let typicalIncome: Money?
  package let idealIncome: Money?
  /// A month.
  package let typicalOperations: Double?

  init(_ row: PostgresRow) throws {
    code = ProductCode(try row.decode("product_code"))
    name = try row.decode("product_name")
    isCharacteristic = try row.decode("characteristic")
    memberCount = try row.decode("member_count")
    referenceMembers = try row.decode("reference_members")
    referenceHolders = try row.decode("reference_holders")
    penetration = try row.real("penetration") ?? 0
    typicalIncome = try row.money("product_typical_income")
    idealIncome = try row.money("product_ideal_income")
    typicalOperations = try row.real("typical_operations")
  }
}
