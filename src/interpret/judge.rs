//! From evidence to verdict, in one place: which candidates are numbers of ours, how sure, and why.
//!
//! Text that never was a picture needs the right label or the right shape on a notice. A reading of pixels needs a second
//! rereader that agrees: another look at the same place, a barcode, or the same number elsewhere in the notice (that last one
//! is seen only when a notice is assembled).

use super::candidate::Candidate;
use super::label::{Label, may_say_account};
use super::label_kind::LabelKind;
use super::layout::{LabelLayout, Relation};
use crate::identifier::{IdentifierKind, ReceiptNumber};
use crate::interpret::agreement::by_second_reading;
use crate::interpret::assessment::Assessment;
use crate::interpret::second_reading::Rereader;
use crate::model::geometry::BoundingBox;
use crate::model::owner::Owner;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::text::{PageText, Word};

/// A word read as surely as this says what it says.
const SURELY_READ: f32 = 0.95;
/// The rows of a table stand at most so many heights apart.
const WIDEST_ROW: f32 = 2.5;

/// Judges all candidates of a page. `is_notice` says whether the page belongs to a notice of action.
pub fn judge(
    page: &PageText,
    labels: &[Label],
    candidates: Vec<Candidate>,
    is_notice: bool,
    rereader: &mut dyn Rereader,
) -> Vec<Assessment> {
    let layout = LabelLayout::new(page, labels);
    let mut assessments: Vec<Assessment> = Vec::new();
    for candidate in candidates {
        let label_for = layout.label_for(candidate.line, &candidate.words, &candidate.bounds);
        // In a table the label stands at the head of the column; each row takes it from the row above.
        let label_for = label_for.or_else(|| {
            column_head(labels, &assessments, &candidate).map(|label| (label, Relation::InColumn))
        });
        let mut assessment = by_place(page, candidate, label_for, is_notice);
        assessment.label_index =
            label_for.and_then(|(label, _)| labels.iter().position(|l| std::ptr::eq(l, label)));
        // The digits of a number that was claimed in full are not a second number.
        let used = |c: &Assessment| {
            c.decision != Verdict::Rejected
                && c.candidate.line == assessment.candidate.line
                && c.candidate.bounds.overlap(&assessment.candidate.bounds) > 0.3
        };
        if assessments.iter().any(used) {
            assessment.reject("its characters belong to another number");
        }
        if page.source == TextSource::Ocr && assessment.decision != Verdict::Rejected {
            by_second_reading(page, &mut assessment, rereader);
        }
        assessments.push(assessment);
    }
    assessments
}

/// The label at the head of the column of a table that a number stands in: right above it, a rule between or not, or that of
/// the number of the same kind in the row above.
fn column_head<'a>(
    labels: &'a [Label],
    assessments: &[Assessment],
    candidate: &Candidate,
) -> Option<&'a Label> {
    // What stands in front of a number in its own cell names it.
    if candidate.words.start > 0 {
        return None;
    }
    let height = candidate.bounds.height();
    let right_above = |bounds: &BoundingBox| {
        let gap = candidate.bounds.y0() - bounds.y1();
        (bounds.x0() - candidate.bounds.x0()).abs() < height
            && (-0.3 * height..WIDEST_ROW * height).contains(&gap)
    };
    let lowest = |a: &BoundingBox, b: &BoundingBox| a.y1().total_cmp(&b.y1());
    let head = labels
        .iter()
        .filter(|l| right_above(&l.bounds))
        .max_by(|a, b| lowest(&a.bounds, &b.bounds));
    let row = || {
        let rows = assessments
            .iter()
            .filter(|c| c.candidate.kind == candidate.kind && c.decision != Verdict::Rejected);
        let above = rows
            .filter(|c| right_above(&c.candidate.bounds))
            .max_by(|a, b| lowest(&a.candidate.bounds, &b.candidate.bounds))?;
        labels.get(above.label_index?)
    };
    let says = match candidate.kind {
        IdentifierKind::ANumber => LabelKind::ANumber,
        IdentifierKind::ReceiptNumber => LabelKind::Receipt,
        // An account number heads no column of many.
        IdentifierKind::OnlineAccountNumber => return None,
    };
    head.or_else(row).filter(|label| label.kind == says)
}

