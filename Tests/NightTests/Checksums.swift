import PostgresKit

/// MD5 over whole tables, so that two databases, or one before and after, can be compared.
enum Checksums {
  static let views = [
    "client_card", "recommendation", "trigger", "profile", "profile_product", "client_life", "life_value", "survival",
  ]

  /// What a night shows the world: every row and column of the views.
  static func ofViews(_ connection: PostgresConnection) async throws -> [String: String] {
    try await checksums(connection, views.map { ("xsell.\($0)", "t::text") })
  }

  /// What the model found, without what became of it: triggers and their answers are history, not a result.
  static func ofFindings(_ connection: PostgresConnection) async throws -> [String: String] {
    try await checksums(
      connection,
      ["client_card", "profile", "profile_product", "client_life", "life_value", "survival"].map {
        ("xsell.\($0)", "t::text")
      }
        + [("xsell.recommendation", "(to_jsonb(t) - 'status' - 'reason')::text")])
  }

  /// Every stored row of schema `xsell` with the transaction that wrote it and its place, and every counter: equal only
  /// where nothing was written. What a crash of the server may take says nothing that the source does not say.
  static func ofStorage(
    _ connection: PostgresConnection, except omitted: Set<String> = []
  ) async throws -> [String: String] {
    let names = try await connection.many(
      Statement<(name: String, row: String)>(
        "tables",
        """
        select relname::text as name,
          case relkind when 'S' then 't.last_value::text' else 'to_jsonb(t)::text || t.xmin || t.ctid' end as row
        from pg_class where relnamespace = 'xsell'::regnamespace and relkind in ('r', 'S')
          and relpersistence = 'p' order by relname
        """
      ) { (try $0.decode("name"), try $0.decode("row")) }, limit: 100)
    return try await checksums(
      connection, names.filter { !omitted.contains($0.name) }.map { ("xsell.\($0.name)", $0.row) })
  }

  private static func checksums(
    _ connection: PostgresConnection, _ tables: [(name: String, row: String)]
  ) async throws -> [String: String] {
    var sums: [String: String] = [:]
    for table in tables {
      sums[table.name] = try await connection.value(
        """
        select count(*) || ' rows '
          || md5(coalesce(string_agg(md5(\(table.row)), '' order by (\(table.row)) collate "C"), ''))
        from \(table.name) t
        """)
    }
    return sums
  }
}

extension PostgresConnection {
  /// The one value of a query's one row.
  func value<T: PostgresDecodable & Sendable>(_ sql: String, as type: T.Type = T.self) async throws -> T {
    try await one(Statement("test", sql) { try $0.decode(0, as: type) })
  }

  /// One text a row.
  func texts(_ sql: String) async throws -> [String] {
    try await many(Statement("test", sql) { try $0.decode(0) }, limit: 10_000)
  }

  /// How the attempts ended, in order of the word.
  func attempts() async throws -> [String] { try await texts("select state from xsell.attempt order by state") }
}
