package import PostgresKit
package import Policy
package struct CheckFinding: Sendable { package let rule: String }
package struct CheckReport: Sendable { package var findings: [CheckFinding] = []; package var errors: [CheckFinding] = [] }
package struct SourceCheck { let c: PostgresConnection
  package init(_ c: PostgresConnection) { self.c = c }
  package func report(_ scope: ReadScope, settings: CheckSettings) async throws -> CheckReport {
    try await c.script("create temp table duplicate_client(client_id bigint) on commit drop; create temp table duplicate_account(account_id bigint) on commit drop; create temp table duplicate_product_month(client_id bigint, product_code text, month date) on commit drop")
    return CheckReport()
  }
}
