import Metrics

/// E-mail tools: one row per mailing.
extension Preset {
  /// Marketo's Email Performance Report: totals of a period that only the file's name can tell.
  ///
  /// The names of the columns were confirmed from public readers of such files, in English only;
  /// what stands above the header was not, nor what the column of names is called everywhere.
  static let marketoEmail = Preset(
    name: "marketo-email", otherNames: ["marketo"], title: "Marketo e-mail performance",
    marks: PresetMarks(
      needed: [["% Delivered"], ["Clicked to Open Ratio", "% Opened"], ["Sent"]],
      usual: [["Clicked Email"], ["% Clicked Email"], ["Delivered"], ["Opened"], ["Unsubscribed"]]),
    period: .fileName,
    dimensions: [.optional("email", ["Email Name", "Asset Name", "Campaign Name"])],
    measures: [
      .amount("sent", ["Sent"]),
      .amount("delivered", ["Delivered"]),
      .amount("opens", ["Opened"]),
      .amount("clicks", ["Clicked Email", "Clicked"]),
      .amount("unsubscribes", ["Unsubscribed"]),
      .amount("hard_bounces", ["Hard Bounced"]),
      .amount("soft_bounces", ["Soft Bounced"]),
      .average("delivery_rate", ["% Delivered"], by: "sent"),
      .average("open_rate", ["% Opened"], by: "delivered"),
      .average("click_rate", ["% Clicked Email"], by: "delivered"),
    ],
    cadence: .month, totals: [.last])

  /// Klaviyo's export of campaigns. Confirmed from files, in English, the interface's only language
  /// for exports that was seen. Opens and clicks are those of different recipients of one mailing.
  static let klaviyoCampaigns = Preset(
    name: "klaviyo-campaigns", otherNames: ["klaviyo"], title: "Klaviyo campaigns",
    marks: PresetMarks(
      needed: [
        ["Send Time"], ["Total Recipients", "Successful Deliveries"],
        ["Unique Opens", "Unique Clicks"],
      ],
      usual: [
        ["Campaign Name"], ["Open Rate"], ["Click Rate"], ["Unsubscribes"], ["Spam Complaints"],
        ["Successful Deliveries"], ["Campaign ID"], ["Send Weekday"],
      ]),
    date: ["Send Time"],
    dimensions: [
      .optional("campaign", ["Campaign Name"]), .optional("channel", ["Campaign Channel"]),
    ],
    measures: [
      .amount("recipients", ["Total Recipients"]),
      .amount("delivered", ["Successful Deliveries"]),
      .amount("opens", ["Unique Opens"]),
      .amount("clicks", ["Unique Clicks"]),
      .amount("orders", ["Unique Placed Order"]),
      .amount("revenue", ["Revenue"]),
      .amount("unsubscribes", ["Unsubscribes"]),
      .amount("bounces", ["Bounces"]),
      .amount("spam_complaints", ["Spam Complaints"]),
      .average("open_rate", ["Open Rate"], by: "delivered"),
      .average("click_rate", ["Click Rate"], by: "delivered"),
    ])
}
