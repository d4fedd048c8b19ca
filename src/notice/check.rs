//! One small function a finding: what a notice lacks.

use crate::identifier::{IdentifierKind, ReceiptNumber};
use crate::model::advice;
use crate::model::advice::WHERE_TO_LOOK;
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::location::PageNumber;
use crate::model::mark::Mark;
use crate::model::record::{
    AccountNumberState, DocumentRecord, IdentifierRecord, NoticeRecord, Outcome, PageState, Subject,
};
use crate::model::verdict::Verdict;
use crate::notice::Gap;
use crate::notice::page_info::year_month;
use crate::notice::{deadline, expected};

/// Kinds of numbers that one sentence lists.
const MOST_NAMED: usize = 20;

/// Places that one sentence lists.
const MOST_PLACES: usize = 4;

/// Adds to each notice of a document, and to the document, what a person should know.
pub fn document(record: &mut DocumentRecord) {
    for notice in &mut record.notices {
        notice.findings.extend(account_number(notice));
        notice.findings.extend(receipt_number(notice));
        notice.findings.extend(to_review(notice));
        if notice.is_notice {
            notice.findings.extend(deadline::findings(notice));
            notice.findings.extend(expected::findings(notice));
        }
    }
    let failed = record
        .pages
        .iter()
        .filter(|p| p.state == PageState::Failed)
        .count();
    if record.outcome == Outcome::Partly && failed > 0 {
        let mut unread = finding(
            FindingKind::PageUnreadable,
            Severity::Warning,
            &format!("{failed} of {} pages could not be read", record.page_count),
            "check these pages by hand, or scan them again",
        );
        if let Some(mark) = &record.decided {
            unread.check_off(mark.clone());
        }
        record.findings.push(unread);
    }
}

/// Says anew what a person should know, after the numbers of a record were changed. What only a
/// batch shows is dropped: it is for [`Batch`](super::batch::Batch) to say again.
pub fn renew(record: &mut DocumentRecord) {
    // What a page showed beside its numbers can't be told from the record.
    let stays = |f: &Finding| {
        matches!(
            f.kind,
            FindingKind::Note
                | FindingKind::CandidatesLeftOut
                | FindingKind::NumberUnread
                | FindingKind::PrintUnread
        )
    };
    let marked = marks(&record.findings);
    let of_notices: Vec<Marks> = record.notices.iter().map(|n| marks(&n.findings)).collect();
    record.findings.retain(stays);
    record
        .notices
        .iter_mut()
        .for_each(|n| n.findings.retain(stays));
    document(record);
    put_back(&mut record.findings, &marked);
    for (notice, marked) in record.notices.iter_mut().zip(&of_notices) {
        put_back(&mut notice.findings, marked);
    }
}

/// What was checked off: kind, message and by whom.
type Marks = Vec<(FindingKind, String, Mark)>;

fn marks(findings: &[Finding]) -> Marks {
    let decided = findings
        .iter()
        .filter_map(|f| Some((f, f.decided.clone()?)));
    decided
        .map(|(f, mark)| (f.kind, f.message.clone(), mark))
        .collect()
}

/// A finding that says what it said when it was checked off stays checked off.
fn put_back(findings: &mut [Finding], marks: &Marks) {
    for finding in findings {
        let same = |(kind, message, _): &&(FindingKind, String, Mark)| {
            *kind == finding.kind && *message == finding.message
        };
        if let Some((.., mark)) = marks.iter().find(same) {
            finding.check_off(mark.clone());
        }
    }
}

fn finding(kind: FindingKind, severity: Severity, message: &str, advice: &str) -> Finding {
    Finding::new(kind, severity, message, advice)
}

/// A number seems to be printed on a notice that could not be read.
pub fn number_unread() -> Finding {
    finding(
        FindingKind::NumberUnread,
        Severity::Warning,
        "a number seems to be printed here but could not be read",
        advice::LOOK,
    )
}

/// Numbers stand on a page that nothing shows to be a notice.
pub fn numbers_without_notice(page: PageNumber) -> Finding {
    finding(
        FindingKind::NumberUnread,
        Severity::Warning,
        &format!(
            "page {page} has what may be receipt numbers or A-Numbers, but nothing shows that it \
             is a notice"
        ),
        advice::LOOK,
    )
}

/// Pages that belong to no notice, because hardly anything on them was read with confidence.
pub fn pages_badly_read(pages: &[PageNumber]) -> Finding {
    let gap = Gap::whole_page();
    let places: Vec<(PageNumber, &Gap)> = pages.iter().map(|page| (*page, &gap)).collect();
    print_unread(&places)
}

