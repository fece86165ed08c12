/// What managers and analysts ask, and what managers answer.
extension Query {
  package static let viewBanks = Query("view_banks", PackageResources.view_banks_sql)
  package static let hasRuns = Query("has_runs", PackageResources.has_runs_sql)
  package static let hasBranch = Query("has_branch", PackageResources.has_branch_sql)
  package static let viewClient = Query("view_client", PackageResources.view_client_sql)
  package static let viewManagers = Query("view_managers", PackageResources.view_managers_sql)
  package static let findManagers = Query("find_managers", PackageResources.find_managers_sql)
  package static let viewWorklist = Query("view_worklist", PackageResources.view_worklist_sql)
  package static let viewTriggers = Query("view_triggers", PackageResources.view_triggers_sql)
  package static let viewTriggerEvents = Query("view_trigger_events", PackageResources.view_trigger_events_sql)
  package static let viewStageChanges = Query("view_stage_changes", PackageResources.view_stage_changes_sql)
  package static let viewHistory = Query("view_history", PackageResources.view_history_sql)
  package static let viewQualification = Query("view_qualification", PackageResources.view_qualification_sql)
  package static let viewProfiles = Query("view_profiles", PackageResources.view_profiles_sql)
  package static let viewLift = Query("view_lift", PackageResources.view_lift_sql)
  package static let firstTriggerDate = Query("first_trigger_date", PackageResources.first_trigger_date_sql)
  package static let viewRuns = Query("view_runs", PackageResources.view_runs_sql)
  package static let lockTrigger = Query("lock_trigger", PackageResources.lock_trigger_sql)
  package static let answerTrigger = Query("answer_trigger", PackageResources.answer_trigger_sql)
  package static let qualifyTrigger = Query("qualify_trigger", PackageResources.qualify_trigger_sql)
  package static let addAbsence = Query("add_absence", PackageResources.add_absence_sql)
  package static let endAbsences = Query("end_absences", PackageResources.end_absences_sql)
  package static let grantToManagers = Query("grant_to_managers", PackageResources.grant_to_managers_sql)
}

/// What a product owner reads after the night.
extension Query {
  package static let reportNight = Query("report_night", PackageResources.report_night_sql)
  package static let reportStages = Query("report_stages", PackageResources.report_stages_sql)
  package static let reportProfiles = Query("report_profiles", PackageResources.report_profiles_sql)
  package static let reportPotential = Query("report_potential", PackageResources.report_potential_sql)
  package static let reportOpportunities = Query("report_opportunities", PackageResources.report_opportunities_sql)
  package static let reportTriggers = Query("report_triggers", PackageResources.report_triggers_sql)
  package static let reportConversion = Query("report_conversion", PackageResources.report_conversion_sql)
  package static let reportFlow = Query("report_flow", PackageResources.report_flow_sql)
  package static let reportSurvival = Query("report_survival", PackageResources.report_survival_sql)
  package static let reportLifeValues = Query("report_life_values", PackageResources.report_life_values_sql)
}
