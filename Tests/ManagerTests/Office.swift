import Foundation
import PostgresKit
import Schema
import Store
import TestCluster

/// The published banks with people who log in: Anna, whose clients are HARBOUR's first two, Boris, whose is the third, a stranger
/// to the bank, and a CRM that speaks for all. Roles are the whole server's, so every office has its own.
struct Office {
  static let borisCall = "0b9e2c15-0000-8000-8000-000000000005"

  let owner: PostgresConnection
  /// The role that the three are members of.
  let desk: String
  let anna, boris, stranger, crm: String
  private let settings: ConnectionSettings

  /// - Parameter migrated: false = the schema of before managers had roles.
  init(migrated: Bool = true) async throws {
    settings = try await migrated ? PublishedBank.settings() : Self.before()
    owner = try await .connect(settings)
    let mark = UUID().uuidString.lowercased().prefix(8)
    desk = "desk_\(mark)"
    (anna, boris, stranger, crm) = ("anna_\(mark)", "boris_\(mark)", "stranger_\(mark)", "crm_\(mark)")
    try await owner.script(
      """
      create role \(desk) nologin;
      create role \(anna) login in role \(desk);
      create role \(boris) login in role \(desk);
      create role \(stranger) login in role \(desk);
      create role \(crm) login;
      """, label: "roles")
    guard migrated else { return }
    try await owner.script(Self.third, label: "a third client")
    try await owner.script(
      """
      update source.manager set login = '\(anna)' where bank_id = 'HARBOUR' and manager_id = 17;
      update source.manager set login = '\(boris)' where bank_id = 'HARBOUR' and manager_id = 21;
      """, label: "logins")
    for role in [desk, crm] { _ = try await ManagerAccess(owner).grant(to: role) }
    try await owner.script("grant execute on function xsell.every_client() to \(crm)", label: "crm")
  }

  func connection(as role: String) async throws -> PostgresConnection {
    var settings = settings
    settings.parameters["user"] = role
    return try await .connect(settings)
  }

  /// Bank and number of the clients seen, ascending.
  /// - Parameter role: nil = the owner.
  func clients(in view: String, as role: String?) async throws -> [String] {
    let connection = if let role { try await connection(as: role) } else { owner }
    return try await connection.many(
      Statement<String>(
        "clients",
        "select distinct bank_id || ' ' || client_id from \(view.hasPrefix("(") ? "\(view) v" : "xsell.\(view)") order by 1"
      ) { try $0.decode(0) }, limit: 1000)
  }

  /// The trigger's state and what managers did with it.
  func states(_ trigger: String) async throws -> [String] {
    try await owner.many(
      Statement<String>(
        "states",
        """
        select state from xsell.trigger_record where trigger_id = $1
        union all
        (select from_state || '>' || to_state || ' by ' || actor from xsell.event_record
        where trigger_id = $1 and actor <> 'nightly' and from_state <> to_state order by event_id)
        """, .uuid(trigger)
      ) { try $0.decode(0) }, limit: 10)
  }

  private static func before() async throws -> ConnectionSettings {
    try await TestCluster.shared.database(template: "before_managers") { connection in
      try await SourceTables(connection).create()
      let before = Schema.migrations.prefix { $0.name != "managers" }
      _ = try await Migrator(
        schema: "xsell", migrations: before.map { Migration(version: Int32($0.version), name: $0.name, sql: $0.sql) }
      ).migrate(connection)
    }
  }

  private static let third = """
    insert into source.manager values ('HARBOUR', 21, 'Boris Kalnins', 'Riga', null, true);
    update source.client set manager_id = 21, client_no = 'HARBOUR-3', name = 'Third'
      where bank_id = 'HARBOUR' and client_id = 3;
    create temp table copied as select * from xsell.client_result where bank_id = 'HARBOUR' and client_id = 1;
    update copied set client_id = 3, client_no = 'HARBOUR-3', manager_id = 21;
    insert into xsell.client_result select * from copied;
    insert into xsell.client_standing (bank_id, client_id, stage, status, status_product)
      select bank_id, 3, stage, status, status_product from xsell.client_standing where bank_id = 'HARBOUR' and client_id = 1;
    insert into xsell.stage_change
      select bank_id, client_id, '2026-06-30', 'growth', 'plateau' from xsell.client_result;
    insert into xsell.conversation_record values (md5('third')::uuid, 'HARBOUR', 3, '2026-06-30', 'stored');
    insert into xsell.trigger_record
      (trigger_id, bank_id, manager_id, client_id, kind, product_code, state, priority, expected_income, headline, reason,
        raised_on, valid_until, cycle, conversation_id) values
      ('\(borisCall)', 'HARBOUR', 21, 3, 'offer', 'ACQ', 'open', 40, 40700, 'stored', '{"stage": "plateau"}', '2026-06-30',
        '2026-07-30', 1, md5('third')::uuid);
    insert into xsell.event_record (trigger_id, at, actor, to_state)
      values ('\(borisCall)', '2026-07-01 02:14Z', 'nightly', 'open');
    """
}
