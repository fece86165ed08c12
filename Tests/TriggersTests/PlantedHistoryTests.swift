import Banking
import Testing

@testable import Triggers

/// What one client lives through, day by day, and what was worked out by hand to come of it.
struct PlantedHistory: CustomTestStringConvertible, Sendable {
  struct Day {
    var stage: Stage? = .plateau
    var holds: [Int16] = []
    var hasLeft = false
    var candidates: [Candidate] = []
    /// Whether the money of a maturity has stayed.
    var isRenewed = false
    /// Whether the client has picked up since it was called.
    var hasImproved = false
    /// The manager's answer to everything live, before the night.
    var answer: TriggerAction?
  }

  /// Day 0.
  static let start = BusinessDate(dayNumber: 8766)
  static func day(_ number: Int) -> BusinessDate { start.advanced(byDays: number) }

  let name: String
  let lastDay: Int
  let live: @Sendable (Int) -> Day
  /// `kind raised → how it ended, and when`.
  let expected: [String]

  var testDescription: String { name }

  static let all = [
    PlantedHistory(
      name: "a new client is welcomed a fortnight after opening, once", lastDay: 120,
      live: { day in
        day < 90
          ? Day(stage: .onboarding, candidates: [.offer(World.a), .call(.welcome, since: Self.start)])
          : Day(stage: .growth)
      }, expected: ["welcome 14 → expired 59"]),
    PlantedHistory(
      name: "entry into decline raises, leaving it withdraws", lastDay: 130,
      live: { day in
        (100..<120).contains(day)
          ? Day(stage: .decline, candidates: [.call(.retain, since: Self.day(100))]) : Day()
      }, expected: ["retain 100 → withdrawn 120"]),
    PlantedHistory(
      name: "decline takes the open offer back and keeps offers silent", lastDay: 25,
      live: { day in
        day < 10
          ? Day(candidates: [.offer(World.a)])
          : Day(stage: .decline, candidates: [.offer(World.a), .offer(World.c), .call(.retain, since: Self.day(10))])
      }, expected: ["offer A 0 → withdrawn 10", "retain 10 → open"]),
    PlantedHistory(
      name: "an offer is won when the product appears, called or not", lastDay: 30,
      live: { $0 < 20 ? Day(candidates: [.offer(World.a)]) : Day(holds: [World.a]) },
      expected: ["offer A 0 → won 20"]),
    PlantedHistory(
      name: "an offer nobody acts on expires and comes back a month later", lastDay: 61,
      live: { _ in Day(candidates: [.offer(World.a)]) },
      expected: ["offer A 0 → expired 30", "offer A 60 → open"]),
    PlantedHistory(
      name: "a dormant product woken before the call needs none, and may be deepened later", lastDay: 60,
      live: { day in
        Day(
          holds: [World.a],
          candidates: day < 12 ? [.about(World.a, .activate)] : day < 40 ? [] : [.about(World.a, .deepen)])
      }, expected: ["activate A 0 → withdrawn 12", "deepen A 40 → open"]),
    PlantedHistory(
      name: "a maturity is called about 45 days before, won when the money stays, and again before the next",
      lastDay: 425,
      live: { day in
        let matures = Self.day(day < 90 ? 100 : 465)
        return Day(
          stage: .decline, holds: [World.a], candidates: [.call(.renew, about: World.a, since: matures)],
          isRenewed: (90..<400).contains(day))
      }, expected: ["renew A 55 → won 90", "renew A 420 → open"]),
    PlantedHistory(
      name:
        "a deposit that is renewed for three months is called about three months later, whatever came of its use",
      lastDay: 150,
      live: { day in
        let matures = Self.day(day < 90 ? 100 : 190)
        return Day(
          holds: [World.a],
          candidates: [.call(.renew, about: World.a, since: matures)]
            + ((50..<54).contains(day) ? [.about(World.a, .deepen)] : []),
          isRenewed: (90..<140).contains(day))
      }, expected: ["deepen A 50 → withdrawn 54", "renew A 55 → won 90", "renew A 145 → open"]),
    PlantedHistory(
      name: "what is sold on the day the client asked for is won", lastDay: 130,
      live: { day in
        Day(
          holds: day < 127 ? [] : [World.a], candidates: day < 127 ? [.offer(World.a)] : [],
          answer: day == 2 ? .snooze(until: Self.day(120)) : day == 121 ? .accept : nil)
      }, expected: ["offer A 0 → won 127"]),
    PlantedHistory(
      name: "a maturity that passes is not called about any more", lastDay: 110,
      live: { day in
        Day(
          holds: day <= 100 ? [World.a] : [],
          candidates: day < 100 ? [.call(.renew, about: World.a, since: Self.day(100))] : [])
      }, expected: ["renew A 55 → expired 101"]),
    PlantedHistory(
      name: "another contract that matures later is no renewal", lastDay: 110,
      live: { day in
        let matures = Self.day(day < 100 ? 100 : 465)
        return Day(holds: [World.a], candidates: [.call(.renew, about: World.a, since: matures)])
      }, expected: ["renew A 55 → expired 101"]),
    PlantedHistory(
      name: "two contracts that mature within a month are called about in turn", lastDay: 121,
      live: { day in
        let matures = day < 100 ? 100 : 120
        return Day(
          holds: [World.a], candidates: day < 120 ? [.call(.renew, about: World.a, since: Self.day(matures))] : [])
      }, expected: ["renew A 55 → expired 101", "renew A 116 → expired 121"]),
    PlantedHistory(
      name: "a deposit that is renewed every four weeks is called about every time", lastDay: 160,
      live: { day in
        let matures = day < 100 ? 100 : day < 128 ? 128 : 156
        return Day(
          holds: [World.a], candidates: [.call(.renew, about: World.a, since: Self.day(matures))],
          isRenewed: day == 100 || day == 128 || day == 156)
      }, expected: ["renew A 55 → won 100", "renew A 115 → won 128", "renew A 143 → won 156"]),
    PlantedHistory(
      name: "a deposit that is renewed every week is not called about every week", lastDay: 60,
      live: { day in
        Day(
          holds: [World.a], candidates: [.call(.renew, about: World.a, since: Self.day((day / 7 + 1) * 7))],
          isRenewed: day % 7 == 0 && day > 0)
      }, expected: ["renew A 0 → won 7", "renew A 22 → won 28", "renew A 43 → won 49"]),
    PlantedHistory(
      name: "a contract that is closed early takes its call along, the next one has its own", lastDay: 110,
      live: { day in
        Day(holds: [World.a], candidates: [.call(.renew, about: World.a, since: Self.day(day < 70 ? 100 : 120))])
      }, expected: ["renew A 55 → withdrawn 70", "renew A 84 → open"]),
    PlantedHistory(
      name: "an accepted maturity is won by a contract opened days after it", lastDay: 110,
      live: { day in
        Day(
          holds: day < 100 || day >= 103 ? [World.a] : [],
          candidates: day < 100 ? [.call(.renew, about: World.a, since: Self.day(100))] : [], isRenewed: day >= 103,
          answer: day == 60 ? .accept : nil)
      }, expected: ["renew A 55 → won 103"]),
    PlantedHistory(
      name: "a client that left is won back in three steps, each once", lastDay: 500,
      live: { _ in Day(stage: .left, hasLeft: true, candidates: [.call(.winBack, since: Self.start)]) },
      expected: ["win_back 90 → expired 120", "win_back 180 → expired 210", "win_back 360 → expired 390"]),
    PlantedHistory(
      name: "a client that comes back is won, and greeted", lastDay: 140,
      live: { day in
        day < 100
          ? Day(stage: .left, candidates: [.call(.winBack, since: Self.start)])
          : Day(stage: .returned, candidates: [.call(.returned, since: Self.day(100))])
      }, expected: ["win_back 90 → won 100", "returned 100 → expired 130"]),
    PlantedHistory(
      name: "who says no need is left alone for a year", lastDay: 380,
      live: { day in Day(candidates: [.offer(World.a)], answer: day == 5 ? .decline(.noNeed) : nil) },
      expected: ["offer A 0 → declined 5", "offer A 370 → open"]),
    PlantedHistory(
      name: "who asks to be called on a day is on the list of that morning", lastDay: 60,
      live: { day in
        Day(candidates: [.offer(World.a)], answer: day == 5 ? .decline(.notNow, askOn: Self.day(50)) : nil)
      }, expected: ["offer A 0 → declined 5", "offer A 49 → open"]),
    PlantedHistory(
      name: "what was accepted is followed for the conversion window", lastDay: 100,
      live: { day in Day(candidates: [.offer(World.a)], answer: day == 5 ? .accept : nil) },
      expected: ["offer A 0 → expired 91"]),
    PlantedHistory(
      name: "a kept client is won for retaining", lastDay: 60,
      live: { day in
        let isDown = day < 40
        return Day(
          stage: isDown ? .leaving : .plateau, candidates: isDown ? [.call(.retain, since: Self.start)] : [],
          hasImproved: !isDown, answer: day == 3 ? .accept : nil)
      }, expected: ["retain 0 → won 40"]),
    PlantedHistory(
      name: "a fall that ends far below is nothing won", lastDay: 100,
      live: { day in
        let isDown = day < 40
        return Day(
          stage: isDown ? .leaving : .plateau, candidates: isDown ? [.call(.retain, since: Self.start)] : [],
          answer: day == 3 ? .accept : nil)
      }, expected: ["retain 0 → expired 91"]),
    PlantedHistory(
      name: "what was accepted and put off comes back for the morning asked for, accepted", lastDay: 100,
      live: { day in
        Day(
          candidates: day < 10 ? [.offer(World.a)] : [],
          answer: day == 5 ? .accept : day == 8 ? .snooze(until: Self.day(20)) : nil)
      }, expected: ["offer A 0 → expired 91"]),
    PlantedHistory(
      name: "a welcome refused is a refusal of its products", lastDay: 380,
      live: { day in
        day < 20
          ? Day(
            stage: .onboarding, candidates: [.call(.welcome, since: Self.start)],
            answer: day == 15 ? .decline(.noNeed) : nil)
          : Day(candidates: [.offer(World.a)])
      }, expected: ["welcome 14 → declined 15", "offer A 380 → open"]),
  ]
}