/// The verdict that the place alone allows: label, shape and kind of page.
fn by_place(
    page: &PageText,
    candidate: Candidate,
    label_for: Option<(&Label, Relation)>,
    is_notice: bool,
) -> Assessment {
    let mut assessment = Assessment {
        label: label_for.map(|(l, _)| l.printed.clone()),
        label_bounds: label_for.map(|(l, _)| l.bounds),
        label_kind: label_for.map(|(l, _)| l.kind),
        label_index: None,
        disputed: false,
        owner: label_for.map_or(Owner::Unknown, |(l, _)| owner(l.kind)),
        decision: Verdict::Accepted,
        confidence: candidate.confidence,
        reasons: Vec::new(),
        second_readings: Vec::new(),
        source: page.source,
        candidate,
    };
    let place = label_for.map_or("no label governs it".to_owned(), |(l, r)| {
        format!("{} “{}”", r.describe(), l.printed)
    });
    let kind = assessment.label_kind;
    let refusal = match assessment.candidate.kind {
        IdentifierKind::OnlineAccountNumber => account_refusal(page, &assessment, kind, is_notice),
        IdentifierKind::ANumber => a_number_refusal(page, &assessment.candidate, kind, is_notice),
        IdentifierKind::ReceiptNumber => receipt_refusal(&assessment.candidate, kind, is_notice),
    };
    assessment.reasons.push(place);
    match refusal {
        Some((Verdict::Rejected, why)) => assessment.reject(why),
        Some((_, why)) => {
            assessment.disputed = true;
            assessment.weaken(why);
        }
        None => {}
    }
    // Where the page's own text holds characters that only look like those of a number, its text may be wrong.
    let is_spoiled = page.source == TextSource::TextLayer && assessment.candidate.repairs > 0;
    if is_spoiled && assessment.decision != Verdict::Rejected {
        assessment.disputed = true;
        assessment.weaken("characters in it are of another script or invisible");
    }
    assessment
}

type Refusal = Option<(Verdict, &'static str)>;

fn account_refusal(
    page: &PageText,
    assessment: &Assessment,
    label: Option<LabelKind>,
    is_notice: bool,
) -> Refusal {
    match label {
        Some(LabelKind::Account | LabelKind::RepresentativeAccount) => None,
        Some(LabelKind::BareAccount) if is_notice => None,
        Some(LabelKind::DoubtfulAccount) if is_notice => Some((
            Verdict::Review,
            "a word before its label may say that it is somebody else's",
        )),
        Some(LabelKind::BareAccount | LabelKind::DoubtfulAccount) => Some((
            Verdict::Rejected,
            "an account number on a page that is no notice",
        )),
        Some(LabelKind::Foreign) => {
            Some((Verdict::Rejected, "its label names another kind of number"))
        }
        // In print that was read from pixels the label may be what could not be read.
        None if is_notice && page.source == TextSource::Ocr && !clearly_named(page, assessment) => {
            Some((Verdict::Review, "twelve digits without a readable label"))
        }
        // So may one that stands between the number and a label further off, which never has a value of twelve digits.
        Some(_) if is_notice && page.source == TextSource::Ocr => Some((
            Verdict::Review,
            "twelve digits under the label of something else",
        )),
        // Text runs over into the label of the next cell where a name is long: what stands alone may still be the value of one.
        None if is_notice && assessment.candidate.words.start == 0 => {
            Some((Verdict::Review, "twelve digits alone, without a label"))
        }
        _ => Some((
            Verdict::Rejected,
            "twelve digits without the label of an online account number",
        )),
    }
}

/// Whether words in front of a candidate in its cell, read surely, name it as something that is no account.
fn clearly_named(page: &PageText, assessment: &Assessment) -> bool {
    let before = in_front(page, &assessment.candidate);
    let named = before.last().is_some_and(|w| w.text.ends_with(':'));
    named
        && before
            .iter()
            .all(|w| w.confidence.get() >= SURELY_READ && !may_say_account(&w.text))
}

fn a_number_refusal(
    page: &PageText,
    candidate: &Candidate,
    label: Option<LabelKind>,
    is_notice: bool,
) -> Refusal {
    let short = candidate
        .printed
        .chars()
        .filter(|c| c.is_ascii_digit())
        .count()
        < 8;
    match label {
        Some(LabelKind::ANumber) => None,
        _ if candidate.bare => Some((
            Verdict::Rejected,
            "bare digits without the label of an A-Number",
        )),
        Some(LabelKind::Role(_)) => None,
        Some(LabelKind::Foreign) => {
            Some((Verdict::Rejected, "its label names another kind of number"))
        }
        _ if !is_notice => Some((
            Verdict::Rejected,
            "no label of ours on a page that is no notice",
        )),
        _ if page.source == TextSource::Ocr && !in_front_is_sure(page, candidate) => Some((
            Verdict::Review,
            "the words in front of it, which may name it, are not surely read",
        )),
        _ if page.source == TextSource::Ocr && may_be_zip_code(page, candidate) => Some((
            Verdict::Review,
            "without a label: the end of an address, such as “MA 01234-5678”, looks the same",
        )),
        _ if short => Some((
            Verdict::Review,
            "seven digits without a label: driver licenses look the same",
        )),
        _ => None,
    }
}

/// Whether an "A" and nine digits without a gap stand right behind other print: the state and the ZIP code of an address look so
/// when the hyphen or the state's first letter is not read.
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
    in_front(page, candidate)
        .iter()
        .rev()
        .take(2)
        .all(|w| w.confidence.get() >= SURELY_READ)
}

