extension UnsafeMutableBufferPointer where Element: Comparable {
  /// Moves the element that would stand at the place if all were sorted to it, none larger before it, none smaller behind:
  /// in linear time (Hoare, "Algorithm 65: Find", CACM 4, 1961).
  func settle(_ place: Int) {
    var (low, high) = (0, count - 1)
    // Values in an unlucky order are sorted after all.
    var patience = 2 * (Int.bitWidth - count.leadingZeroBitCount)
    while high - low > 16, patience > 0 {
      patience -= 1
      let middle = parted(low, high)
      if place <= middle { high = middle } else { low = middle + 1 }
    }
    guard low < high else { return }
    var rest = UnsafeMutableBufferPointer(rebasing: self[low...high])
    rest.sort()
  }

  /// Puts what is not larger than the median of first, middle and last before what is not smaller; returns where the
  /// former end, which is before `high`.
  private func parted(_ low: Int, _ high: Int) -> Int {
    let (first, middle, last) = (self[low], self[low + (high - low) / 2], self[high])
    let pivot = max(min(first, middle), min(max(first, middle), last))
    var (left, right) = (low - 1, high + 1)
    while true {
      repeat { left += 1 } while self[left] < pivot
      repeat { right -= 1 } while pivot < self[right]
      if left >= right { return right }
      swapAt(left, right)
    }
  }
}
