/// What the views print at 100 columns without colour; a changed page is to be looked at, then recorded here.
/// No-break spaces are written as blanks.
enum Snapshots {
  static let cardEnglish = """
    Chamomile Ltd · 7701234567                                                 Harbour Bank · 2026-06-30
    Retail trade · Riga · Manager: Anna Petrova

    Profile           mature traders with payroll
    Compared with     Retail trade · bank × industry
    Fit to profile    87 %                            Income a month   4,210 EUR
    Stage             plateau                         Typical for it   5,900 EUR
    Segment           loyal                           Ideal client     9,300 EUR
    With the bank     3 years 2 months                Potential        2,690 EUR (1,110–4,650)
    Likely to stay    2 years 7 months                Expected         443 EUR
                                                      Lifetime value   98,400 EUR (12,000–171,000)
    Income by month   ▄▄▅▅▆▇▇▇███▇  1,800 → 4,210 EUR, last 12 months

    Products, best first · EUR a month · chance of opening within 3 months
    #  Product          Gap      Chance  Worth   Low–high  Expected  Offer
    ────────────────────────────────────────────────────────────────────────────────
    1  Acquiring        missing    21 %  1,940  776–3,104       407  offered
    2  Cash collection  missing   8.4 %    310    124–496        26  needs Acquiring
    3  Corporate card   missing   3.1 %   8.00    3.00–12      0.25  below threshold
    –  Payroll          dormant       –    440    176–704         –  offered

    Why
    Acquiring
      61 % of 412 comparable clients (profile mature traders with payroll, bank × industry) hold
      Acquiring; they earn the bank a median 1,940 EUR a month on it; this client: none.
      Its chance is raised by the products it already holds, how often comparable clients opened it
      lately; lowered by its time with the bank.
    Payroll
      94 % of 412 comparable clients (profile mature traders with payroll, bank × industry) hold
      Payroll; they earn the bank a median 440 EUR a month on it; this client has it but no longer uses
      it.

    """

  static let worklistEnglish = """
    Anna Petrova                                                                              2026-06-30

    Client                             Number      What to do                       Expected  Until
    ────────────────────────────────────────────────────────────────────────────────────────────────────

    Keep
    上海贸易有限公司                   7709876543  Keep the client                       320  2026-07-30
      0b9e2c12  Its income −62 %, low since 2026-03. It used to bring 3,400 EUR a month, now 1,292 EUR.

    Maturing, soonest first
    Lux                                7701        Renew Deposit                          20  2026-07-30
      0b9e2c15  Matures on 2026-07-12. It brings 80 EUR a month.

    Sell
    Chamomile Ltd                      7701234567  Offer Acquiring; revive Payroll       537  2026-07-30
      0b9e2c11  Acquiring: 61 % of 412 clients like it (traders) have it. Worth about 1,628 EUR a month
                (776–3,104).
      0b9e2c13  Payroll: Open, yet nothing has moved on it lately. 61 % of 412 clients like it have it.
                Worth about 520 EUR a month.
                Last time: 2026-02-11 · Offer Leasing: declined (price)
    Northern Timber and Building Sup…  7705550101  Extend Acquiring                    1,204  2026-07-30
      0b9e2c14  Used far less than clients like it use it. 61 % of 412 clients like it have it. Worth
                about 4,816 EUR a month.

    4 conversations, 5 subjects, expected 1,741 EUR a month, to keep or win back 340 EUR a month

    """

  static let triggerEnglish = """
    Offer Acquiring: worth about 1,628 EUR a month                                              0b9e2c11

    Client     Chamomile Ltd · 7701234567             Raised on     2026-06-30
    State      open                                   Valid until   2026-07-30
    Worth      1,628 EUR
    Expected   407 EUR

    Why
    61 % of 412 comparable clients (profile mature traders with payroll, bank × industry) hold
    Acquiring; they earn the bank a median 1,940 EUR a month on it; this client: none.
    Its chance is raised by the products it already holds, how often comparable clients opened it
    lately; lowered by its time with the bank.

    What to say
    61 % of 412 clients like it have it.
    Worth about 1,628 EUR a month.

    History
    When              Who       Change           Note
    ───────────────────────────────────────────────────────────
    2026-06-30 02:14  xsell     open
    2026-07-01 09:05  apetrova  open → accepted  call on Friday

    """

