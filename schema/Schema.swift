/// The SQL of the product, embedded from the files of this folder.
package enum Schema {
  /// The source contract's tables; can be run again.
  package static let sourceContract = text(PackageResources.source_contract_sql)

  /// Numbered, up-only, immutable: a released file never changes, a change is a new file at the end.
  package static let migrations: [SchemaMigration] = [
    SchemaMigration(version: 1, name: "init", sql: text(PackageResources.v0001_init_sql)),
    SchemaMigration(version: 2, name: "views", sql: text(PackageResources.v0002_views_sql)),
    SchemaMigration(version: 3, name: "mean_income", sql: text(PackageResources.v0003_mean_income_sql)),
    SchemaMigration(version: 4, name: "life", sql: text(PackageResources.v0004_life_sql)),
    SchemaMigration(version: 5, name: "stage_history", sql: text(PackageResources.v0005_stage_history_sql)),
    SchemaMigration(version: 6, name: "conversations", sql: text(PackageResources.v0006_conversations_sql)),
    SchemaMigration(version: 7, name: "planning", sql: text(PackageResources.v0007_planning_sql)),
    SchemaMigration(version: 8, name: "lessons", sql: text(PackageResources.v0008_lessons_sql)),
    SchemaMigration(version: 9, name: "contents", sql: text(PackageResources.v0009_contents_sql)),
    SchemaMigration(version: 10, name: "conversation_sum", sql: text(PackageResources.v0010_conversation_sum_sql)),
    SchemaMigration(version: 11, name: "standing", sql: text(PackageResources.v0011_standing_sql)),
    SchemaMigration(version: 12, name: "compact_triggers", sql: text(PackageResources.v0012_compact_triggers_sql)),
    SchemaMigration(version: 13, name: "activity", sql: text(PackageResources.v0013_activity_sql)),
    SchemaMigration(version: 14, name: "answered", sql: text(PackageResources.v0014_answered_sql)),
    SchemaMigration(version: 15, name: "managers", sql: text(PackageResources.v0015_managers_sql)),
    SchemaMigration(version: 16, name: "stage_memory", sql: text(PackageResources.v0016_stage_memory_sql)),
    SchemaMigration(version: 17, name: "policy", sql: text(PackageResources.v0017_policy_sql)),
    SchemaMigration(version: 18, name: "fallen_product", sql: text(PackageResources.v0018_fallen_product_sql)),
    SchemaMigration(version: 19, name: "maturing_accounts", sql: text(PackageResources.v0019_maturing_accounts_sql)),
    SchemaMigration(version: 20, name: "answers", sql: text(PackageResources.v0020_answers_sql)),
    SchemaMigration(version: 21, name: "conversation_desk", sql: text(PackageResources.v0021_conversation_desk_sql)),
    SchemaMigration(version: 22, name: "last_night", sql: text(PackageResources.v0022_last_night_sql)),
    SchemaMigration(version: 23, name: "answered_subject", sql: text(PackageResources.v0023_answered_subject_sql)),
  ]

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// One step of schema `xsell`.
package struct SchemaMigration: Sendable {
  package let version: Int
  package let name: String
  package let sql: String
}
