import Banking
import Testing
import Triggers

@testable import Wording

struct RussianTests {
  private let russian = Russian()

  private func acquiring(
    gap: Code<Gap> = "missing", status: Code<OfferStatus> = "offered", members: Int = 412, holders: Int = 251
  ) -> RecommendationFacts {
    Sample.recommendation(
      "Эквайринг", profile: "зрелые торговцы с зарплатным проектом", gap: gap, status: status, members: members,
      holders: holders)
  }

  @Test(
    "over so many years is in the genitive",
    arguments: [(1, "более 1 года"), (20, "более 20 лет"), (22, "более 22 лет")])
  func overYears(years: Int, phrase: String) { #expect(Sample.plain(Russian().over(years: years)) == phrase) }

  @Test(
    "nouns follow their numerals",
    arguments: [
      (0, "0 разговоров"), (1, "1 разговор"), (2, "2 разговора"), (4, "4 разговора"), (5, "5 разговоров"),
      (11, "11 разговоров"), (12, "12 разговоров"), (14, "14 разговоров"), (20, "20 разговоров"), (21, "21 разговор"),
      (22, "22 разговора"), (25, "25 разговоров"), (101, "101 разговор"), (111, "111 разговоров"),
      (112, "112 разговоров"), (1_002, "1 002 разговора"),
    ])
  func plurals(count: Int, text: String) {
    #expect(Sample.plain(russian.conversations(count)) == text)
  }

  @Test(
    "time with the bank is told in years and months",
    arguments: [
      (0, "0 месяцев"), (1, "1 месяц"), (12, "1 год"), (14, "1 год 2 месяца"), (60, "5 лет"),
      (38, "3 года 2 месяца"), (132, "11 лет"), (257, "21 год 5 месяцев"),
    ])
  func tenure(months: Int, text: String) {
    #expect(russian.tenure(months: months) == text)
  }

  @Test("the sentence behind a recommendation is made of its facts")
  func missing() {
    #expect(
      Sample.plain(russian.reason(acquiring()))
        == "Продукт «Эквайринг» есть у 61 % из 412 сопоставимых клиентов (профиль «зрелые торговцы с зарплатным "
        + "проектом», банк × отрасль); медианный доход банка по нему — 1 940 EUR в месяц на клиента; "
        + "у этого клиента его нет.")
  }

  @Test(
    "the genitive follows its numeral",
    arguments: [
      (1, 1, "Продукт «Эквайринг» есть у 1 из 1 сопоставимого клиента ("),
      (5, 3, "Продукт «Эквайринг» есть у 3 из 5 сопоставимых клиентов ("),
      (21, 21, "Продукт «Эквайринг» есть у 100 % из 21 сопоставимого клиента ("),
      (111, 0, "Продукта «Эквайринг» нет ни у кого из 111 сопоставимых клиентов ("),
      (0, 0, "Сравнить продукт «Эквайринг» не с кем: нет сопоставимых клиентов ("),
    ])
  func genitive(members: Int, holders: Int, opening: String) {
    #expect(Sample.plain(russian.reason(acquiring(members: members, holders: holders))).hasPrefix(opening))
  }

  @Test("what raises and what lowers the chance are kept apart")
  func drivers() {
    var facts = acquiring()
    facts.drivers = [.init("companions", raises: true), .init("tenure", raises: false)]
    #expect(
      russian.drivers(facts) == "Шанс повышают: уже подключённые продукты; снижают: срок обслуживания в банке.")
  }

  @Test("a status names the product it is about, in its case")
  func status() {
    var facts = acquiring(status: "ineligible")
    facts.statusFact = "excluded_by"
    facts.statusProduct = "Касса"
    #expect(russian.statusCell(facts) == "мешает «Касса»")
    #expect(
      russian.statusSentence(facts) == "Не предлагается: продукт «Эквайринг» несовместим с продуктом «Касса».")
  }

  @Test(
    "a headline says what to do and what it is worth",
    arguments: [
      ("offer", "Эквайринг", "Предложить «Эквайринг»: около 1 940 EUR в месяц"),
      ("activate", "Эквайринг", "Активировать «Эквайринг»: около 1 940 EUR в месяц"),
      ("deepen", "Эквайринг", "Расширить «Эквайринг»: около 1 940 EUR в месяц"),
      ("retain", nil, "Удержать клиента: под угрозой 1 940 EUR в месяц"),
    ] as [(Code<TriggerKind>, String?, String)])
  func headlines(kind: Code<TriggerKind>, product: String?, headline: String) {
    #expect(Sample.plain(russian.headline(Sample.trigger(kind, product: product))) == headline)
  }

  @Test("a total counts conversations, subjects and money")
  func total() {
    #expect(
      Sample.plain(russian.total(conversations: 3, subjects: 5, expected: "1 940", kept: nil))
        == "3 разговора, 5 поводов, ожидаемо 1 940 в месяц")
    #expect(
      Sample.plain(russian.total(conversations: 1, subjects: 2, expected: "1 940", kept: "70"))
        == "1 разговор, 2 повода, ожидаемо 1 940 в месяц, сохранить или вернуть 70 в месяц")
  }

  @Test(
    "what the program says in a profile's name is Russian; products and names given by hand stay",
    arguments: [
      ("large, long-standing · Payroll + FX, large", "крупные, давние · Payroll + FX, large"),
      ("small, new (2)", "мелкие, новые (2)"), ("average", "средние"), ("Payroll", "Payroll"),
      ("large shops", "large shops"),
    ])
  func profiles(name: String, russian: String) { #expect(self.russian.profile(name) == russian) }
}
