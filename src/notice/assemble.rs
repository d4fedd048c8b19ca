//! Joins the pages of a document to notices, and the sightings of a number to one record.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::fields::fields;
use super::group::{Group, group};
use super::near::Near;
use super::page_info::PageInfo;
use crate::identifier::IdentifierKind;
use crate::interpret::{Assessment, FieldReading, score};
use crate::model::confidence::Confidence;
use crate::model::finding::Finding;
use crate::model::location::{Location, PageNumber};
use crate::model::owner::Owner;
use crate::model::record::{
    AccountNumberState, FieldKind, IdentifierRecord, NoticeRecord, Sighting,
};
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::notice::check::{number_unread, print_unread};
use crate::notice::{AccountCell, Gap, PageReading};

/// Readings surer than this may differ in one character and both be right.
const BEYOND_DOUBT: Confidence = Confidence::new(0.9995);

/// Groups the pages that were read, ascending, into notices. `all_read` says that no page of the
/// document failed. The time it takes grows with the candidates, not with their square.
pub fn assemble(pages: &[PageReading], all_read: bool) -> Vec<NoticeRecord> {
    let groups = group(pages.iter().filter(|page| page.tells()));
    let notice = |group: &Group| notice(&group.pages, &followers(pages, &group.pages), all_read);
    groups.iter().map(notice).collect()
}

/// Pages that say nothing of a notice, but go on with the page count of the last one that does: the
/// second page of a letter.
fn followers<'a>(all: &'a [PageReading], own: &[&PageReading]) -> Vec<&'a PageReading> {
    let mut found: Vec<&PageReading> = Vec::new();
    let Some(mut last) = own.last().map(|page| (page.number, page.info.page_of)) else {
        return found;
    };
    for page in all.iter().filter(|page| !page.tells()) {
        let (number, Some((count, of))) = last else {
            break;
        };
        let next = page.number.index() == number.index() + 1;
        if next && page.info.page_of == Some((count.saturating_add(1), of)) {
            found.push(page);
            last = (page.number, page.info.page_of);
        }
    }
    found
}

fn notice(pages: &[&PageReading], followers: &[&PageReading], all_read: bool) -> NoticeRecord {
    let identifiers = identifiers(pages);
    let first =
        |pick: fn(&PageInfo) -> &Option<String>| pages.iter().find_map(|p| pick(&p.info).clone());
    let mut numbers: Vec<PageNumber> = pages.iter().map(|p| p.number).collect();
    // Two sheets side by side on one image are one page of the file.
    numbers.dedup();
    let with_followers: Vec<&PageReading> = pages.iter().chain(followers).copied().collect();
    let fields = fields(&with_followers);
    let account_number = account_number(pages, &identifiers, all_read);
    let said = |kind| fields.get(kind).filter(|field| field.is_accepted());
    NoticeRecord {
        pages: numbers,
        is_notice: pages[0].info.is_notice(),
        form: first(|m| &m.form),
        notice_type: said(FieldKind::NoticeType).map(|f| f.value.clone()),
        notice_date: said(FieldKind::NoticeDate).map(|f| f.printed.clone()),
        account_number,
        findings: signs(pages, account_number),
        identifiers,
        fields,
        decided: Vec::new(),
    }
}

/// Signs of what is printed and was not read.
fn signs(pages: &[&PageReading], account_number: AccountNumberState) -> Vec<Finding> {
    let mut found = Vec::from_iter(is_unread(pages).then(number_unread));
    let gaps: Vec<(PageNumber, &Gap)> = pages
        .iter()
        .flat_map(|page| page.gaps.iter().map(|gap| (page.number, gap)))
        .collect();
    // What is read badly all over may have lost any number, whatever else was found.
    let unreadable = account_number == AccountNumberState::Unreadable;
    let told = gaps
        .into_iter()
        .filter(|(_, gap)| unreadable || gap.is_whole_page());
    let told: Vec<(PageNumber, &Gap)> = told.collect();
    if !told.is_empty() {
        found.push(print_unread(&told));
    }
    found
}

/// Whether digits are printed on a notice where a number belongs, but none could be read.
fn is_unread(pages: &[&PageReading]) -> bool {
    pages
        .iter()
        .any(|page| page.number_unread && (page.info.is_notice() || page.goes_on))
}

/// Whether the notice says that nothing was filed: it has no receipt number then.
fn is_rejection(pages: &[&PageReading]) -> bool {
    let rejects = |t: &String| t.to_lowercase().contains("reject");
    let titled = |f: &FieldReading| {
        let sure = f.verdict == Verdict::Accepted && f.kind == FieldKind::NoticeType;
        sure && rejects(&f.value)
    };
    pages
        .iter()
        .any(|p| p.info.notice_type.as_ref().is_some_and(rejects) || p.fields.iter().any(titled))
}

/// A record on its way, and at how many places its number was read plainly.
struct Collected {
    record: IdentifierRecord,
    plain: usize,
}

