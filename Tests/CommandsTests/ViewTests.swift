import Banking
import Testing
import Wording

@testable import Commands

struct ViewTests {
  private func plain(_ text: String) -> String { String(text.map { $0 == "\u{00A0}" ? " " : $0 }) }

  private func card(_ sample: Sample, _ facts: CardFacts? = nil, width: Int? = 100) -> String {
    CardView.render(
      facts ?? sample.card, sample.recommendations, language: sample.language, style: .plain, width: width)
  }

  private func worklist(_ sample: Sample, _ calls: [[TriggerFacts]]? = nil, width: Int? = 100) -> String {
    WorklistView.render(
      calls ?? sample.calls, owner: sample.card.managerName ?? "", asOf: Sample.asOf,
      language: sample.language, style: .plain, width: width)
  }

  /// Every page there is, in one language.
  private func pages(_ sample: Sample, style: Style, width: Int?) -> [String] {
    let language = sample.language
    return [
      CardView.render(sample.card, sample.recommendations, language: language, style: style, width: width),
      RecommendationView.render(sample.recommendations[1], language: language, style: style, width: width),
      TriggerView.render(
        sample.worklist[0], recommendation: sample.recommendations[0], events: sample.events, language: language,
        style: style, width: width),
      ProfilesView.render(sample.profiles[0], language: language, style: style, width: width),
      RunsView.renderList([sample.run], language: language, style: style, width: width),
      RunsView.render(sample.run, language: language, style: style, width: width),
      WorklistView.render(
        sample.calls, owner: "", asOf: Sample.asOf, language: language, style: style, width: width),
      ProfilesView.renderList(sample.profiles, language: language, style: style, width: width),
    ]
  }

  @Test("a card says who the client is, what it is worth, what to offer and why")
  func cards() {
    #expect(plain(card(Sample(isRussian: false))) == Snapshots.cardEnglish)
    #expect(plain(card(Sample(isRussian: true))) == Snapshots.cardRussian)
  }

  @Test("a worklist is a line a client, under it what to say, clients to keep first, and a total")
  func worklists() {
    #expect(plain(worklist(Sample(isRussian: false))) == Snapshots.worklistEnglish)
    #expect(plain(worklist(Sample(isRussian: true))) == Snapshots.worklistRussian)
  }

  @Test("a trigger shows its reason and its history, a profile its ideal client")
  func triggerAndProfile() {
    let sample = Sample(isRussian: false)
    let pages = pages(sample, style: .plain, width: 100)
    #expect(plain(pages[2]) == Snapshots.triggerEnglish)
    #expect(plain(pages[3]) == Snapshots.profileEnglish)
  }

  @Test("no page is wider than a terminal of 100 columns", arguments: [false, true])
  func widths(isRussian: Bool) {
    for page in pages(Sample(isRussian: isRussian), style: .plain, width: 100) {
      for line in page.split(separator: "\n") { #expect(TextWidth.of(String(line)) <= 100, "\(line)") }
    }
  }

  @Test("a wide terminal shows names whole, and without a terminal nothing is cut", arguments: [160, nil])
  func nothingIsCut(width: Int?) {
    for isRussian in [false, true] {
      let pages = pages(Sample(isRussian: isRussian), style: .plain, width: width)
      #expect(pages.allSatisfy { !$0.contains("…") })
    }
  }

  @Test("without colour and Unicode no page of English holds an escape sequence or a box-drawing character")
  func plainest() {
    let style = Style(isTerminal: true, environment: ["NO_COLOR": "1", "LANG": "C"])
    for page in pages(Sample(isRussian: false), style: style, width: 80) {
      #expect(!page.contains("\u{1B}") && !page.contains("─") && !page.contains("█") && !page.contains("…"))
    }
  }

  @Test("where the bank supplies no income and no history, the card says so")
  func unknowns() {
    let sample = Sample(isRussian: false)
    let facts = CardFacts(
      bankName: "B", clientName: "C", clientNumber: "1", asOf: Sample.asOf, currency: "EUR", cohortName: "B",
      cohortLevel: "bank", profileName: "all", basis: "holding")
    let recommendations = sample.recommendations.map { known in
      var unknown = known
      (unknown.typical, unknown.low, unknown.high, unknown.expected) = (nil, nil, nil, nil)
      return unknown
    }
    let text = CardView.render(facts, recommendations, language: sample.language, style: .plain, width: 100)
    let lines = text.split(separator: "\n").map(String.init)
    for note in [Note.incomeUnknown, .holdingNotOpening] {
      #expect(lines.contains(sample.language.note(note)))
    }
    #expect(text.contains("Stage            unknown"))
    #expect(!text.contains("Worth") && !text.contains("within 3 months"))
  }

  @Test("where there is nothing to show, that is said")
  func nothing() {
    let sample = Sample(isRussian: false)
    #expect(worklist(sample, []).contains("No open conversations."))
    #expect(
      CardView.render(sample.card, [], language: sample.language, style: .plain, width: 100)
        .contains("Nothing is missing"))
    #expect(
      ProfilesView.renderList([], language: sample.language, style: .plain, width: nil)
        == "No profiles have been published yet.\n")
    #expect(RunsView.renderList([], language: sample.language, style: .plain, width: nil) == "No runs yet.\n")
  }

  @Test("a conversation that is not open says how it stands instead of why")
  func states() {
    let sample = Sample(isRussian: false)
    var triggers = sample.worklist
    triggers[1].state = "accepted"
    #expect(worklist(sample, [triggers], width: nil).contains("accepted"))
    #expect(!worklist(sample, width: nil).contains("State"))
  }

  @Test("a client's name cannot steer the terminal", arguments: [60, 100, nil])
  func hostileName(width: Int?) {
    let sample = Sample(isRussian: false)
    var facts = sample.card
    facts.clientName = "Acme\u{1B}[2J\nLtd"
    facts.profileName = "a\u{7}b"
    #expect(card(sample, facts, width: width).contains("Acme[2J Ltd · 7701234567"))
    #expect(!card(sample, facts, width: width).contains("\u{1B}"))
    #expect(!card(sample, facts, width: width).contains("\u{7}"))
  }
}
