package import Banking
package import Triggers

/// Russian. Names of products and profiles stand in quotation marks in the nominative; a noun of ours carries the case.
package struct Russian: Language {
  package let code = "ru"
  package let numbers = NumberFormat(groupSeparator: NumberFormat.noBreakSpace, decimalSeparator: ",")
  package let unknown = "неизвестно"
  package let pinned = "закреплён"
  package let productSeparator = "», «"

  package init() {}

  // MARK: Labels

  package var labels: [Label: String] { Self.labels }
  private static let labels: [Label: String] = [
    .profile: "Профиль", .membership: "Соответствие", .cohort: "Сравнение с", .stage: "Этап", .segment: "Сегмент",
    .tenure: "В банке",
    .manager: "Менеджер", .monthlyIncome: "Доход в месяц", .typicalIncome: "Типичный доход",
    .idealIncome: "Идеальный клиент", .potentialIncome: "Потенциал", .expectedIncome: "Ожидаемо",
    .incomeHistory: "Доход по месяцам", .client: "Клиент", .state: "Состояние", .chance: "Шанс",
    .raisedOn: "Создан", .validUntil: "Действует до", .snoozedUntil: "Отложен до", .refusal: "Причина отказа",
    .worth: "Ценность", .bank: "Банк", .asOf: "На дату", .runKind: "Вид", .startedAt: "Начало",
    .duration: "Длительность", .failure: "Ошибка", .members: "Клиентов",
    .productsInUse: "Используется", .expectedStay: "Останется ещё", .lifeValue: "Принесёт всего",
    .acquisitionCost: "Привлечение до",
    .lastTime: "В прошлый раз", .askOn: "Спросить",
  ]

  package var titles: [ColumnTitle: String] { Self.titles }
  private static let titles: [ColumnTitle: String] = [
    .rank: "№", .product: "Продукт", .gap: "Разрыв", .chance: "Шанс", .worth: "Доход", .range: "От–до",
    .expected: "Ожидаемо", .status: "Предложение", .trigger: "ID", .client: "Клиент", .clientNumber: "Номер",
    .action: "Что сделать", .reason: "Почему", .validUntil: "До", .cohort: "Сравнение с", .profile: "Профиль",
    .members: "Клиентов", .typicalIncome: "Типичный", .idealIncome: "Идеальный",
    .products: "Характерные продукты", .penetration: "Есть у", .operations: "Операций", .at: "Когда",
    .actor: "Кто", .change: "Изменение", .note: "Комментарий", .run: "Запуск", .bank: "Банк",
    .asOf: "На дату", .state: "Состояние", .startedAt: "Начало", .duration: "Время", .stage: "Шаг",
    .figure: "Показатель", .value: "Значение", .item: "Пункт", .answer: "Ответ",
  ]

  package func heading(_ heading: Heading) -> String {
    switch heading {
    case .recommendations: "Продукты, начиная с лучшего"
    case .reasons: "Почему"
    case .openTriggers: "Открытые поводы для разговора"
    case .history: "История"
    case .idealClient: "Идеальный клиент"
    case .stageCounts: "Шаги"
    case .manifest: "Паспорт запуска"
    case .keep: "Удержать"
    case .renew: "Истекает срок, ближайшие сначала"
    case .sell: "Продать"
    case .others: "Прочее"
    case .priorityFactors: "Из чего сложился приоритет"
    case .qualification: "Что известно о сделке"
    case .talkingPoints: "Что сказать"
    case .timeline: "Лента событий"
    }
  }

  package func note(_ note: Note) -> String {
    switch note {
    case .worthUnknown: "Сколько принёс бы продукт, неизвестно."
    case .incomeUnknown: "Банк не передаёт доходы: сколько приносит продукт, неизвестно."
    case .holdingNotOpening:
      "Есть только один срез данных: шанс говорит, у кого продукт обычно есть, а не кто откроет его следующим."
    case .shareNotForecast: "Для прогноза мало данных: шанс равен доле сопоставимых клиентов, у которых продукт есть."
    case .noRecommendations: "Всё на месте: у клиента есть все продукты, которые можно сравнить."
    case .emptyWorklist: "Открытых поводов для разговора нет."
    case .noProfiles: "Профили ещё не опубликованы."
    case .noRuns: "Запусков ещё не было."
    }
  }

  // MARK: Names

  package func name(_ gap: Gap) -> String {
    switch gap {
    case .missing: "нет"
    case .dormant: "не используется"
    case .underUsed: "мало используется"
    }
  }

  package func name(_ stage: Stage) -> String {
    switch stage {
    case .onboarding: "знакомство"
    case .growth: "рост"
    case .plateau: "плато"
    case .decline: "спад"
    case .leaving: "уходит"
    case .left: "ушёл"
    case .returned: "вернулся"
    }
  }

  package func name(_ segment: Segment) -> String {
    switch segment {
    case .new: "новый"
    case .promising: "перспективный"
    case .wandering: "непостоянный"
    case .dormant: "спящий"
    case .loyal: "лояльный"
    case .atRisk: "под угрозой ухода"
    case .lost: "потерянный"
    }
  }

  package func name(_ state: TriggerState) -> String {
    switch state {
    case .open: "открыт"
    case .accepted: "в работе"
    case .snoozed: "отложен"
    case .declined: "отказ"
    case .won: "продано"
    case .lost: "упущено"
    case .expired: "истёк"
    case .withdrawn: "отозван"
    }
  }

  package func name(_ state: RunState) -> String {
    switch state {
    case .running: "идёт"
    case .published: "опубликован"
    case .unchanged: "без изменений"
    case .superseded: "опубликован заново"
    case .failed: "ошибка"
    case .abandoned: "прерван"
    }
  }

  package func name(_ kind: RunKind) -> String { "ночной" }

  package func name(_ refusal: RefusalReason) -> String {
    switch refusal {
    case .noNeed: "не нужен"
    case .hasItElsewhere: "есть в другом банке"
    case .price: "цена"
    case .notNow: "не сейчас"
    case .wrongData: "неверные данные"
    case .other: "другое"
    }
  }

  package func name(_ item: QualificationItem) -> String {
    switch item {
    case .metrics: "выгода в цифрах"
    case .economicBuyer: "кто распоряжается деньгами"
    case .decisionCriteria: "критерии выбора"
    case .decisionProcess: "порядок решения"
    case .identifiedPain: "боль клиента"
    case .champion: "сторонник у клиента"
    }
  }

  package func name(_ answer: QualificationAnswer) -> String {
    switch answer {
    case .yes: "да"
    case .no: "нет"
    case .unknown: "неизвестно"
    }
  }

  package func name(_ measure: FallenMeasure) -> String { measure == .income ? "доход" : "число операций" }

  package func name(_ term: PriorityTerm) -> String {
    switch term {
    case .probability: "шанс"
    case .value: "доход"
    case .context: "этап"
    case .lever: "рычаг"
    case .conversion: "конверсия"
    case .qualification: "квалификация"
    }
  }

  package func name(_ level: CohortLevel) -> String {
    switch level {
    case .region: "банк × регион × отрасль"
    case .industry: "банк × отрасль"
    case .bank: "весь банк"
    }
  }

  package var traits: [ProfileTrait: String] {
    [
      .large: "крупные", .small: "мелкие", .longStanding: "давние", .new: "новые", .growing: "растущие",
      .shrinking: "теряющие обороты", .average: "средние",
    ]
  }

  package var drivers: [Driver: String] { Self.drivers }
  private static let drivers: [Driver: String] = [
    .penetration: "доля похожих клиентов с этим продуктом",
    .openingRate: "частота недавних открытий у похожих клиентов", .companions: "уже подключённые продукты",
    .pace: "недавние продажи продукта", .heldBefore: "прежний опыт с этим продуктом",
    .recentOpenings: "недавние подключения клиента", .productsHeld: "число продуктов клиента",
    .stage: "этап жизненного цикла", .tenure: "срок обслуживания в банке", .income: "доход банка от клиента",
    .trend: "динамика дохода", .activity: "активность клиента", .turnover: "годовая выручка",
    .region: "регион", .industry: "отрасль", .legalForm: "организационно-правовая форма",
    .attributes: "другие сведения о клиенте",
  ]

  // MARK: Reasons

  package func reason(_ facts: RecommendationFacts) -> String {
    var clauses = [holders(facts)]
    if let median = facts.medianIncome, facts.referenceHolders > 0 {
      clauses.append("медианный доход банка по нему — \(monthly(numbers.amount(median, facts.currency))) на клиента")
    }
    switch facts.gap.term {
    case .missing, nil: clauses.append("у этого клиента его нет")
    case .dormant: clauses.append("у этого клиента он есть, но давно не используется")
    case .underUsed where facts.referenceHolders == 0: clauses.append("этот клиент им почти не пользуется")
    case .underUsed: clauses.append("этот клиент пользуется им намного реже")
    }
    return clauses.joined(separator: "; ") + "."
  }

  private func holders(_ facts: RecommendationFacts) -> String {
    let profile = facts.profileName.map {
      facts.isPinned ? "профиль «\($0)» (\(pinned))" : "профиль «\(self.profile($0))»"
    }
    let peers = [profile, name(facts.cohortLevel)].compactMap { $0 }.joined(separator: ", ")
    guard facts.referenceMembers > 0 else {
      return "Сравнить продукт «\(facts.productName)» не с кем: нет сопоставимых клиентов (\(peers))"
    }
    let share = share(facts.referenceHolders, of: facts.referenceMembers)
    let members = numbers.integer(facts.referenceMembers)
    let noun = genitive(facts.referenceMembers, "сопоставимого клиента", "сопоставимых клиентов")
    let among = "из \(members) \(noun) (\(peers))"
    if facts.referenceHolders == 0 { return "Продукта «\(facts.productName)» нет ни у кого \(among)" }
    return "Продукт «\(facts.productName)» есть у \(share) \(among)"
  }

  package func drivers(_ facts: RecommendationFacts) -> String? {
    let raising = facts.drivers.filter(\.raises).map { name($0.driver) }
    let lowering = facts.drivers.filter { !$0.raises }.map { name($0.driver) }
    let parts = [("повышают: ", raising), ("снижают: ", lowering)].filter { !$0.1.isEmpty }
    guard !parts.isEmpty else { return nil }
    return "Шанс " + parts.map { $0.0 + $0.1.joined(separator: ", ") }.joined(separator: "; ") + "."
  }

  // MARK: Quantities

  package func tenure(months: Int) -> String {
    let (years, rest) = months.quotientAndRemainder(dividingBy: 12)
    let parts = [
      years > 0 ? count(years, "год", "года", "лет") : nil,
      rest > 0 || years == 0 ? count(rest, "месяц", "месяца", "месяцев") : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  package func over(years: Int) -> String { "более \(count(years, "года", "лет", "лет"))" }
  package func since(_ month: Month, _ state: String) -> String { "\(state) с \(month)" }
  package func monthly(_ amount: String) -> String { "\(amount) в месяц" }
  package func conversations(_ count: Int) -> String { self.count(count, "разговор", "разговора", "разговоров") }
  package func queue(branch: String) -> String { branch.isEmpty ? "Очередь банка" : "Очередь отделения «\(branch)»" }
  package func snoozed(_ count: Int) -> String {
    "\(self.count(count, "разговор отложен", "разговора отложены", "разговоров отложены")) на потом"
  }
  package func notShown(_ count: Int) -> String { "Не показано: ещё \(conversations(count))" }
  package func lastMonths(_ count: Int) -> String {
    "за \(self.count(count, "месяц", "месяца", "месяцев"))"
  }
  package func chance(withinMonths months: Int) -> String { "шанс открытия \(lastMonths(months))" }

  package func total(conversations: Int, subjects: Int, expected: String?, kept: String?) -> String {
    let money =
      (expected.map { ", ожидаемо " + monthly($0) } ?? "")
      + (kept.map { ", сохранить или вернуть " + monthly($0) } ?? "")
    return "\(self.conversations(conversations)), \(count(subjects, "повод", "повода", "поводов"))\(money)"
  }

  /// Nominative after a numeral: 1 клиент, 2 клиента, 5 клиентов, 11 клиентов, 21 клиент.
  private func count(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
    let noun =
      switch (count % 100, count % 10) {
      case (11...14, _): many
      case (_, 1): one
      case (_, 2...4): few
      default: many
      }
    return "\(numbers.integer(count)) \(noun)"
  }

  /// After a preposition that takes the genitive: из 21 клиента, из 22 клиентов.
  func genitive(_ count: Int, _ one: String, _ many: String) -> String {
    count % 10 == 1 && count % 100 != 11 ? one : many
  }
}
