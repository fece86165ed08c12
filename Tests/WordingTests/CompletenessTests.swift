import Banking
import TestBank
import Testing
import Triggers

@testable import Wording

/// Every code has words of its own in every language.
struct CompletenessTests {
  private func isWorded(_ words: some Sequence<String>, _ language: any Language, _ codes: some Sequence<String>) {
    let words = Array(words)
    for (word, code) in zip(words, codes) {
      #expect(!word.isEmpty)
      if language.code != "en" { #expect(word != code && !word.contains(code)) }
      #expect(!word.contains("_"))
    }
    #expect(Set(words).count == words.count, "two codes share a wording: \(words)")
  }

  private func areWorded<Term: CaseIterable & RawRepresentable<String>>(
    _ type: Term.Type, _ language: any Language, _ word: (Term) -> String
  ) {
    isWorded(Term.allCases.map(word), language, Term.allCases.map(\.rawValue))
  }

  @Test("every status has a cell and a sentence", arguments: Languages.all.indices)
  func statuses(place: Int) {
    let language = Languages.all[place]
    areWorded(OfferStatus.self, language) { language.cell($0) }
    areWorded(StatusFact.self, language) { language.cell($0, other: nil) }
    areWorded(StatusFact.self, language) { language.cell($0, other: "X") }
    areWorded(Stage.self, language) { language.cell(suppressedAt: $0) }
    let sentences =
      OfferStatus.allCases.map { language.sentence($0, product: "X") }
      + StatusFact.allCases.map { language.sentence($0, product: "X", other: nil) }
      + StatusFact.allCases.map { language.sentence($0, product: "X", other: "Y") }
      + Stage.allCases.map { language.sentence(suppressedAt: $0, product: "X") }
    for sentence in sentences { #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase != false) }
  }

  @Test("what a night can say of a recommendation has words, whatever it is", arguments: Languages.all.indices)
  func everyStatus(place: Int) {
    let language = Languages.all[place]
    let sentences = RecommendationStatus.every.map { status -> String in
      #expect(OfferStatus(rawValue: status.word) != nil)
      var facts = Sample.recommendation("X", profile: "traders", status: Code(status.word))
      facts.statusFact = status.fact.map { Code($0) }
      #expect(facts.statusFact == nil || facts.statusFact?.term != nil || facts.suppressingStage != nil)
      return language.statusSentence(facts)
    }
    #expect(Set(sentences).count == sentences.count)
  }

  @Test("every name is worded", arguments: Languages.all.indices)
  func names(place: Int) {
    let language = Languages.all[place]
    #expect(language.drivers.count == Driver.allCases.count)
    areWorded(Driver.self, language) { language.name(Code($0)) }
    areWorded(ProfileTrait.self, language) { language.profile($0.rawValue) }
    areWorded(Gap.self, language) { language.name($0) }
    areWorded(Stage.self, language) { language.name($0) }
    areWorded(Segment.self, language) { language.name($0) }
    areWorded(TriggerState.self, language) { language.name($0) }
    areWorded(RunState.self, language) { language.name($0) }
    areWorded(RunKind.self, language) { language.name($0) }
    areWorded(RefusalReason.self, language) { language.name($0) }
    isWorded(NightNote.allCases.map { language.name($0) }, language, NightNote.allCases.map { "\($0)" })
    areWorded(CohortLevel.self, language) { language.name($0) }
    areWorded(QualificationItem.self, language) { language.name($0) }
    areWorded(QualificationAnswer.self, language) { language.name($0) }
    areWorded(PriorityTerm.self, language) { language.name($0) }
    areWorded(FallenMeasure.self, language) { language.name($0) }
    areWorded(TriggerKind.self, language) { language.action($0, product: "X") }
    areWorded(TriggerKind.self, language) { language.action($0, product: nil) }
  }

  @Test("every label, title, heading and note is there", arguments: Languages.all.indices)
  func labels(place: Int) {
    let language = Languages.all[place]
    #expect(Set(language.labels.keys) == Set(Label.allCases))
    #expect(Set(language.titles.keys) == Set(ColumnTitle.allCases))
    isWorded(Heading.allCases.map(language.heading), language, Heading.allCases.map { "\($0)" })
    isWorded(Note.allCases.map(language.note), language, Note.allCases.map { "\($0)" })
    #expect(language.note(on: "holding") == language.note(.holdingNotOpening))
    #expect(language.note(on: "penetration") == language.note(.shareNotForecast))
    #expect(language.note(on: "transitions") == nil)
  }

  @Test("every kind of trigger has its reason and something to say", arguments: Languages.all.indices)
  func talkingPoints(place: Int) {
    let language = Languages.all[place]
    for kind in TriggerKind.allCases {
      var facts = Sample.trigger(.init(kind), product: kind.isAboutClient ? nil : "Deposit")
      (facts.since, facts.fellBy, facts.products) = ("2026-03", 0.62, ["A", "B"])
      (facts.referenceMembers, facts.referenceHolders) = (412, 251)
      #expect(!language.why(facts).isEmpty)
      #expect((2...3).contains(language.talkingPoints(facts).count), "\(kind)")
      facts.kind = "split_up"
      #expect(language.talkingPoints(facts).isEmpty)
    }
  }

  @Test("what a client brought is an average: of a client of a few months no year is told")
  func average() {
    let facts = Sample.trigger(.init(.retain), product: nil)
    #expect(English().talkingPoints(facts).map(Sample.plain) == ["On average it brought 1,940 EUR a month"])
    #expect(Russian().talkingPoints(facts).map(Sample.plain) == ["В среднем приносил 1 940 EUR в месяц"])
  }

  @Test("a fall says from when it is low, and whether the season is taken out of its amounts")
  func fall() {
    var facts = Sample.trigger(.init(.retain), product: nil)
    (facts.since, facts.fellBy, facts.former) = ("2026-03", 0.62, Money(minorUnits: 340_000))
    #expect(English().why(facts) == "income −62\u{00A0}%, low since 2026-03")
    for (language, season) in [
      (English() as any Language, "the bank's season taken out"), (Russian(), "с поправкой на сезонность банка"),
    ] {
      facts.isWithoutSeason = true
      #expect(language.talkingPoints(facts).joined().hasSuffix(season))
      facts.isWithoutSeason = false
      #expect(!language.talkingPoints(facts).joined().contains(season))
    }
  }

  @Test("a line of history is in the reader's language but for a manager's own words")
  func history() {
    func words(_ note: String, _ state: Code<TriggerState>, byNight: Bool = false) -> String {
      Russian().words(ofNote: note, to: state, byNight: byNight)
    }
    #expect(words("reason_gone", "withdrawn", byNight: true) == "повода больше нет")
    #expect(words("priority follows what was found out", "open", byNight: true).hasPrefix("приоритет"))
    #expect(words("moved to the queue", "open", byNight: true) == "передан в очередь")
    #expect(words("until 2026-07-15: on holiday", "snoozed") == "до 2026-07-15: on holiday")
    #expect(words("not_now until 2026-08-01: later", "declined") == "не сейчас до 2026-08-01: later")
    for own in ["stage fright", "until the end of time", "until 2026", "", "retain", "reason_gone"] {
      #expect(words(own, "declined") == own)
    }
    for own in ["price agreed, contract on Friday", "until 2026-09-01 she is away", "retain"] {
      #expect(words(own, "accepted") == own)
    }
    #expect(
      English().words(ofNote: "price: until 2026-09-01 too dear", to: "declined", byNight: false)
        == "price: until 2026-09-01 too dear")
  }

  @Test("where fewer of its peers hold a product than decided, the share that decided is told")
  func deciding() {
    var facts = Sample.trigger(.init(.offer), product: "Payroll")
    (facts.referenceMembers, facts.referenceHolders, facts.penetration) = (40, 12, 0.31)
    #expect(Sample.plain(English().talkingPoints(facts)[0]) == "30 % of 40 clients like it have it")
    for (members, holders) in [(40, 9), (7, 0), (2, 1)] {
      (facts.referenceMembers, facts.referenceHolders) = (members, holders)
      #expect(Sample.plain(English().talkingPoints(facts)[0]) == "About 31 % of clients of its kind have it")
      #expect(Sample.plain(English().why(facts)) == "about 31 % of its kind")
      var few = facts
      (few.referenceHolders, few.penetration) = (0, 0.03)
      #expect(English().why(few).isEmpty)
      few.kind = .init(.deepen)
      few.penetration = 0.31
      #expect(English().talkingPoints(few).allSatisfy { !$0.contains("About") })
      #expect(Sample.plain(Russian().talkingPoints(facts)[0]) == "Есть примерно у 31 % клиентов такого рода")
    }
  }

  @Test("a fall names the product that most of it comes from, and the day it ended")
  func fallen() {
    var facts = Sample.trigger(.init(.retain), product: nil)
    (facts.fellBy, facts.fallen) = (0.62, "Loan")
    #expect(English().talkingPoints(facts).contains("Most of that is Loan"))
    #expect(Russian().talkingPoints(facts).contains("Больше всего снизился «Loan»"))
    facts.endedOn = "2026-05-12"
    #expect(English().talkingPoints(facts).contains("Loan ended on 2026-05-12"))
    #expect(Russian().talkingPoints(facts).contains("«Loan» закрыт 2026-05-12"))
  }

  @Test("a renewal says how many of the accounts mature, where that is not all of them")
  func maturing() {
    var facts = Sample.trigger(.init(.renew), product: "Deposit")
    facts.since = "2026-07-20"
    for all in [nil, (accounts: 1, open: 1)] {
      facts.maturing = all
      #expect(English().talkingPoints(facts).contains("Matures on 2026-07-20"))
    }
    facts.maturing = (1, 3)
    #expect(English().talkingPoints(facts).contains("Matures on 2026-07-20: 1 of 3 accounts"))
    #expect(Russian().talkingPoints(facts).contains("Срок истекает 2026-07-20: 1 из 3 счетов"))
    facts.maturing = (2, 21)
    #expect(Russian().talkingPoints(facts).contains("Срок истекает 2026-07-20: 2 из 21 счёта"))
  }

  @Test("a code without words is shown in its own spelling", arguments: Languages.all.indices)
  func fallback(place: Int) {
    let language = Languages.all[place]
    let facts = Sample.recommendation("Acquiring", profile: "traders", status: "branch_closed")
    #expect(language.statusCell(facts) == "branch closed")
    #expect(language.statusSentence(facts) == "Acquiring: branch closed.")
    #expect(language.name(Code<Stage>("in_limbo")) == "in limbo")
    #expect(language.action(Sample.trigger("welcome_back", product: nil)) == "welcome back")
    #expect(language.headline(Sample.trigger("split_up", product: "Deposit")).hasPrefix("split up: Deposit"))
  }
}