/// The words in front of a candidate in its cell.
fn in_front<'a>(page: &'a PageText, candidate: &Candidate) -> &'a [Word] {
    page.lines
        .get(candidate.line)
        .and_then(|line| line.words.get(..candidate.words.start))
        .unwrap_or_default()
}

fn receipt_refusal(candidate: &Candidate, label: Option<LabelKind>, is_notice: bool) -> Refusal {
    let known = ReceiptNumber::parse(&candidate.value).is_ok_and(|r| r.prefix().is_known());
    match label {
        Some(LabelKind::Receipt) if known => None,
        Some(LabelKind::Receipt) if candidate.repairs == 0 && is_notice => None,
        Some(LabelKind::Receipt) => Some((Verdict::Review, "no center or system has this prefix")),
        Some(LabelKind::Account | LabelKind::BareAccount | LabelKind::ANumber)
            if candidate.repairs > 0 =>
        {
            Some((
                Verdict::Rejected,
                "changed characters make a receipt number of what its label calls another number",
            ))
        }
        Some(LabelKind::Foreign) => {
            Some((Verdict::Rejected, "its label names another kind of number"))
        }
        _ if !known => Some((
            Verdict::Rejected,
            "no center or system has this prefix, and no label says receipt number",
        )),
        _ if !is_notice => Some((
            Verdict::Rejected,
            "no label of ours on a page that is no notice",
        )),
        _ => None,
    }
}

