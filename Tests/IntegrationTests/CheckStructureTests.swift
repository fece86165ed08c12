import Banking
import PostgresKit
import Schema
import TestCluster
import Testing

@testable import Store

@Suite struct CheckStructureTests {
  @Test("every column of the contract's tables is known by name, type and whether it may be empty")
  func contract() async throws {
    let connection = try await SoundBank.connect()
    let described = try await connection.many(
      Statement(
        "contract",
        """
        select table_name::text, column_name::text, udt_name::text, is_nullable = 'NO'
        from information_schema.columns where table_schema = 'source'
        """
      ) { row in
        (
          table: try row.decode(0, as: String.self), column: try row.decode(1, as: String.self),
          type: try row.decode(2, as: String.self), required: try row.decode(3, as: Bool.self)
        )
      }, limit: 1000)
    #expect(described.count == SourceRelation.all.reduce(0) { $0 + $1.columns.count })
    for (table, name, type, required) in described {
      let column = try #require(SourceRelation.named(table)?.column(name), "\(table).\(name)")
      #expect(column.type.acceptedNames.contains(type), "\(table).\(name)")
      #expect(column.isRequired == required, "\(table).\(name)")
    }
  }

  @Test("a missing relation is named, whatever else is wrong", arguments: SourceRelation.all.map(\.name))
  func missingRelation(_ relation: String) async throws {
    let report = try await SoundBank.check(after: "drop table source.\(relation)")
    #expect(report.findings.map(\.rule) == ["relation_missing"])
    #expect(report.findings.first?.keys == ["source.\(relation)"])
    #expect(report.exit == 66)
  }

  @Test("a missing schema is one finding that names the next step")
  func missingSchema() async throws {
    let report = try await SoundBank.check(after: "drop schema source cascade")
    #expect(report.findings.map(\.rule) == ["relation_missing"])
    #expect(report.findings.first?.count == 7)
    #expect(report.findings.first?.advice.contains("xsell migrate --source") == true)
    #expect(report.exit == 66)
  }

  @Test("a missing column is named")
  func missingColumn() async throws {
    let report = try await SoundBank.check(
      after: "alter table source.client rename column region to area; alter table source.account drop closed_on")
    #expect(report.findings.map(\.rule) == ["column_missing", "column_missing"])
    #expect(report.findings.map(\.keys) == [["region"], ["closed_on"]])
    #expect(report.exit == 65)
  }

  @Test("a column of another type is named with both types")
  func wrongType() async throws {
    let report = try await SoundBank.check(
      after: "alter table source.product_month alter income type float8, alter month type text using month::text")
    #expect(report.findings.map(\.rule) == ["column_type"])
    #expect(
      report.findings.first?.keys == ["month: text instead of date", "income: float8 instead of numeric"])
    #expect(report.exit == 65)
  }

  @Test("the type that is asked for is the contract's own")
  func contractType() async throws {
    let report = try await SoundBank.check(
      after: """
        alter table source.product_month alter operations type text;
        alter table source.account alter client_id type text
        """)
    #expect(
      report.findings.map(\.keys) == [["client_id: text instead of bigint"], ["operations: text instead of integer"]])
  }

  @Test("a night that relations or columns are missing for names them")
  func refusedNight() async throws {
    let connection = try await SoundBank.connect()
    try await OutputSchema.migrator().migrate(connection)
    try await connection.script("drop table source.account, source.load; alter table source.client drop region")
    let night = try CommandLine(database: connection.settings).run("nightly", "--bank", "B", "--as-of", "2026-06-30")
    #expect(night.status == 66)
    #expect(
      night.errors.hasSuffix(
        "break the contract (relation_missing: source.account, source.load; column_missing: source.client); "
          + "see xsell check --bank B --as-of 2026-06-30.\n"), "\(night.errors)")
  }

  /// Views over the bank's own tables, as a warehouse would offer them: no keys, narrower and wider types.
  static let views = """
    create schema warehouse;
    create domain warehouse.code as varchar(20);
    alter table source.account alter product_code type warehouse.code, alter client_id type integer;
    alter table source.product_month alter income type numeric(30, 6), alter operations type bigint,
      alter client_id type integer;
    alter table source.client alter client_id type integer, alter annual_turnover type bigint,
      alter attributes type json, alter client_no type varchar(12);
    alter table source.product alter product_code type char(10), alter requires type varchar[];
    alter table source.load alter row_count type integer;
    do $$ declare r text; begin
      foreach r in array '{bank,manager,client,product,account,product_month,load}'::text[] loop
        execute format('alter table source.%I set schema warehouse', r);
        execute format('create view source.%I as select * from warehouse.%I', r, r);
      end loop;
    end $$;
    """

  @Test("views of narrower and wider types without keys are as good as the contract's tables")
  func soundViews() async throws {
    let report = try await SoundBank.check(after: Self.views)
    #expect(report.findings == [])
  }

  @Test("views give the same snapshot as the contract's tables")
  func sameSnapshot() async throws {
    var prints: [InputFingerprint] = []
    for change in ["", Self.views] {
      let connection = try await SoundBank.connect()
      try await connection.script(change)
      let reading = try await SoundBank.reading(connection)
      #expect(reading.snapshot.clients.count == 10)
      #expect(reading.snapshot.holdings.count == 10)
      prints.append(reading.fingerprint)
    }
    #expect(prints[0] == prints[1])
  }

  @Test("a null among the products of a rule is no product")
  func nullInRule() async throws {
    let connection = try await SoundBank.connect()
    try await connection.script(
      "update source.product set requires = '{NULL,SETTLE}', excludes = '{NULL}' where product_code = 'ACQ'")
    let catalogue = try await SoundBank.reading(connection).snapshot.catalogue
    #expect(catalogue[0].requires == [ProductCode("SETTLE")])
    #expect(catalogue[0].excludes == [])
  }

  @Test("duplicates behind views are found")
  func duplicatesBehindViews() async throws {
    let report = try await SoundBank.check(
      after: Self.views + """
        create or replace view source.client as
          select * from warehouse.client union all select * from warehouse.client where client_id <= 2;
        create or replace view source.account as
          select * from warehouse.account union all select * from warehouse.account where account_id = 3;
        create or replace view source.product_month as
          select * from warehouse.product_month
          union all select * from warehouse.product_month where client_id = 4 and month = '2026-01-01';
        """)
    let found = report.findings.filter { $0.rule != "load_note_count" }
    #expect(found.map(\.rule) == ["client_duplicate", "account_duplicate", "product_month_duplicate"])
    #expect(found.map(\.count) == [4, 2, 2])
  }
}
