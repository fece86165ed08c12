import Banking

/// What one client would be called about tonight: one conversation, whatever the number of its subjects.
struct Proposal {
  /// Position among the input's clients.
  let client: Int
  /// In the order of the headline.
  let members: [Survivor]
  /// The sum of its priorities.
  let value: Double
  let isRetain: Bool
  /// Nobody was asked to call the client for long.
  let isFloor: Bool

  init(client: Int, members: [Survivor], isCalledSeldom: Bool) {
    self.client = client
    self.members = members
    value = members.reduce(0) { $0 + $1.priority }
    isRetain = members.contains { $0.candidate.kind == .retain }
    isFloor = isCalledSeldom && !isRetain
  }

  static func goesBefore(_ a: Proposal, _ b: Proposal) -> Bool {
    a.value != b.value ? a.value > b.value : a.client < b.client
  }
}
