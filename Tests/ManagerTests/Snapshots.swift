/// What the commands print at 100 columns without colour; a changed page is to be looked at, then recorded here.
/// No-break spaces are written as blanks.
enum Snapshots {
  static let card = """
    Chamomile Ltd · HARBOUR-1                                                  Harbour Bank · 2026-06-30
    Retail trade · Riga · Manager: Anna Petrova

    Profile           mature traders with payroll
    Compared with     Harbour Bank × Retail trade · bank × industry
    Fit to profile    87 %                            Income a month   4,210 EUR
    Stage             plateau                         Typical for it   5,900 EUR
    Segment           loyal                           Ideal client     9,300 EUR
    With the bank     3 years 2 months                Potential        2,690 EUR (1,110–4,650)
    Likely to stay    2 years 7 months                Expected         443 EUR
                                                      Lifetime value   98,400 EUR (12,000–171,000)
    Income by month   ▄▅▅▁▆▆▇▇▇██  2,020 → 4,209 EUR, last 11 months

    Open conversations
    0b9e2c11 Offer Acquiring: worth about 1,940 EUR a month · open, valid until 2026-07-30
    0b9e2c13 Revive Payroll: worth about 440 EUR a month · accepted, raised on 2026-06-01

    Timeline
    When        What to do       Change    Who       Note
    ─────────────────────────────────────────────────────────────
    2026-07-01  Offer Acquiring  open      nightly
    2026-06-02  Revive Payroll   accepted  apetrova  金曜日に電話
    2026-06-02  Revive Payroll   open      nightly

    Products, best first · EUR a month · chance of opening within 3 months
    #  Product          Gap      Chance  Worth   Low–high  Expected  Offer
    ─────────────────────────────────────────────────────────────────────────────────
    1  Acquiring        missing    21 %  1,940  776–3,104       407  offered
    2  Cash collection  missing   8.4 %    310    124–496        26  needs Acquiring
    3  Corporate card   missing   3.1 %      –          –         –  worth too little
    –  Payroll          dormant       –    440    176–704       396  already open

    In use: Settlement account

    Why
    Acquiring
      61 % of 412 comparable clients (profile mature traders with payroll, bank × industry) hold
      Acquiring; they earn the bank a median 1,940 EUR a month on it; this client: none.
    Payroll
      Not offered again: a conversation about Payroll is open already.
      94 % of 412 comparable clients (profile mature traders with payroll, bank × industry) hold
      Payroll; they earn the bank a median 440 EUR a month on it; this client has it but no longer uses
      it.

    """

  static let cardRussian = """
    ООО «Ромашка» · GAVAN-1                                                   Банк «Гавань» · 2026-06-30
    Розничная торговля · Рига · Менеджер: Анна Петрова

    Профиль            зрелые торговцы с зарплатным проектом
    Сравнение с        Банк «Гавань» × Розничная торговля · банк × отрасль
    Соответствие       87 %                           Доход в месяц      4 210 RUB
    Этап               плато                          Типичный доход     5 900 RUB
    Сегмент            лояльный                       Идеальный клиент   9 300 RUB
    В банке            3 года 2 месяца                Потенциал          2 690 RUB (1 110–4 650)
    Останется ещё      2 года 7 месяцев               Ожидаемо           443 RUB
                                                      Принесёт всего     98 400 RUB (12 000–171 000)
    Доход по месяцам   ▄▅▅▁▆▆▇▇▇██  2 020 → 4 209 RUB, за 11 месяцев

    Открытые поводы для разговора
    9999aa11 Предложить «Эквайринг»: около 1 940 RUB в месяц · открыт, действует до 2026-07-30
    9999aa13 Активировать «Зарплатный проект»: около 440 RUB в месяц · в работе, создан 2026-06-01

    Лента событий
    Когда       Что сделать                       Изменение  Кто       Комментарий
    ───────────────────────────────────────────────────────────────────────────────
    2026-07-01  Предложить «Эквайринг»            открыт     nightly
    2026-06-02  Активировать «Зарплатный проект»  в работе   apetrova  金曜日に電話
    2026-06-02  Активировать «Зарплатный проект»  открыт     nightly

    Продукты, начиная с лучшего · RUB в месяц · шанс открытия за 3 месяца
    №  Продукт              Разрыв            Шанс  Доход      От–до  Ожидаемо  Предложение
    ─────────────────────────────────────────────────────────────────────────────────────────────
    1  Эквайринг            нет               21 %  1 940  776–3 104       407  предлагается
    2  Инкассация           нет              8,4 %    310    124–496        26  нужен «Эквайринг»
    3  Корпоративная карта  нет              3,1 %      –          –         –  мал доход
    –  Зарплатный проект    не используется      –    440    176–704       396  разговор уже идёт

    Используется: Расчётный счёт

    Почему
    Эквайринг
      Продукт «Эквайринг» есть у 61 % из 412 сопоставимых клиентов (профиль «зрелые торговцы с
      зарплатным проектом», банк × отрасль); медианный доход банка по нему — 1 940 RUB в месяц на
      клиента; у этого клиента его нет.
    Зарплатный проект
      Повторно не предлагается: разговор про продукт «Зарплатный проект» уже открыт.
      Продукт «Зарплатный проект» есть у 94 % из 412 сопоставимых клиентов (профиль «зрелые торговцы с
      зарплатным проектом», банк × отрасль); медианный доход банка по нему — 440 RUB в месяц на клиента;
      у этого клиента он есть, но давно не используется.

    """

