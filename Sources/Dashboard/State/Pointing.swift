import Drawing
import Metrics

extension Dashboard {
  /// Does what the mouse asks for: tabs are chosen, the wheel moves.
  mutating func point(_ mouse: Mouse, _ size: Size, at now: Double) -> [Request] {
    switch mouse.action {
    case .scrollUp: return press(.up, at: now)
    case .scrollDown: return press(.down, at: now)
    case .press where mouse.row == 1:
      let tabs = FrameView.tabs(language, .standard)
      let hit = tabs.firstIndex { tab in
        let end = tab.column + TextWidth.standard.columns(of: tab.text)
        return (tab.column..<end).contains(mouse.column)
      }
      return hit.map { perform(.show($0), at: now) } ?? []
    default: return []
    }
  }
}