/// One record a number, in the order of first sighting.
fn identifiers(pages: &[&PageReading]) -> Vec<IdentifierRecord> {
    let filer = filer(pages);
    let mut all: Vec<Collected> = Vec::new();
    let mut known: HashMap<(IdentifierKind, &str), usize> = HashMap::new();
    for page in pages {
        for assessment in page.assessments() {
            let sighting = sighting(page, assessment);
            let plain = usize::from(is_plain(assessment));
            let number = (assessment.candidate.kind, &*assessment.candidate.value);
            match known.entry(number) {
                Entry::Occupied(index) => {
                    let collected = &mut all[*index.get()];
                    merge(&mut collected.record, assessment, sighting);
                    collected.plain += plain;
                }
                Entry::Vacant(free) => {
                    free.insert(all.len());
                    let record = record(assessment, sighting, filer);
                    all.push(Collected { record, plain });
                }
            }
        }
    }
    let mut records: Vec<IdentifierRecord> = all.into_iter().map(settled).collect();
    doubt_twins(&mut records);
    doubt_two_meanings(pages, &mut records);
    records
}

fn sighting(page: &PageReading, assessment: &Assessment) -> Sighting {
    let location = Location {
        page: page.number,
        bounds: assessment.candidate.bounds,
    };
    Sighting {
        location,
        printed: assessment.candidate.printed.clone(),
        source: assessment.source,
        label: assessment.label.clone(),
    }
}

/// Whether a place can speak for what is read at another. One where readings differ cannot: it is
/// no second reading of what one of them says.
fn is_plain(assessment: &Assessment) -> bool {
    assessment.candidate.repairs == 0 && !assessment.disputed && assessment.confidence.get() > 0.5
}

/// Accepts a number that was read alike at two places without any repair.
fn settled(collected: Collected) -> IdentifierRecord {
    let Collected { mut record, plain } = collected;
    if record.verdict == Verdict::Review && plain >= 2 {
        record.verdict = Verdict::Accepted;
        record.confidence = record.confidence.max(score::AT_TWO_PLACES);
        let places = record.sightings.len();
        record
            .evidence
            .push(format!("reads the same at {places} places"));
    }
    record
}

/// Sends to review a number that one page gives to the person of the case and another to somebody
/// else.
fn doubt_two_meanings(pages: &[&PageReading], records: &mut [IdentifierRecord]) {
    // A document may have many numbers: each place is looked at once.
    let mut of_something_else = HashSet::new();
    let mut of_representative = HashSet::new();
    for assessment in pages.iter().flat_map(|page| &page.assessments) {
        let number = (assessment.candidate.kind, &*assessment.candidate.value);
        if assessment.explained {
            of_something_else.insert(number);
        }
        if assessment.owner == Owner::Representative && assessment.decision != Verdict::Rejected {
            of_representative.insert(number);
        }
    }
    for record in records {
        let number = (record.kind, &*record.value);
        let ours = record.owner != Owner::Representative;
        let has_two_meanings =
            of_something_else.contains(&number) || ours && of_representative.contains(&number);
        if record.verdict == Verdict::Accepted && has_two_meanings {
            record.verdict = Verdict::Review;
            record.confidence = record.confidence.min(Confidence::new(0.5));
            let why = "another place on the notice says that it is somebody else's";
            record.evidence.insert(0, why.to_owned());
        }
    }
}

/// Two numbers read from pixels that differ in one character may be one number read in two ways:
/// the weaker reading, or both where neither is the stronger, must be looked at. Brothers and
/// sisters do have such numbers, so neither is dropped.
fn doubt_twins(records: &mut [IdentifierRecord]) {
    let doubtful: Vec<usize> = {
        let is_doubtful =
            |record: &IdentifierRecord| from_pixels(record) && record.confidence < BEYOND_DOUBT;
        let doubted = (0..records.len()).filter(|index| is_doubtful(&records[*index]));
        let doubted: Vec<usize> = doubted.collect();
        let near = if doubted.is_empty() {
            Near::default()
        } else {
            Near::of(records)
        };
        let has_twin = |index: &usize| near.has_stronger_twin(records, *index);
        doubted.into_iter().filter(has_twin).collect()
    };
    for index in doubtful {
        let record = &mut records[index];
        record.verdict = Verdict::Review;
        record.confidence = record.confidence.min(Confidence::new(0.5));
        let reason = "another number on the notice differs in one character";
        record.evidence.insert(0, reason.to_owned());
    }
}

fn from_pixels(record: &IdentifierRecord) -> bool {
    record.sightings.iter().all(|s| s.source == TextSource::Ocr)
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
        person: assessment.person.clone(),
        decided: None,
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
    if record.person.is_none() {
        record.person.clone_from(&assessment.person);
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
    // Every notice has a receipt number: a scan of one on which none was read for sure was not read
    // as a whole.
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

#[cfg(test)]
#[path = "assemble_tests.rs"]
mod tests;
