/// One query a rule of `xsell check`: column `key`, one row for each row, relation or fact that breaks the rule.
extension Query {
  package static let checkAccountBaseCollapsed = Query(
    "check_account_base_collapsed", PackageResources.check_account_base_collapsed_sql)
  package static let checkAccountBaseShrank = Query(
    "check_account_base_shrank", PackageResources.check_account_base_shrank_sql)
  package static let checkAccountNone = Query("check_account_none", PackageResources.check_account_none_sql)
  package static let checkAccountOlderThanClient = Query(
    "check_account_older_than_client", PackageResources.check_account_older_than_client_sql)
  package static let checkAccountsMoved = Query("check_accounts_moved", PackageResources.check_accounts_moved_sql)
  package static let checkAsOfAhead = Query("check_as_of_ahead", PackageResources.check_as_of_ahead_sql)
  package static let checkBankDuplicate = Query("check_bank_duplicate", PackageResources.check_bank_duplicate_sql)
  package static let checkBankIncomplete = Query("check_bank_incomplete", PackageResources.check_bank_incomplete_sql)
  package static let checkBankUnknown = Query("check_bank_unknown", PackageResources.check_bank_unknown_sql)
  package static let checkClientAttributesNested = Query(
    "check_client_attributes_nested", PackageResources.check_client_attributes_nested_sql)
  package static let checkClientBaseCollapsed = Query(
    "check_client_base_collapsed", PackageResources.check_client_base_collapsed_sql)
  package static let checkClientBaseShrank = Query(
    "check_client_base_shrank", PackageResources.check_client_base_shrank_sql)
  package static let checkClientDatesUnknown = Query(
    "check_client_dates_unknown", PackageResources.check_client_dates_unknown_sql)
  package static let checkClientEmpty = Query("check_client_empty", PackageResources.check_client_empty_sql)
  package static let checkClientKeysChanged = Query(
    "check_client_keys_changed", PackageResources.check_client_keys_changed_sql)
  package static let checkClientManagerGone = Query(
    "check_client_manager_gone", PackageResources.check_client_manager_gone_sql)
  package static let checkClientNoneLeft = Query("check_client_none_left", PackageResources.check_client_none_left_sql)
  package static let checkClientNoPadded = Query("check_client_no_padded", PackageResources.check_client_no_padded_sql)
  package static let checkClientOpeningImprobable = Query(
    "check_client_opening_improbable", PackageResources.check_client_opening_improbable_sql)
  package static let checkClientRekeyed = Query("check_client_rekeyed", PackageResources.check_client_rekeyed_sql)
  package static let checkClientWithoutManager = Query(
    "check_client_without_manager", PackageResources.check_client_without_manager_sql)
  package static let checkContactNone = Query("check_contact_none", PackageResources.check_contact_none_sql)
  package static let checkCurrencyChanged = Query(
    "check_currency_changed", PackageResources.check_currency_changed_sql)
  package static let checkCurrencyUnsound = Query("check_currency_unsound", PackageResources.check_currency_unsound_sql)
  package static let checkIncomeUnknown = Query("check_income_unknown", PackageResources.check_income_unknown_sql)
  package static let checkIndustryUnknown = Query("check_industry_unknown", PackageResources.check_industry_unknown_sql)
  package static let checkLoadEndlessDate = Query(
    "check_load_endless_date", PackageResources.check_load_endless_date_sql)
  package static let checkLoadNoteCount = Query("check_load_note_count", PackageResources.check_load_note_count_sql)
  package static let checkLoadNoteMissing = Query(
    "check_load_note_missing", PackageResources.check_load_note_missing_sql)
  package static let checkLoadNotePast = Query("check_load_note_past", PackageResources.check_load_note_past_sql)
  package static let checkLocaleUnsound = Query("check_locale_unsound", PackageResources.check_locale_unsound_sql)
  package static let checkManagersGone = Query("check_managers_gone", PackageResources.check_managers_gone_sql)
  package static let checkManagersUnknown = Query("check_managers_unknown", PackageResources.check_managers_unknown_sql)
  package static let checkMonthIncomeImprobable = Query(
    "check_month_income_improbable", PackageResources.check_month_income_improbable_sql)
  package static let checkMonthLow = Query("check_month_low", PackageResources.check_month_low_sql)
  package static let checkMonthMissing = Query("check_month_missing", PackageResources.check_month_missing_sql)
  package static let checkMonthGap = Query("check_month_gap", PackageResources.check_month_gap_sql)
  package static let checkMonthLight = Query("check_month_light", PackageResources.check_month_light_sql)
  package static let checkMonthOperationsMissing = Query(
    "check_month_operations_missing", PackageResources.check_month_operations_missing_sql)
  package static let checkMonthLost = Query("check_month_lost", PackageResources.check_month_lost_sql)
  package static let checkMonthShrank = Query("check_month_shrank", PackageResources.check_month_shrank_sql)
  package static let checkMonthThin = Query("check_month_thin", PackageResources.check_month_thin_sql)
  package static let checkOpeningDatesUnknown = Query(
    "check_opening_dates_unknown", PackageResources.check_opening_dates_unknown_sql)
  package static let checkOpeningsAtOnce = Query("check_openings_at_once", PackageResources.check_openings_at_once_sql)
  package static let checkPlaceVariants = Query("check_place_variants", PackageResources.check_place_variants_sql)
  package static let checkPolicyPlaceUnknown = Query(
    "check_policy_place_unknown", PackageResources.check_policy_place_unknown_sql)
  package static let checkPolicyProductUnknown = Query(
    "check_policy_product_unknown", PackageResources.check_policy_product_unknown_sql)
  package static let checkProductMonthLost = Query(
    "check_product_month_lost", PackageResources.check_product_month_lost_sql)
  package static let checkProductMonthMissing = Query(
    "check_product_month_missing", PackageResources.check_product_month_missing_sql)
  package static let checkProductNone = Query("check_product_none", PackageResources.check_product_none_sql)
  package static let checkProductRuleUnknown = Query(
    "check_product_rule_unknown", PackageResources.check_product_rule_unknown_sql)
  package static let checkRegionUnknown = Query("check_region_unknown", PackageResources.check_region_unknown_sql)
  package static let checkTurnoverUnknown = Query("check_turnover_unknown", PackageResources.check_turnover_unknown_sql)
}
