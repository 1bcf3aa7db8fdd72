public import Metrics

extension MetricsStore {
  /// How a store looks at its files.
  public struct Options: Sendable {
    /// How changes are noticed.
    public enum Watching: Hashable, Sendable {
      /// By events where the file system sends them, else by looking once a second.
      case automatic
      /// By looking once a second.
      case polling
      /// Not at all.
      case none
    }

    /// How changes are noticed.
    public var watching: Watching
    /// Today's date; nil for the present one in the workspace's time zone.
    public var today: (@Sendable () -> Day)?
    /// How long waits are.
    public var delays: Delays
    /// The folder in which roll-ups are kept from one start to the next; nil for none.
    ///
    /// It is made where only its last two folders are missing. What is in it is a copy and can be
    /// deleted at any time; without it, or where it cannot be written, everything is read anew.
    public var cache: String?

    /// The given ways, or the usual ones.
    public init(
      watching: Watching = .automatic, today: (@Sendable () -> Day)? = nil,
      delays: Delays = Delays(), cache: String? = nil
    ) {
      self.watching = watching
      self.today = today
      self.delays = delays
      self.cache = cache
    }

    /// How long a store waits before it believes what it sees, in milliseconds.
    public struct Delays: Hashable, Sendable {
      /// A file that no one said is complete must stay the same for so long; normally 150.
      public var settling: Int
      /// A file that lost more than half of its rows must stay the same for so long; normally 3000.
      public var shrinking: Int
      /// The numbers of a deleted file stand for so long; normally 10,000.
      public var forgetting: Int
      /// A file written less than this before it was read is looked at once more; normally 2000.
      public var doubting: Int
      /// Between two looks where no events come; normally 1000.
      public var polling: Int
      /// Between two looks where events come; normally 10,000.
      public var idling: Int
      /// Between two times that the cache is written, but for the last; normally 30,000.
      public var keeping: Int

      /// The given waits in milliseconds, or the usual ones.
      public init(
        settling: Int = 150, shrinking: Int = 3000, forgetting: Int = 10_000, doubting: Int = 2000,
        polling: Int = 1000, idling: Int = 10_000, keeping: Int = 30_000
      ) {
        self.settling = settling
        self.shrinking = shrinking
        self.forgetting = forgetting
        self.doubting = doubting
        self.polling = polling
        self.idling = idling
        self.keeping = keeping
      }
    }
  }
}
