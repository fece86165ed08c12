import Triggers

/// The calls that raised triggers make up, in the order of raising.
struct RaisedCalls: Sendable {
  /// Places of the triggers, call after call, each call's in the order of raising.
  private let triggers: [Int32]
  /// Call i has `triggers[starts[i] ..< starts[i + 1]]`.
  private let starts: [Int32]

  /// - Parameter conversations: by raised trigger.
  init(_ conversations: some Collection<ConversationID>) {
    var calls: [ConversationID: Int32] = [:]
    var sizes: [Int32] = []
    let ofTrigger = conversations.map { conversation in
      let call = calls[conversation] ?? Int32(sizes.count)
      if Int(call) == sizes.count {
        calls[conversation] = call
        sizes.append(0)
      }
      sizes[Int(call)] += 1
      return Int(call)
    }
    starts = sizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    var next = starts
    var triggers = [Int32](repeating: 0, count: ofTrigger.count)
    for (trigger, call) in ofTrigger.enumerated() {
      triggers[Int(next[call])] = Int32(trigger)
      next[call] += 1
    }
    self.triggers = triggers
  }

  var count: Int { starts.count - 1 }

  /// Places of the call's triggers among those raised.
  subscript(call: Int) -> ArraySlice<Int32> { triggers[Int(starts[call])..<Int(starts[call + 1])] }
}
