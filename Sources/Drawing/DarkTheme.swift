extension Theme {
  /// The default: bright ink on the terminal's own dark background.
  public static let dark = Theme(
    name: "dark", isDark: true,
    looks: [
      .text: Look(ink: Color(0xD8DEE9)),
      .faint: Look(ink: Color(0x949CAA)),
      .strong: Look(ink: Color(0xFFFFFF), bold: true),
      .title: Look(ink: Color(0x8CC4FF), bold: true),
      .good: Look(ink: Color(0x7FDDB0)),
      .bad: Look(ink: Color(0xFF8C85), bold: true),
      .attention: Look(ink: Color(0xFFCB6B), bold: true),
      .accent: Look(ink: Color(0x6FD3E8)),
      .target: Look(ink: Color(0xE3B5FF)),
      .comparison: Look(ink: Color(0xA3B0C4)),
      .limit: Look(ink: Color(0xC2A878)),
      .bar: Look(ink: Color(0x61AFEF)),
      .barAlternate: Look(ink: Color(0x788AA6)),
      .header: Look(ink: Color(0xE8EDF5), background: Color(0x263445)),
      .footer: Look(ink: Color(0xC4CCD8), background: Color(0x1E2733)),
      .key: Look(ink: Color(0xFFD98A), background: Color(0x1E2733), bold: true),
      .border: Look(ink: Color(0x657388)),
      .selection: Look(ink: Color(0xFFFFFF), background: Color(0x2B4057)),
      .live: Look(ink: Color(0x7FDDB0)),
      .stale: Look(ink: Color(0xD9A86C)),
    ])
}
