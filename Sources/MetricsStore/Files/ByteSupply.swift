/// Fills a block with the next bytes of something and says how many there were; 0 at its end.
///
/// Stages of reading are such supplies around one another: a file, what it decompresses to, that in
/// UTF-8.
typealias ByteSupply = (UnsafeMutableRawBufferPointer) throws(FileFault) -> Int
