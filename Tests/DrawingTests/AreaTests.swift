import Drawing
import Testing

@Suite struct AreaTests {
  @Test func anAreaIsNeverNegative() {
    let area = Area(column: 2, row: 1, columns: 5, rows: 3)
    #expect(area.inset(columns: 4, rows: 2).isEmpty)
    #expect(area.dropping(left: 9) == Area(column: 7, row: 1, columns: 0, rows: 3))
    #expect(area.top(-1).rows == 0)
    var changed = area
    changed.columns = -3
    #expect(changed.columns == 0)
  }

  @Test func theEdgesOfAnAreaAreCutAsNamed() {
    let area = Area(Size(columns: 10, rows: 6))
    #expect(area.bottom(2) == Area(column: 0, row: 4, columns: 10, rows: 2))
    #expect(area.right(3) == Area(column: 7, row: 0, columns: 3, rows: 6))
    #expect(area.dropping(top: 1, bottom: 2) == Area(column: 0, row: 1, columns: 10, rows: 3))
    #expect(area.inset(columns: 1, rows: 1) == Area(column: 1, row: 1, columns: 8, rows: 4))
  }
}
