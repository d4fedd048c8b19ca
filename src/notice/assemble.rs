//! Joins the pages of a document to notices, and the sightings of a number to one record.

use super::page_info::PageInfo;
use crate::identifier::IdentifierKind;
use crate::interpret::{Assessment, score};
use crate::model::confidence::Confidence;
use crate::model::location::{Location, PageNumber};
use crate::model::owner::Owner;
use crate::model::record::{AccountNumberState, IdentifierRecord, NoticeRecord, Sighting};
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::notice::check::number_unread;
use crate::notice::{AccountCell, PageReading};

/// Readings surer than this may differ in one character and both be right.
const BEYOND_DOUBT: Confidence = Confidence::new(0.9995);

/// Groups the pages that were read, ascending, into notices. `all_read` says that no page of the document failed.
pub fn assemble(pages: &[PageReading], all_read: bool) -> Vec<NoticeRecord> {
    let mut groups: Vec<Vec<&PageReading>> = Vec::new();
    for page in pages.iter().filter(|p| p.tells()) {
        match groups.iter().rposition(|group| continues(group, page)) {
            Some(index) => groups[index].push(page),
            None => groups.push(vec![page]),
        }
    }
    groups.iter().map(|group| notice(group, all_read)).collect()
}

/// Whether a page goes on with a group of pages.
fn continues(group: &[&PageReading], page: &PageReading) -> bool {
    let Some(last) = group.last() else {
        return false;
    };
    if !page.info.is_notice() || !group[0].info.is_notice() {
        return false;
    }
    let (ours, theirs) = (
        page.receipts(),
        group.iter().flat_map(|p| p.receipts()).collect::<Vec<_>>(),
    );
    let shared = ours.iter().any(|r| theirs.contains(r));
    // A receipt number that was not surely read tells no two notices apart.
    let strangers = !shared && page.sure_of_receipt() && group.iter().any(|p| p.sure_of_receipt());
    let same_form = match (&page.info.form, &group[0].info.form) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    match (page.info.page_of, last.info.page_of) {
        (Some((1, _)), _) => false,
        // A page between the two may tell nothing.
        (Some((k, n)), Some((l, m))) => n == m && (k == l + 1 || k > l && shared) && !strangers,
        (Some((k, n)), None) => !strangers && same_form && k as usize == group.len() + 1 && n >= k,
        (None, Some((l, m))) => l < m && (shared || ours.is_empty()) && same_form,
        // Without page counts: the same case and form, and no date of its own that would begin another notice.
        (None, None) => {
            shared
                && same_form
                && (page.info.notice_date.is_none()
                    || page.info.notice_date == group[0].info.notice_date)
        }
    }
}

fn notice(pages: &[&PageReading], all_read: bool) -> NoticeRecord {
    let identifiers = identifiers(pages);
    let first =
        |pick: fn(&PageInfo) -> &Option<String>| pages.iter().find_map(|p| pick(&p.info).clone());
    let mut numbers: Vec<PageNumber> = pages.iter().map(|p| p.number).collect();
    // Two sheets side by side on one image are one page of the file.
    numbers.dedup();
    NoticeRecord {
        pages: numbers,
        is_notice: pages[0].info.is_notice(),
        form: first(|m| &m.form),
        notice_type: first(|m| &m.notice_type),
        notice_date: first(|m| &m.notice_date),
        account_number: account_number(pages, &identifiers, all_read),
        findings: Vec::from_iter(is_unread(pages, &identifiers).then(number_unread)),
        identifiers,
    }
}

/// Whether a number seems to be printed on a notice that was not read: a page says so, or a scan shows no receipt number.
fn is_unread(pages: &[&PageReading], identifiers: &[IdentifierRecord]) -> bool {
    let of = |i: &IdentifierRecord| i.kind == IdentifierKind::ReceiptNumber;
    let scanned = pages.iter().any(|p| p.source == TextSource::Ocr);
    let is_notice = pages[0].info.is_notice();
    pages.iter().any(|p| p.number_unread)
        || scanned && is_notice && !is_rejection(pages) && !identifiers.iter().any(of)
}

