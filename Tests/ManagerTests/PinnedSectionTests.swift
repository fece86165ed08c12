import Banking
import IdealProfiles
import Policy
import PostgresKit
import Testing

@testable import Commands

struct PinnedSectionTests {
  @Test("profiles are printed as a policy pins them, and a policy reads them back")
  func roundTrip() async throws {
    let connection = try await PublishedBank.connection()
    try await connection.script(
      """
      update xsell.cohort set region = 'Riga "Old Town"', industry = 'retail trade', name = 'retail trade' where bank_id = 'HARBOUR' and cohort_id = 1;
      update xsell.profile_fact set name = E'retail: #1\\ntraders' where bank_id = 'HARBOUR' and profile = 0;
      """, label: "names")
    let industry = "retail trade"
    let text = try await answer(
      ProfilesExportCommand.self, "--bank", "HARBOUR", "--cohort", industry, to: connection)
    let pinned = try Policy.load(file: "pinned.yaml", text: text).settings(for: BankID("HARBOUR")).pinnedProfiles
    #expect(pinned.map(\.name).first == "retail: #1\ntraders")
    #expect(pinned.map(\.mode) == [.join, .override])
    for profile in pinned {
      #expect(profile.industries == [industry] && profile.regions == ["Riga \"Old Town\""])
      #expect(profile.products.map(\.rawValue) == ["ACC", "PAYROLL", "ACQ", "CASH"])
    }
    let whole = try await answer(ProfilesExportCommand.self, "--bank", "HARBOUR", to: connection)
    #expect(
      whole.contains("industries: null") && whole.contains("# 412 members, income a month 5,900 EUR, ideal 9,300 EUR"))
    let csv = try await answer(ProfilesExportCommand.self, "--bank", "HARBOUR", "--csv", to: connection)
    #expect(csv.split(separator: "\r\n").count == 11)
  }
}
