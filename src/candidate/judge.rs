//! From evidence to verdict, in one place: which spots are numbers of ours, how sure, and why.
//!
//! Text that never was a picture needs the right label or the right shape on a notice. A reading of pixels needs a second
//! witness that agrees: another look at the same place, a barcode, or the same number elsewhere in the notice (that last one
//! is seen only when a notice is assembled).

use super::label::{Label, LabelKind};
use super::place::{Layout, Relation};
use super::spot::Spot;
use crate::confidence::Confidence;
use crate::geometry::BoundingBox;
use crate::identifier::{IdentifierKind, ReceiptNumber};
use crate::record::{Decision, Owner};
use crate::text::{PageText, TextSource};

/// Somebody who can look at a place of the page a second time.
pub trait Witness {
    /// Reads a place again, expecting a number of one kind; one testimony a reader.
    fn look_again(&mut self, kind: IdentifierKind, bounds: &BoundingBox) -> Vec<Testimony>;
}

/// What a second look saw.
#[derive(Debug, Clone, PartialEq)]
pub struct Testimony {
    /// Who looked, in words.
    pub reader: &'static str,
    /// The canonical value; `None` when nothing of the kind was seen.
    pub value: Option<String>,
    /// How sure.
    pub confidence: Confidence,
}

/// No second look is possible, nor needed: the text was never a picture.
pub struct NoWitness;

impl Witness for NoWitness {
    fn look_again(&mut self, _: IdentifierKind, _: &BoundingBox) -> Vec<Testimony> {
        Vec::new()
    }
}

/// A spot judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// What stands there.
    pub spot: Spot,
    /// The label that governs it, as printed.
    pub label: Option<String>,
    /// What that label announces.
    pub label_kind: Option<LabelKind>,
    /// Whose number it is, as far as the page says.
    pub owner: Owner,
    /// Accepted, review or rejected.
    pub decision: Decision,
    /// How sure.
    pub confidence: Confidence,
    /// The reasons, in words without the number.
    pub reasons: Vec<String>,
    /// Whether a second witness saw the same.
    pub witnessed: bool,
}

/// The least confidence of a reading of pixels that a second witness can lift to accepted.
const WITNESSED: f32 = 0.6;
/// How many changed characters a second witness may vouch for.
const MOST_REPAIRS: usize = 3;

