import Metrics

/// Something that a key, the palette or the mouse makes the dashboard do.
enum Action: Hashable, Sendable {
  case show(Int)
  case nextView, previousView
  case up, down, pageUp, pageDown, first, last
  case collapse, expand
  case open, back
  case grain(Grain)
  case earlier, later, newest
  case comparison
  case filter, clearFilter, breakdown
  case search, palette
  case scale
  case freeze
  case theme, language
  case reload
  case help
  case suspend
  case quit
}