  static let cardOfLittle = """
    上海贸易有限公司 · HARBOUR-2                                               Harbour Bank · 2026-06-30
    Manager: Anna Petrova

    Profile          retail traders, pinned
    Compared with    whole bank
    Fit to profile   100 %                            Income a month   unknown
    Stage            decline since 2026-04            Typical for it   unknown
    Segment          unknown                          Ideal client     unknown
    With the bank    unknown                          Potential        unknown
    Likely to stay   unknown                          Expected         unknown
                                                      Lifetime value   unknown

    Open conversations
    0b9e2c12 Keep the client · open, valid until 2026-07-30
    77aa2c14 Offer Cash collection · snoozed, raised on 2026-06-01, valid until 2026-08-30

    Products, best first · EUR a month
    Nothing is missing: the client holds every product there is to compare.

    In use: Settlement account, Acquiring, Corporate card, Cash collection, Payroll

    The bank supplies no income: what a product is worth is unknown.

    """

  static let whyNot = """
    Cash collection
    Not offered: Cash collection needs Acquiring, which the client lacks.

    #  Product          Gap      Chance  Worth  Low–high  Expected  Offer
    ───────────────────────────────────────────────────────────────────────────────
    2  Cash collection  missing   8.4 %    310   124–496        26  needs Acquiring

    41 % of 412 comparable clients (profile mature traders with payroll, bank × industry) hold Cash
    collection; they earn the bank a median 310 EUR a month on it; this client: none.

    """

  static let worklist = """
    Anna Petrova                                                                              2026-06-30

    Client            Number     What to do                       Expected  Until
    ──────────────────────────────────────────────────────────────────────────────────

    Keep
    上海贸易有限公司  HARBOUR-2  Keep the client                       320  2026-07-30
      0b9e2c12  stage: decline

    Sell
    Chamomile Ltd     HARBOUR-1  Offer Acquiring; revive Payroll       803  2026-07-30
      0b9e2c11  Acquiring: 61 % of 412 clients like it have it. Worth about 1,940 EUR a month.
      0b9e2c13  Payroll: Open, yet nothing has moved on it lately. 94 % of 412 clients like it have it.
                Worth about 440 EUR a month. [accepted]
                Last time: 2026-06-02 · Revive Payroll: accepted (金曜日に電話)

    2 conversations, 3 subjects, expected 803 EUR a month, to keep or win back 320 EUR a month
    1 conversation snoozed until a later date

    """

