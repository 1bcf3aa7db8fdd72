/// One person who left an address, and how far that person came.
struct Contact {
  var created: Moment
  var channel: Channel
  var device: Device
  var size: CompanySize
  /// Campaign, search engine, site or webinar.
  var origin: String
  var mql: Moment?
  var sql: Moment?
  var opportunity: Moment?
  var customer: Moment?

  /// The stage as the marketing tool words it.
  var lifecycleStage: String {
    if customer != nil { return "Customer" }
    if opportunity != nil { return "Opportunity" }
    if sql != nil { return "Sales Qualified Lead" }
    return mql == nil ? "Lead" : "Marketing Qualified Lead"
  }
}
