import CMalloc

/// How a night's memory is given back to the system.
///
/// A night makes large arrays and drops them again, step after step. glibc, left alone, takes that as a reason to keep
/// them: it raises the size from which an array gets pages of its own, up to 32 MiB, and opens pools for every thread.
/// What was dropped then lies between what is still needed: a third of the whole at a million clients.
enum NightMemory {
  /// Arrays from this size on get pages of their own, and give them back when they go.
  private static let ownPages: Int32 = 512 * 1024
  /// Free memory that is kept at hand.
  private static let atHand: Int32 = 16 * 1024 * 1024

  static func prepare() {
    mallopt(M_MMAP_THRESHOLD, ownPages)
    mallopt(M_TRIM_THRESHOLD, atHand)
    mallopt(M_ARENA_MAX, 2)
  }

  /// Between two steps: what the last one has dropped.
  static func giveBack() { malloc_trim(0) }
}
