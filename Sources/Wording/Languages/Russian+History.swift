package import Triggers

/// What stands in a trigger's history.
extension Russian {
  package func name(_ note: NightNote) -> String {
    switch note {
    case .found: "видно по данным"
    case .qualified: "приоритет пересчитан по ответам"
    case .toManager: "передан другому менеджеру"
    case .toQueue: "передан в очередь"
    case .withdrawn(.clientLeft): "клиент ушёл"
    case .withdrawn(.clientUnknown): "клиента больше нет в данных банка"
    case .withdrawn(.contactNotAllowed): "клиенту нельзя звонить"
    case .withdrawn(.ineligible): "продукт больше не предлагается"
    case .withdrawn(.reasonGone): "повода больше нет"
    case .withdrawn(.stage): "этап клиента сменился"
    case .withdrawn(.retain): "сначала удержать клиента"
    case .withdrawn(.belowThreshold): "шанс или доход слишком мал"
    case .withdrawn(.controlGroup): "звонок пока не намечен"
    }
  }

  package func until(_ day: String) -> String { "до \(day)" }
}
