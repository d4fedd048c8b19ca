//! A small sample batch with one of everything, for the tests of all formats. All numbers are
//! invented.

use super::Summary;
use crate::identifier::IdentifierKind::{self, ANumber, OnlineAccountNumber, ReceiptNumber};
use crate::model::confidence::Confidence;
use crate::model::error::{DocumentError, ErrorKind};
use crate::model::finding::{Basis, Deadline, Finding, FindingKind, Severity};
use crate::model::geometry::BoundingBox;
use crate::model::location::{Location, PageNumber};
use crate::model::owner::Owner;
use crate::model::record::*;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;

/// The records in input order, and their summary with the findings across documents.
pub(super) fn sample() -> (Vec<DocumentRecord>, Summary) {
    let records = vec![
        found(),
        missing(),
        bundle(),
        partly(),
        locked(),
        hostile(),
        skipped(),
    ];
    let mut summary = Summary::default();
    records.iter().for_each(|r| summary.add(r));
    summary.add_findings([Finding {
        kind: FindingKind::TwoAccounts,
        severity: Severity::Error,
        message: "{0} appears with two account numbers, {1} and {2}, so this person very likely \
                  has two accounts"
            .to_owned(),
        advice: "ask USCIS to consolidate the accounts (Contact Center 1-800-375-5283)".to_owned(),
        values: ["A012345678", "001234567890", "444455556666"]
            .map(str::to_owned)
            .to_vec(),
        documents: ["scans/0003.pdf", "scans/bundle.pdf"]
            .map(str::to_owned)
            .to_vec(),
        deadline: None,
        decided: None,
    }]);
    (records, summary)
}

/// Every number of the sample, digits only.
pub(super) const NUMBERS: [&str; 8] = [
    "001234567890",
    "012345678",
    "0912345678",
    "087654321",
    "444455556666",
    "2112345678",
    "0998765432",
    "777788889999",
];

fn found() -> DocumentRecord {
    let mut record = document("scans/0003.pdf", 1);
    record.notices = vec![notice(
        &[0],
        "I-797C",
        "Receipt Notice",
        AccountNumberState::Found,
        vec![
            identifier(ReceiptNumber, "IOE0912345678", Owner::Applicant, 0),
            identifier(OnlineAccountNumber, "001234567890", Owner::Applicant, 0),
            identifier(ANumber, "A012345678", Owner::Applicant, 0),
        ],
    )];
    let notice = &mut record.notices[0];
    for (kind, value) in [
        (FieldKind::Applicant, "DOE, JANE"),
        (FieldKind::CaseType, "I-485"),
        (FieldKind::NoticeDate, "2021-04-01"),
    ] {
        *notice.fields.get_mut(kind) = Some(field(value));
    }
    notice.findings = vec![
        deadline(FindingKind::DeadlineResponse, "2021-06-24", None),
        deadline(
            FindingKind::DeadlineAppointment,
            "2021-05-04",
            Some("09:00"),
        ),
    ];
    record.explanations = vec![
        explanation(
            "IOE0912345678",
            Some(ReceiptNumber),
            Verdict::Accepted,
            "below its label",
        ),
        explanation(
            "012345678 90",
            None,
            Verdict::Rejected,
            "an I-94 number: nine digits and two more",
        ),
    ];
    record
}

fn missing() -> DocumentRecord {
    let mut record = document("scans/IOE0998765432 approval.pdf", 2);
    let mut one = notice(
        &[0, 1],
        "I-797",
        "Approval Notice",
        AccountNumberState::Absent,
        vec![
            identifier(ReceiptNumber, "IOE0998765432", Owner::Petitioner, 0),
            identifier(ANumber, "A087654321", Owner::Beneficiary, 0),
        ],
    );
    one.findings = vec![finding(
        FindingKind::AccountNumberMissing,
        Severity::Warning,
        "no account number, but the receipt number starts with IOE, so one very likely exists",
        MISSING_ADVICE,
    )];
    record.notices = vec![one];
    record
}

const MISSING_ADVICE: &str = "sign in to the online account, where the profile shows the number \
     under Account Information; look for the separate Account Access Notice; or call the USCIS \
     Contact Center, 1-800-375-5283 (TTY 1-800-767-1833)";

fn bundle() -> DocumentRecord {
    let mut record = document("scans/bundle.pdf", 4);
    let mut review = identifier(OnlineAccountNumber, "444455556666", Owner::Applicant, 0);
    review.verdict = Verdict::Review;
    review.confidence = Confidence::new(0.62);
    review.evidence = vec!["readings differ in one digit".to_owned()];
    let attorney = identifier(
        OnlineAccountNumber,
        "777788889999",
        Owner::Representative,
        0,
    );
    let a_number = identifier(ANumber, "A012345678", Owner::Applicant, 0);
    let receipt = identifier(ReceiptNumber, "EAC2112345678", Owner::Unknown, 2);
    let mut first = notice(
        &[0, 1],
        "I-797C",
        "Biometrics Appointment",
        AccountNumberState::Review,
        vec![review, attorney, a_number],
    );
    first.notice_date = Some("04/01/2019".to_owned());
    let mut second = notice(
        &[2],
        "I-797C",
        "Receipt Notice",
        AccountNumberState::Blank,
        vec![receipt],
    );
    second.findings = vec![
        finding(
            FindingKind::AccountNumberBlank,
            Severity::Warning,
            "the field for the account number is blank",
            MISSING_ADVICE,
        ),
        finding(
            FindingKind::AccountNumberTooEarly,
            Severity::Info,
            "the notice predates online accounts",
            "",
        ),
    ];
    record.notices = vec![first, second];
    record
}

