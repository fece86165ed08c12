import Banking
import Cohorts
import Testing

@testable import IdealProfiles

struct ProfileMatchingTests {
  @Test("relabelled profiles find their old selves and nobody has moved")
  func permuted() {
    let old = [0, 0, 1, 1, 2, 2, 3]
    let names = [2, 0, 3, 1]
    let matching = ProfileMatching(
      old: old, new: old.map { names[$0] }, oldCount: 4, newCount: 4, minimumOverlap: 0.25)
    #expect(matching.oldOfNew == [1, 3, 0, 2])
    #expect(matching.overlap == [1, 1, 1, 1])
    #expect(matching.movedClients == 0)
    #expect(matching.retired.isEmpty)
  }

  @Test("the matching is the best as a whole, not profile by profile, as trying every pairing shows")
  func optimal() {
    var random = SeededRandom(seed: 41)
    for _ in 0..<50 {
      let (rows, columns) = (1 + random.below(5), 1 + random.below(5))
      let values = (0..<rows).map { _ in (0..<columns).map { _ in Double(random.below(100)) } }
      let partners = OptimalAssignment.largestTotal(rows: rows, columns: columns) { values[$0][$1] }
      let taken = partners.compactMap { $0 }
      #expect(Set(taken).count == taken.count)
      #expect(taken.count == min(rows, columns))
      let total = partners.indices.reduce(0.0) { sum, row in sum + (partners[row].map { values[row][$0] } ?? 0) }
      #expect(total == best(values, 0, []))
    }
  }

  private func best(_ values: [[Double]], _ row: Int, _ used: Set<Int>) -> Double {
    guard row < values.count else { return 0 }
    var result = best(values, row + 1, used)
    for column in values[row].indices where !used.contains(column) {
      result = max(result, values[row][column] + best(values, row + 1, used.union([column])))
    }
    return result
  }

  @Test("a profile with too little overlap is new, and its clients have moved")
  func fresh() {
    let old = [0, 0, 0, 0, 1, 1, 1, 1]
    let new = [0, 0, 0, 0, 1, 1, 2, 2]
    let matching = ProfileMatching(old: old, new: new, oldCount: 2, newCount: 3, minimumOverlap: 0.25)
    #expect(matching.oldOfNew[0] == 0)
    #expect(matching.oldOfNew.compactMap { $0 }.count == 2)
    #expect(matching.movedClients == 2)
    let none = ProfileMatching(old: [0, 0], new: [0, 0], oldCount: 2, newCount: 1, minimumOverlap: 0.25)
    #expect(none.retired == [1])
    let empty = ProfileMatching(old: [], new: [], oldCount: 2, newCount: 2, minimumOverlap: 0.25)
    #expect(empty.oldOfNew == [nil, nil])
  }

  @Test("a refit on the same data keeps ids and names; ids of profiles that are gone never come back")
  func overnight() async throws {
    let (bank, _) = PlantedBank.threeKinds(600, seed: 5)
    let table = bank.table
    let cohorts = Cohorts(table, minimumMembers: 50)
    var settings = ProfileSettings()
    settings.profileCounts = 3...3
    settings.bootstrapResamples = 3
    let first = await ProfileModel.learn(table, cohorts, settings: settings, seed: 1, threads: 2)
    #expect(first.model.identities.map(\.id) == [1, 2, 3])
    #expect(Set(first.model.identities.map(\.name)).count == 3)
    let again = await ProfileModel.learn(
      table, cohorts, settings: settings, seed: 2, threads: 2, previous: first.model)
    #expect(again.model.identities == first.model.identities)
    #expect(try #require(again.matching).movedClients < 6)
    settings.profileCounts = 2...2
    let fewer = await ProfileModel.learn(
      table, cohorts, settings: settings, seed: 2, threads: 2, previous: again.model)
    settings.profileCounts = 3...3
    let back = await ProfileModel.learn(
      table, cohorts, settings: settings, seed: 2, threads: 2, previous: fewer.model)
    for identity in back.model.identities where !fewer.model.identities.contains(identity) { #expect(identity.id > 3) }
  }
}
