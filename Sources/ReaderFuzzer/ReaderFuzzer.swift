import Glibc
import MetricsStore

// Throws damaged bytes at the stages that read files.
//
// Without further tools, the same changes at every run for the same seed:
//
//   swift run -c release ReaderFuzzer --seconds 60 --seed 1 [FILE…]
//
// It writes what crashed or took longer than a second to crash-SEED-NUMBER, and
// `ReaderFuzzer --only FILE` tries such a file again.
//
// Guided by coverage, with libFuzzer and the address sanitizer, into a build folder of its own:
//
//   swift build -c release --product ReaderFuzzer --scratch-path .build-fuzz \
//     -Xswiftc -sanitize=fuzzer,address -Xswiftc -parse-as-library -Xswiftc -DLIBFUZZER \
//     -Xswiftc -use-ld=lld
//   mkdir -p corpus
//   SWIFT_BACKTRACE=enable=no .build-fuzz/release/ReaderFuzzer corpus -max_total_time=60 \
//     -timeout=5 -rss_limit_mb=512
//
// A second run with -max_len=200000 finds what only long inputs show. The tokens of `Tokens` are
// given to it as its dictionary.

@main struct ReaderFuzzer {
  static func main() {
    #if LIBFUZZER
      GuidedRun.start()
    #else
      guard let request = RunRequest(CommandLine.arguments.dropFirst()) else {
        print(RunRequest.usage)
        exit(64)
      }
      exit(request.run() ? 0 : 1)
    #endif
  }

  /// Has the stages read the bytes; gives what is wrong, nil where nothing is.
  static func complaint(about bytes: UnsafeRawBufferPointer) -> String? {
    ReadingTrial(bytes).contradiction
  }
}