fn partly() -> DocumentRecord {
    let mut record = document("scans/fax.tif", 3);
    let error = DocumentError::new(ErrorKind::Damaged, "the image of the page is truncated");
    for page in record.pages.iter_mut().skip(1) {
        page.state = PageState::Failed;
        page.source = None;
        page.error = Some(error.clone());
    }
    record.outcome = Outcome::Partly;
    record.error = Some(DocumentError::new(
        ErrorKind::Damaged,
        "2 of 3 pages could not be read",
    ));
    let receipt = identifier(ReceiptNumber, "IOE0998765432", Owner::Unknown, 0);
    record.notices = vec![notice(
        &[0],
        "I-797C",
        "Transfer Notice",
        AccountNumberState::Unreadable,
        vec![receipt],
    )];
    record
}

fn locked() -> DocumentRecord {
    let mut record = document("scans/locked.pdf", 0);
    record.outcome = Outcome::Failed;
    record.error = Some(DocumentError::new(
        ErrorKind::Encrypted,
        "password-protected",
    ));
    record
}

fn hostile() -> DocumentRecord {
    let mut record = document("=cmd|'/c calc'!A1\u{1b}[2J\u{202e}fdp.pdf", 1);
    record.path_bytes = Some("=cmd%7C%FF.pdf".to_owned());
    let mut one = notice(&[0], "I-797", "x", AccountNumberState::Absent, vec![]);
    one.form = None;
    one.is_notice = false;
    one.notice_type = Some("\"<script>\u{9b}31m\n@evil".to_owned());
    record.notices = vec![one];
    record
}

fn skipped() -> DocumentRecord {
    let mut record = document("scans/list, of names.txt", 0);
    record.outcome = Outcome::Skipped;
    record.error = Some(DocumentError::new(
        ErrorKind::NotADocument,
        "not a PDF or an image",
    ));
    record
}

fn document(path: &str, pages: usize) -> DocumentRecord {
    let page = |index| PageRecord {
        page: PageNumber::from_index(index),
        state: PageState::Read,
        source: Some(TextSource::Ocr),
        words: 182,
        error: None,
    };
    DocumentRecord {
        schema_version: SCHEMA_VERSION,
        path: path.to_owned(),
        path_bytes: None,
        content_hash: None,
        outcome: Outcome::Read,
        error: None,
        page_count: pages,
        pages: (0..pages).map(page).collect(),
        notices: vec![],
        findings: vec![],
        decided: None,
        explanations: vec![],
        crops: vec![],
        pictures: vec![],
    }
}

fn notice(
    pages: &[usize],
    form: &str,
    kind: &str,
    state: AccountNumberState,
    identifiers: Vec<IdentifierRecord>,
) -> NoticeRecord {
    NoticeRecord {
        pages: pages.iter().map(|p| PageNumber::from_index(*p)).collect(),
        is_notice: true,
        form: Some(form.to_owned()),
        notice_type: Some(kind.to_owned()),
        notice_date: Some("April 1, 2021".to_owned()),
        account_number: state,
        fields: NoticeFields::default(),
        identifiers,
        findings: vec![],
        decided: vec![],
    }
}

fn identifier(kind: IdentifierKind, value: &str, owner: Owner, page: usize) -> IdentifierRecord {
    let sighting = Sighting {
        location: location(page),
        printed: value.to_owned(),
        source: TextSource::Ocr,
        label: Some(kind.name().to_owned()),
    };
    let confidence = Confidence::new(0.99);
    let evidence = vec!["below its label".to_owned()];
    IdentifierRecord {
        kind,
        value: value.to_owned(),
        verdict: Verdict::Accepted,
        owner,
        confidence,
        sightings: vec![sighting],
        evidence,
        person: None,
        decided: None,
    }
}

fn field(value: &str) -> FieldRecord {
    FieldRecord {
        value: value.to_owned(),
        printed: value.to_owned(),
        title: None,
        verdict: Verdict::Accepted,
        confidence: Confidence::new(0.99),
        sightings: vec![],
        evidence: vec!["below its label".to_owned()],
        decided: None,
    }
}

fn deadline(kind: FindingKind, date: &str, time: Option<&str>) -> Finding {
    let message = format!("something is due by {date}");
    let mut found = finding(kind, Severity::Info, &message, "do it in time");
    found.deadline = Some(Deadline {
        date: date.to_owned(),
        time: time.map(str::to_owned),
        latest: None,
        basis: Basis::Printed,
        rule: "the date on the notice".to_owned(),
        source: format!("page 1: {date}"),
    });
    found
}

fn finding(kind: FindingKind, severity: Severity, message: &str, advice: &str) -> Finding {
    Finding {
        kind,
        severity,
        message: message.to_owned(),
        advice: advice.to_owned(),
        values: vec![],
        documents: vec![],
        deadline: None,
        decided: None,
    }
}

fn explanation(
    printed: &str,
    kind: Option<IdentifierKind>,
    decision: Verdict,
    reason: &str,
) -> Explanation {
    Explanation {
        location: location(0),
        printed: printed.to_owned(),
        kind,
        decision,
        reasons: vec![reason.to_owned()],
    }
}

fn location(page: usize) -> Location {
    let bounds = BoundingBox::new(50.0, 80.0, 120.5, 92.0).unwrap();
    Location {
        page: PageNumber::from_index(page),
        bounds,
    }
}
