import PostgresKit
import Schema
import Store
import TestCluster
import Testing

@Suite("Rows of before narrow standings and compact reasons")
struct StorageMigrationTests {
  @Test("Published nights of version 10 show the same after the upgrade, and the next night goes on from them")
  func upgrade() async throws {
    let connection = try await LoadedBank.connectPublished()
    let shown = try await Checksums.ofViews(connection)
    try await connection.script("alter schema xsell rename to now")
    let before = Schema.migrations.prefix { $0.name != "standing" }
    _ = try await Migrator(
      schema: "xsell", migrations: before.map { Migration(version: Int32($0.version), name: $0.name, sql: $0.sql) }
    ).migrate(connection)
    try await connection.script(Self.asBefore)
    #expect(try await Checksums.ofViews(connection) == shown)
    _ = try await OutputSchema.migrator().migrate(connection)
    #expect(try await Checksums.ofViews(connection) == shown)
    try await LoadedBank.night(connection, LoadedBank.june)
    #expect(try await Checksums.ofViews(connection) == Undisturbed.shared.value.june)
    let found = try await connection.texts(
      "select json_typeof(reason) || ' ' || count(*) from xsell.trigger_record group by json_typeof(reason) order by 1")
    #expect(found.map { $0.prefix(3) } == ["arr", "obj"])
  }

  @Test("What managers found out stands in the reason, be it of before or not")
  func qualification() async throws {
    let connection = try await LoadedBank.connectPublished()
    let plain = try await connection.texts(Self.reasons)
    try await connection.script(
      """
      update xsell.trigger_record set reason = xsell.reason(reason) || '{"qualification": 0.25}' where cycle % 2 = 0;
      update xsell.trigger_record set qualification = 0.25 where cycle % 2 = 1;
      """)
    #expect(try await connection.texts(Self.reasons) == plain)
    let count: Int64 = try await connection.value(
      "select count(*) from xsell.trigger where reason -> 'qualification' is distinct from '0.25'")
    #expect(count == 0 && plain.count > 10)
  }

  private static let reasons =
    "select trigger_id || ' ' || (reason - 'qualification') from xsell.trigger order by trigger_id"

  /// Copies what the tables of schema `now` keep into those of before, as nights of before kept it.
  private static let asBefore = """
    do $$
    declare
      t text;
    begin
      for t in
        select relname from pg_class
        where relnamespace = 'xsell'::regnamespace and relkind = 'r' and relname <> 'migration' and relname !~ '_name$'
        order by relname in ('event_record', 'qualification'), relname = 'trigger_record'
      loop
        execute format(
          'insert into xsell.%1$I overriding system value
           select f.* from (%2$s) n(row), jsonb_populate_record(null::xsell.%1$I, n.row) f', t,
          case t
            when 'client_result' then
              'select to_jsonb(r) || to_jsonb(s) || jsonb_build_object(''content'', null, ''status_product'',
                 case s.status_product when ''{}'' then array_fill(-1, array[cardinality(s.status)]) else s.status_product end)
               from now.client_result r join now.client_standing s using (bank_id, client_id)'
            when 'trigger_record' then
              'select to_jsonb(r) || jsonb_build_object(''reason'', now.reason(r.reason)) from now.trigger_record r'
            when 'event_record' then 'select to_jsonb(r) from now.trigger_event r'
            else format('select to_jsonb(r) from now.%I r', t)
          end);
      end loop;
      perform setval('xsell.event_record_event_id_seq', max(event_id)) from xsell.event_record;
    end $$;
    """
}
