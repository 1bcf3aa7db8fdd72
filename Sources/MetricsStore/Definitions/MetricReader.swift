import Metrics

/// A metric as it is written, before its formula was checked against the others.
struct ReadMetric {
  var definition: MetricDefinition
  /// The unit it declares; nil where it says nothing.
  let declaredUnit: MetricUnit?
  /// Where its formula stands; nil where it is measured.
  let formula: Cursor?
}

/// Reads one metric.
struct MetricReader {
  let sources: KnownSources
  let phases: [String]
  let defaults: MetricDefaults
  let log: IssueLog

  /// The metric that the value describes, or nil with the reasons noted.
  func metric(_ name: String, key: Cursor, _ cursor: Cursor) -> ReadMetric? {
    guard let map = cursor.map() else { return nil }
    let from = map.take("from")
    let formula = map.take("formula")
    let rollup = map.take("rollup")
    let weight = map.take("weight")
    let label = map.take("label")?.localizedText()
    let unit = map.take("unit")
    let declaredUnit = unit?.choice(MetricUnit.self, "a unit")
    let better = map.take("better")?.choice(Polarity.self, "a direction")
    let phase = map.take("phase")?.reference(.phase, among: phases)
    let owner = map.take("owner")?.safeText()
    let department = map.take("department")?.safeText()
    let cadence = map.take("cadence")?.choice(Grain.self, "a cadence")
    let definition = map.take("definition")?.localizedText()
    let thresholds = map.take("status").map(thresholds)
    map.finish()
    guard
      let origin = origin(
        from: from, formula: formula, rollup: rollup, weight: weight, owner: key.place)
    else { return nil }
    let metric = MetricDefinition(
      name: name, label: label, origin: origin, unit: declaredUnit ?? .count,
      better: better ?? defaults.better, phase: phase, owner: owner ?? defaults.owner,
      department: department ?? defaults.department, cadence: cadence ?? defaults.cadence,
      definition: definition, thresholds: thresholds ?? StatusThresholds(), place: key.place)
    return ReadMetric(definition: metric, declaredUnit: declaredUnit, formula: formula)
  }

  private func origin(
    from: Cursor?, formula: Cursor?, rollup: Cursor?, weight: Cursor?, owner: SourcePlace
  ) -> MetricDefinition.Origin? {
    switch (from, formula) {
    case (nil, nil):
      log.add(.missingKey("from or formula"), at: owner)
      return nil
    case (_?, let formula?):
      conflict("formula", formula, with: "from", "a metric is measured or computed, not both")
      return nil
    case (let from?, nil):
      return measured(from, rollup: rollup, weight: weight).map { .measured($0) }
    case (nil, let formula?):
      let reason = "a formula is evaluated on the roll-ups of its operands"
      if let rollup { conflict("rollup", rollup, with: "formula", reason) }
      if let weight { conflict("weight", weight, with: "formula", reason) }
      return parsed(formula).map { .formula($0) }
    }
  }

  private func conflict(_ key: String, _ cursor: Cursor, with other: String, _ reason: String) {
    log.add(.conflict(key, with: other, because: reason), at: cursor.keyPlace)
  }

  private func parsed(_ cursor: Cursor) -> Formula? {
    guard let text = cursor.text("a formula") else { return nil }
    do {
      return try Formula(parsing: text)
    } catch {
      log.add(.expression(error), at: cursor.node.place(ofCharacter: error.offset))
      return nil
    }
  }

  private func measured(_ from: Cursor, rollup: Cursor?, weight: Cursor?) -> Quantity? {
    let named = sources.measure(from)
    let choice = rollup?.choice(Rollup.self, "a roll-up")
    guard let named, rollup == nil || choice != nil else { return nil }
    let gathered = choice ?? (named.isEvent ? .count : named.nature.rollup)
    if let rollup, named.isEvent, gathered != .count, !(named.hasPersons && gathered == .distinct) {
      let persons = named.hasPersons ? ", or with “distinct” their persons are" : ""
      conflict("rollup", rollup, with: "an event", "events are counted" + persons)
      return nil
    }
    if named.isPersonal, gathered != .distinct, gathered != .count {
      (rollup ?? from).report(.personalMeasure(named.measure, gathered))
      return nil
    }
    if gathered == .sum, !named.nature.isAdditive {
      (rollup ?? from).report(.notAdditive(named.measure, named.nature))
    }
    guard let weight else {
      return Quantity(
        source: named.source, measure: named.measure, rollup: gathered,
        weight: rollup == nil ? usualWeight(of: named) : nil)
    }
    guard gathered == .mean else {
      conflict("weight", weight, with: "rollup \(gathered.rawValue)", "only a mean has a weight")
      return nil
    }
    guard let heavy = self.weight(weight, of: named.source) else { return nil }
    return Quantity(
      source: named.source, measure: named.measure, rollup: .mean, weight: heavy)
  }

  /// What an average counts by that says nothing of it itself; nil where nothing is known.
  private func usualWeight(of named: KnownSources.Named) -> String? {
    guard case .average(let weight?) = named.nature,
      sources.sources[named.source]?.measureNames?.contains(weight) == true
    else { return nil }
    return weight
  }

  private func weight(_ cursor: Cursor, of source: String) -> String? {
    guard let text = cursor.text("a measure") else { return nil }
    guard text.contains(".") else {
      return sources.measure(text, of: source, cursor, at: 0)?.measure
    }
    guard let named = sources.measure(cursor) else { return nil }
    guard named.source == source else {
      cursor.report(.badValue(text, expected: "a measure of the source “\(source)”", choices: []))
      return nil
    }
    return named.measure
  }

  private func thresholds(_ cursor: Cursor) -> StatusThresholds {
    let normal = StatusThresholds()
    guard let map = cursor.map() else { return normal }
    let onTrack = map.take("on_track")?.number() ?? normal.onTrack
    let atRiskValue = map.take("at_risk")
    let atRisk = atRiskValue?.number() ?? min(normal.atRisk, onTrack)
    map.finish()
    guard onTrack > 0, atRisk > 0, atRisk <= onTrack else {
      (atRiskValue ?? cursor).report(
        .badValue("\(atRisk)", expected: "above 0 and at most on_track", choices: []))
      return normal
    }
    return StatusThresholds(onTrack: onTrack, atRisk: atRisk)
  }
}
