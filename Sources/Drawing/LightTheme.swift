extension Theme {
  /// Dark ink on the terminal's own light background.
  public static let light = Theme(
    name: "light", isDark: false,
    looks: [
      .text: Look(ink: Color(0x24292F)),
      .faint: Look(ink: Color(0x656D77)),
      .strong: Look(ink: Color(0x000000), bold: true),
      .title: Look(ink: Color(0x0B4FA0), bold: true),
      .good: Look(ink: Color(0x006B52)),
      .bad: Look(ink: Color(0x960900), bold: true),
      .attention: Look(ink: Color(0x8A4B00), bold: true),
      .accent: Look(ink: Color(0x0B6478)),
      .target: Look(ink: Color(0x7A2BA8)),
      .comparison: Look(ink: Color(0x4E5A6B)),
      .limit: Look(ink: Color(0x75521A)),
      .bar: Look(ink: Color(0x1F6DB8)),
      .barAlternate: Look(ink: Color(0x656F7C)),
      .header: Look(ink: Color(0x14202E), background: Color(0xD8E2EE)),
      .footer: Look(ink: Color(0x38424F), background: Color(0xE4E9F0)),
      .key: Look(ink: Color(0x7A3E00), background: Color(0xE4E9F0), bold: true),
      .border: Look(ink: Color(0x8A94A0)),
      .selection: Look(ink: Color(0x0B1B2B), background: Color(0xCFE3F7)),
      .live: Look(ink: Color(0x006B52)),
      .stale: Look(ink: Color(0x8A4B00)),
    ])
}
