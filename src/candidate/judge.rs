//! From evidence to verdict, in one place: which spots are numbers of ours, how sure, and why.
//!
//! Text that never was a picture needs the right label or the right shape on a notice. A reading of pixels needs a second
//! witness that agrees: another look at the same place, a barcode, or the same number elsewhere in the notice (that last one
//! is seen only when a notice is assembled).

use super::label::{Label, LabelKind, may_say_account};
use super::place::{Layout, Relation};
use super::spot::Spot;
use super::testimony::by_witness;
pub use super::testimony::{NoWitness, Testimony, Witness, barcode_claims};
use crate::confidence::Confidence;
use crate::geometry::BoundingBox;
use crate::identifier::{IdentifierKind, ReceiptNumber};
use crate::record::{Decision, Owner};
use crate::text::{PageText, TextSource, Word};
use serde::{Deserialize, Serialize};

/// A spot judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// What stands there.
    pub spot: Spot,
    /// By which road it was read.
    pub source: TextSource,
    /// The label that governs it, as printed.
    pub label: Option<String>,
    /// Where that label stands.
    #[serde(skip)]
    pub label_bounds: Option<BoundingBox>,
    /// What that label announces.
    pub label_kind: Option<LabelKind>,
    /// Which label of the page it is.
    pub(super) label_index: Option<usize>,
    /// Whose number it is, as far as the page says.
    pub owner: Owner,
    /// Accepted, review or rejected.
    pub decision: Decision,
    /// How sure.
    pub confidence: Confidence,
    /// A reading of the same place says otherwise, or the place itself speaks against it: the same number elsewhere settles nothing.
    pub disputed: bool,
    /// The reasons, in words without the number.
    pub reasons: Vec<String>,
    /// What second looks at its place saw. Like the label's place it is for pictures only, and stays in the page's task.
    #[serde(skip)]
    pub testimonies: Vec<Testimony>,
}

/// A word read as surely as this says what it says.
const SURELY_READ: f32 = 0.95;
/// The rows of a table stand at most so many heights apart.
const WIDEST_ROW: f32 = 2.5;

/// Judges all spots of a page. `is_notice` says whether the page belongs to a notice of action.
pub fn judge(page: &PageText, labels: &[Label], spots: Vec<Spot>, is_notice: bool, witness: &mut dyn Witness) -> Vec<Claim> {
    let layout = Layout::new(page, labels);
    let mut claims: Vec<Claim> = Vec::new();
    for spot in spots {
        let governing = layout.governing(spot.line, &spot.words, &spot.bounds);
        // In a table the label stands at the head of the column; each row takes it from the row above.
        let governing = governing.or_else(|| column_head(labels, &claims, &spot).map(|label| (label, Relation::InColumn)));
        let mut claim = by_place(page, spot, governing, is_notice);
        claim.label_index = governing.and_then(|(label, _)| labels.iter().position(|l| std::ptr::eq(l, label)));
        // The digits of a number that was claimed in full are not a second number.
        let used = |c: &Claim| {
            c.decision != Decision::Rejected && c.spot.line == claim.spot.line && c.spot.bounds.overlap(&claim.spot.bounds) > 0.3
        };
        if claims.iter().any(used) {
            claim.reject("its characters belong to another number");
        }
        if page.source == TextSource::Ocr && claim.decision != Decision::Rejected {
            by_witness(page, &mut claim, witness);
        }
        claims.push(claim);
    }
    claims
}

