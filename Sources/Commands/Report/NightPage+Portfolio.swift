import Banking
import Store
import Wording

extension NightPage {
  mutating func stages() {
    page.heading("Life-cycle stages")
    let stages = digest.stages.sorted { Self.place($0.stage) < Self.place($1.stage) }
    page.figure(
      BarChart(
        title: "Clients by stage",
        rows: stages.map { stage in
          let (name, clients) = (name(stage.stage), count(stage.clients))
          return .init(
            label: name, bars: [.init(value: Double(stage.clients), style: "own", hint: "\(name): \(clients)")],
            remark: clients)
        }
      ).markup)
    page.table(
      Table(
        [.left("Stage"), .right("Clients"), .right("Income")],
        rows: stages.map { [.init(name($0.stage)), .init(count($0.clients)), .init(amount($0.monthlyIncome))] }))
  }

  func name(_ stage: String?) -> String {
    stage.map { words.name(Code<Banking.Stage>($0)) } ?? words.unknown
  }

  mutating func profiles() {
    page.heading("Income by profile, against the ideal")
    page.paragraph(
      "Means over the clients of each profile. Typical and ideal are those of the peers each is compared with.")
    page.key([("own", "real"), ("other", "typical"), ("ideal", "ideal client")])
    page.figure(
      BarChart(title: "Income a month by profile: real, typical, ideal", rows: digest.profiles.map(bars)).markup)
    page.table(
      Table(
        [
          .left("Profile"), .right("Clients"), .right("Real"), .right("Typical"), .right("Ideal"),
          .right("Potential of all"),
        ],
        rows: digest.profiles.map {
          [
            .init($0.name), .init(count($0.clients)), .init(amount($0.monthlyIncome)), .init(amount($0.typicalIncome)),
            .init(amount($0.idealIncome)), .init(amount($0.potentialIncome)),
          ]
        }))
  }

  private func bars(_ profile: ProfileIncome) -> BarChart.Row {
    let incomes = [
      (profile.monthlyIncome, "own", "real"), (profile.typicalIncome, "other", "typical"),
      (profile.idealIncome, "ideal", "ideal"),
    ]
    return BarChart.Row(
      label: profile.name,
      bars: incomes.map { income, style, word in
        .init(value: income?.estimate ?? 0, style: style, hint: "\(word): \(amount(income))")
      })
  }

  mutating func potential() {
    page.heading("Potential by region and industry")
    let grid = PotentialGrid(digest.potential, unknown: words.unknown)
    page.figure(
      HeatMap(
        title: "Potential income by region and industry", rows: grid.regions, columns: grid.industries,
        values: grid.cells.map { $0.map { $0.map(\.estimate) } },
        text: { [self] in compact($0) },
        hint: { [self] region, industry, value in
          "\(grid.regions[region]), \(grid.industries[industry]): \(amount(Money(estimate: value)))"
        }
      ).markup)
    page.table(
      Table(
        [.left("Region"), .right("Potential")],
        rows: zip(grid.regions, grid.cells).map { region, cells in
          [.init(region), .init(amount(cells.compactMap(\.self).reduce(.zero, +)))]
        } + [[.init("All"), .init(amount(grid.total))]]))
  }

  /// `12k`, `3.4M`: what fits into a cell.
  private func compact(_ value: Double) -> String {
    switch abs(value) {
    case ..<1000: BacktestFigures.plain(value, places: 0)
    case ..<1e6: BacktestFigures.plain(value / 1e3, places: abs(value) < 1e4 ? 1 : 0) + "k"
    default: BacktestFigures.plain(value / 1e6, places: abs(value) < 1e7 ? 1 : 0) + "M"
    }
  }
}
