import Banking
import Triggers

extension PolicyTable {
  static let triggers: [Key] = [
    Key("triggers.minimum_probability", \.triggers.minimumProbability, .share),
    Key("triggers.minimum_expected_income", \.triggers.minimumExpectedIncome, .amount(0...1_000_000_000_000)),
    Key("triggers.keep_share", \.triggers.keepShare, .share),
    Key("triggers.offer_stages", \.triggers.offerStages, .words("stages")),
    Key("triggers.retain_stages", \.triggers.retainStages, .words("stages")),
    Key("triggers.win_back_days", \.triggers.winBackDays, .list(.whole(1...3650, "days"))),
    Key("triggers.win_back_income_quantile", \.triggers.winBackIncomeQuantile, .share),
    Key("triggers.onboarding_products", \.triggers.onboardingProducts, .whole(1...20, "products")),
    Key("triggers.maximum_live_per_client", \.triggers.maximumLivePerClient, .whole(0...100, "conversations")),
    Key("triggers.maximum_raised_per_client", \.triggers.maximumRaisedPerClient, .whole(0...100, "conversations")),
    Key("triggers.contact_window_days", \.triggers.contactWindowDays, .whole(1...365, "days")),
    Key("triggers.maximum_per_conversation", \.triggers.maximumPerConversation, .whole(0...100, "triggers")),
    Key("triggers.maximum_raised_per_manager", \.triggers.maximumRaisedPerManager, .whole(0...1000, "conversations")),
    Key(
      "triggers.maximum_raised_per_manager_week", \.triggers.maximumRaisedPerManagerWeek,
      .whole(0...10_000, "conversations")),
    Key("triggers.maximum_retain_share", \.triggers.maximumRetainShare, .share),
    Key("triggers.maximum_live_per_manager", \.triggers.maximumLivePerManager, .whole(0...10_000, "conversations")),
    Key("triggers.floor_days", \.triggers.floorDays, .whole(1...3650, "days")),
    Key("triggers.floor_share", \.triggers.floorShare, .share),
    Key("triggers.control_share", \.triggers.controlShare, .share),
    Key("triggers.control_salt", \.triggers.controlSalt, .text(), isSecret: true),
  ]

  /// By kind, in order of precedence.
  static let kinds: [Key] = TriggerKind.allCases.flatMap { kind in
    let path = "triggers.kinds.\(kind.rawValue)"
    return [
      Key("\(path).delay", \.triggers.kinds[window: kind].delay, .whole(0...3650, "days")),
      Key("\(path).raise", \.triggers.kinds[window: kind].raise, .whole(0...3650, "days")),
      Key("\(path).validity", \.triggers.kinds[window: kind].validity, .whole(1...365, "days")),
      Key("\(path).conversion", \.triggers.kinds[window: kind].conversion, .whole(1...730, "days")),
      Key("\(path).cool_down", \.triggers.kinds[window: kind].coolDown, .whole(0...3650, "days")),
    ]
  }

  static let coolDown: [Key] =
    RefusalReason.allCases.filter { $0 != .other }.map { reason in
      // A reason without its own days takes `after_refusal`; all but `other` have their own.
      Key(
        "triggers.cool_down.by_reason.\(reason.rawValue)", \.triggers.coolDown.byReason[reason, orElse: 0],
        .whole(0...3650, "days"))
    } + [
      Key("triggers.cool_down.after_refusal", \.triggers.coolDown.afterRefusal, .whole(0...3650, "days")),
      Key("triggers.cool_down.after_loss", \.triggers.coolDown.afterLoss, .whole(0...3650, "days")),
      Key("triggers.cool_down.after_win", \.triggers.coolDown.afterWin, .whole(0...3650, "days")),
      Key("triggers.cool_down.after_expiry", \.triggers.coolDown.afterExpiry, .whole(0...3650, "days")),
      Key("triggers.cool_down.after_withdrawal", \.triggers.coolDown.afterWithdrawal, .whole(0...3650, "days")),
    ]

  static let factors: [Key] =
    Stage.allCases.map { stage in
      Key(
        "triggers.context_factors.\(stage.rawValue)", \.triggers.contextFactors[stage, orElse: 1],
        .decimal(0...100, "factor"))
    }
    + TriggerKind.allCases.map { kind in
      Key(
        "triggers.lever_factors.\(kind.rawValue)", \.triggers.leverFactors[kind, orElse: 1],
        .decimal(0...100, "factor"))
    }
    + TriggerKind.allCases.filter { TriggerPolicy().chances[$0] != nil }.map { kind in
      Key("triggers.chances.\(kind.rawValue)", \.triggers.chances[kind, orElse: 0], .share)
    } + [
      Key("triggers.conversion.strength", \.triggers.conversion.strength, .decimal(0.01...100_000, "triggers")),
      Key("triggers.conversion.least", \.triggers.conversion.least, .decimal(0.01...1, "factor")),
      Key("triggers.conversion.most", \.triggers.conversion.most, .decimal(1...100, "factor")),
      Key("triggers.qualification.known", \.triggers.qualification.known, .decimal(0.01...100, "factor")),
      Key("triggers.qualification.missing", \.triggers.qualification.missing, .decimal(0.01...100, "factor")),
    ]

  /// Of one product in `products`.
  static let productRule: [PolicyKey<ProductRule>] = [
    PolicyKey("never_offer", \.neverOffer, .flag),
    PolicyKey("minimum_turnover", \.minimumTurnover, .optional(.amount(0...1_000_000_000_000_000))),
    PolicyKey("minimum_probability", \.minimumProbability, .optional(.share)),
  ]
}

extension Dictionary where Value: Hashable {
  /// Like `default:`, which takes a closure and so cannot stand in a key path.
  fileprivate subscript(key: Key, orElse fallback: Value) -> Value {
    get { self[key] ?? fallback }
    set { self[key] = newValue }
  }
}

extension Dictionary<TriggerKind, KindWindow> {
  fileprivate subscript(window kind: TriggerKind) -> KindWindow {
    get { self[kind] ?? KindWindow() }
    set { self[kind] = newValue }
  }
}