/// Whether the notice says that nothing was filed: it has no receipt number then.
fn is_rejection(pages: &[&PageReading]) -> bool {
    let rejects = |t: &String| t.to_lowercase().contains("reject");
    pages
        .iter()
        .any(|p| p.info.notice_type.as_ref().is_some_and(rejects))
}

/// One record a number, in the order of first sighting.
fn identifiers(pages: &[&PageReading]) -> Vec<IdentifierRecord> {
    let filer = filer(pages);
    let mut records: Vec<(IdentifierRecord, usize)> = Vec::new();
    for page in pages {
        for assessment in page.assessments() {
            let location = Location {
                page: page.number,
                bounds: assessment.candidate.bounds,
            };
            let sighting = Sighting {
                location,
                printed: assessment.candidate.printed.clone(),
                source: assessment.source,
                label: assessment.label.clone(),
            };
            // A place where readings differ is no rereader for what one of them says.
            let plain = usize::from(
                assessment.candidate.repairs == 0
                    && !assessment.disputed
                    && assessment.confidence.get() > 0.5,
            );
            let same = |r: &&mut (IdentifierRecord, usize)| {
                r.0.kind == assessment.candidate.kind && r.0.value == assessment.candidate.value
            };
            match records.iter_mut().find(same) {
                Some((record, plains)) => {
                    merge(record, assessment, sighting);
                    *plains += plain;
                }
                None => records.push((record(assessment, sighting, filer), plain)),
            }
        }
    }
    for (record, plain) in &mut records {
        // Two places read alike without any repair are two witnesses.
        if record.verdict == Verdict::Review && *plain >= 2 {
            record.verdict = Verdict::Accepted;
            record.confidence = record.confidence.max(score::AT_TWO_PLACES);
            record.evidence.push(format!(
                "reads the same at {} places",
                record.sightings.len()
            ));
        }
    }
    let mut records: Vec<IdentifierRecord> =
        records.into_iter().map(|(record, _)| record).collect();
    doubt_twins(&mut records);
    doubt_two_meanings(pages, &mut records);
    records
}

/// A number that one page gives to the person of the case and another to somebody else must be looked at.
fn doubt_two_meanings(pages: &[&PageReading], records: &mut [IdentifierRecord]) {
    let all = || pages.iter().flat_map(|p| &p.assessments);
    for record in records
        .iter_mut()
        .filter(|r| r.verdict == Verdict::Accepted)
    {
        let mut same =
            all().filter(|a| a.candidate.kind == record.kind && a.candidate.value == record.value);
        let ours = record.owner != Owner::Representative;
        let theirs = |a: &Assessment| {
            a.explained
                || ours && a.owner == Owner::Representative && a.decision != Verdict::Rejected
        };
        if same.any(theirs) {
            record.verdict = Verdict::Review;
            record.confidence = record.confidence.min(Confidence::new(0.5));
            let why = "another place of the notice says that it is somebody else's";
            record.evidence.insert(0, why.to_owned());
        }
    }
}

/// Two numbers read from pixels that differ in one character may be one number read in two ways: the weaker reading, or
/// both where neither is the stronger, must be looked at. Brothers and sisters do have such numbers, so neither is dropped.
fn doubt_twins(records: &mut [IdentifierRecord]) {
    let from_pixels =
        |r: &IdentifierRecord| r.sightings.iter().all(|s| s.source == TextSource::Ocr);
    let weight = |r: &IdentifierRecord| (r.sightings.len(), r.confidence);
    let doubtful: Vec<usize> = (0..records.len())
        .filter(|&i| {
            let one = &records[i];
            let twin = |other: &IdentifierRecord| {
                other.kind == one.kind
                    && other.value != one.value
                    && strsim::levenshtein(&other.value, &one.value) == 1
                    && weight(other) >= weight(one)
            };
            from_pixels(one) && one.confidence < BEYOND_DOUBT && records.iter().any(twin)
        })
        .collect();
    for index in doubtful {
        let record = &mut records[index];
        record.verdict = Verdict::Review;
        record.confidence = record.confidence.min(Confidence::new(0.5));
        record.evidence.insert(
            0,
            "another number on the notice differs in one character".to_owned(),
        );
    }
}