/// Something is printed that could not be read: where, and why, the first places first.
pub(super) fn print_unread(gaps: &[(PageNumber, &Gap)]) -> Finding {
    let place = |(page, gap): &(PageNumber, &Gap)| {
        let at = gap.bounds.map_or_else(String::new, |b| {
            format!(", x {:.0} pt, y {:.0} pt", b.x0(), b.y0())
        });
        format!("page {page}{at}: {}", gap.why)
    };
    let mut message = gaps
        .iter()
        .take(MOST_PLACES)
        .map(place)
        .collect::<Vec<String>>()
        .join("; ");
    if let more @ 1.. = gaps.len().saturating_sub(MOST_PLACES) {
        message.push_str(&format!("; and at {more} more places"));
    }
    finding(
        FindingKind::PrintUnread,
        Severity::Warning,
        &message,
        advice::LOOK,
    )
}

/// What the state of the account number means for this notice.
fn account_number(notice: &NoticeRecord) -> Option<Finding> {
    use FindingKind as K;
    let kind = Subject::Number(IdentifierKind::OnlineAccountNumber);
    if !notice.is_notice || notice.is_settled(kind) {
        return None;
    }
    match notice.account_number {
        AccountNumberState::Found | AccountNumberState::Review => None,
        AccountNumberState::Unreadable => Some(finding(
            K::AccountNumberUnreadable,
            Severity::Warning,
            "could not determine whether this notice has a USCIS online account number",
            advice::LOOK,
        )),
        _ if too_early(notice) => Some(finding(
            K::AccountNumberTooEarly,
            Severity::Info,
            "no USCIS online account number: the notice predates online accounts, which started in \
             May 2012",
            advice::TOO_EARLY,
        )),
        AccountNumberState::Blank => Some(finding(
            K::AccountNumberBlank,
            Severity::Warning,
            "the field for the USCIS online account number is blank",
            WHERE_TO_LOOK,
        )),
        AccountNumberState::Absent if is_ioe(notice) => Some(finding(
            K::AccountNumberMissing,
            Severity::Warning,
            "no USCIS online account number on this notice, but the receipt number starts with \
             IOE, \
             so an account very likely exists",
            WHERE_TO_LOOK,
        )),
        AccountNumberState::Absent => Some(finding(
            K::AccountNumberMissing,
            Severity::Info,
            "no USCIS online account number on this notice, which is not unusual for a case \
             filed on \
             paper outside ELIS",
            &format!(
                "if the person has an online account, {WHERE_TO_LOOK}; if everything was filed by \
                 mail, \
                 there may be none"
            ),
        )),
    }
}

/// A receipt number stands on every notice but a rejection: where none was read, one was missed.
fn receipt_number(notice: &NoticeRecord) -> Option<Finding> {
    let kind = Subject::Number(IdentifierKind::ReceiptNumber);
    if !notice.is_notice || notice.is_settled(kind) {
        return None;
    }
    let read = notice
        .identifiers
        .iter()
        .any(|i| i.kind == IdentifierKind::ReceiptNumber);
    let names_none = notice.notice_type.as_deref().is_some_and(names_no_case);
    (!read && !names_none).then(|| {
        finding(
            FindingKind::ReceiptNumberNotRead,
            Severity::Warning,
            "no receipt number was read, though a notice of this kind carries one",
            advice::LOOK,
        )
    })
}

/// Whether notices of a type name no case: nothing was filed, or they are about an account.
fn names_no_case(notice_type: &str) -> bool {
    let notice_type = notice_type.to_ascii_lowercase();
    notice_type.contains("reject") || notice_type.contains("account access")
}

fn is_ioe(notice: &NoticeRecord) -> bool {
    let receipts = notice
        .identifiers
        .iter()
        .filter(|i| i.kind == IdentifierKind::ReceiptNumber);
    receipts
        .into_iter()
        .any(|i| ReceiptNumber::parse(&i.value).is_ok_and(|r| r.prefix().is_ioe()))
}

/// ELIS, and with it the online accounts, began in May 2012.
fn too_early(notice: &NoticeRecord) -> bool {
    notice
        .notice_date
        .as_deref()
        .and_then(year_month)
        .is_some_and(|date| date < (2012, 5))
}

fn to_review(notice: &NoticeRecord) -> Option<Finding> {
    let doubtful = |i: &&IdentifierRecord| i.verdict == Verdict::Review;
    let doubtful = notice.identifiers.iter().filter(doubtful);
    let count = doubtful.clone().count();
    let mut names: Vec<&str> = doubtful.take(MOST_NAMED).map(|i| i.kind.name()).collect();
    let more = format!("{} more", count.saturating_sub(MOST_NAMED));
    if count > MOST_NAMED {
        names.push(&more);
    }
    (count > 0).then(|| {
        finding(
            FindingKind::ToReview,
            Severity::Warning,
            &format!("needs review: {}", names.join(", ")),
            advice::COMPARE,
        )
    })
}
