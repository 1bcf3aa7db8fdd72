import Analysis
import Drawing
import Metrics

extension Dashboard {
  mutating func pressInPicker(_ key: Key, at now: Double) -> [Request] {
    guard var picker else { return [] }
    let wasTheme = picker.current?.choice
    switch picker.press(key) {
    case .open:
      self.picker = picker
      // Themes are shown while one moves over them.
      if case .theme(let name)? = picker.current?.choice, wasTheme != picker.current?.choice {
        return [.theme(name)]
      }
      return []
    case .cancelled:
      self.picker = nil
      if case .theme? = wasTheme { return [.theme(theme)] }
      return []
    case .chosen(let choices):
      self.picker = nil
      return choose(choices, at: now)
    }
  }

  /// Adds pasted text to what is typed into an open list; anywhere else a paste does nothing.
  mutating func paste(_ text: String, at now: Double) -> [Request] {
    let typed = text.filter { character in
      !character.isWhitespace && character.unicodeScalars.allSatisfy { $0.value > 0x1F }
    }
    return typed.prefix(100).flatMap { character in
      picker == nil ? [] : pressInPicker(.character(character), at: now)
    }
  }

  private mutating func choose(_ choices: [Picker.Choice], at now: Double) -> [Request] {
    guard let first = choices.first else { return [] }
    switch first {
    case .filterDimension(let dimension): pickFilterValue(of: dimension)
    case .filterValue(let dimension, _):
      let values = choices.compactMap { choice -> SafeText? in
        if case .filterValue(_, let value) = choice { value } else { nil }
      }
      place.lens.segment = place.lens.segment.replacing(dimension, with: Set(values))
      clampCursor()
    case .breakdown(let dimension): breakDown(by: dimension)
    case .metric(let metric): openDetail(metric)
    case .action(let action): return perform(action, at: now)
    case .theme(let name):
      theme = name
      return [.theme(name)]
    }
    return []
  }

  private mutating func breakDown(by dimension: String?) {
    switch place.screen {
    case .funnel, .detail:
      place.breakdown = dimension
      place.cursor = 0
    case .tree, .monitor:
      guard let metric = selected?.metric else { return }
      openDetail(metric)
      place.breakdown = dimension
    }
  }

  mutating func pickFilterDimension(at now: Double) {
    let dimensions = snapshot.definitions.dimensions
    guard !dimensions.isEmpty else {
      say(Phrase.nothingToFilter.text(in: language), .attention, at: now)
      return
    }
    guard dimensions.count > 1 else {
      pickFilterValue(of: dimensions[0])
      return
    }
    let items = dimensions.map { dimension in
      let chosen = place.lens.segment.values[dimension]?.sorted().map(\.string) ?? []
      return Picker.Item(
        dimension, hint: chosen.joined(separator: ", "), choice: .filterDimension(dimension))
    }
    picker = Picker(Phrase("Filter by", "絞り込む軸").text(in: language), items)
  }

  private mutating func pickFilterValue(of dimension: String) {
    let items = snapshot.values(of: dimension).map {
      Picker.Item($0.string, choice: .filterValue(dimension: dimension, value: $0))
    }
    let marked = place.lens.segment.values[dimension] ?? []
    picker = Picker(
      dimension, items,
      marked: Set(marked.map { .filterValue(dimension: dimension, value: $0) }),
      allowsSeveral: true)
  }

  mutating func pickBreakdown(at now: Double) {
    let metrics: [String] =
      if case .detail(let metric) = place.screen {
        [metric]
      } else if place.screen == .funnel {
        funnel?.stages ?? []
      } else {
        selected.map { [$0.metric] } ?? []
      }
    let dimensions = metrics.flatMap { Breakdown.dimensions(for: $0, snapshot) }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard !dimensions.isEmpty else {
      say(Phrase.noDimension.text(in: language), .attention, at: now)
      return
    }
    var items = dimensions.map { Picker.Item($0, choice: .breakdown($0)) }
    if place.screen == .funnel, place.breakdown != nil {
      let none = Phrase("no breakdown", "内訳なし").text(in: language)
      items.append(Picker.Item(none, choice: .breakdown(nil)))
    }
    picker = Picker(
      Phrase("Break down by", "内訳の軸").text(in: language), items,
      selected: .breakdown(place.breakdown))
  }

  mutating func pickMetric() {
    let items = snapshot.definitions.metrics.map { metric in
      Picker.Item(
        metric.label.text(in: language), hint: metric.name, choice: .metric(metric.name),
        matches: metric.label.all)
    }
    picker = Picker(Phrase("Find a metric", "指標を検索").text(in: language), items)
  }

  mutating func pickAction() {
    let items = KeyTable.bindings.filter { $0.works(place.screen) && $0.action != .palette }
      .map { binding in
        Picker.Item(
          binding.meaning.text(in: language), hint: binding.caption,
          choice: .action(binding.action),
          matches: [binding.meaning.english, binding.meaning.japanese])
      }
    picker = Picker(Phrase("Actions", "操作").text(in: language), items)
  }

  mutating func pickTheme() {
    let items = settings.themes.map { Picker.Item($0, choice: .theme($0)) }
    picker = Picker(
      Phrase("Theme", "配色テーマ").text(in: language), items, selected: .theme(theme))
  }
}
