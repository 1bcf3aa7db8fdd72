/// The pair that is kept of an aggregate in a cell: `value` and `weight` of `DailyCells`, each as a
/// whole number in the units of its column.
///
/// Of minima and maxima the value is the bit pattern of a binary number instead.
struct Figure {
  var value: Int64
  var weight: Int64
}
