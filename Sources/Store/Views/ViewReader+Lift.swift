package import Banking
package import Lift
import PostgresKit
import Schema

extension ViewReader {
  /// Day on which the bank's first trigger was raised.
  package func firstTrigger(_ bank: BankID) async throws -> BusinessDate? {
    try await connection.one(
      Statement<BusinessDate?>(.firstTriggerDate, .text(bank.rawValue)) { try $0.optionalDate("first") })
  }

  /// What became of the clients that were there when the period began, ascending by number.
  package func lift(_ bank: BankID, _ period: LiftPeriod) async throws -> [LiftClient] {
    let months = period.months
    return try await connection.many(
      Statement(
        .viewLift, .text(bank.rawValue), .date(period.began), .date(period.until),
        .date(period.firstMonthAfter.firstDay), .date(period.lastMonthBefore.firstDay), .int4(Int32(months))
      ) { try LiftClient($0, months: months) }, limit: .max)
  }
}

extension LiftClient {
  init(_ row: PostgresRow, months: Int) throws {
    func perMonth(_ column: String) throws -> Money? {
      guard months > 0, let sum = try row.decode(column, as: Int64?.self) else { return nil }
      return Money.perMonth(Money(minorUnits: sum), months: months)
    }
    self.init(
      id: ClientID(try row.decode("client_id")),
      manager: try row.decode("manager_id", as: Int64?.self).map { ManagerID($0) },
      isControl: try row.decode("in_control_group"), wasCalled: try row.decode("was_called"),
      taken: Int(try row.decode("taken", as: Int32.self)), incomeBefore: try perMonth("income_before"),
      incomeAfter: try perMonth("income_after"))
  }
}
