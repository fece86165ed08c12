/// A named query of `queries/`: the file's name without its ending. `{{name}}` in a file stands for another query, so that
/// a rule such as "which rows are sound" is written once and serves the check and the reading alike. Values are never
/// put into the text: they come as parameters, or as settings of the transaction where COPY takes none.
package struct Query: Sendable {
  package let name: String
  package let sql: String

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    sql = Schema.text(Query.composed(bytes))
  }

  /// Byte by byte: looked for as text, ten names cost a command more than its statement costs the server.
  private static func composed(_ text: [UInt8]) -> [UInt8] {
    let (opening, closing) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    var composed: [UInt8] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: opening) {
      composed += rest[..<start]
      rest = rest[(start + 1)...]
      guard rest.first == opening, let end = rest.firstIndex(of: closing),
        let fragment = fragment(named: Schema.text([UInt8](rest[(start + 2)..<end])))
      else {
        composed.append(opening)
        continue
      }
      composed += Query.composed(fragment)
      rest = rest[(end + 2)...]
    }
    return composed + rest
  }

  private static func fragment(named name: String) -> [UInt8]? { fragments.first { $0.key == name }?.value }

  private static let fragments: KeyValuePairs<String, [UInt8]> = [
    "faults_client": PackageResources.faults_client_sql,
    "is_month_thin": PackageResources.is_month_thin_sql,
    "shown_figure": PackageResources.shown_figure_sql,
    "faults_account": PackageResources.faults_account_sql,
    "faults_product_month": PackageResources.faults_product_month_sql,
    "faults_product": PackageResources.faults_product_sql,
    "faults_manager": PackageResources.faults_manager_sql,
    "find_managers": PackageResources.find_managers_sql,
    "listed_trigger": PackageResources.listed_trigger_sql,
    "known_banks": PackageResources.known_banks_sql,
    "known_managers": PackageResources.known_managers_sql,
    "known_products": PackageResources.known_products_sql,
    "openings_at_once": PackageResources.openings_at_once_sql,
    "published_input": PackageResources.published_input_sql,
    "published_months": PackageResources.published_months_sql,
    "published_feeds": PackageResources.published_feeds_sql,
    "in_sample": PackageResources.in_sample_sql,
    "is_to_come": PackageResources.is_to_come_sql,
  ]
}

extension Query {
  package static let isPublished = Query("is_published", PackageResources.is_published_sql)
  package static let readBank = Query("read_bank", PackageResources.read_bank_sql)
  package static let readProducts = Query("read_products", PackageResources.read_products_sql)
  package static let readManagers = Query("read_managers", PackageResources.read_managers_sql)
  package static let readFormerManagers = Query("read_former_managers", PackageResources.read_former_managers_sql)
  package static let readAbsences = Query("read_absences", PackageResources.read_absences_sql)
  package static let readConversions = Query("read_conversions", PackageResources.read_conversions_sql)
  package static let readClients = Query("read_clients", PackageResources.read_clients_sql)
  package static let readAttributes = Query("read_attributes", PackageResources.read_attributes_sql)
  package static let scanAccounts = Query("scan_accounts", PackageResources.scan_accounts_sql)
  package static let readDuplicateAccounts = Query(
    "read_duplicate_accounts", PackageResources.read_duplicate_accounts_sql)
  package static let scanProductMonths = Query("scan_product_months", PackageResources.scan_product_months_sql)
  package static let scanProductMonthsOf = Query(
    "scan_product_months_of", PackageResources.scan_product_months_of_sql)
  package static let activitySource = Query("activity_source", PackageResources.activity_source_sql)
  package static let seesAllRows = Query("sees_all_rows", PackageResources.sees_all_rows_sql)
  package static let clusterIdentity = Query("cluster_identity", PackageResources.cluster_identity_sql)
  package static let activityReading = Query("activity_reading", PackageResources.activity_reading_sql)
  package static let lookAtActivity = Query("look_at_activity", PackageResources.look_at_activity_sql)
  package static let readActivity = Query("read_activity", PackageResources.read_activity_sql)
  package static let deleteActivity = Query("delete_activity", PackageResources.delete_activity_sql)
  package static let putActivityReading = Query("put_activity_reading", PackageResources.put_activity_reading_sql)
  package static let readOtherClients = Query("read_other_clients", PackageResources.read_other_clients_sql)
  package static let readOtherProducts = Query("read_other_products", PackageResources.read_other_products_sql)
  package static let readDuplicateProductMonths = Query(
    "read_duplicate_product_months", PackageResources.read_duplicate_product_months_sql)
  package static let readProductMonths = Query("read_product_months", PackageResources.read_product_months_sql)
  package static let boundWaits = Query("bound_waits", PackageResources.bound_waits_sql)
  package static let busiestManager = Query("busiest_manager", PackageResources.busiest_manager_sql)
  package static let databaseExists = Query("database_exists", PackageResources.database_exists_sql)
  package static let listBanks = Query("list_banks", PackageResources.list_banks_sql)
}

