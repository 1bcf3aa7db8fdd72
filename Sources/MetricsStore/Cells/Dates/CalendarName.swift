/// The names of months and weekdays, in English, French, German and Spanish.
enum CalendarName {
  /// The month, 1 to 12, that a word names; nil where it names none.
  static func month(_ word: NameWord) -> Int? { months[word.bits] }

  /// Whether a word names a weekday and no month.
  static func isWeekday(_ word: NameWord) -> Bool { weekdays.contains(word.bits) }

  /// Whether the character names a weekday in Japanese.
  static func isWeekday(_ character: UInt32) -> Bool {
    switch Unicode.Scalar(character) {
    case "月", "火", "水", "木", "金", "土", "日", "祝": true
    default: false
    }
  }

  private static let months: [UInt128: Int] = {
    let names = [
      "jan january janv janvier januar janner ene enero",
      "feb february fev fevr fevrier februar febrero",
      "mar march mars mrz marz maerz marzo",
      "apr april avr avril abr abril",
      "may mai mayo",
      "jun june juin juni junio",
      "jul july juil juillet juli julio",
      "aug august aou aout ago agosto",
      "sep sept september septembre septiembre setiembre",
      "oct october octobre okt oktober octubre",
      "nov november novembre noviembre",
      "dec december decembre dez dezember dic diciembre",
    ]
    var months: [UInt128: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { months[NameWord(name).bits] = index + 1 }
    }
    return months
  }()

  private static let weekdays: Set<UInt128> = Set(
    """
    mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday
    sun sunday lun lundi mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche montag
    dienstag mittwoch donnerstag freitag samstag sonntag lunes martes mie miercoles jue jueves vie
    viernes sab sabado dom domingo mo di mi do fr sa so
    """.split(whereSeparator: \.isWhitespace).map { NameWord($0).bits })
}
