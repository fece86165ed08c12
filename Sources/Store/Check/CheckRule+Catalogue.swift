import Schema

extension CheckRule {
  static let bank: [CheckRule] = [
    .rows(
      "bank_unknown", "bank", .error, .checkBankUnknown, "the bank is not in source.bank",
      "add it, or name one that is there with --bank"),
    .rows(
      "bank_duplicate", "bank", .error, .checkBankDuplicate, "the bank has more than one row", "keep one row a bank"),
    .rows(
      "bank_incomplete", "bank", .error, .checkBankIncomplete, "the bank lacks its name, currency or locale",
      "fill them in"),
    .rows(
      "currency_unsound", "bank", .warning, .checkCurrencyUnsound, "the currency is no ISO 4217 code",
      "write three capital letters, such as EUR"),
    .rows(
      "currency_changed", "bank", .warning, .checkCurrencyChanged,
      "the currency is another than at the last published run, in which open calls still have their amounts",
      "see whether all amounts were converted with it; run nightly --refit once they are", needs: "xsell.publication"),
    .rows(
      "locale_unsound", "bank", .warning, .checkLocaleUnsound, "the locale names no language",
      "write a language such as en, ru or ru_RU"),
  ]

  static let manager: [CheckRule] = [
    .fault(
      "manager_key_missing", "manager", "managers without key, name, branch or active flag are left out",
      "fill in the columns", escalation: .never),
    .fault(
      "manager_duplicate", "manager", "managers whose key stands more than once are left out",
      "keep one row a manager", escalation: .never),
    .rows(
      "managers_gone", "manager", .error, .checkManagersGone,
      "many of the managers that have calls and clients are not there any more or are set aside, so that their calls would go to queues",
      "see whether source.manager is loaded, with one row a manager; who has left keeps a row that is not active, or gives clients away",
      needs: "xsell.trigger_record"),
    .rows(
      "managers_unknown", "manager", .information, .checkManagersUnknown,
      "no active manager is known, so that all calls stand in the queues of branches and of the bank"),
  ]

  static let product: [CheckRule] = [
    .rows(
      "product_none", "product", .error, .checkProductNone,
      "no sound product is left, so there is nothing to recommend",
      "fill source.product"),
    .fault(
      "product_key_missing", "product", "products without code, name, family or sellable flag are left out",
      "fill in the columns"),
    .fault(
      "product_duplicate", "product", "products whose code stands more than once are left out",
      "keep one row a product"),
    .fault(
      "product_unknown_income_kind", "product",
      "products whose income kind is none of interest, fee, fx, other are left out",
      "correct income_kind"),
    .rows(
      "product_rule_unknown", "product", .warning, .checkProductRuleUnknown,
      "products require or exclude a product that is not there, so the rule can never be met or broken",
      "correct requires and excludes"),
    .rows(
      "policy_product_unknown", "product", .warning, .checkPolicyProductUnknown,
      "the policy names products that are not there, so what it says of them does nothing",
      "correct them in the policy, or say it in the section of the bank that has them"),
  ]

  static let client: [CheckRule] = clientFaults + clientFacts

  private static let clientFaults: [CheckRule] = [
    .rows(
      "client_empty", "client", .error, .checkClientEmpty, "the bank has no clients", "load source.client"),
    .rows(
      "client_none_left", "client", .error, .checkClientNoneLeft, "no sound client is known on the as-of date",
      "correct the rows named here, or choose a later date with --as-of"),
    .rows(
      "client_base_collapsed", "client", .error, .checkClientBaseCollapsed,
      "far fewer clients than in the last published run",
      "see whether the load was cut short; if the clients are gone, raise check.shrink_error_share in the policy",
      needs: "xsell.publication"),
    .rows(
      "client_base_shrank", "client", .warning, .checkClientBaseShrank,
      "clearly fewer clients than in the last published run", "see whether the load was complete",
      needs: "xsell.publication"),
    .rows(
      "client_keys_changed", "client", .error, .checkClientKeysChanged,
      "clients that are published are no clients any more: they have got other keys",
      "keep client_id as it was; if the clients are gone, raise check.shrink_error_share in the policy",
      needs: "xsell.client_result"),
    .rows(
      "client_rekeyed", "client", .warning, .checkClientRekeyed,
      "clients that had calls have another key now and their old number: their calls end, and what they refused is forgotten",
      "keep client_id as it was", needs: "xsell.client_result"),
    .fault(
      "client_key_missing", "client", "clients without key, number, name or contact permission are left out",
      "fill in client_id, client_no, name and contact_allowed"),
    .fault(
      "client_duplicate", "client", "clients whose key or number stands more than once are left out",
      "keep one row a client and one client a number"),
    .fault(
      "client_endless_date", "client", "clients with an opening date of infinity are left out",
      "write null where there is no date"
    ),
    .fault(
      "client_closed_before_opened", "client", "clients who left before they came are left out",
      "correct opened_on or closed_on"),
    .fault(
      "client_absurd_turnover", "client", "clients with an absurd turnover are left out",
      "correct annual_turnover, or leave it empty where it is not known"),
    .fault(
      "client_attributes_not_an_object", "client", "clients whose attributes are no JSON object are left out",
      "write one flat object, such as {\"employees\": 12}"),
  ]

