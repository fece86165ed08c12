package import Banking

/// Why a product is, or is not, offered.
extension Russian {
  package func cell(_ status: OfferStatus) -> String {
    switch status {
    case .offered: "предлагается"
    case .alreadyOpen: "разговор уже идёт"
    case .ineligible: "не положен"
    case .suppressed: "не сейчас"
    case .belowThreshold: "ниже порога"
    case .coolingDown: "недавний разговор"
    // Managers must not know whom the effect is measured by: they would call or spare them.
    case .controlGroup: "звонок не намечен"
    case .contactLimit: "лимит контактов"
    case .capacity: "список полон"
    case .held: "используется"
    case .notCompared: "ещё не сравнивался"
    }
  }

  package func cell(_ fact: StatusFact, other: String?) -> String {
    switch fact {
    case .clientLeft: "клиент ушёл"
    case .contactNotAllowed: "контакт запрещён"
    case .notSellable: "не продаётся"
    case .neverOffered: "не предлагаем"
    case .turnoverTooLow: "мала выручка"
    case .prerequisiteMissing: other.map { "нужен «\($0)»" } ?? "нет условия"
    case .excludedBy: other.map { "мешает «\($0)»" } ?? "несовместим"
    case .holdingContradicts: "данные противоречивы"
    case .retain: "сначала удержать"
    case .stageUnknown: "этап неизвестен"
    case .notDue: "не время"
    case .subjects: "в разговоре нет места"
    case .noGap: "нетипичен"
    case .probability: "мал шанс"
    case .expectedIncome: "мал доход"
    }
  }

  package func cell(suppressedAt stage: Stage) -> String { "этап: \(name(stage))" }

  package func sentence(_ status: OfferStatus, product: String) -> String {
    let named = "продукт «\(product)»"
    return switch status {
    case .offered: "Предлагается: \(named) уже в списке менеджера."
    case .alreadyOpen: "Повторно не предлагается: разговор про \(named) уже открыт."
    case .ineligible: "Не предлагается: по правилам \(named) этому клиенту не положен."
    case .suppressed: "Не предлагается: сейчас не время предлагать этому клиенту \(named)."
    case .belowThreshold: "Не предлагается: \(named) не дотягивает до одного из порогов политики."
    case .coolingDown: "Не предлагается: разговор про \(named) закончился совсем недавно."
    case .controlGroup: "Не предлагается: звонок этому клиенту пока не намечен."
    case .contactLimit: "Не предлагается: разговоров с клиентом уже столько, сколько допускает политика."
    case .capacity: "Не предлагается: всё место, которое политика даёт менеджеру, заняли более важные звонки."
    case .held: "Не предлагается: \(named) у клиента уже есть."
    case .notCompared: "Не предлагается: \(named) появился после последнего ночного запуска и ещё не сравнивался."
    }
  }

  package func sentence(_ fact: StatusFact, product: String, other: String?) -> String {
    let named = "продукт «\(product)»"
    return switch fact {
    case .clientLeft: "Не предлагается: клиент ушёл из банка."
    case .contactNotAllowed: "Не предлагается: клиент запретил с ним связываться."
    case .notSellable: "Не предлагается: \(named) сейчас не продаётся."
    case .neverOffered: "Не предлагается: по политике банка \(named) не предлагают никому."
    case .turnoverTooLow: "Не предлагается: выручка клиента меньше той, с которой предлагают \(named)."
    case .prerequisiteMissing:
      "Не предлагается: сначала нужен \(other.map { "продукт «\($0)»" } ?? "другой продукт"), а его у клиента нет."
    case .excludedBy:
      "Не предлагается: \(named) несовместим с \(other.map { "продуктом «\($0)»" } ?? "тем, что уже есть у клиента")."
    case .holdingContradicts: "Не предлагается: данные банка противоречат друг другу в том, есть ли у клиента \(named)."
    case .retain: "Не предлагается: сначала клиента нужно удержать."
    case .stageUnknown: "Не предлагается: этап жизненного цикла клиента неизвестен."
    case .notDue: "Не предлагается: поднимать этот вопрос ещё рано или уже поздно."
    case .subjects: "Не предлагается: в один разговор помещается немного тем, и другие важнее, чем \(named)."
    case .noGap: "Не предлагается: \(named) для похожих клиентов не типичен, или его место занимает другой."
    case .probability: "Не предлагается: шанс, что клиент возьмёт \(named), ниже порога политики."
    case .expectedIncome: "Не предлагается: дохода не ожидается, или он ниже порога политики (\(named))."
    }
  }

  package func sentence(suppressedAt stage: Stage, product: String) -> String {
    "Не предлагается: на этапе «\(name(stage))», где сейчас клиент, политика предложений не делает."
  }
}
