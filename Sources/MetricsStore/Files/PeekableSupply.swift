/// A supply whose next bytes can be looked at before they are given.
final class PeekableSupply {
  private let supply: ByteSupply
  private var memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  /// The bytes that were read and not given yet, in `memory`.
  private var kept = 0..<0
  /// Whether the supply has come to its end; what is held may still be given.
  private(set) var isExhausted = false

  /// Looks into a supply.
  init(_ supply: @escaping ByteSupply) {
    self.supply = supply
  }

  deinit { memory.deallocate() }

  /// The next bytes, as far as they were read; good until anything else is asked.
  var held: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[kept]) }

  /// Reads on until so many bytes are held, or all that there are.
  func fill(to count: Int) throws(FileFault) {
    guard kept.count < count, !isExhausted else { return }
    makeRoom(for: count, from: 0)
    while kept.count < count {
      let room = UnsafeMutableRawBufferPointer(rebasing: memory[kept.upperBound...])
      let read = try supply(room)
      guard read > 0 else {
        isExhausted = true
        return
      }
      kept = kept.lowerBound..<kept.upperBound + read
    }
  }

  /// Takes the first so many of the held bytes away.
  func drop(_ count: Int) {
    kept = min(kept.lowerBound + count, kept.upperBound)..<kept.upperBound
  }

  /// Holds these bytes before all others, as if they had not been given.
  func putBack(_ bytes: UnsafeRawBufferPointer) {
    makeRoom(for: bytes.count + kept.count, from: bytes.count)
    memory.copyMemory(from: bytes)
    kept = 0..<kept.upperBound
  }

  /// The next bytes, as many as fit and are there; 0 at the end.
  func read(into block: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    if !kept.isEmpty {
      let count = min(kept.count, block.count)
      block.copyMemory(from: UnsafeRawBufferPointer(rebasing: held[..<count]))
      drop(count)
      if kept.isEmpty { release() }
      return count
    }
    guard !isExhausted else { return 0 }
    let count = try supply(block)
    isExhausted = count == 0
    return count
  }

  /// Moves the held bytes to an offset of memory that is large enough.
  private func makeRoom(for count: Int, from offset: Int) {
    let length = kept.count
    if memory.count < count {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
      UnsafeMutableRawBufferPointer(rebasing: larger[offset...]).copyMemory(from: held)
      memory.deallocate()
      memory = larger
    } else if kept.lowerBound != offset {
      UnsafeMutableRawBufferPointer(rebasing: memory[offset...]).copyMemory(from: held)
    }
    kept = offset..<offset + length
  }

  private func release() {
    memory.deallocate()
    memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    kept = 0..<0
  }
}