  private static let clientFacts: [CheckRule] = [
    .rows(
      "client_attributes_nested", "client", .warning, .checkClientAttributesNested,
      "attributes that are objects or lists themselves are ignored", "write one flat object"),
    .rows(
      "client_without_manager", "client", .warning, .checkClientWithoutManager,
      "calls of clients without a manager stand in their branch's queue", "fill in manager_id"),
    .rows(
      "client_manager_gone", "client", .warning, .checkClientManagerGone,
      "calls of clients whose manager is unknown or inactive stand in their branch's queue", "give them another manager"
    ),
    .rows(
      "contact_none", "client", .warning, .checkContactNone,
      "no client may be approached, so that no call is raised and open ones are taken back",
      "see whether contact_allowed is loaded"),
    .rows(
      "client_no_padded", "client", .warning, .checkClientNoPadded,
      "numbers of clients begin or end with a space, so that nobody can type them", "trim client_no"),
    .rows(
      "client_opening_improbable", "client", .warning, .checkClientOpeningImprobable,
      "clients came before 1901, and count as a century old", "write null where the date is not known"),
    .rows(
      "place_variants", "client", .warning, .checkPlaceVariants,
      "regions or industries differ from another one in capitals or spaces alone, so that their clients are no peers",
      "write each in one way"),
    .future("client_future", "client", "clients who came after the as-of date are left out, which is no fault"),
    .rows(
      "client_dates_unknown", "client", .information, .checkClientDatesUnknown,
      "no client has an opening date, so tenure is unknown"),
    .rows(
      "turnover_unknown", "client", .information, .checkTurnoverUnknown, "no client has a turnover, so size is unknown"),
    .rows("region_unknown", "client", .information, .checkRegionUnknown, "no client has a region"),
    .rows(
      "policy_place_unknown", "client", .warning, .checkPolicyPlaceUnknown,
      "the policy pins profiles to regions or industries of which no client is",
      "correct them in the policy, or say it in the section of the bank that has them"),
    .rows("industry_unknown", "client", .information, .checkIndustryUnknown, "no client has an industry"),
  ]

  static let account: [CheckRule] = [
    .rows(
      "account_base_collapsed", "account", .error, .checkAccountBaseCollapsed,
      "far fewer accounts than in the last published run",
      "see whether the load was cut short; if the accounts are gone, raise check.shrink_error_share in the policy",
      needs: "xsell.publication"),
    .rows(
      "account_base_shrank", "account", .warning, .checkAccountBaseShrank,
      "clearly fewer accounts than in the last published run, so that products are offered that clients have",
      "see whether the load was complete", needs: "xsell.publication"),
    .rows(
      "account_none", "account", .warning, .checkAccountNone, "no sound account is left, so nobody holds anything",
      "fill source.account"),
    .fault(
      "account_key_missing", "account", "accounts without key, client or product are left out", "fill in the columns"),
    .fault(
      "account_duplicate", "account", "accounts whose key stands more than once are left out", "keep one row an account"
    ),
    .fault(
      "account_orphan", "account", "accounts of clients who are not there are left out",
      "load the client or drop the account"),
    .fault(
      "account_unknown_product", "account", "accounts of products that are not there are left out",
      "add the product or correct product_code"),
    .fault(
      "account_endless_date", "account", "accounts with an opening date of infinity are left out",
      "write null where there is no date"),
    .fault(
      "account_closed_before_opened", "account", "accounts closed before they were opened are left out",
      "correct opened_on or closed_on"),
    .rows(
      "account_older_than_client", "account", .warning, .checkAccountOlderThanClient,
      "accounts are older than their client; they are kept", "correct one of the two opening dates"),
    .rows(
      "openings_at_once", "account", .warning, .checkOpeningsAtOnce,
      "most clients that came to a product did so on one day: nobody chose it, and the night learns nothing from that day",
      "write when the account that was replaced or taken over was opened"),
    .rows(
      "accounts_moved", "account", .warning, .checkAccountsMoved,
      "most of what was opened on one day had been closed by other clients that day: clients were merged, and all chances are too high "
        + "until the month is past",
      "write when the account that was taken over was opened, or name the day in night.moved_on of the policy"),
    .future("account_future", "account", "accounts opened after the as-of date are left out, which is no fault"),
    .rows(
      "opening_dates_unknown", "account", .information, .checkOpeningDatesUnknown,
      "no account has an opening date, so how products are taken up cannot be learnt from the past"),
  ]

  static let load: [CheckRule] = [
    .rows(
      "as_of_ahead", "load", .error, .checkAsOfAhead,
      "the as-of date lies too far ahead of the latest load note",
      "correct --as-of, load newer data, or raise check.maximum_days_ahead in the policy"),
    .rows(
      "load_endless_date", "load", .warning, .checkLoadEndlessDate,
      "notes with a business date of infinity are ignored",
      "write the date that the load is of"),
    .rows(
      "load_note_missing", "load", .warning, .checkLoadNoteMissing,
      "the warehouse has not noted that the load for the as-of date is complete",
      "wait for the load, or have the warehouse write source.load", escalation: .loadNote),
    .rows(
      "load_note_count", "load", .warning, .checkLoadNoteCount, "relations hold another number of rows than was noted",
      "see whether the load was cut short", escalation: .loadNote),
    .rows(
      "load_note_past", "load", .information, .checkLoadNotePast,
      "a past date is run again, so load notes are not compared"),
  ]
}
