import Banking
import IdealProfiles
import PostgresKit

extension CohortFact {
  static let columns = ["bank_id", "cohort_id", "level", "region", "industry", "name", "members"]

  func write(to row: inout BinaryCopyWriter, bank: String, id: Int) throws {
    try row.beginRow()
    try row.write(text: bank)
    try row.write(int4: Int32(id))
    try row.write(text: level)
    try row.write(text: region)
    try row.write(text: industry)
    try row.write(text: name)
    try row.write(int4: Int32(members))
  }
}

extension ProfileFact {
  static let columns = [
    "bank_id", "cohort_id", "profile", "profile_id", "name", "pinned", "members", "typical_income", "ideal_income",
  ]

  func write(to row: inout BinaryCopyWriter, bank: String) throws {
    try row.beginRow()
    try row.write(text: bank)
    try row.write(int4: Int32(cohort))
    try row.write(int2: Int16(profile))
    try row.write(int4: Int32(identity.id))
    try row.write(text: identity.name)
    try row.write(bool: identity.isPinned)
    try row.write(int4: Int32(figures.memberCount))
    try row.write(int8: figures.typicalIncome?.minorUnits)
    try row.write(int8: figures.idealIncome?.minorUnits)
  }
}

extension ProfileProductFact {
  static let columns = [
    "bank_id", "cohort_id", "profile", "product", "characteristic", "member_count", "reference_members",
    "reference_holders", "penetration", "typical_income", "ideal_income", "typical_operations",
  ]

  func write(to row: inout BinaryCopyWriter, bank: String) throws {
    try row.beginRow()
    try row.write(text: bank)
    try row.write(int4: Int32(cohort))
    try row.write(int2: Int16(profile))
    try row.write(int2: Int16(product))
    try row.write(bool: isCharacteristic)
    try row.write(int4: Int32(cell.memberCount))
    try row.write(int4: Int32(cell.referenceMembers))
    try row.write(int4: Int32(cell.holders))
    try row.write(float4: Float(cell.penetration))
    try row.write(int8: usage?.typicalIncome.minorUnits)
    try row.write(int8: usage?.idealIncome.minorUnits)
    try row.write(float4: usage.map { Float($0.typicalOperations) })
  }
}
