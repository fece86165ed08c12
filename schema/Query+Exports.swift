/// One query a public view.
extension Query {
  package static let exportClientCard = Query("export_client_card", PackageResources.export_client_card_sql)
  package static let exportRecommendation = Query(
    "export_recommendation", PackageResources.export_recommendation_sql)
  package static let exportTrigger = Query("export_trigger", PackageResources.export_trigger_sql)
  package static let exportConversation = Query("export_conversation", PackageResources.export_conversation_sql)
  package static let exportTriggerEvent = Query("export_trigger_event", PackageResources.export_trigger_event_sql)
  package static let exportProfile = Query("export_profile", PackageResources.export_profile_sql)
  package static let exportProfileProduct = Query(
    "export_profile_product", PackageResources.export_profile_product_sql)
  package static let exportClientLife = Query("export_client_life", PackageResources.export_client_life_sql)
  package static let exportLifeValue = Query("export_life_value", PackageResources.export_life_value_sql)
  package static let exportSurvival = Query("export_survival", PackageResources.export_survival_sql)
  package static let exportRun = Query("export_run", PackageResources.export_run_sql)
}
