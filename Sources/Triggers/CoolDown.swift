/// How long a client is left in peace about a product after a trigger on it has ended, in days from its end; the day
/// on which they are over is free again. A trigger about the client as a whole cools down likewise, by its kind.
package struct CoolDown: Sendable, Hashable {
  /// By reason of refusal; one that is missing here takes `afterRefusal`.
  package var byReason: [RefusalReason: Int] = [
    .noNeed: 365,  // the business itself has to change first
    .hasItElsewhere: 270,  // contracts elsewhere mostly run for a year; call before the next renewal
    .price: 180,  // tariffs are revised about twice a year
    .notNow: 60,  // two months: long enough not to nag, short enough not to forget
    .wrongData: 30,  // a warehouse correction arrives with the next monthly load
  ]
  /// After a refusal for another reason.
  package var afterRefusal = 180
  /// After the manager called it lost: the client chose, and choices last half a year.
  package var afterLoss = 180
  /// After a win: a product that was won and dropped again is not offered at once, nor woken that was woken.
  package var afterWin = 180
  /// After nobody acted on it: the slot goes to others for a month.
  package var afterExpiry = 30
  /// After the night took it back: two weeks, so that a wobbling figure does not raise and withdraw in turns.
  package var afterWithdrawal = 14

  package init() {}

  /// Days after a final state; 0 for a live one.
  package func days(after state: TriggerState, refusal: RefusalReason?) -> Int {
    switch state {
    case .open, .accepted, .snoozed: 0
    case .declined: refusal.flatMap { byReason[$0] } ?? afterRefusal
    case .lost: afterLoss
    case .won: afterWin
    case .expired: afterExpiry
    case .withdrawn: afterWithdrawal
    }
  }
}