fn record(assessment: &Assessment, sighting: Sighting, filer: Owner) -> IdentifierRecord {
    let owner = match (assessment.owner, assessment.candidate.kind) {
        (Owner::Unknown, IdentifierKind::ReceiptNumber | IdentifierKind::OnlineAccountNumber) => {
            filer
        }
        (owner, _) => owner,
    };
    IdentifierRecord {
        kind: assessment.candidate.kind,
        value: assessment.candidate.value.clone(),
        verdict: verdict(assessment),
        owner,
        confidence: assessment.confidence,
        sightings: vec![sighting],
        evidence: assessment.reasons.clone(),
    }
}

fn verdict(assessment: &Assessment) -> Verdict {
    if assessment.decision == Verdict::Accepted {
        Verdict::Accepted
    } else {
        Verdict::Review
    }
}

fn merge(record: &mut IdentifierRecord, assessment: &Assessment, sighting: Sighting) {
    record.sightings.push(sighting);
    record.confidence = record.confidence.max(assessment.confidence);
    if record.owner == Owner::Unknown {
        record.owner = assessment.owner;
    }
    if assessment.decision == Verdict::Accepted && record.verdict == Verdict::Review {
        record.verdict = Verdict::Accepted;
        record.evidence.clone_from(&assessment.reasons);
    }
}

/// Who filed: the petitioner where one is named, else the applicant.
fn filer(pages: &[&PageReading]) -> Owner {
    let named = |owner: Owner| pages.iter().any(|p| p.roles.contains(&owner));
    if named(Owner::Petitioner) {
        Owner::Petitioner
    } else if named(Owner::Applicant) {
        Owner::Applicant
    } else {
        Owner::Unknown
    }
}

fn account_number(
    pages: &[&PageReading],
    identifiers: &[IdentifierRecord],
    all_read: bool,
) -> AccountNumberState {
    let clients = || {
        identifiers.iter().filter(|i| {
            i.kind == IdentifierKind::OnlineAccountNumber && i.owner != Owner::Representative
        })
    };
    let cell = |kind: AccountCell| pages.iter().any(|p| p.account_cell == Some(kind));
    // Every notice has a receipt number: a scan of one on which none was read for sure was not read as a whole.
    let is_receipt = |i: &IdentifierRecord| {
        i.kind == IdentifierKind::ReceiptNumber && i.verdict == Verdict::Accepted
    };
    let receipt_seen = pages.iter().all(|p| p.source == TextSource::TextLayer)
        || is_rejection(pages)
        || identifiers.iter().any(is_receipt);
    // The numbers stand on the first page; a second page alone tells nothing of them.
    let headless = pages
        .first()
        .and_then(|p| p.info.page_of)
        .is_some_and(|(page, _)| page > 1);
    let short = pages
        .iter()
        .filter_map(|p| p.info.page_of)
        .map(|(_, n)| n as usize)
        .max()
        .is_some_and(|n| n > pages.len());
    if clients().any(|i| i.verdict == Verdict::Accepted) {
        AccountNumberState::Found
    } else if clients().next().is_some() {
        AccountNumberState::Review
    } else if cell(AccountCell::Unreadable)
        || pages.iter().any(|p| !p.legible)
        || (!all_read && short)
        || headless
        || !receipt_seen
    {
        AccountNumberState::Unreadable
    } else if cell(AccountCell::Blank) {
        AccountNumberState::Blank
    } else if all_read {
        AccountNumberState::Absent
    } else {
        AccountNumberState::Unreadable
    }
}
