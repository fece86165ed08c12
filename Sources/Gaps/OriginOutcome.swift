import Banking
import Features

/// What the clients of a past origin opened afterwards, read from tonight's spells.
struct OriginOutcome: Sendable {
  let inputs: TransitionInputs
  /// By the origin's client: ascending positions of products opened; nil = not there, or not to be seen any more.
  let opened: [[Int16]?]
  /// By product: openings, and clients that could have.
  let openings: [Int]
  let chances: [Int]
  /// Months of the horizon that have passed.
  let monthsSeen: Int
  /// Months from the origin to tonight.
  let monthsAgo: Int

  init(_ inputs: TransitionInputs, tonight: Snapshot, horizon: Int) {
    self.inputs = inputs
    let origin = inputs.table.snapshot.asOf
    // Counted back from tonight, as origins are: a month after the 30th of June is the 30th of July, and not the 31st.
    monthsAgo = tonight.asOf.calendarMonth.months(since: origin.calendarMonth)
    let seen = max(0, min(horizon, monthsAgo))
    monthsSeen = seen
    let end = tonight.asOf.monthsEarlier(monthsAgo - seen)
    let table = inputs.table
    let opened =
      seen > 0
      ? Openings(after: table, until: end, in: tonight).products
      : [[Int16]?](repeating: nil, count: table.clientCount)
    self.opened = opened
    openings = (0..<table.productCount).map { product in
      opened.reduce(0) { $0 + ($1?.contains(Int16(product)) == true ? 1 : 0) }
    }
    chances = (0..<table.productCount).map { product in
      opened.indices.reduce(0) { $0 + (opened[$1] != nil && !table.holds($1, product) ? 1 : 0) }
    }
  }

  var total: Int { openings.reduce(0, +) }
}
