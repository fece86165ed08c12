import PostgresKit
import Store
import TestCluster
import Testing

@testable import Commands

/// HARBOUR with six clients more, three of them in the control group; triggers began on 2026-04-30.
struct LiftCommandTests {
  @Test("Takings and income count from the day the triggers began, whatever the source repeats")
  func counts() async throws {
    let connection = try await bank()
    let text = try await answer(LiftCommand.self, "--bank", "HARBOUR", "--since", "2026-04-30", to: connection)
    let rows = text.split(separator: "\n").dropFirst(3).prefix(5).map {
      $0.split(separator: "  ").prefix(3).map { $0.filter { $0 != " " } }
    }
    #expect(
      rows == [
        ["Clients", "4", "4"], ["…forwhomatriggerwasraised", "1", "1"],
        ["Tooksomethingnew,%ofclients", "50.00", "25.00"], ["Productstaken,ahundredclients", "75.00", "25.00"],
        ["Incomeamonth,changeaclient", "15.00", "−5.00"],
      ])
    #expect(text.count { $0 == "[" } == 4)
    #expect(text.contains("The control group has grown since: triggers were raised for 1 of its clients."))
    #expect(text.contains("Income: 2 whole months after the beginning against as many before, in EUR."))
  }

  @Test(
    "Income that the bank does not supply on one side of the beginning is unknown, not nothing",
    arguments: ["true", "month < '2026-05-01'", "month >= '2026-05-01'"])
  func unknownIncome(missing: String) async throws {
    let connection = try await bank()
    try await connection.script("delete from source.product_month where \(missing)")
    let text = try await answer(LiftCommand.self, "--bank", "HARBOUR", "--since", "2026-04-30", to: connection)
    #expect(!text.contains("Income a month") && text.contains("Income: unknown"))
    #expect(text.count { $0 == "[" } == 3)
  }

  @Test("What was opened on the day on which a whole product was moved is no taking")
  func movedAtOnce() async throws {
    let connection = try await bank()
    try await connection.script(
      """
      insert into source.account (bank_id, account_id, client_id, product_code, opened_on)
        select 'HARBOUR', n, n, 'ACQ', '2026-05-02' from generate_series(100, 129) n;
      -- What was moved before the triggers began is held when they do.
      insert into source.account (bank_id, account_id, client_id, product_code, opened_on)
        select 'HARBOUR', 1000 + n, n, 'PAYROLL', '2025-09-01' from generate_series(100, 129) n;
      insert into source.account (bank_id, account_id, client_id, product_code, opened_on) values
        ('HARBOUR', 11, 13, 'PAYROLL', '2025-09-01'), ('HARBOUR', 12, 13, 'PAYROLL', '2026-05-20')
      """)
    let text = try await answer(LiftCommand.self, "--bank", "HARBOUR", "--since", "2026-04-30", to: connection)
    let row = text.split(separator: "\n").first { $0.contains("Products taken, a hundred clients") }
    #expect(
      row?.split(separator: "  ").prefix(3).map { $0.filter { $0 != " " } } == [
        "Productstaken,ahundredclients", "50.00", "25.00",
      ])
  }

  @Test("Nor is what was opened on a day that the published policy names")
  func movedByPolicy() async throws {
    let connection = try await bank()
    try await connection.script(
      """
      insert into xsell.policy values ('named', '{"night.moved_on": "[2026-06-30, 2026-01-31]"}');
      update xsell.attempt a set manifest = a.manifest || '{"policy": "named"}', state = 'published'
        from xsell.publication p where p.bank_id = 'HARBOUR' and a.bank_id = p.bank_id and a.run_id = p.run_id
      """)
    let text = try await answer(LiftCommand.self, "--bank", "HARBOUR", "--since", "2026-04-30", to: connection)
    let row = text.split(separator: "\n").first { $0.contains("Products taken, a hundred clients") }
    #expect(
      row?.split(separator: "  ").prefix(3).map { $0.filter { $0 != " " } } == [
        "Productstaken,ahundredclients", "50.00", "25.00",
      ])
  }

  @Test("A bank without a control group is told how to get one")
  func noControl() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script("update xsell.client_result set in_control_group = false")
    let failure = await failure(of: LiftCommand.self, ["--bank", "HARBOUR", "--since", "2026-04-30"], on: connection)
    #expect(failure?.status == .badInput)
    #expect(failure?.sentence.contains("triggers.control_share") == true)
  }

  @Test("A period without a day is refused")
  func noDay() async throws {
    let connection = try await bank()
    let failure = await failure(of: LiftCommand.self, ["--bank", "HARBOUR", "--since", "2026-06-30"], on: connection)
    #expect(failure?.status == .badInput)
  }

  private func bank() async throws -> PostgresConnection {
    let connection = try await PublishedBank.connection()
    try await connection.script(
      """
      alter table source.client drop constraint client_pkey;
      alter table source.account drop constraint account_pkey;
      -- Clients 11 to 16, the even ones in the control group; 15 came later, 16 had left.
      insert into xsell.client_result
        select (jsonb_populate_record(r, jsonb_build_object('client_id', n, 'in_control_group', n % 2 = 0))).*
        from xsell.client_result r, generate_series(11, 18) n where r.bank_id = 'HARBOUR' and r.client_id = 1;
      insert into source.client (bank_id, client_id, client_no, name, contact_allowed, opened_on, closed_on)
        select 'HARBOUR', n, 'N' || n, 'N', true, case n when 17 then date '2026-05-02' else '2024-01-01' end,
          case n when 18 then date '2026-04-01' end
        from generate_series(11, 18) n;
      insert into source.client (bank_id, client_id, client_no, name, contact_allowed) values ('HARBOUR', 11, 'again', 'Again', true);
      insert into source.account (bank_id, account_id, client_id, product_code, opened_on, closed_on) values
        ('HARBOUR', 1, 11, 'ACQ', '2026-05-02', null), ('HARBOUR', 1, 11, 'ACQ', '2026-05-02', null),
        ('HARBOUR', 2, 11, 'CARD', '2026-06-30', null), ('HARBOUR', 3, 13, 'CASH', '2026-05-01', null),
        ('HARBOUR', 4, 12, 'CARD', '2026-06-01', null),
        -- Held when the triggers began, taken on the day, later than the publication, not a product of the bank, unknown.
        ('HARBOUR', 5, 14, 'CASH', '2025-01-01', '2026-05-01'), ('HARBOUR', 6, 14, 'CASH', '2026-05-02', null),
        ('HARBOUR', 7, 16, 'ACQ', '2026-04-30', null), ('HARBOUR', 8, 16, 'CARD', '2026-07-01', null),
        ('HARBOUR', 9, 16, 'GONE', '2026-05-05', null), ('HARBOUR', 10, 15, 'PAYROLL', null, null);
      delete from source.product_month;
      insert into source.product_month values
        ('HARBOUR', 11, 'ACC', '2026-03-01', 100, 1), ('HARBOUR', 11, 'ACC', '2026-05-01', 180, 1),
        ('HARBOUR', 11, 'ACC', '2026-06-01', 40, 1), ('HARBOUR', 12, 'ACC', '2026-04-01', 40, 1),
        ('HARBOUR', 13, 'ACC', '2026-02-01', 999, 1), ('HARBOUR', 13, 'ACC', '2026-07-01', 999, 1);
      update xsell.trigger_record set client_id = client_id + 10 where bank_id = 'HARBOUR' and client_id = 1;
      """)
    return connection
  }
}
