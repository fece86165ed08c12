import Testing

@testable import Commands

struct ManagerSearchTests {
  @Test(
    "the database is asked by what it reads as Unicode does; the rest is left open",
    arguments: [
      ("17", "17"), ("Anna Petrova", "anna petrova"), ("J. Smith-Bell", "j. smith-bell"), ("100%_", "100%%"),
      ("Erik", "eri%"), ("Анна Li", "%%%% li"), ("Cafe\u{301}", "caf%"), ("", ""),
    ])
  func pattern(wanted: String, pattern: String) {
    #expect(ManagerSearch(wanted: wanted, bank: nil).pattern == pattern)
  }
}
