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
  let isSale: Bool
  /// Its window runs up to the day of the candidate (a maturity) and not from it.
  let countsDown: Bool
  /// Whether its result shows in the data whether anybody called or not; else only a call that was accepted can be won.
  package let showsUncalled: Bool

  private init(
    _ subject: Subject, _ stages: Stages, isSale: Bool = false, countsDown: Bool = false, showsUncalled: Bool = true
  ) {
    self.subject = subject
    self.stages = stages
    self.isSale = isSale
    self.countsDown = countsDown
    self.showsUncalled = showsUncalled
  }

  private static let offer = KindTraits(.missingProduct, .selling, isSale: true)
  private static let use = KindTraits(.heldProduct, .selling, isSale: true, showsUncalled: false)
  private static let retain = KindTraits(.client, .retaining, showsUncalled: false)
  private static let renew = KindTraits(.heldProduct, .any, countsDown: true)
  private static let welcome = KindTraits(.client, .only([.onboarding]), isSale: true)
  private static let winBack = KindTraits(.client, .only([.leaving, .left]))
  private static let returned = KindTraits(.client, .only([.returned]), showsUncalled: false)

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
