import Banking

/// What sets the kinds of triggers apart, in one table: nothing else asks which kind it has before it.
package struct KindTraits: Sendable {
  package enum Subject: Sendable {
    case missingProduct, heldProduct
    /// The client as a whole: the trigger has no product.
    case client
  }

  /// At which stages it makes sense.
  enum Stages: Sendable {
    case any
    /// Those of the policy in which something is sold; a client of unknown stage is sold to.
    case selling
    /// Those of the policy that call for keeping the client.
    case retaining
    case only(Set<Stage>)
  }

  package let subject: Subject
  let stages: Stages
  /// Silenced while the client is to be kept.
  package let isSale: Bool
  /// Its window runs up to the day of the candidate (a maturity) and not from it.
  let countsDown: Bool
  /// Whether how it ended tells how the kind converts also where nobody called: the result shows in the data all the same, and
  /// before its time is over. A call that only an accepted one can win, and a maturity that may be renewed days later, do not.
  package let countsUncalled: Bool

  private init(
    _ subject: Subject, _ stages: Stages, isSale: Bool = false, countsDown: Bool = false, countsUncalled: Bool = true
  ) {
    self.subject = subject
    self.stages = stages
    self.isSale = isSale
    self.countsDown = countsDown
    self.countsUncalled = countsUncalled
  }

  private static let offer = KindTraits(.missingProduct, .selling, isSale: true)
  private static let use = KindTraits(.heldProduct, .selling, isSale: true, countsUncalled: false)
  private static let retain = KindTraits(.client, .retaining, countsUncalled: false)
  private static let renew = KindTraits(.heldProduct, .any, countsDown: true, countsUncalled: false)
  private static let welcome = KindTraits(.client, .only([.onboarding]), isSale: true)
  private static let winBack = KindTraits(.client, .only([.leaving, .left]))
  private static let returned = KindTraits(.client, .only([.returned]), countsUncalled: false)

  fileprivate static func of(_ kind: TriggerKind) -> KindTraits {
    switch kind {
    case .offer: offer
    case .activate, .deepen: use
    case .retain: retain
    case .renew: renew
    case .welcome: welcome
    case .winBack: winBack
    case .returned: returned
    }
  }
}

extension TriggerKind {
  package var traits: KindTraits { .of(self) }
  package var isAboutClient: Bool { traits.subject == .client }
}
