import Metrics
import Testing

@testable import MetricsStore

@Suite struct ColumnsThatLookPersonal {
  @Test(arguments: [
    "Email", "E-mail", "EMAIL ADDRESS", "Work email", "email_address", "First Name", "Last name",
    "Full Name", "Name", "Phone Number", "Mobile Phone Number", "Street Address", "Date of birth",
    "Contact: Email", "メールアドレス", "Eメール", "氏名", "お名前", "電話番号", "住所", "生年月日", "姓", "ｶﾅ 氏名",
    "LINE登録名", "Billing Street", "IP Address", "user_pseudo_id",
  ])
  func areFound(_ name: String) {
    #expect(PersonalColumns([name]).names == [name])
  }

  @Test(arguments: [
    "Campaign Name", "Campaign name", "Deal Name", "Account Name", "Company", "Clicked Email",
    "% Clicked Email", "Unsubscribed from all email", "Opted Out of Email", "Email Opt-in",
    "Emails sent",
    "Sessions", "キャンペーン名", "取引先名", "商談名", "広告セット名", "Record ID", "", "件名", "Landing page", "国名",
    "Total email",
  ])
  func othersAreNot(_ name: String) {
    #expect(PersonalColumns([name]).names == [])
  }

  @Test func thoseThatNoSourceMapsAreSaidNotToBeRead() {
    let columns = PersonalColumns(["ID", "Email", "Stage", "氏名"])
    let issue = columns.issue(in: "a.csv", line: 3) { $0 == "Email" }
    #expect(issue?.severity == .note)
    #expect(issue?.place.description == "a.csv:3")
    #expect(issue?.message == "\"氏名\" looks like personal data and is not read")
    #expect(columns.issue(in: "a.csv", line: 3) { _ in true } == nil)
  }

  @Test func manyAreCounted() {
    let columns = PersonalColumns((1...9).map { "Email\($0)@".replacing("@", with: " email") })
    #expect(
      columns.issue(in: "a.csv", line: nil) { _ in false }?.message.string.hasSuffix(
        " and 3 more look like personal data and is not read") == true)
  }
}