  static let profileEnglish = """
    mature traders with payroll                                           Retail trade · bank × industry

    Members          1,238
    Typical for it   5,900 EUR a month
    Ideal client     9,300 EUR a month
    Lifetime value   201,000 EUR
    To win, up to    66,330 EUR

    The ideal client · EUR a month
    Product                                   Hold it  Typical  Ideal  Operations
    ─────────────────────────────────────────────────────────────────────────────
    Settlement account  ████████████████████    100 %      620  1,240          62
    Acquiring           ████████████░░░░░░░░     61 %    1,940  3,880         194
    Leasing             █░░░░░░░░░░░░░░░░░░░    2.9 %        –      –           –

    """

  static let cardRussian = """
    ООО «Ромашка» · 7701234567                                                Банк «Гавань» · 2026-06-30
    Розничная торговля · Рига · Менеджер: Анна Петрова

    Профиль            зрелые торговцы с зарплатой
    Сравнение с        Розничная торговля · банк × отрасль
    Соответствие       87 %                           Доход в месяц      4 210 EUR
    Этап               плато                          Типичный доход     5 900 EUR
    Сегмент            лояльный                       Идеальный клиент   9 300 EUR
    В банке            3 года 2 месяца                Потенциал          2 690 EUR (1 110–4 650)
    Останется ещё      2 года 7 месяцев               Ожидаемо           443 EUR
                                                      Принесёт всего     98 400 EUR (12 000–171 000)
    Доход по месяцам   ▄▄▅▅▆▇▇▇███▇  1 800 → 4 210 EUR, за 12 месяцев

    Продукты, начиная с лучшего · EUR в месяц · шанс открытия за 3 месяца
    №  Продукт              Разрыв            Шанс  Доход      От–до  Ожидаемо  Предложение
    ─────────────────────────────────────────────────────────────────────────────────────────────
    1  Эквайринг            нет               21 %  1 940  776–3 104       407  предлагается
    2  Инкассация           нет              8,4 %    310    124–496        26  нужен «Эквайринг»
    3  Корпоративная карта  нет              3,1 %   8,00    3,00–12      0,25  ниже порога
    –  Зарплатный проект    не используется      –    440    176–704         –  предлагается

    Почему
    Эквайринг
      Продукт «Эквайринг» есть у 61 % из 412 сопоставимых клиентов (профиль «зрелые торговцы с
      зарплатой», банк × отрасль); медианный доход банка по нему — 1 940 EUR в месяц на клиента; у этого
      клиента его нет.
      Шанс повышают: уже подключённые продукты, частота недавних открытий у похожих клиентов; снижают:
      срок обслуживания в банке.
    Зарплатный проект
      Продукт «Зарплатный проект» есть у 94 % из 412 сопоставимых клиентов (профиль «зрелые торговцы с
      зарплатой», банк × отрасль); медианный доход банка по нему — 440 EUR в месяц на клиента; у этого
      клиента он есть, но давно не используется.

    """

  static let worklistRussian = """
    Анна Петрова                                                                              2026-06-30

    Клиент                          Номер       Что сделать                         Ожидаемо  До
    ────────────────────────────────────────────────────────────────────────────────────────────────────

    Удержать
    上海贸易有限公司                7709876543  Удержать клиента                         320  2026-07-30
      0b9e2c12  Снижение: доход −62 %, ниже обычного с 2026-03. Раньше приносил 3 400 EUR в месяц,
                сейчас 1 292 EUR.

    Истекает срок, ближайшие сначала
    Lux                             7701        Продлить «Депозит»                        20  2026-07-30
      0b9e2c15  Срок истекает 2026-07-12. Приносит 80 EUR в месяц.

    Продать
    ООО «Ромашка»                   7701234567  Предложить «Эквайринг»; активиров…       537  2026-07-30
      0b9e2c11  Эквайринг: Есть у 61 % из 412 похожих клиентов (профиль «торговцы»). Около 1 628 EUR в
                месяц (776–3 104).
      0b9e2c13  Зарплатный проект: Открыт, но давно без движения. Есть у 61 % из 412 похожих клиентов.
                Около 520 EUR в месяц.
                В прошлый раз: 2026-02-11 · Предложить «Лизинг»: отказ (цена)
    Северная строительная компания  7705550101  Расширить «Эквайринг»                  1 204  2026-07-30
      0b9e2c14  Используется намного реже, чем у похожих клиентов. Есть у 61 % из 412 похожих клиентов.
                Около 4 816 EUR в месяц.

    4 разговора, 5 поводов, ожидаемо 1 741 EUR в месяц, сохранить или вернуть 340 EUR в месяц

    """
}
