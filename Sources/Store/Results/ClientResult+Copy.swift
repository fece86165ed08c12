import Banking
import PostgresKit

extension ClientResult {
  /// What `xsell.client_result` keeps, in the order that `write` fills it.
  static let columns = [
    "bank_id", "client_id", "client_no", "manager_id", "cohort_id", "own_profile", "membership", "rfm_segment",
    "tenure_months", "monthly_income", "typical_income", "ideal_income", "potential_income", "potential_low",
    "potential_high", "expected_income", "in_control_group", "product", "kind", "counted", "profile", "members",
    "holders", "penetration", "probability", "typical", "low", "high", "expected", "drivers", "mean",
    "expected_months", "life_value", "life_low", "life_high",
  ]
  /// What `xsell.client_standing` keeps, in the order that `writeStanding` fills it; the hash of what it wrote comes last.
  static let standingColumns = [
    "bank_id", "client_id", "stage_since", "stage", "previous_stage", "status", "status_product", "grounds",
    "result_content", "content",
  ]
  private static let driversEach = 3

  func write(to row: inout BinaryCopyWriter, bank: BankID) throws {
    try row.beginRow()
    try row.write(text: bank.rawValue)
    try row.write(int8: client.rawValue)
    try row.write(text: number)
    try row.write(int8: manager?.rawValue)
    try row.write(int4: cohort)
    try row.write(int2: profile)
    try row.write(float4: membership)
    try row.write(text: rfmSegment)
    try row.write(int4: tenureMonths)
    try row.write(int8: monthlyIncome?.minorUnits)
    try row.write(int8: typicalIncome?.minorUnits)
    try row.write(int8: idealIncome?.minorUnits)
    try row.write(int8: potential?.typical.minorUnits)
    try row.write(int8: potential?.low.minorUnits)
    try row.write(int8: potential?.high.minorUnits)
    try row.write(int8: expectedIncome?.minorUnits)
    try row.write(bool: isInControlGroup)
    try writeProducts(to: &row)
    try row.write(float4: life?.expectedMonths)
    try row.write(int8: life?.value?.minorUnits)
    try row.write(int8: life?.low?.minorUnits)
    try row.write(int8: life?.high?.minorUnits)
  }

  /// All fields but the last.
  /// - Parameters:
  ///   - content: hash of what `write` wrote.
  ///   - grounds: hash of what all of it follows from.
  func writeStanding(to row: inout BinaryCopyWriter, bank: BankID, content: Int64, grounds: Int64) throws {
    let hasStatusProduct = products.contains { $0.status.product >= 0 }
    try row.beginRow()
    try row.write(text: bank.rawValue)
    try row.write(int8: client.rawValue)
    try row.write(date: stageSince.map { PostgresDate(dayNumber: $0.dayNumber) })
    try row.write(text: stage)
    try row.write(text: previousStage)
    try row.write(int2Count: products.count) { products[$0].status.code }
    try row.write(int2Count: hasStatusProduct ? products.count : 0) { products[$0].status.product }
    try row.write(int8: grounds)
    try row.write(int8: content)
  }

  private func writeProducts(to row: inout BinaryCopyWriter) throws {
    let count = products.count
    try row.write(int2Count: count) { products[$0].product }
    try row.write(int2Count: count) { products[$0].kind }
    try row.write(int2Count: count) { products[$0].isCounted ? 1 : 0 }
    try row.write(int2Count: count) { products[$0].profile }
    try row.write(int4Count: count) { products[$0].referenceMembers }
    try row.write(int4Count: count) { products[$0].referenceHolders }
    try row.write(float4Count: count) { products[$0].penetration }
    try row.write(float4Count: count) { products[$0].probability }
    try row.write(int8Count: count) { Self.amount(products[$0].income?.typical) }
    try row.write(int8Count: count) { Self.amount(products[$0].income?.low) }
    try row.write(int8Count: count) { Self.amount(products[$0].income?.high) }
    try row.write(int8Count: count) { Self.amount(products[$0].income?.expected) }
    try row.write(int2Count: count * Self.driversEach) { place in
      let drivers = products[place / Self.driversEach].drivers
      return place % Self.driversEach < drivers.count ? drivers[place % Self.driversEach] : 0
    }
    try row.write(int8Count: count) { Self.amount(products[$0].income?.mean) }
  }

  /// An unknown amount is stored as -1: real ones are never negative, and arrays without NULL are compact.
  private static func amount(_ money: Money?) -> Int64 { money?.minorUnits ?? -1 }
}
