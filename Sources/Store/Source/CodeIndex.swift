/// Finds a few short codes by their bytes, without making strings of them.
struct CodeIndex {
  private var slots: [(bytes: [UInt8], position: Int)]

  /// - Parameter codes: distinct.
  init(_ codes: [String]) {
    var size = 16
    while size < codes.count * 4 { size *= 2 }
    slots = Array(repeating: ([], -1), count: size)
    for (position, code) in codes.enumerated() {
      let bytes = Array(code.utf8)
      var slot = bytes.withUnsafeBytes { Self.hash($0) } & (size - 1)
      while slots[slot].position >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (bytes, position)
    }
  }

  func position(of code: UnsafeRawBufferPointer) -> Int? {
    var slot = Self.hash(code) & (slots.count - 1)
    while slots[slot].position >= 0 {
      if slots[slot].bytes.count == code.count, slots[slot].bytes.elementsEqual(code) { return slots[slot].position }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a.
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