extension Query {
  package static let newAttempt = Query("new_attempt", PackageResources.new_attempt_sql)
  package static let startAttempt = Query("start_attempt", PackageResources.start_attempt_sql)
  package static let abandonAttempts = Query("abandon_attempts", PackageResources.abandon_attempts_sql)
  package static let finishAttempt = Query("finish_attempt", PackageResources.finish_attempt_sql)
  package static let supersedeAttempts = Query("supersede_attempts", PackageResources.supersede_attempts_sql)
  package static let publishedRun = Query("published_run", PackageResources.published_run_sql)
  package static let resultIdentity = Query("result_identity", PackageResources.result_identity_sql)
  package static let textHash = Query("text_hash", PackageResources.text_hash_sql)
  package static let putPublication = Query("put_publication", PackageResources.put_publication_sql)
  package static let previousModel = Query("previous_model", PackageResources.previous_model_sql)
  package static let putModel = Query("put_model", PackageResources.put_model_sql)
  package static let previousLesson = Query("previous_lesson", PackageResources.previous_lesson_sql)
  package static let putLesson = Query("put_lesson", PackageResources.put_lesson_sql)
  package static let putPolicy = Query("put_policy", PackageResources.put_policy_sql)
  package static let previousStandings = Query("previous_standings", PackageResources.previous_standings_sql)
  package static let rememberedStandings = Query("remembered_standings", PackageResources.remembered_standings_sql)
  package static let remembersStages = Query("remembers_stages", PackageResources.remembers_stages_sql)
  package static let deleteFacts = Query("delete_facts", PackageResources.delete_facts_sql)
  package static let stageClientResult = Query("stage_client_result", PackageResources.stage_client_result_sql)
  package static let stageClientStanding = Query(
    "stage_client_standing", PackageResources.stage_client_standing_sql)
  package static let noteStageChanges = Query("note_stage_changes", PackageResources.note_stage_changes_sql)
  package static let rememberStages = Query("remember_stages", PackageResources.remember_stages_sql)
  package static let forgetStages = Query("forget_stages", PackageResources.forget_stages_sql)
  package static let mergeClientResult = Query("merge_client_result", PackageResources.merge_client_result_sql)
  package static let mergeClientStanding = Query(
    "merge_client_standing", PackageResources.merge_client_standing_sql)
  package static let deleteGoneClients = Query("delete_gone_clients", PackageResources.delete_gone_clients_sql)
  package static let pruneClients = Query("prune_clients", PackageResources.prune_clients_sql)
  package static let analyzeResults = Query("analyze_results", PackageResources.analyze_results_sql)
  package static let publishedContents = Query("published_contents", PackageResources.published_contents_sql)
  package static let publishedFacts = Query("published_facts", PackageResources.published_facts_sql)
  package static let hasResults = Query("has_results", PackageResources.has_results_sql)
  package static let markReturnedClients = Query("mark_returned_clients", PackageResources.mark_returned_clients_sql)
  package static let existingTriggers = Query("existing_triggers", PackageResources.existing_triggers_sql)
  package static let lastTriggerDate = Query("last_trigger_date", PackageResources.last_trigger_date_sql)
  package static let eventNumbers = Query("event_numbers", PackageResources.event_numbers_sql)
  package static let hasConversations = Query("has_conversations", PackageResources.has_conversations_sql)
  package static let joinConversations = Query("join_conversations", PackageResources.join_conversations_sql)
  package static let endTriggers = Query("end_triggers", PackageResources.end_triggers_sql)
  package static let wakeTriggers = Query("wake_triggers", PackageResources.wake_triggers_sql)
  package static let reassignTriggers = Query("reassign_triggers", PackageResources.reassign_triggers_sql)
  package static let requalifyTriggers = Query("requalify_triggers", PackageResources.requalify_triggers_sql)
}