fn owner(label: LabelKind) -> Owner {
    match label {
        LabelKind::Role(owner) => owner,
        LabelKind::RepresentativeAccount => Owner::Representative,
        _ => Owner::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{find_candidates, labels};
    use super::*;
    use crate::interpret::{NoRereading, SecondReading};
    use crate::model::confidence::Confidence;
    use crate::text::sample::page;

    struct Says(&'static str);
    impl Rereader for Says {
        fn reread(&mut self, _: &Candidate, _: bool) -> Vec<SecondReading> {
            vec![SecondReading {
                engine: "another reader",
                value: Some(self.0.to_owned()),
                confidence: Confidence::CERTAIN,
                same_engine: false,
                unknown_origin: false,
            }]
        }
    }

    fn decisions(
        rows: &[(f32, f32, &str)],
        is_notice: bool,
        source: TextSource,
        rereader: &mut dyn Rereader,
    ) -> Vec<Verdict> {
        let page = page(rows, source);
        let labels = labels(&page);
        judge(&page, &labels, find_candidates(&page), is_notice, rereader)
            .into_iter()
            .map(|c| c.decision)
            .collect()
    }

    #[test]
    fn no_account_number_without_its_label() {
        use Verdict::{Accepted, Rejected, Review};
        for (text, is_notice, decision) in [
            ("USCIS Account Number: 001234567890", false, Accepted),
            ("Account Number: 001234567890", true, Accepted),
            ("Account Number: 001234567890", false, Rejected),
            ("Tracking Number: 001234567890", true, Rejected),
            ("Case Type 001234567890", true, Rejected),
            ("001234567890", true, Review),
            ("001234567890", false, Rejected),
            ("Routing 001234567890", true, Rejected),
        ] {
            assert_eq!(
                decisions(
                    &[(40.0, 100.0, text)],
                    is_notice,
                    TextSource::TextLayer,
                    &mut NoRereading
                ),
                [decision],
                "{text}"
            );
        }
    }

    #[test]
    fn look_alikes_are_rejected_by_their_labels() {
        for text in [
            "Passport No. A12345678",
            "Card Number: SRC0657715855",
            "NVC Case Number GUZ2019123456",
            "SSN 123 45 6789",
        ] {
            let decisions = decisions(
                &[(40.0, 100.0, text)],
                true,
                TextSource::TextLayer,
                &mut NoRereading,
            );
            assert!(decisions.iter().all(|d| *d == Verdict::Rejected), "{text}");
        }
    }

    #[test]
    fn the_end_of_an_address_is_no_a_number() {
        let says = &mut Says("A018626063");
        let judged = |text: &str, says: &mut Says| {
            decisions(&[(40.0, 100.0, text)], true, TextSource::Ocr, says)
        };
        assert_eq!(judged("LOWELL M A 018626063", says), [Verdict::Review]);
        assert_eq!(judged("A 018626063", says), [Verdict::Accepted]);
        assert_eq!(judged("LOWELL A018 626 063", says), [Verdict::Accepted]);
    }

    #[test]
    fn eight_digits_without_a_label_need_another_reader() {
        struct Twice;
        impl Rereader for Twice {
            fn reread(&mut self, candidate: &Candidate, _: bool) -> Vec<SecondReading> {
                let again = |same_engine, value| SecondReading {
                    engine: "a reader",
                    value,
                    confidence: Confidence::CERTAIN,
                    same_engine,
                    unknown_origin: false,
                };
                vec![
                    again(true, Some(candidate.value.clone())),
                    again(false, None),
                ]
            }
        }
        let judged =
            |text: &str| decisions(&[(40.0, 100.0, text)], true, TextSource::Ocr, &mut Twice);
        assert_eq!(judged("A05112586"), [Verdict::Review]);
        assert_eq!(judged("A-Number: A05112586"), [Verdict::Accepted]);
        assert_eq!(judged("A105112586"), [Verdict::Accepted]);
    }

    #[test]
    fn text_of_another_script_is_for_a_person_to_see() {
        use Verdict::{Accepted, Review};
        for (text, decision) in [
            ("A-Number: A012345678", Accepted),
            ("A-Number: Ａ０１２−３４５−６７８", Accepted),
            ("A-Number: A٠١٢٣٤٥٦٧٨", Review),
            ("A-Number: \u{410}012345678", Review),
            ("USCIS Account Number: 001234\u{200b}567890", Review),
        ] {
            let row = [(40.0, 100.0, text)];
            let judged = decisions(&row, true, TextSource::TextLayer, &mut NoRereading);
            assert_eq!(judged, [decision], "{text}");
        }
    }

    #[test]
    fn pixels_need_a_second_witness() {
        let rows = [(40.0, 100.0, "Receipt Number: 1OE0912345678")];
        let judged =
            |rereader: &mut dyn Rereader| decisions(&rows, true, TextSource::Ocr, rereader);
        assert_eq!(judged(&mut NoRereading), [Verdict::Review]);
        assert_eq!(judged(&mut Says("IOE0912345678")), [Verdict::Accepted]);
        assert_eq!(judged(&mut Says("IOE0912345679")), [Verdict::Review]);
    }
}
