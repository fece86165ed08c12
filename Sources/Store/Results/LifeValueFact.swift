package import Banking
import PostgresKit

/// What one kind of client earns over its life: a row of `xsell.life_value_fact`.
package struct LifeValueFact: Sendable {
  let dimension: String
  /// Name of the region or industry, number of the profile; empty for the bank.
  let key: String
  let clients: Int
  let meanIncome: Money?
  let topFifthShare: Double?
  let expectedMonths: Double
  let lifeValue: Money?
  let acquisitionCost: Money?

  package init(
    dimension: String, key: String, clients: Int, meanIncome: Money?, topFifthShare: Double?, expectedMonths: Double,
    lifeValue: Money?, acquisitionCost: Money?
  ) {
    self.dimension = dimension
    self.key = key
    self.clients = clients
    self.meanIncome = meanIncome
    self.topFifthShare = topFifthShare
    self.expectedMonths = expectedMonths
    self.lifeValue = lifeValue
    self.acquisitionCost = acquisitionCost
  }

  static let columns = [
    "bank_id", "dimension", "key", "clients", "mean_income", "top_fifth_share", "expected_months", "life_value",
    "acquisition_cost",
  ]

  func write(to row: inout BinaryCopyWriter, bank: String) throws {
    try row.beginRow()
    try row.write(text: bank)
    try row.write(text: dimension)
    try row.write(text: key)
    try row.write(int4: Int32(clients))
    try row.write(int8: meanIncome?.minorUnits)
    try row.write(float4: topFifthShare.map { Float($0) })
    try row.write(float4: Float(expectedMonths))
    try row.write(int8: lifeValue?.minorUnits)
    try row.write(int8: acquisitionCost?.minorUnits)
  }
}