  static let worklistRussian = """
    Анна Петрова                                                                              2026-06-30

    Клиент            Номер    Что сделать                                          Ожидаемо  До
    ────────────────────────────────────────────────────────────────────────────────────────────────────

    Удержать
    上海贸易有限公司  GAVAN-2  Удержать клиента                                          320  2026-07-30
      9999aa12  этап: спад

    Продать
    ООО «Ромашка»     GAVAN-1  Предложить «Эквайринг»; активировать «Зарплатный п…       803  2026-07-30
      9999aa11  Эквайринг: Есть у 61 % из 412 похожих клиентов. Около 1 940 RUB в месяц.
      9999aa13  Зарплатный проект: Открыт, но давно без движения. Есть у 94 % из 412 похожих клиентов.
                Около 440 RUB в месяц. [в работе]
                В прошлый раз: 2026-06-02 · Активировать «Зарплатный проект»: в работе (金曜日に電話)

    2 разговора, 3 повода, ожидаемо 803 RUB в месяц, сохранить или вернуть 320 RUB в месяц
    1 разговор отложен на потом

    """

  static let trigger = """
    Revive Payroll: worth about 440 EUR a month                                                 0b9e2c13

    Client     Chamomile Ltd · HARBOUR-1              Raised on     2026-06-01
    State      accepted                               Valid until   2026-07-30
    Worth      440 EUR
    Expected   396 EUR

    Why
    94 % of 412 comparable clients (profile mature traders with payroll, bank × industry) hold Payroll;
    they earn the bank a median 440 EUR a month on it; this client has it but no longer uses it.

    What to say
    Open, yet nothing has moved on it lately.
    94 % of 412 clients like it have it.
    Worth about 440 EUR a month.

    History
    When                  Who       Change           Note
    ─────────────────────────────────────────────────────────────
    2026-06-02 02:14 UTC  nightly   open
    2026-06-02 09:05 UTC  apetrova  open → accepted  金曜日に電話

    """

  static let profiles = """
    Compared with  #  Profile                      Members  Typical  Ideal  Characteristic products
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Harbour Bank   3  mature traders with payroll      412    5,900  9,300  Settlement account, Payroll…
                   8  retail traders, pinned           312    5,900  9,300  Settlement account, Payroll…

    """

  static let profileRussian = """
    розница, закреплён                               Банк «Гавань» × Розничная торговля · банк × отрасль

    Клиентов           312
    Типичный доход     5 900 RUB в месяц
    Идеальный клиент   9 300 RUB в месяц
    Принесёт всего     201 000 RUB
    Привлечение до     66 330 RUB

    Идеальный клиент · RUB в месяц
    Продукт                                    Есть у  Типичный  Идеальный  Операций
    ────────────────────────────────────────────────────────────────────────────────
    Расчётный счёт       ████████████████████   100 %       620      1 240        12
    Зарплатный проект    ███████████████████░    94 %       440        880        12
    Эквайринг            ████████████░░░░░░░░    61 %     1 940      3 880        12
    Инкассация           ████████░░░░░░░░░░░░    41 %       310        620        12
    Корпоративная карта  █░░░░░░░░░░░░░░░░░░░   2,9 %         –          –        12

    """

  static let runDiff = """
    Harbour Bank · 2026-06-29 → 2026-06-30                                           aaaaaaaa → bbbbbbbb

    Made of                                             Before            After
    ───────────────────────────────────────────────────────────────────────────
    manifest  policy                                      aaaa             bbbb
    settings  triggers.maximum_raised_per_manager            5                8
    input     account                                   5 rows  5 rows, changed
              client                               20,000 rows      20,001 rows

    Came to            Before   After  Change
    ─────────────────────────────────────────
    read      clients  20,000  20,001      +1
    triggers  raised    1,200     900    −300
              woken         –       1
    seconds   read      1.235     1.5  +0.265

    """

  static let run = """
    Harbour Bank · 2026-06-30                                       5c1d0f7e-1111-8000-8000-000000000001

    State   published                                 Started   2026-07-01 02:13 UTC
    Kind    nightly                                   Took      1:02

    Stages
    Stage  Figure          Value
    ────────────────────────────
    check  findings            3
    read   clients         20000
           months             24
    gaps   basis     transitions

    Manifest
    input client   rows 20000, hash ab12
    result         5c1d0f7e-1111-8000-8000-000000000001
    seed           1
    version        0.1.0

    """
}
