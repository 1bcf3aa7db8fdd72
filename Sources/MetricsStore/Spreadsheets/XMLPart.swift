import CExpat
import Glibc

/// Reads one XML part of a workbook as it comes and tells of what begins, is written and ends.
///
/// Each kind of part is a subclass. Names come without their prefixes, so that producers may use any
/// and both families of namespaces are read.
class XMLPart {
  /// Longer tags, and elements more nested, are no workbook's.
  private static let longestTag = 1 << 20
  private static let deepest = 64
  private static let blockSize: Int32 = 1 << 16

  /// What the part holds.
  final let bytes: ZipMemberBytes
  /// Whether everything was read.
  private(set) final var isAtEnd = false
  /// Why reading cannot go on; nil where it can.
  private final var fault: FileFault?
  private final var depth = 0
  private final var isPaused = false
  /// expat's parser; nil where memory is short.
  private final let parser: XML_Parser?

  /// A reader of a part.
  init(_ bytes: ZipMemberBytes) {
    self.bytes = bytes
    parser = XML_ParserCreate(nil)
    guard let parser else { return }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { part, name, attributes in
        guard let part, let name, let attributes else { return }
        Unmanaged<XMLPart>.fromOpaque(part)._withUnsafeGuaranteedRef {
          $0.enter(XMLName(name), XMLAttributes(attributes))
        }
      },
      { part, name in
        guard let part, let name else { return }
        Unmanaged<XMLPart>.fromOpaque(part)._withUnsafeGuaranteedRef { $0.leave(XMLName(name)) }
      })
    XML_SetCharacterDataHandler(parser) { part, text, count in
      guard let part, let text else { return }
      Unmanaged<XMLPart>.fromOpaque(part)._withUnsafeGuaranteedRef { part in
        text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
          part.write(UnsafeBufferPointer(start: $0, count: Int(count)))
        }
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { part, _, _, _, _ in
      guard let part else { return }
      Unmanaged<XMLPart>.fromOpaque(part)._withUnsafeGuaranteedRef {
        $0.stop(.damagedArchive("\(quoted($0.bytes.name)) declares a document type"))
      }
    }
  }

  deinit { XML_ParserFree(parser) }

  /// An element begins.
  func begin(_ name: XMLName, _ attributes: XMLAttributes) {}

  /// An element ends.
  func end(_ name: XMLName) {}

  /// Some of an element's text, in UTF-8; the rest may follow.
  func write(_ text: UnsafeBufferPointer<UInt8>) {}

  /// Ends the reading with a fault.
  final func stop(_ fault: FileFault) {
    guard self.fault == nil else { return }
    self.fault = fault
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  /// Ends the current step early.
  final func pause() {
    guard !isPaused, fault == nil else { return }
    isPaused = XML_StopParser(parser, XML_Bool(XML_TRUE)) == XML_STATUS_OK
  }

  /// Reads everything.
  final func readAll() throws(FileFault) {
    while !isAtEnd { try step() }
  }

  /// Reads a block, or what is left of it after a pause.
  final func step() throws(FileFault) {
    if let fault { throw fault }
    guard !isAtEnd else { return }
    let status: XML_Status
    if isPaused {
      isPaused = false
      status = XML_ResumeParser(parser)
    } else {
      guard let block = XML_GetBuffer(parser, XMLPart.blockSize) else {
        throw .failed(code: ENOMEM)
      }
      let count = try bytes.read(
        into: UnsafeMutableRawBufferPointer(start: block, count: Int(XMLPart.blockSize)))
      status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
    }
    if let fault { throw fault }
    guard status != XML_STATUS_ERROR else { throw fail(malformed) }
    guard !isPaused else { return }
    var state = XML_ParsingStatus()
    XML_GetParsingStatus(parser, &state)
    isAtEnd = state.finalBuffer != 0
    guard isAtEnd || bytes.count - Int(XML_GetCurrentByteIndex(parser)) <= XMLPart.longestTag else {
      throw fail(.damagedArchive("\(quoted(bytes.name)) has a tag of more than a megabyte"))
    }
  }

  /// Keeps a fault, so that it comes again however often one asks.
  private final func fail(_ fault: FileFault) -> FileFault {
    self.fault = fault
    return fault
  }

  private final var malformed: FileFault {
    let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "no XML"
    return .damagedArchive(
      "\(quoted(bytes.name)), line \(XML_GetCurrentLineNumber(parser)): \(words)")
  }

  @inline(__always)
  private final func enter(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    guard depth <= XMLPart.deepest else {
      return stop(.damagedArchive("\(quoted(bytes.name)) is nested too deeply"))
    }
    begin(name, attributes)
  }

  @inline(__always)
  private final func leave(_ name: XMLName) {
    depth -= 1
    end(name)
  }
}