struct PlantedHistoryTests {
  @Test("planted histories give the triggers and dates worked out by hand", arguments: PlantedHistory.all)
  func histories(history: PlantedHistory) throws {
    var world = World()
    world.add([])
    for number in 0...history.lastDay {
      let day = history.live(number)
      world.asOf = PlantedHistory.day(number)
      world.clients[0].stage = day.stage
      world.clients[0].hasLeft = day.hasLeft
      world.held[0] = day.holds.reduce(0) { $0 | 1 << UInt64($1) }
      world.candidates[0] = day.candidates
      world.improved = day.hasImproved ? [0] : []
      for place in world.existing.indices {
        let trigger = world.existing[place]
        let stays = trigger.kind == .renew && !trigger.state.isFinal && day.isRenewed
        world.existing[place].renewedOn = stays ? world.asOf : nil
        if trigger.kind == .welcome { world.existing[place].products = [ProductCode("A")] }
      }
      if let answer = day.answer {
        for trigger in world.existing where !trigger.state.isFinal { try world.act(answer, on: trigger.id) }
      }
      try world.apply(world.decide())
    }
    #expect(world.existing.map(line) == history.expected)
  }

  private func line(_ trigger: ExistingTrigger) -> String {
    func number(_ day: BusinessDate) -> Int { Int(day.dayNumber - PlantedHistory.start.dayNumber) }
    let what = [trigger.kind.rawValue, trigger.product?.rawValue].compactMap { $0 }.joined(separator: " ")
    let end = trigger.endedOn.map { " \(number($0))" } ?? ""
    return "\(what) \(number(trigger.raisedOn)) → \(trigger.state.rawValue)\(end)"
  }
}
