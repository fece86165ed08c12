import Banking
import Features
import IdealProfiles
import NightFixture
import Nightly
import Policy
import Testing

@Suite("Profiles then and now")
struct ProfileDiffTests {
  @Test("Every client of either date stayed, moved, came or left; one that did not change moves by new profiles only")
  func accounted() async throws {
    let connection = try await LoadedBank.connectPublished()
    try await LoadedBank.night(connection, LoadedBank.june) { $0.refit = true }
    let reading = ProfileDiffReading(connection, bank: SmallNight.bank, settings: try SmallNight.settings)
    let diff = try await reading.diff(from: LoadedBank.may, to: LoadedBank.june)
    #expect(diff.then.fittedOn < diff.now.fittedOn)
    let then = (0..<diff.then.table.clientCount).count { diff.then.table.isPeer($0) }
    let now = (0..<diff.now.table.clientCount).count { diff.now.table.isPeer($0) }
    #expect(diff.stayed + diff.moves.count { $0.from != nil } == then)
    #expect(diff.stayed + diff.moves.count { $0.to != nil } == now)
    let arrived: Int64 = try await connection.value(
      "select count(*) from source.client where opened_on > '\(LoadedBank.may)' and opened_on <= '\(LoadedBank.june)'")
    #expect(diff.moves.count { $0.cause == .arrival } <= Int(arrived))
    #expect(diff.moves.allSatisfy { $0.cause != .profiles || $0.from != nil && $0.to != nil })
    let same = try await reading.diff(from: LoadedBank.may, to: LoadedBank.may)
    #expect(same.moves.isEmpty && same.stayed == then)
    #expect(same.agreement ?? 1 == 1)
  }

  @Test("Before any night fitted profiles there is nothing to compare with")
  func tooEarly() async throws {
    let connection = try await LoadedBank.connectPublished()
    let reading = ProfileDiffReading(connection, bank: SmallNight.bank, settings: try SmallNight.settings)
    await #expect(throws: NightError.self) {
      try await reading.diff(from: LoadedBank.february, to: LoadedBank.june)
    }
  }
}
