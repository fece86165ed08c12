/// A line of business and what firms in it have in common.
struct Trade {
  let name: String
  /// Share of the bank's clients, relative.
  let weight: Double
  /// Median monthly turnover of a firm, EUR, and the spread of its logarithm.
  let turnover: (median: Double, spread: Double)
  /// Monthly turnover that keeps one employee busy, EUR.
  let perHead: Double
  /// Mean shares of sales taken in cash and by card.
  let cash: Double
  let cards: Double
  /// Share of firms with a counter.
  let counter: Double
  /// Share of firms that trade abroad when they start.
  let abroad: Double
  /// Monthly chance of winning a public tender.
  let tenders: Double
  /// How much of the business stands on vehicles, machines and buildings, 0 to 1.
  let assets: Double
  /// How much of it stands on stock, 0 to 1.
  let stock: Double
  /// Operating margin before the owner takes anything out.
  let margin: Double
  /// Average payment, EUR.
  let ticket: Double
  /// Sales by calendar month in percent of the year's mean.
  let season: [Double]
  /// The word in a firm's name.
  let word: (latin: String, cyrillic: String, chinese: String)
}

extension Trade {
  /// The whole table: who the clients are.
  static let all: [Trade] = [
    Trade(
      name: "retail", weight: 21, turnover: (21_000, 0.95), perHead: 7_500, cash: 0.34, cards: 0.46, counter: 0.85,
      abroad: 0.05, tenders: 0.001, assets: 0.2, stock: 0.8, margin: 0.08, ticket: 160,
      season: [82, 84, 94, 97, 99, 98, 95, 96, 98, 103, 114, 140], word: ("Market", "Торг", "商店")),
    Trade(
      name: "wholesale", weight: 13, turnover: (52_000, 1.10), perHead: 19_000, cash: 0.08, cards: 0.05, counter: 0.1,
      abroad: 0.24, tenders: 0.006, assets: 0.3, stock: 1.0, margin: 0.06, ticket: 900,
      season: [86, 90, 102, 104, 101, 98, 92, 93, 104, 110, 112, 108], word: ("Trading", "Опт", "贸易")),
    Trade(
      name: "construction", weight: 11, turnover: (34_000, 1.15), perHead: 8_500, cash: 0.06, cards: 0.02,
      counter: 0.03,
      abroad: 0.04, tenders: 0.018, assets: 0.6, stock: 0.4, margin: 0.09, ticket: 1_100,
      season: [58, 62, 82, 102, 118, 124, 126, 124, 118, 110, 96, 80], word: ("Build", "Строй", "建筑")),
    Trade(
      name: "professional services", weight: 12, turnover: (11_500, 0.90), perHead: 6_000, cash: 0.03, cards: 0.06,
      counter: 0.08, abroad: 0.08, tenders: 0.006, assets: 0.05, stock: 0.0, margin: 0.22, ticket: 420,
      season: [92, 97, 110, 101, 99, 100, 88, 84, 100, 104, 106, 119], word: ("Consulting", "Консалт", "咨询")),
    Trade(
      name: "transport", weight: 9, turnover: (19_000, 0.95), perHead: 6_500, cash: 0.09, cards: 0.04, counter: 0.02,
      abroad: 0.14, tenders: 0.007, assets: 0.9, stock: 0.1, margin: 0.10, ticket: 380,
      season: [86, 88, 98, 101, 102, 102, 100, 99, 104, 108, 107, 105], word: ("Logistics", "Транс", "物流")),
    Trade(
      name: "restaurants", weight: 8, turnover: (17_000, 0.75), perHead: 4_200, cash: 0.30, cards: 0.58, counter: 0.95,
      abroad: 0.01, tenders: 0.002, assets: 0.3, stock: 0.3, margin: 0.09, ticket: 150,
      season: [84, 86, 92, 97, 106, 110, 112, 111, 102, 97, 95, 108], word: ("Kitchen", "Кафе", "餐饮")),
    Trade(
      name: "manufacturing", weight: 8, turnover: (46_000, 1.20), perHead: 8_000, cash: 0.03, cards: 0.03,
      counter: 0.08,
      abroad: 0.20, tenders: 0.009, assets: 0.9, stock: 0.7, margin: 0.11, ticket: 1_300,
      season: [90, 94, 104, 104, 103, 102, 96, 92, 104, 107, 105, 99], word: ("Works", "Завод", "制造")),
    Trade(
      name: "IT services", weight: 6, turnover: (15_000, 1.10), perHead: 6_200, cash: 0.01, cards: 0.12, counter: 0.01,
      abroad: 0.27, tenders: 0.008, assets: 0.05, stock: 0.0, margin: 0.24, ticket: 800,
      season: [94, 95, 103, 99, 98, 101, 94, 92, 101, 103, 105, 115], word: ("Soft", "Софт", "软件")),
    Trade(
      name: "agriculture", weight: 5, turnover: (24_000, 1.05), perHead: 6_500, cash: 0.08, cards: 0.02, counter: 0.04,
      abroad: 0.09, tenders: 0.002, assets: 0.85, stock: 0.5, margin: 0.13, ticket: 900,
      season: [48, 50, 66, 78, 84, 92, 124, 168, 182, 142, 96, 70], word: ("Agro", "Агро", "农业")),
    Trade(
      name: "health", weight: 3.5, turnover: (16_000, 0.80), perHead: 4_800, cash: 0.15, cards: 0.50, counter: 0.7,
      abroad: 0.03, tenders: 0.006, assets: 0.5, stock: 0.1, margin: 0.16, ticket: 130,
      season: [99, 101, 105, 102, 99, 96, 87, 88, 103, 107, 108, 105], word: ("Clinic", "Мед", "医疗")),
    Trade(
      name: "tourism", weight: 2, turnover: (14_000, 0.95), perHead: 5_000, cash: 0.12, cards: 0.48, counter: 0.5,
      abroad: 0.30, tenders: 0.001, assets: 0.4, stock: 0.0, margin: 0.10, ticket: 240,
      season: [55, 58, 72, 88, 112, 148, 176, 172, 122, 82, 55, 60], word: ("Travel", "Тур", "旅游")),
    Trade(
      name: "real estate", weight: 1.5, turnover: (13_000, 1.10), perHead: 9_000, cash: 0.04, cards: 0.03,
      counter: 0.05,
      abroad: 0.02, tenders: 0.002, assets: 0.7, stock: 0.0, margin: 0.30, ticket: 750,
      season: [98, 98, 100, 101, 101, 101, 99, 99, 101, 101, 101, 100], word: ("Estate", "Недвижимость", "地产")),
  ]

  static let weights = all.map(\.weight)
}
