import PostgresKit

/// How the clients of one cohort stay.
package struct CohortSurvival: Sendable {
  package let cohort: String
  package let clients: Int
  /// Share that outlives each month; element 0 is the first month of life.
  package let survival: [Double]

  init(_ row: PostgresRow) throws {
    cohort = try row.decode("cohort")
    clients = Int(try row.decode("members", as: Int32.self))
    survival = try row.decode("survival", as: [Float].self).map { Double($0) }
  }
}
