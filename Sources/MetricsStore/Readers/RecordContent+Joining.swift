extension RecordContent {
  /// Takes in the records of other chunks of the same file, each in its place.
  ///
  /// - Complexity: linear in the records of both.
  mutating func join(_ other: RecordContent, _ plan: SourcePlan) {
    let maps = CodeMaps(
      identifiers: other.identifiers.codes(in: &identifiers),
      segments: segments.join(other.segments),
      texts: other.texts.indices.map { other.texts[$0].codes(in: &texts[$0]) })
    var joined = RecordContent(segments: segments, texts: texts)
    joined.identifiers = identifiers
    joined.oddities = oddities
    joined.oddities.join(other.oddities)
    var (own, their) = (0, 0)
    while own < parts.count || their < other.parts.count {
      let isOwn =
        their == other.parts.count
        || (own < parts.count && parts[own].chunk < other.parts[their].chunk)
      if isOwn {
        joined.append(part: own, of: self, nil, plan)
        own += 1
      } else {
        joined.append(part: their, of: other, maps, plan)
        their += 1
      }
    }
    self = joined
  }

  /// What the codes of one content are in another.
  private struct CodeMaps {
    let identifiers: [Int32]
    let segments: [Int32]
    let texts: [[Int32]]
  }

  private mutating func append(
    part index: Int, of other: RecordContent, _ maps: CodeMaps?, _ plan: SourcePlan
  ) {
    let start = other.parts[index].start
    let end = index + 1 < other.parts.count ? other.parts[index + 1].start : other.count
    parts.append(Part(chunk: other.parts[index].chunk, start: count))
    line += other.line[start..<end]
    day += other.day[start..<end]
    eventDays += other.eventDays[start * plan.events.count..<end * plan.events.count]
    values += other.values[start * plan.measures.count..<end * plan.measures.count]
    let codes = start * plan.distinct.count..<end * plan.distinct.count
    guard let maps else {
      identifier += other.identifier[start..<end]
      segment += other.segment[start..<end]
      textCodes += other.textCodes[codes]
      return
    }
    identifier += other.identifier[start..<end].map { maps.identifiers[Int($0)] }
    segment += other.segment[start..<end].map { maps.segments[Int($0)] }
    for index in codes {
      let code = other.textCodes[index]
      textCodes.append(code < 0 ? -1 : maps.texts[index % plan.distinct.count][Int(code)])
    }
  }
}
