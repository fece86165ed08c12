/// A region of the bank, which is also a branch.
struct Region {
  let name: String
  /// Share of the clients, relative.
  let weight: Double
  /// How rich it is: factor on turnover.
  let wealth: Double
  /// How strong other banks are there: factor on the chance that a need is served elsewhere.
  let rivalry: Double
}

extension Region {
  static let all: [Region] = [
    Region(name: "Capital", weight: 24, wealth: 1.45, rivalry: 1.4),
    Region(name: "Northport", weight: 14, wealth: 1.20, rivalry: 1.3),
    Region(name: "Riverside", weight: 9, wealth: 1.05, rivalry: 1.0),
    Region(name: "Eastbridge", weight: 7.5, wealth: 1.00, rivalry: 0.9),
    Region(name: "Lakeland", weight: 6.5, wealth: 0.95, rivalry: 1.0),
    Region(name: "Southmoor", weight: 5.5, wealth: 0.90, rivalry: 0.9),
    Region(name: "Ironhills", weight: 5, wealth: 1.10, rivalry: 0.8),
    Region(name: "Westmark", weight: 4.5, wealth: 0.95, rivalry: 1.1),
    Region(name: "Goldcoast", weight: 4, wealth: 1.15, rivalry: 1.1),
    Region(name: "Greenfield", weight: 3.5, wealth: 0.80, rivalry: 0.7),
    Region(name: "Highland", weight: 3, wealth: 0.80, rivalry: 0.7),
    Region(name: "Millvale", weight: 2.7, wealth: 0.85, rivalry: 0.8),
    Region(name: "Oakshire", weight: 2.3, wealth: 0.85, rivalry: 0.9),
    Region(name: "Saltmarsh", weight: 2, wealth: 0.75, rivalry: 0.8),
    Region(name: "Stonegate", weight: 1.7, wealth: 0.90, rivalry: 0.9),
    Region(name: "Frostburn", weight: 1.4, wealth: 1.05, rivalry: 0.5),
    Region(name: "Amberwood", weight: 1.2, wealth: 0.75, rivalry: 0.6),
    Region(name: "Farreach", weight: 0.9, wealth: 0.70, rivalry: 0.4),
    Region(name: "Whitecliff", weight: 0.7, wealth: 0.80, rivalry: 0.6),
    Region(name: "Outer Islands", weight: 0.4, wealth: 0.65, rivalry: 0.3),
  ]

  static let weights = all.map(\.weight)
}