/// Judges all spots of a page. `is_notice` says whether the page belongs to a notice of action.
pub fn judge(page: &PageText, labels: &[Label], spots: Vec<Spot>, is_notice: bool, witness: &mut dyn Witness) -> Vec<Claim> {
    let layout = Layout::new(page, labels);
    let mut claims: Vec<Claim> = Vec::new();
    for spot in spots {
        let governing = layout.governing(spot.line, &spot.words, &spot.bounds);
        let mut claim = by_place(page, spot, governing, is_notice);
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

impl Claim {
    fn reject(&mut self, why: &str) {
        self.decision = Decision::Rejected;
        self.reasons.insert(0, why.to_owned());
    }

    fn weaken(&mut self, why: impl Into<String>) {
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
        label_kind: governing.map(|(l, _)| l.kind),
        owner: governing.map_or(Owner::Unknown, |(l, _)| owner(l.kind)),
        decision: Decision::Accepted,
        confidence: spot.confidence,
        reasons: Vec::new(),
        witnessed: false,
        spot,
    };
    let place = governing.map_or("no label governs it".to_owned(), |(l, r)| format!("{} “{}”", r.describe(), l.printed));
    let kind = claim.label_kind;
    let refusal = match claim.spot.kind {
        IdentifierKind::OnlineAccountNumber => account_refusal(page, &claim, kind, is_notice),
        IdentifierKind::ANumber => a_number_refusal(&claim.spot, kind, is_notice),
        IdentifierKind::ReceiptNumber => receipt_refusal(&claim.spot, kind, is_notice),
    };
    claim.reasons.push(place);
    match refusal {
        Some((Decision::Rejected, why)) => claim.reject(why),
        Some((_, why)) => claim.weaken(why),
        None => {}
    }
    claim
}

type Refusal = Option<(Decision, &'static str)>;

fn account_refusal(page: &PageText, claim: &Claim, label: Option<LabelKind>, is_notice: bool) -> Refusal {
    match label {
        Some(LabelKind::Account | LabelKind::RepresentativeAccount) => None,
        Some(LabelKind::BareAccount) if is_notice => None,
        Some(LabelKind::BareAccount) => Some((Decision::Rejected, "an account number on a page that is no notice")),
        Some(LabelKind::Foreign) => Some((Decision::Rejected, "its label names another kind of number")),
        // Twelve digits alone in a cell of a scanned notice may be the number whose label could not be read.
        None if is_notice && page.source == TextSource::Ocr && alone(page, claim) => {
            Some((Decision::Review, "twelve digits without a readable label"))
        }
        _ => Some((Decision::Rejected, "twelve digits without the label of an online account number")),
    }
}

/// Whether a spot is all that its cell holds.
fn alone(page: &PageText, claim: &Claim) -> bool {
    page.lines.get(claim.spot.line).is_some_and(|l| l.words.len() == claim.spot.words.len())
}

fn a_number_refusal(spot: &Spot, label: Option<LabelKind>, is_notice: bool) -> Refusal {
    let short = spot.printed.chars().filter(|c| c.is_ascii_digit()).count() < 8;
    match label {
        Some(LabelKind::ANumber) => None,
        _ if spot.bare => Some((Decision::Rejected, "bare digits without the label of an A-Number")),
        Some(LabelKind::Role(_)) => None,
        Some(LabelKind::Foreign) => Some((Decision::Rejected, "its label names another kind of number")),
        _ if !is_notice => Some((Decision::Rejected, "no label of ours on a page that is no notice")),
        _ if short => Some((Decision::Review, "seven digits without a label: driver licenses look the same")),
        _ => None,
    }
}

fn receipt_refusal(spot: &Spot, label: Option<LabelKind>, is_notice: bool) -> Refusal {
    let known = ReceiptNumber::parse(&spot.value).is_ok_and(|r| r.prefix().is_known());
    match label {
        Some(LabelKind::Receipt) if known => None,
        Some(LabelKind::Receipt) if spot.repairs == 0 && is_notice => None,
        Some(LabelKind::Receipt) => Some((Decision::Review, "no center or system has this prefix")),
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

/// What a second look, or a barcode, adds to a reading of pixels.
fn by_witness(page: &PageText, claim: &mut Claim, witness: &mut dyn Witness) {
    let barcode = claim.spot.kind == IdentifierKind::ReceiptNumber
        && page.barcodes.iter().any(|b| ReceiptNumber::parse(&b.text).is_ok_and(|r| r.to_string() == claim.spot.value));
    if claim.spot.repairs > 0 {
        claim.reasons.push(format!("{} characters changed to fit the shape", claim.spot.repairs));
    }
    if barcode {
        claim.witnessed = true;
        claim.confidence = Confidence::new(0.9999);
        claim.reasons.push("the barcode says the same".to_owned());
        return;
    }
    let testimonies = witness.look_again(claim.spot.kind, &claim.spot.bounds);
    let agree = testimonies.iter().filter(|t| t.value.as_deref() == Some(&claim.spot.value)).count();
    let differ = testimonies.iter().any(|t| t.value.as_deref().is_some_and(|v| v != claim.spot.value));
    for testimony in &testimonies {
        let says = match &testimony.value {
            Some(v) if *v == claim.spot.value => "reads the same",
            Some(_) => "reads something else",
            None => "sees no such number",
        };
        claim.reasons.push(format!("{} {says}", testimony.reader));
    }
    if differ {
        claim.weaken("two readings differ");
    } else if agree == 0 {
        claim.weaken("no second reading agrees");
    } else if claim.confidence.get() < WITNESSED || claim.spot.repairs > MOST_REPAIRS {
        claim.weaken("the reading is too weak");
    } else {
        claim.witnessed = true;
        claim.confidence = claim.confidence.max(Confidence::new(0.99));
        return;
    }
    claim.confidence = claim.confidence.min(Confidence::new(0.8));
}

#[cfg(test)]
mod tests {
    use super::super::{labels, spots};
    use super::*;
    use crate::text::sample::page;

    struct Says(&'static str);
    impl Witness for Says {
        fn look_again(&mut self, _: IdentifierKind, _: &BoundingBox) -> Vec<Testimony> {
            vec![Testimony { reader: "another reader", value: Some(self.0.to_owned()), confidence: Confidence::CERTAIN }]
        }
    }

    fn decisions(rows: &[(f32, f32, &str)], is_notice: bool, source: TextSource, witness: &mut dyn Witness) -> Vec<Decision> {
        let page = page(rows, source);
        let labels = labels(&page);
        judge(&page, &labels, spots(&page), is_notice, witness).into_iter().map(|c| c.decision).collect()
    }

    #[test]
    fn no_account_number_without_its_label() {
        use Decision::{Accepted, Rejected};
        for (text, is_notice, decision) in [
            ("USCIS Account Number: 001234567890", false, Accepted),
            ("Account Number: 001234567890", true, Accepted),
            ("Account Number: 001234567890", false, Rejected),
            ("Tracking Number: 001234567890", true, Rejected),
            ("Case Type 001234567890", true, Rejected),
            ("001234567890", true, Rejected),
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
    fn pixels_need_a_second_witness() {
        let rows = [(40.0, 100.0, "Receipt Number: 1OE0912345678")];
        let judged = |witness: &mut dyn Witness| decisions(&rows, true, TextSource::Ocr, witness);
        assert_eq!(judged(&mut NoWitness), [Decision::Review]);
        assert_eq!(judged(&mut Says("IOE0912345678")), [Decision::Accepted]);
        assert_eq!(judged(&mut Says("IOE0912345679")), [Decision::Review]);
    }
}
