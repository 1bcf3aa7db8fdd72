extension RandomStream {
  /// How many independent events happen where `mean` are expected (Poisson; from 40 on its
  /// bell-shaped limit).
  mutating func count(mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    if mean >= 40 {
      return max(0, Int((mean + mean.squareRoot() * bell()).rounded()))
    }
    var probability = exponential(-mean)
    var rest = unit() - probability
    var count = 0
    while rest >= 0 && count < 200 {
      count += 1
      probability *= mean / Double(count)
      rest -= probability
    }
    return count
  }
}

/// e to the power of `exponent`, from multiplications only: the C library's last bit differs
/// between machines, and one bit can move every draw after it.
func exponential(_ exponent: Double) -> Double {
  let part = exponent / 256
  var term = 1.0
  var sum = 1.0
  for order in 1...12 {
    term *= part / Double(order)
    sum += term
  }
  for _ in 0..<8 { sum *= sum }
  return sum
}
