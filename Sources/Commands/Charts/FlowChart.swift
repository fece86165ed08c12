/// What went from where to where: two columns of blocks and bands between them, as thick as what they carry.
struct FlowChart {
  struct End: Hashable {
    let name: String
    /// Blocks stand in this order.
    let place: Int
  }

  struct Flow {
    let from: End
    let to: End
    let size: Double
    /// A class of the page's style sheet.
    let style: String
    let hint: String
  }

  let title: String
  let left: String
  let right: String
  let flows: [Flow]

  private static let (width, height, names, block, gap, head) = (720.0, 380.0, 130.0, 12.0, 14.0, 24.0)

  var markup: String {
    var svg = SVG(width: Self.width, height: Self.height + Self.head + Self.gap, title: title)
    let sorted = flows.sorted { ($0.from.place, $0.to.place) < ($1.from.place, $1.to.place) }
    let starts = blocks(sorted.map { ($0.from, $0.size) })
    let ends = blocks(sorted.map { ($0.to, $0.size) })
    let scale = min(starts.scale, ends.scale)
    svg.text(Self.names, 14, left, .start, "tick")
    svg.text(Self.width - Self.names, 14, right, .end, "tick")
    var leftTops = draw(starts.sizes, scale, x: Self.names, anchor: .end, &svg)
    var rightTops = draw(ends.sizes, scale, x: Self.width - Self.names - Self.block, anchor: .start, &svg)
    for flow in sorted {
      let thickness = flow.size * scale
      let (top, bottom) = (leftTops[flow.from] ?? 0, rightTops[flow.to] ?? 0)
      svg.band(
        from: (Self.names + Self.block, top, top + thickness),
        to: (Self.width - Self.names - Self.block, bottom, bottom + thickness), flow.style, hint: flow.hint)
      leftTops[flow.from] = top + thickness
      rightTops[flow.to] = bottom + thickness
    }
    return svg.markup
  }

  /// Sizes of the blocks in order, and the pixels of one unit so that they fit with the gaps between them.
  private func blocks(_ parts: [(End, Double)]) -> (sizes: [(end: End, size: Double)], scale: Double) {
    let sums = Dictionary(parts, uniquingKeysWith: +)
    let sizes = sums.sorted { ($0.key.place, $0.key.name) < ($1.key.place, $1.key.name) }
      .map { (end: $0.key, size: $0.value) }
    let total = sizes.reduce(0) { $0 + $1.size }
    let room = Self.height - Self.gap * Double(max(0, sizes.count - 1))
    return (sizes, total > 0 ? room / total : 0)
  }

  /// Draws a column and tells where each block begins.
  private func draw(
    _ sizes: [(end: End, size: Double)], _ scale: Double, x: Double, anchor: SVG.Anchor, _ svg: inout SVG
  ) -> [End: Double] {
    var tops: [End: Double] = [:]
    var top = Self.head
    for (end, size) in sizes {
      tops[end] = top
      svg.bar(x, top, width: Self.block, height: max(1, size * scale), "own", hint: "\(end.name): \(Int(size))")
      let textX = anchor == .end ? x - 8 : x + Self.block + 8
      svg.text(
        textX, top + max(4, size * scale / 2) + 4, "\(end.name) \(BacktestFigures.plain(size, places: 0))", anchor,
        "tick")
      top += size * scale + Self.gap
    }
    return tops
  }
}
