import Banking
import Triggers

extension PolicyTable {
  static let triggers: [Key] = [
    Key("triggers.minimum_probability", \.triggers.minimumProbability, .share),
    Key("triggers.minimum_expected_income", \.triggers.minimumExpectedIncome, .amount(0...1_000_000_000_000)),
    Key("triggers.keep_share", \.triggers.keepShare, .share),
    Key("triggers.offer_stages", \.triggers.offerStages, .words("stages")),
    Key("triggers.retain_stages", \.triggers.retainStages, .words("stages")),
    Key("triggers.validity_days", \.triggers.validityDays, .whole(1...365, "days")),
    Key("triggers.conversion_window_days", \.triggers.conversionWindowDays, .whole(1...730, "days")),
    Key("triggers.maximum_live_per_client", \.triggers.maximumLivePerClient, .whole(0...100, "triggers")),
    Key("triggers.maximum_raised_per_client", \.triggers.maximumRaisedPerClient, .whole(0...100, "triggers")),
    Key("triggers.contact_window_days", \.triggers.contactWindowDays, .whole(1...365, "days")),
    Key("triggers.maximum_raised_per_manager", \.triggers.maximumRaisedPerManager, .whole(0...1000, "triggers")),
    Key("triggers.maximum_retain_share", \.triggers.maximumRetainShare, .share),
    Key("triggers.maximum_live_per_manager", \.triggers.maximumLivePerManager, .whole(0...10_000, "triggers")),
    Key("triggers.control_share", \.triggers.controlShare, .share),
    Key("triggers.control_salt", \.triggers.controlSalt, .text(), isSecret: true),
  ]

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

  /// A client that has left gets no trigger, so no factor.
  static let factors: [Key] =
    Stage.allCases.filter { $0 != .left }.map { stage in
      Key(
        "triggers.context_factors.\(stage.rawValue)", \.triggers.contextFactors[stage, orElse: 1],
        .decimal(0...100, "factor"))
    }
    + TriggerKind.allCases.map { kind in
      Key(
        "triggers.lever_factors.\(kind.rawValue)", \.triggers.leverFactors[kind, orElse: 1],
        .decimal(0...100, "factor"))
    }

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
