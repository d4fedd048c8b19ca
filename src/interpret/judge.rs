//! From what a page means to verdicts on its numbers, with second readings of what was read from
//! pixels.
//!
//! [`meaning`](super::meaning) says which label governs a number and how sure that is. What it
//! doubts goes to review. A reading of pixels also needs a second reading that agrees, a barcode,
//! or the same number elsewhere in the notice (the last is seen only when a notice is assembled).

use super::agreement::by_second_reading;
use super::assessment::Assessment;
use super::candidate::{Candidate, find_candidates};
use super::meaning::{self, LabelKind, Meaning, Reading, Role, Span, ValueKind};
use super::second_reading::Rereader;
use crate::identifier::{IdentifierKind, ReceiptNumber};
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::model::owner::Owner;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::text::{PageText, Word};

/// A word read as surely as this says what it says.
const SURELY_READ: f32 = 0.95;
/// Digits of the shortest A-Number that driver licenses do not look like.
const LONG_ENOUGH: usize = 8;

/// Judges all numbers of a page. `is_notice` says whether the page belongs to a notice of action.
pub fn judge(
    page: &PageText,
    meaning: &Meaning,
    is_notice: bool,
    rereader: &mut dyn Rereader,
) -> Vec<Assessment> {
    let found = find_candidates(page);
    let understood = meaning
        .readings
        .iter()
        .filter_map(|r| understood(page, r, &found));
    let mut assessments: Vec<Assessment> = understood.collect();
    let left = found
        .into_iter()
        .filter(|c| !is_understood(c, &meaning.readings));
    assessments.extend(left.filter_map(|c| not_understood(page, c, &meaning.readings)));
    assessments.sort_by_key(|a| (a.candidate.line, a.candidate.words.start));
    if page.source == TextSource::Ocr {
        for assessment in assessments
            .iter_mut()
            .filter(|a| a.decision != Verdict::Rejected)
        {
            by_second_reading(page, assessment, rereader);
        }
    }
    if !is_notice {
        let names_case = assessments.iter().any(names_case);
        assessments.iter_mut().for_each(|a| withhold(a, names_case));
    }
    assessments
}

/// Whether a receipt number says which case a page is about.
fn names_case(assessment: &Assessment) -> bool {
    let is_receipt = assessment.candidate.kind == IdentifierKind::ReceiptNumber;
    is_receipt && assessment.is_labelled && assessment.decision == Verdict::Accepted
}

/// On a page without the marks of a notice only numbers with a label of ours count by themselves.
/// An account number in a letter about a case may be the client's all the same.
fn withhold(assessment: &mut Assessment, names_case: bool) {
    let is_account = assessment.candidate.kind == IdentifierKind::OnlineAccountNumber;
    let counts = if is_account {
        assessment.label.as_deref().is_some_and(names_agency)
    } else {
        true
    };
    if assessment.decision == Verdict::Rejected || assessment.is_labelled && counts {
        return;
    }
    if is_account && names_case && assessment.is_labelled {
        return assessment
            .weaken("its label does not say whose account, on a page that is no notice");
    }
    assessment.withhold(if is_account {
        "twelve digits on a page that is no notice"
    } else {
        "no label of ours on a page that is no notice"
    });
}

/// Which of the three numbers a reading may be.
fn kind(reading: &Reading) -> Option<IdentifierKind> {
    match reading.shape {
        ValueKind::Account => Some(IdentifierKind::OnlineAccountNumber),
        ValueKind::Receipt => Some(IdentifierKind::ReceiptNumber),
        ValueKind::ANumber => Some(IdentifierKind::ANumber),
        ValueKind::Digits if reading.meaning == Some(LabelKind::ANumber) => {
            Some(IdentifierKind::ANumber)
        }
        _ => None,
    }
}

/// The assessment of a number that the page's meaning speaks of.
fn understood(page: &PageText, reading: &Reading, found: &[Candidate]) -> Option<Assessment> {
    let kind = kind(reading)?;
    let candidate = candidate(page, reading, kind, found)?;
    let is_labelled = reading
        .label
        .as_ref()
        .is_some_and(|l| announces(l.kind, kind))
        || kind == IdentifierKind::ANumber && reading.owner.is_some();
    let owner = reading.owner.map_or(Owner::Unknown, owner);
    let mut assessment = Assessment {
        label: reading.label.as_ref().map(|l| l.text.clone()),
        label_bounds: reading.label.as_ref().and_then(|l| l.bounds),
        is_labelled,
        disputed: false,
        waits_for_pixels: false,
        explained: false,
        owner,
        decision: Verdict::Accepted,
        in_notice: None,
        confidence: candidate.confidence,
        reasons: place_in_words(reading),
        person: None,
        second_readings: Vec::new(),
        source: page.source,
        candidate,
    };
    by_meaning(reading, &mut assessment);
    by_page(page, &mut assessment);
    by_script(&mut assessment);
    Some(assessment)
}

