import Banking

/// Names of firms and people in three scripts.
enum NameBook {
  private static let latin = [
    "Novak", "Berger", "Lind", "Moreau", "Kovacs", "Silva", "Hansen", "Rossi", "Meyer", "Dubois", "Horvat", "Olsen",
    "Weber", "Costa", "Jansen", "Nowak", "Müller", "Ionescu", "O'Brien", "Štěpánek", "García", "Åkerman", "Petrauskas",
  ]
  private static let latinFirst = [
    "Anna", "Marek", "Lena", "Paul", "Ines", "Viktor", "Clara", "Jonas", "Eva", "Tomas", "Nora", "Felix", "Maria",
    "David", "Sofia", "Emil",
  ]
  private static let latinMark = [
    "Alfa", "Nova", "Prime", "Delta", "Vega", "North", "Silver", "Blue", "Union", "Terra", "Orion", "Lux", "Vita",
    "Astra", "Polar", "Green", "Omega", "Royal", "Solid", "Smart",
  ]
  private static let cyrillic = [
    "Ромашка", "Восток", "Сибирь", "Альянс", "Звезда", "Гранит", "Прогресс", "Юнион", "Меридиан", "Олимп", "Каскад",
    "Вектор", "Рассвет", "Берёзка", "Арктика", "Волга",
  ]
  private static let cyrillicLast = [
    "Смирнова", "Кузнецова", "Васильева", "Попова", "Соколова", "Орлова", "Белова", "Егорова", "Щукина", "Юрьева",
  ]
  private static let cyrillicFirst = ["Ольга", "Ирина", "Татьяна", "Елена", "Наталья", "Юлия", "Мария", "Софья"]
  private static let chinese = ["华泰", "金龙", "东方", "宏远", "长城", "和平", "新世纪", "海天", "瑞丰", "明珠"]
  private static let chineseLast = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄"]
  private static let chineseFirst = ["伟", "芳", "娜", "秀英", "敏", "静", "丽", "强", "磊"]

  /// A firm's name; seven in ten Latin, one in twenty Chinese, one in five hundred far too long for a screen.
  static func firm(trade: Trade, legalForm: String?, random: inout SeededRandom) -> String {
    let script = random.uniform()
    let name =
      if script < 0.7 {
        latinFirm(trade.word.latin, legalForm: legalForm, random: &random)
      } else if script < 0.95 {
        cyrillicFirm(trade.word.cyrillic, legalForm: legalForm, random: &random)
      } else {
        "\(random.pick(chinese))\(random.pick(chinese))\(trade.word.chinese)有限公司"
      }
    guard random.chance(0.002) else { return name }
    let partners = (0..<random.whole(9...14)).map { _ in random.pick(latin) }.joined(separator: ", ")
    return "\(name), successor in title to the general partnership of \(partners) and heirs"
  }

  private static func latinFirm(_ word: String, legalForm: String?, random: inout SeededRandom) -> String {
    if legalForm == "sole trader" { return "\(random.pick(latinFirst)) \(random.pick(latin)) \(word)" }
    let suffix = legalForm == "joint-stock company" ? "JSC" : legalForm == "partnership" ? "& Partners" : "Ltd"
    return "\(random.pick(latinMark))\(random.chance(0.4) ? " \(random.pick(latin))" : "") \(word) \(suffix)"
  }

  private static func cyrillicFirm(_ word: String, legalForm: String?, random: inout SeededRandom) -> String {
    if legalForm == "sole trader" { return "ИП \(random.pick(cyrillicLast)) \(random.pick(cyrillicFirst))" }
    return "\(legalForm == "joint-stock company" ? "АО" : "ООО") \"\(random.pick(cyrillic))-\(word)\""
  }

  static func person(random: inout SeededRandom) -> String {
    let script = random.uniform()
    if script < 0.7 { return "\(random.pick(latinFirst)) \(random.pick(latin))" }
    if script < 0.95 { return "\(random.pick(cyrillicFirst)) \(random.pick(cyrillicLast))" }
    return "\(random.pick(chineseLast))\(random.pick(chineseFirst))"
  }
}
