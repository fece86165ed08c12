package import Banking

/// The figures of all clients, packed: those that are ordinary in 20 bytes, the others kept aside as they are. Every
/// figure comes out as it went in.
package struct FigureTable: Sendable {
  private var packed: [PackedFigures] = []
  /// Those that do not fit, where their packed form points.
  private var aside: [ClientFigures] = []

  /// - Parameter clients: their positions.
  init(_ snapshot: Snapshot, _ clients: Range<Int>) {
    packed.reserveCapacity(clients.count)
    for client in clients { append(snapshot.figures(of: client)) }
  }

  /// Of clients that follow one another.
  init(_ parts: [FigureTable]) {
    packed.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts {
      for (place, small) in part.packed.enumerated() {
        if small.isAside { append(part[place]) } else { packed.append(small) }
      }
    }
  }

  private mutating func append(_ figures: ClientFigures) {
    if let small = PackedFigures(figures) {
      packed.append(small)
    } else {
      packed.append(PackedFigures(aside: Int32(aside.count)))
      aside.append(figures)
    }
  }
}

extension FigureTable: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { packed.count }

  package subscript(client: Int) -> ClientFigures {
    let packed = packed[client]
    return packed.isAside ? aside[Int(packed.income12)] : packed.figures
  }
}

private struct PackedFigures {
  let income3: Int32
  /// Where the figures are kept aside, their place there.
  let income12: Int32
  let operations3: Int32
  let operations12: Int32
  /// -1 = opening date unknown, -2 = kept aside.
  let tenureMonths: Int16
  let observed12: UInt8
  let observed3: UInt8

  init(aside place: Int32) {
    (income3, income12, operations3, operations12) = (0, place, 0, 0)
    (tenureMonths, observed12, observed3) = (-2, 0, 0)
  }

  /// Nil where a figure does not fit.
  init?(_ figures: ClientFigures) {
    guard let income3 = Int32(exactly: figures.income3), let income12 = Int32(exactly: figures.income12),
      let operations3 = Int32(exactly: figures.operations3), let operations12 = Int32(exactly: figures.operations12),
      let tenure = Int16(exactly: figures.tenureMonths ?? -1), tenure >= 0 || figures.tenureMonths == nil,
      let observed12 = UInt8(exactly: figures.observed12), let observed3 = UInt8(exactly: figures.observed3)
    else { return nil }
    (self.income3, self.income12) = (income3, income12)
    (self.operations3, self.operations12) = (operations3, operations12)
    (tenureMonths, self.observed12, self.observed3) = (tenure, observed12, observed3)
  }

  var isAside: Bool { tenureMonths == -2 }

  var figures: ClientFigures {
    ClientFigures(
      tenureMonths: tenureMonths < 0 ? nil : Int(tenureMonths), income3: Int64(income3), income12: Int64(income12),
      operations3: Int64(operations3), operations12: Int64(operations12), observed12: Int(observed12),
      observed3: Int(observed3))
  }
}