/// Where a number stands, in words.
fn place_in_words(reading: &Reading) -> Vec<String> {
    if reading.reasons.is_empty() {
        vec!["no label governs it".to_owned()]
    } else {
        reading.reasons.clone()
    }
}

/// The verdict that the page's meaning alone allows.
fn by_meaning(reading: &Reading, assessment: &mut Assessment) {
    let representative = reading.owner == Some(Role::Representative);
    match reading.verdict {
        meaning::Conclusion::Accept => {}
        // An attorney's own number is reported as such; it is never the client's.
        meaning::Conclusion::Explained if representative && reading.is_account() => {}
        meaning::Conclusion::Review => {
            assessment.disputed = true;
            for doubt in reading.doubts.iter().rev() {
                assessment.weaken(doubt.clone());
            }
            if reading.doubts.is_empty() {
                assessment.weaken("the page leaves doubt what it is");
            }
        }
        meaning::Conclusion::Explained => {
            // The last reason says what it is instead.
            let why = assessment.reasons.pop().unwrap_or_default();
            assessment.explained = why != meaning::AN_EXAMPLE;
            assessment.reject(&why);
        }
        meaning::Conclusion::Rejected => assessment.reject("nothing announces it"),
    }
}

/// What the way the page was read takes from that verdict.
fn by_page(page: &PageText, assessment: &mut Assessment) {
    let is_a_number = assessment.candidate.kind == IdentifierKind::ANumber;
    if assessment.decision == Verdict::Rejected || assessment.is_labelled || !is_a_number {
        return;
    }
    if let Some(why) = unlabelled_a_number(page, &assessment.candidate) {
        assessment.disputed = true;
        assessment.weaken(why);
    }
}

/// Where the page's own text holds characters that only look like those of a number, its text may
/// be wrong.
fn by_script(assessment: &mut Assessment) {
    let is_text = assessment.source == TextSource::TextLayer;
    let is_spoiled = is_text && assessment.candidate.repairs > 0;
    if is_spoiled && assessment.decision != Verdict::Rejected {
        assessment.waits_for_pixels =
            assessment.decision == Verdict::Accepted && !assessment.disputed;
        assessment.disputed = true;
        assessment.weaken("characters in it are of another script or invisible");
    }
}

/// Whether an account label says which accounts it means.
pub fn names_agency(label: &str) -> bool {
    let label = label.to_lowercase();
    ["uscis", "elis", "online", "oan", "en línea", "en linea"]
        .iter()
        .any(|word| label.contains(word))
}

/// Why an A-Number by its shape alone must be looked at.
fn unlabelled_a_number(page: &PageText, candidate: &Candidate) -> Option<&'static str> {
    let digits = candidate
        .printed
        .chars()
        .filter(char::is_ascii_digit)
        .count();
    let from_pixels = page.source == TextSource::Ocr;
    if from_pixels && !in_front_is_sure(page, candidate) {
        Some("the words in front of it, which may name it, were not read with confidence")
    } else if from_pixels && may_be_zip_code(page, candidate) {
        Some("without a label: the end of an address, such as “MA 01234-5678”, looks the same")
    } else if digits < LONG_ENOUGH {
        Some("seven digits without a label: driver licenses look the same")
    } else {
        None
    }
}

/// Whether a label announces numbers of a kind.
fn announces(label: LabelKind, kind: IdentifierKind) -> bool {
    matches!(
        (label, kind),
        (
            LabelKind::Account | LabelKind::Representative,
            IdentifierKind::OnlineAccountNumber
        ) | (
            LabelKind::ANumber | LabelKind::Name,
            IdentifierKind::ANumber
        ) | (LabelKind::Receipt, IdentifierKind::ReceiptNumber)
    )
}

/// The owner that a role is.
pub fn owner(role: Role) -> Owner {
    match role {
        Role::Applicant => Owner::Applicant,
        Role::Petitioner => Owner::Petitioner,
        Role::Beneficiary => Owner::Beneficiary,
        Role::Representative => Owner::Representative,
    }
}

/// A reading as a candidate. Where the shapes of numbers find the same value there, theirs is
/// taken: they count what was changed to fit.
fn candidate(
    page: &PageText,
    reading: &Reading,
    kind: IdentifierKind,
    found: &[Candidate],
) -> Option<Candidate> {
    let same = |c: &&Candidate| {
        c.kind == kind && covers(c, &reading.spans) && c.value == reading.canonical
    };
    if let Some(found) = found.iter().find(same) {
        return Some(found.clone());
    }
    let places = reading.spans.iter().map(|span| words_of(page, span));
    let places: Vec<&[Word]> = places.filter(|words| !words.is_empty()).collect();
    let confidence = places.iter().copied().flatten().map(|w| w.confidence).min();
    let box_of = |words: &&[Word]| words.iter().map(|w| w.bounds).reduce(|a, b| a.union(&b));
    let parts: Vec<BoundingBox> = places.iter().filter_map(box_of).collect();
    let first = reading.spans.first()?;
    let value = kind.canonical(&reading.canonical)?;
    Some(Candidate {
        kind,
        value,
        printed: reading.printed.clone(),
        bounds: reading.bounds?,
        parts: if parts.len() > 1 { parts } else { Vec::new() },
        line: first.line,
        words: first.words.clone(),
        confidence: if page.source == TextSource::Ocr {
            confidence.unwrap_or_default()
        } else {
            Confidence::CERTAIN
        },
        repairs: usize::from(reading.repaired),
        bare: reading.shape == ValueKind::Digits,
    })
}