/// The label at the head of the column of a table that a number stands in: right above it, a rule between or not, or that of
/// the number of the same kind in the row above.
fn column_head<'a>(labels: &'a [Label], claims: &[Claim], spot: &Spot) -> Option<&'a Label> {
    // What stands in front of a number in its own cell names it.
    if spot.words.start > 0 {
        return None;
    }
    let height = spot.bounds.height();
    let right_above = |bounds: &BoundingBox| {
        let gap = spot.bounds.y0() - bounds.y1();
        (bounds.x0() - spot.bounds.x0()).abs() < height && (-0.3 * height..WIDEST_ROW * height).contains(&gap)
    };
    let lowest = |a: &BoundingBox, b: &BoundingBox| a.y1().total_cmp(&b.y1());
    let head = labels.iter().filter(|l| right_above(&l.bounds)).max_by(|a, b| lowest(&a.bounds, &b.bounds));
    let row = || {
        let rows = claims.iter().filter(|c| c.spot.kind == spot.kind && c.decision != Decision::Rejected);
        let above = rows.filter(|c| right_above(&c.spot.bounds)).max_by(|a, b| lowest(&a.spot.bounds, &b.spot.bounds))?;
        labels.get(above.label_index?)
    };
    let says = match spot.kind {
        IdentifierKind::ANumber => LabelKind::ANumber,
        IdentifierKind::ReceiptNumber => LabelKind::Receipt,
        // An account number heads no column of many.
        IdentifierKind::OnlineAccountNumber => return None,
    };
    head.or_else(row).filter(|label| label.kind == says)
}

impl Claim {
    pub(super) fn reject(&mut self, why: &str) {
        self.decision = Decision::Rejected;
        self.reasons.insert(0, why.to_owned());
    }

    /// Sends an accepted claim to review.
    pub fn weaken(&mut self, why: impl Into<String>) {
        if self.decision == Decision::Accepted {
            self.decision = Decision::Review;
        }
        self.reasons.insert(0, why.into());
    }
}

/// The verdict that the place alone allows: label, shape and kind of page.
fn by_place(page: &PageText, spot: Spot, governing: Option<(&Label, Relation)>, is_notice: bool) -> Claim {
    let mut claim = Claim {
        label: governing.map(|(l, _)| l.printed.clone()),
        label_bounds: governing.map(|(l, _)| l.bounds),
        label_kind: governing.map(|(l, _)| l.kind),
        label_index: None,
        disputed: false,
        owner: governing.map_or(Owner::Unknown, |(l, _)| owner(l.kind)),
        decision: Decision::Accepted,
        confidence: spot.confidence,
        reasons: Vec::new(),
        testimonies: Vec::new(),
        source: page.source,
        spot,
    };
    let place = governing.map_or("no label governs it".to_owned(), |(l, r)| format!("{} “{}”", r.describe(), l.printed));
    let kind = claim.label_kind;
    let refusal = match claim.spot.kind {
        IdentifierKind::OnlineAccountNumber => account_refusal(page, &claim, kind, is_notice),
        IdentifierKind::ANumber => a_number_refusal(page, &claim.spot, kind, is_notice),
        IdentifierKind::ReceiptNumber => receipt_refusal(&claim.spot, kind, is_notice),
    };
    claim.reasons.push(place);
    match refusal {
        Some((Decision::Rejected, why)) => claim.reject(why),
        Some((_, why)) => {
            claim.disputed = true;
            claim.weaken(why);
        }
        None => {}
    }
    claim
}

