import Banking
import Store
import Wording

extension ProfileRow {
  var json: JSONValue {
    .object([
      ("bank_id", .string(bank.rawValue)), ("run_id", .string(runID)), ("cohort", .string(cohort)),
      ("cohort_level", .string(cohortLevel)), ("profile_id", .integer(id)), ("profile_name", .string(name)),
      ("pinned", .boolean(isPinned)), ("members", .integer(members)), ("typical_income", .money(typicalIncome)),
      ("ideal_income", .money(idealIncome)), ("expected_months", .number(expectedMonths)),
      ("life_value", .money(lifeValue)), ("acquisition_cost", .money(acquisitionCost)),
      ("products", .array(products.map(\.json))),
    ])
  }

  static let csvHeader = [
    "bank_id", "run_id", "cohort", "cohort_level", "profile_id", "profile_name", "pinned", "members",
    "typical_income", "ideal_income", "expected_months", "life_value", "acquisition_cost",
  ]

  var csv: [String?] {
    [
      bank.rawValue, runID, cohort, cohortLevel, String(id), name, String(isPinned), String(members),
      typicalIncome?.description, idealIncome?.description, expectedMonths.map { String($0) }, lifeValue?.description,
      acquisitionCost?.description,
    ]
  }
}

extension ProfileProductRow {
  fileprivate var json: JSONValue {
    .object([
      ("product_code", .string(code.rawValue)), ("product_name", .string(name)),
      ("characteristic", .boolean(isCharacteristic)), ("member_count", .integer(memberCount)),
      ("reference_members", .integer(referenceMembers)), ("reference_holders", .integer(referenceHolders)),
      ("penetration", .number(penetration)), ("typical_income", .money(typicalIncome)),
      ("ideal_income", .money(idealIncome)), ("typical_operations", .number(typicalOperations)),
    ])
  }

  static let csvHeader = [
    "bank_id", "run_id", "cohort", "cohort_level", "profile_id", "profile_name", "product_code", "product_name",
    "characteristic", "member_count", "reference_members", "reference_holders", "penetration", "typical_income",
    "ideal_income", "typical_operations",
  ]

  func csv(of profile: ProfileRow) -> [String?] {
    [
      profile.bank.rawValue, profile.runID, profile.cohort, profile.cohortLevel, String(profile.id), profile.name,
      code.rawValue, name, String(isCharacteristic), String(memberCount), String(referenceMembers),
      String(referenceHolders), String(penetration), typicalIncome?.description, idealIncome?.description,
      typicalOperations.map { String($0) },
    ]
  }
}

extension [ProfileRow] {
  /// A line for each product of each profile.
  var productsCSV: String {
    CSVWriter.line(ProfileProductRow.csvHeader)
      + flatMap { row in row.products.map { CSVWriter.line($0.csv(of: row)) } }.joined()
  }
}

extension ProfileFacts {
  init(_ row: ProfileRow) {
    self.init(
      cohortName: row.cohort, cohortLevel: Code(row.cohortLevel), number: row.id, name: row.name,
      isPinned: row.isPinned, members: row.members, typicalIncome: row.typicalIncome, idealIncome: row.idealIncome,
      currency: row.currency,
      products: row.products.map { product in
        ProfileProductFacts(
          productName: product.name, isCharacteristic: product.isCharacteristic,
          referenceMembers: product.referenceMembers, referenceHolders: product.referenceHolders,
          penetration: product.penetration, typicalIncome: product.typicalIncome, idealIncome: product.idealIncome,
          typicalOperations: product.typicalOperations.map { Int($0.rounded()) })
      })
    lifeValue = row.lifeValue
    acquisitionCost = row.acquisitionCost
  }
}