/// The words of a span.
fn words_of<'a>(page: &'a PageText, span: &Span) -> &'a [Word] {
    page.lines
        .get(span.line)
        .and_then(|l| l.words.get(span.words.clone()))
        .unwrap_or_default()
}

/// Whether a candidate shares words with a reading.
fn covers(candidate: &Candidate, spans: &[Span]) -> bool {
    spans.iter().any(|span| {
        let a = &candidate.words;
        let b = &span.words;
        span.line == candidate.line && a.start < b.end && b.start < a.end
    })
}

/// Whether the meaning of the page speaks of a candidate's kind at its place.
fn is_understood(candidate: &Candidate, readings: &[Reading]) -> bool {
    readings
        .iter()
        .any(|r| kind(r) == Some(candidate.kind) && covers(candidate, &r.spans))
}

/// A candidate at whose place the page's meaning sees no such number: something else, or a number
/// that was read with letters wrong.
fn not_understood(
    page: &PageText,
    candidate: Candidate,
    readings: &[Reading],
) -> Option<Assessment> {
    let other = readings.iter().find(|r| covers(&candidate, &r.spans));
    if candidate.bare || other.is_some_and(|r| is_told_by_shape(r.shape)) {
        return None;
    }
    let mut assessment = Assessment {
        label: None,
        label_bounds: None,
        is_labelled: false,
        disputed: false,
        waits_for_pixels: false,
        explained: false,
        owner: Owner::Unknown,
        decision: Verdict::Accepted,
        in_notice: None,
        confidence: candidate.confidence,
        reasons: vec!["no label governs it".to_owned()],
        person: None,
        second_readings: Vec::new(),
        source: page.source,
        candidate,
    };
    let candidate = &assessment.candidate;
    let known = ReceiptNumber::parse(&candidate.value).is_ok_and(|r| r.prefix().is_known());
    let why = match candidate.kind {
        IdentifierKind::ReceiptNumber if known => None,
        IdentifierKind::ReceiptNumber => {
            assessment
                .reject("no center or system has this prefix, and no label says receipt number");
            None
        }
        IdentifierKind::ANumber => {
            unlabelled_a_number(page, candidate).or(Some("its place on the page is not understood"))
        }
        IdentifierKind::OnlineAccountNumber => Some("twelve digits that the page does not explain"),
    };
    if let Some(why) = why {
        assessment.disputed = true;
        assessment.weaken(why);
    }
    by_script(&mut assessment);
    Some(assessment)
}

/// Whether a shape alone says that a value is none of the three numbers.
fn is_told_by_shape(shape: ValueKind) -> bool {
    use ValueKind::{
        Citation, Date, Form, I94, Labor, Money, Page, Phone, Stamp, TaxId, Time, Zip,
    };
    matches!(
        shape,
        Citation | Date | Form | I94 | Labor | Money | Page | Phone | Stamp | TaxId | Time | Zip
    )
}

/// Whether an "A" and nine digits without a gap stand right behind other print: the state and the
/// ZIP code of an address look so when the hyphen or the state's first letter is not read.
fn may_be_zip_code(page: &PageText, candidate: &Candidate) -> bool {
    let digits = candidate.printed.trim_start_matches(['A', 'a']);
    let apart = digits
        .strip_prefix(' ')
        .is_some_and(|d| d.chars().filter(char::is_ascii_digit).count() == 9 && !d.contains(' '));
    let height = candidate.bounds.height();
    let beside = |b: &BoundingBox| {
        let gap = candidate.bounds.x0() - b.x1();
        b.overlap_y(&candidate.bounds) > 0.5 * height
            && (-0.5 * height..3.0 * height).contains(&gap)
    };
    apart
        && page
            .lines
            .iter()
            .flat_map(|line| &line.words)
            .any(|word| beside(&word.bounds))
}

/// Whether the words right in front of a candidate in its cell, if there are any, are read surely.
fn in_front_is_sure(page: &PageText, candidate: &Candidate) -> bool {
    let line = page.lines.get(candidate.line);
    let words: &[Word] = line
        .and_then(|l| l.words.get(..candidate.words.start))
        .unwrap_or_default();
    words
        .iter()
        .rev()
        .take(2)
        .all(|w| w.confidence.get() >= SURELY_READ)
}