type Refusal = Option<(Decision, &'static str)>;

fn account_refusal(page: &PageText, claim: &Claim, label: Option<LabelKind>, is_notice: bool) -> Refusal {
    match label {
        Some(LabelKind::Account | LabelKind::RepresentativeAccount) => None,
        Some(LabelKind::BareAccount) if is_notice => None,
        Some(LabelKind::DoubtfulAccount) if is_notice => {
            Some((Decision::Review, "a word before its label may say that it is somebody else's"))
        }
        Some(LabelKind::BareAccount | LabelKind::DoubtfulAccount) => {
            Some((Decision::Rejected, "an account number on a page that is no notice"))
        }
        Some(LabelKind::Foreign) => Some((Decision::Rejected, "its label names another kind of number")),
        // In print that was read from pixels the label may be what could not be read.
        None if is_notice && page.source == TextSource::Ocr && !clearly_named(page, claim) => {
            Some((Decision::Review, "twelve digits without a readable label"))
        }
        // So may one that stands between the number and a label further off, which never has a value of twelve digits.
        Some(_) if is_notice && page.source == TextSource::Ocr => {
            Some((Decision::Review, "twelve digits under the label of something else"))
        }
        // Text runs over into the label of the next cell where a name is long: what stands alone may still be the value of one.
        None if is_notice && claim.spot.words.start == 0 => Some((Decision::Review, "twelve digits alone, without a label")),
        _ => Some((Decision::Rejected, "twelve digits without the label of an online account number")),
    }
}

/// Whether words in front of a spot in its cell, read surely, name it as something that is no account.
fn clearly_named(page: &PageText, claim: &Claim) -> bool {
    let before = in_front(page, &claim.spot);
    let named = before.last().is_some_and(|w| w.text.ends_with(':'));
    named && before.iter().all(|w| w.confidence.get() >= SURELY_READ && !may_say_account(&w.text))
}

fn a_number_refusal(page: &PageText, spot: &Spot, label: Option<LabelKind>, is_notice: bool) -> Refusal {
    let short = spot.printed.chars().filter(|c| c.is_ascii_digit()).count() < 8;
    match label {
        Some(LabelKind::ANumber) => None,
        _ if spot.bare => Some((Decision::Rejected, "bare digits without the label of an A-Number")),
        Some(LabelKind::Role(_)) => None,
        Some(LabelKind::Foreign) => Some((Decision::Rejected, "its label names another kind of number")),
        _ if !is_notice => Some((Decision::Rejected, "no label of ours on a page that is no notice")),
        _ if page.source == TextSource::Ocr && !in_front_is_sure(page, spot) => {
            Some((Decision::Review, "the words in front of it, which may name it, are not surely read"))
        }
        _ if page.source == TextSource::Ocr && may_be_zip_code(page, spot) => {
            Some((Decision::Review, "without a label: the end of an address, such as “MA 01234-5678”, looks the same"))
        }
        _ if short => Some((Decision::Review, "seven digits without a label: driver licenses look the same")),
        _ => None,
    }
}

/// Whether an "A" and nine digits without a gap stand right behind other print: the state and the ZIP code of an address look so
/// when the hyphen or the state's first letter is not read.
fn may_be_zip_code(page: &PageText, spot: &Spot) -> bool {
    let digits = spot.printed.trim_start_matches(['A', 'a']);
    let apart = digits.strip_prefix(' ').is_some_and(|d| d.chars().filter(char::is_ascii_digit).count() == 9 && !d.contains(' '));
    let height = spot.bounds.height();
    let beside = |b: &BoundingBox| {
        let gap = spot.bounds.x0() - b.x1();
        b.overlap_y(&spot.bounds) > 0.5 * height && (-0.5 * height..3.0 * height).contains(&gap)
    };
    apart && page.lines.iter().flat_map(|line| &line.words).any(|word| beside(&word.bounds))
}

/// Whether the words right in front of a spot in its cell, if there are any, are read surely.
fn in_front_is_sure(page: &PageText, spot: &Spot) -> bool {
    in_front(page, spot).iter().rev().take(2).all(|w| w.confidence.get() >= SURELY_READ)
}

/// The words in front of a spot in its cell.
fn in_front<'a>(page: &'a PageText, spot: &Spot) -> &'a [Word] {
    page.lines.get(spot.line).and_then(|line| line.words.get(..spot.words.start)).unwrap_or_default()
}

