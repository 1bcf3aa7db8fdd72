import Analysis
import Drawing
import Metrics

extension Dashboard {
  /// Does what a key means here.
  mutating func press(_ key: Key, at now: Double) -> [Request] {
    if picker != nil { return pressInPicker(key, at: now) }
    if isHelpShown {
      isHelpShown = false
      if key != .character("q"), key != .escape, key != .character("?"),
        let action = KeyTable.action(for: key, in: place.screen)
      {
        return perform(action, at: now)
      }
      return []
    }
    guard let action = KeyTable.action(for: key, in: place.screen) else { return [] }
    return perform(action, at: now)
  }

  mutating func perform(_ action: Action, at now: Double) -> [Request] {
    switch action {
    case .show(let index): show(Screen.tabs[index])
    case .nextView: turn(by: 1)
    case .previousView: turn(by: -1)
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -10)
    case .pageDown: move(by: 10)
    case .first: move(by: -.max / 2)
    case .last: move(by: .max / 2)
    case .collapse: fold()
    case .expand: if let path = selected?.path { place.collapsed.remove(path) }
    case .open: open()
    case .back: if let former = back.popLast() { place = former }
    case .grain(let grain): change(to: grain)
    case .earlier: shiftPeriod(by: -1)
    case .later: shiftPeriod(by: 1)
    case .newest: place.lens.period = nil
    case .comparison:
      let all = ComparisonKind.allCases
      let index = all.firstIndex(of: place.lens.comparison) ?? 0
      place.lens.comparison = all[(index + 1) % all.count]
    case .filter: pickFilterDimension(at: now)
    case .clearFilter:
      place.lens.segment = Segment()
      clampCursor()
    case .breakdown: pickBreakdown(at: now)
    case .search: pickMetric()
    case .palette: pickAction()
    case .scale: scale = scale.next
    case .freeze: frozen = frozen == nil ? newest : nil
    case .theme: pickTheme()
    case .language: language = language == .english ? .japanese : .english
    case .reload:
      say(Phrase.readAgain.text(in: language), at: now)
      return [.reload]
    case .help: isHelpShown = true
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    }
    return []
  }

  private mutating func show(_ screen: Screen) {
    guard place.screen != screen else { return }
    let root = back.first ?? place
    var next = Place(screen, lens: place.lens)
    // What drilling narrowed is left behind with the drill.
    next.lens.segment = root.lens.segment
    next.collapsed = root.collapsed
    next.funnel = root.funnel
    place = next
    back = []
  }

  private mutating func turn(by step: Int) {
    let tabs = Screen.tabs
    let current = tabs.firstIndex(of: (back.first ?? place).screen) ?? 0
    show(tabs[(current + step + tabs.count) % tabs.count])
  }

  private mutating func move(by rows: Int) {
    place.cursor = min(max(0, place.cursor + rows), max(0, items.count - 1))
  }

  mutating func clampCursor() { move(by: 0) }

  /// Hides what is below the selected node; of a node without parts, goes to the one above.
  private mutating func fold() {
    guard let path = selected?.path, !path.isEmpty else { return }
    let items = items
    let hasParts = items.contains { $0.path.count == path.count + 1 && $0.path.starts(with: path) }
    if hasParts {
      place.collapsed.insert(path)
    } else if let above = items.firstIndex(where: { $0.path == path.dropLast() }) {
      place.cursor = above
    }
  }

  mutating func open() {
    guard let item = selected else { return }
    guard let value = item.value else {
      openDetail(item.metric)
      return
    }
    let dimension: String? =
      if case .detail(let metric) = place.screen { detailBreakdown(metric) } else {
        place.breakdown
      }
    if let dimension { narrow(dimension, to: value) }
  }

  /// Goes into one segment of what is on the screen.
  private mutating func narrow(_ dimension: String, to value: SafeText) {
    guard place.lens.segment.values[dimension] != [value] else { return }
    var next = Place(place.screen, lens: place.lens)
    next.lens.segment = place.lens.segment.replacing(dimension, with: [value])
    next.funnel = place.funnel
    next.crumb = value
    push(next)
  }

  mutating func openDetail(_ metric: String) {
    var next = Place(.detail(metric: metric), lens: place.lens)
    next.breakdown = place.breakdown
    push(next)
  }

  private mutating func push(_ next: Place) {
    back.append(place)
    place = next
  }

  /// Turns to another grain, staying at the same days where they are not the newest.
  private mutating func change(to grain: Grain) {
    let context = context
    place.lens.grain = grain
    if let period = place.lens.period {
      let day = min(period.range.last, context.evaluator.asOf)
      place.lens.period = context.evaluator.calendar.period(grain, containing: day)
      keepNewestUnset()
    }
    clampCursor()
  }

  private mutating func shiftPeriod(by count: Int) {
    let context = context
    let next = context.evaluator.calendar.period(context.period, offsetBy: count)
    guard next.range.start <= context.evaluator.asOf else { return }
    place.lens.period = next
    keepNewestUnset()
  }

  /// The newest period is not held fast, so that it moves on with new data.
  private mutating func keepNewestUnset() {
    let newest = snapshot.definitions.workspace.calendar.period(place.lens.grain, containing: asOf)
    if place.lens.period == newest { place.lens.period = nil }
  }
}
