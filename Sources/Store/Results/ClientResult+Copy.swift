import Banking
import PostgresKit

extension ClientResult {
  /// The columns in the order that `write` fills them.
  static let columns = [
    "bank_id", "client_id", "client_no", "manager_id", "cohort_id", "own_profile", "membership", "stage",
    "previous_stage", "rfm_segment", "tenure_months", "monthly_income", "typical_income", "ideal_income",
    "potential_income", "potential_low",
    "potential_high", "expected_income", "in_control_group", "product", "kind", "status", "status_product", "counted",
    "profile", "members", "holders", "penetration", "probability", "typical", "low", "high", "expected", "drivers",
    "mean", "stage_since", "expected_months", "life_value", "life_low", "life_high",
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
    try row.write(text: stage)
    try row.write(text: previousStage)
    try row.write(text: rfmSegment)
    try row.write(int4: tenureMonths)
    for amount in [
      monthlyIncome, typicalIncome, idealIncome, potential?.typical, potential?.low, potential?.high, expectedIncome,
    ] {
      try row.write(int8: amount?.minorUnits)
    }
    try row.write(bool: isInControlGroup)
    try writeProducts(to: &row)
    try row.write(date: stageSince.map { PostgresDate(dayNumber: $0.dayNumber) })
    try row.write(float4: life?.expectedMonths)
    for amount in [life?.value, life?.low, life?.high] { try row.write(int8: amount?.minorUnits) }
  }

  private func writeProducts(to row: inout BinaryCopyWriter) throws {
    try row.write(int2Array: products.map(\.product))
    try row.write(int2Array: products.map(\.kind))
    try row.write(int2Array: products.map(\.status.code))
    try row.write(int2Array: products.map(\.status.product))
    try row.write(int2Array: products.map { $0.isCounted ? 1 : 0 })
    try row.write(int2Array: products.map(\.profile))
    try row.write(int4Array: products.map(\.referenceMembers))
    try row.write(int4Array: products.map(\.referenceHolders))
    try row.write(float4Array: products.map(\.penetration))
    try row.write(float4Array: products.map(\.probability))
    try row.write(amounts: products.map { $0.income?.typical })
    try row.write(amounts: products.map { $0.income?.low })
    try row.write(amounts: products.map { $0.income?.high })
    try row.write(amounts: products.map { $0.income?.expected })
    try row.write(
      int2Array: products.flatMap { product in
        (0..<Self.driversEach).map { $0 < product.drivers.count ? product.drivers[$0] : 0 }
      })
    try row.write(amounts: products.map { $0.income?.mean })
  }
}

extension BinaryCopyWriter {
  /// An unknown amount is stored as -1: real ones are never negative, and arrays without NULL are compact.
  fileprivate mutating func write(amounts: [Money?]) throws {
    try write(int8Array: amounts.map { $0?.minorUnits ?? -1 })
  }
}