fn receipt_refusal(spot: &Spot, label: Option<LabelKind>, is_notice: bool) -> Refusal {
    let known = ReceiptNumber::parse(&spot.value).is_ok_and(|r| r.prefix().is_known());
    match label {
        Some(LabelKind::Receipt) if known => None,
        Some(LabelKind::Receipt) if spot.repairs == 0 && is_notice => None,
        Some(LabelKind::Receipt) => Some((Decision::Review, "no center or system has this prefix")),
        Some(LabelKind::Account | LabelKind::BareAccount | LabelKind::ANumber) if spot.repairs > 0 => {
            Some((Decision::Rejected, "changed characters make a receipt number of what its label calls another number"))
        }
        Some(LabelKind::Foreign) => Some((Decision::Rejected, "its label names another kind of number")),
        _ if !known => Some((Decision::Rejected, "no center or system has this prefix, and no label says receipt number")),
        _ if !is_notice => Some((Decision::Rejected, "no label of ours on a page that is no notice")),
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
    use super::super::{labels, spots};
    use super::*;
    use crate::text::sample::page;

    struct Says(&'static str);
    impl Witness for Says {
        fn look_again(&mut self, _: &Spot, _: bool) -> Vec<Testimony> {
            vec![Testimony {
                reader: "another reader",
                value: Some(self.0.to_owned()),
                confidence: Confidence::CERTAIN,
                kin: false,
                hearsay: false,
            }]
        }
    }

    fn decisions(rows: &[(f32, f32, &str)], is_notice: bool, source: TextSource, witness: &mut dyn Witness) -> Vec<Decision> {
        let page = page(rows, source);
        let labels = labels(&page);
        judge(&page, &labels, spots(&page), is_notice, witness).into_iter().map(|c| c.decision).collect()
    }

    #[test]
    fn no_account_number_without_its_label() {
        use Decision::{Accepted, Rejected, Review};
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
            assert_eq!(decisions(&[(40.0, 100.0, text)], is_notice, TextSource::TextLayer, &mut NoWitness), [decision], "{text}");
        }
    }

    #[test]
    fn look_alikes_are_rejected_by_their_labels() {
        for text in ["Passport No. A12345678", "Card Number: SRC0657715855", "NVC Case Number GUZ2019123456", "SSN 123 45 6789"] {
            let decisions = decisions(&[(40.0, 100.0, text)], true, TextSource::TextLayer, &mut NoWitness);
            assert!(decisions.iter().all(|d| *d == Decision::Rejected), "{text}");
        }
    }

    #[test]
    fn the_end_of_an_address_is_no_a_number() {
        let says = &mut Says("A018626063");
        let judged = |text: &str, says: &mut Says| decisions(&[(40.0, 100.0, text)], true, TextSource::Ocr, says);
        assert_eq!(judged("LOWELL M A 018626063", says), [Decision::Review]);
        assert_eq!(judged("A 018626063", says), [Decision::Accepted]);
        assert_eq!(judged("LOWELL A018 626 063", says), [Decision::Accepted]);
    }

    #[test]
    fn eight_digits_without_a_label_need_another_reader() {
        struct Twice;
        impl Witness for Twice {
            fn look_again(&mut self, spot: &Spot, _: bool) -> Vec<Testimony> {
                let again =
                    |kin, value| Testimony { reader: "a reader", value, confidence: Confidence::CERTAIN, kin, hearsay: false };
                vec![again(true, Some(spot.value.clone())), again(false, None)]
            }
        }
        let judged = |text: &str| decisions(&[(40.0, 100.0, text)], true, TextSource::Ocr, &mut Twice);
        assert_eq!(judged("A05112586"), [Decision::Review]);
        assert_eq!(judged("A-Number: A05112586"), [Decision::Accepted]);
        assert_eq!(judged("A105112586"), [Decision::Accepted]);
    }

    #[test]
    fn pixels_need_a_second_witness() {
        let rows = [(40.0, 100.0, "Receipt Number: 1OE0912345678")];
        let judged = |witness: &mut dyn Witness| decisions(&rows, true, TextSource::Ocr, witness);
        assert_eq!(judged(&mut NoWitness), [Decision::Review]);
        assert_eq!(judged(&mut Says("IOE0912345678")), [Decision::Accepted]);
        assert_eq!(judged(&mut Says("IOE0912345679")), [Decision::Review]);
    }
}
