//! What other readers and barcodes say of a reading of pixels, and what follows from it.

use super::belief::{self, Evidence};
use super::judge::Claim;
use super::spot::Spot;
use crate::confidence::Confidence;
use crate::identifier::{IdentifierKind, ReceiptNumber};
use crate::record::{Decision, Owner};
use crate::text::{Barcode, PageText, TextSource};

/// Readings that differ from a checked barcode in so few characters are the same number misread.
const MOST_MISREAD: usize = 2;

/// Somebody who can look at a place of the page a second time.
pub trait Witness {
    /// Reads the place of a spot again; one testimony a reader. A `contested` spot is looked at by all readers, however sure
    /// the first ones are.
    fn look_again(&mut self, spot: &Spot, contested: bool) -> Vec<Testimony>;
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
    /// Whether it is the reader that read the place first, so that it may err in the same way again.
    pub kin: bool,
    /// Whether the reader is unknown, as that of a text layer behind a scan: two known ones that agree outvote it.
    pub hearsay: bool,
}

/// No second look is possible, nor needed: the text was never a picture.
pub struct NoWitness;

impl Witness for NoWitness {
    fn look_again(&mut self, _: &Spot, _: bool) -> Vec<Testimony> {
        Vec::new()
    }
}

/// What a second look, or a barcode, adds to a reading of pixels.
pub(super) fn by_witness(page: &PageText, claim: &mut Claim, witness: &mut dyn Witness) {
    if claim.spot.repairs > 0 {
        claim.reasons.push(format!("{} characters changed to fit the shape", claim.spot.repairs));
    }
    match barcode_says(page, &claim.spot) {
        Some(true) => {
            claim.confidence = belief::BY_BARCODE;
            claim.reasons.push("the barcode says the same".to_owned());
            return;
        }
        Some(false) => {
            claim.reject("misread: the barcode, which has a check character, says otherwise");
            return;
        }
        None => {}
    }
    let short = is_short(&claim.spot);
    let testimonies = witness.look_again(&claim.spot, short);
    let outvoted = outvoted(claim, &testimonies);
    let evidence = Evidence::of(&claim.spot, &testimonies);
    let unsupported = claim.label_kind.is_none() && short && !testimonies.iter().any(|t| t.supports(&claim.spot));
    claim.reasons.extend(testimonies.iter().map(|t| t.in_words(&claim.spot.value)));
    claim.testimonies = testimonies;
    if unsupported {
        claim.weaken("an I-94 number whose 4 is taken for an A looks the same, and no other reader sees an A-Number");
    }
    let out_of_place = claim.decision != Decision::Accepted;
    claim.confidence = belief::of(&evidence);
    if out_of_place {
        claim.confidence = claim.confidence.min(belief::OUT_OF_PLACE);
    }
    claim.disputed |= evidence.differs || outvoted;
    match evidence.lacks() {
        Some(why) => claim.weaken(why),
        None if outvoted => claim.weaken("two later readings agree against the first"),
        None if claim.confidence < belief::ACCEPTED => claim.weaken("the readings are too weak"),
        None => {}
    }
}

/// An A-Number of less than nine digits may be a longer one that was cut short: every reader is asked about it.
fn is_short(spot: &Spot) -> bool {
    spot.kind == IdentifierKind::ANumber && spot.printed.chars().filter(|c| c.is_alphanumeric()).count() < 10
}

/// Two other readers, not both kin of the first, that agree on another value are the better guess, and no more than
/// that: on heavy and copied print they were wrong together. Returns whether it is so.
fn outvoted(claim: &mut Claim, testimonies: &[Testimony]) -> bool {
    let known = || testimonies.iter().filter(|t| !t.hearsay);
    if known().any(|t| t.value.as_ref() == Some(&claim.spot.value)) {
        return false;
    }
    let Some(value) = known().find_map(|t| t.value.clone()) else { return false };
    let agree: Vec<&Testimony> = known().filter(|t| t.value.as_ref() == Some(&value)).collect();
    if agree.len() < 2 || agree.iter().all(|t| t.kin) || known().any(|t| t.value.as_ref().is_some_and(|v| *v != value)) {
        return false;
    }
    claim.spot.confidence = agree.iter().map(|t| t.confidence).min().unwrap_or_default();
    claim.spot.printed.clone_from(&value);
    claim.spot.value = value;
    true
}

impl Testimony {
    /// Whether a reader of another kind read the same.
    fn supports(&self, spot: &Spot) -> bool {
        !self.kin && self.value.as_ref() == Some(&spot.value)
    }

    fn in_words(&self, value: &str) -> String {
        match &self.value {
            Some(v) if v == value => format!("{} reads the same ({:.3})", self.reader, self.confidence.get()),
            Some(_) => format!("{} reads something else ({:.3})", self.reader, self.confidence.get()),
            None => format!("{} sees no such number", self.reader),
        }
    }
}

/// Whether a barcode says what a spot says; `Some(false)` where one that is checked differs from it by a misreading.
fn barcode_says(page: &PageText, spot: &Spot) -> Option<bool> {
    let receipts = || page.barcodes.iter().filter_map(|b| Some((receipt_of(b)?, b.checked)));
    if spot.kind != IdentifierKind::ReceiptNumber {
        return None;
    }
    if receipts().any(|(value, _)| value == spot.value) {
        return Some(true);
    }
    let misread = |value: &str| strsim::levenshtein(value, &spot.value) <= MOST_MISREAD;
    receipts().any(|(value, checked)| checked && misread(&value)).then_some(false)
}

/// The receipt number in a barcode, where its prefix is one of ours.
fn receipt_of(barcode: &Barcode) -> Option<String> {
    ReceiptNumber::parse(&barcode.text).ok().filter(|r| r.prefix().is_known()).map(|r| r.to_string())
}

/// The receipt numbers that barcodes say: accepted where the code has a check character or print says the same.
pub fn barcode_claims(page: &PageText, read: &[Claim]) -> Vec<Claim> {
    let claim = |barcode: &Barcode| {
        let value = receipt_of(barcode)?;
        let printed = read.iter().any(|c| c.spot.value == value && c.decision == Decision::Accepted);
        let (decision, confidence) = if barcode.checked || printed {
            (Decision::Accepted, belief::BY_BARCODE)
        } else {
            (Decision::Review, Confidence::new(0.9))
        };
        let why = match (barcode.checked, printed) {
            (true, _) => "a barcode with a check character",
            (false, true) => "a barcode, and the print says the same",
            (false, false) => "a barcode without a check character, and no print that says the same",
        };
        Some(Claim {
            spot: Spot {
                kind: IdentifierKind::ReceiptNumber,
                value,
                printed: barcode.text.clone(),
                bounds: barcode.bounds,
                line: usize::MAX,
                words: 0..0,
                confidence,
                repairs: 0,
                bare: false,
            },
            source: TextSource::Barcode,
            label: None,
            label_bounds: None,
            label_kind: None,
            label_index: None,
            disputed: false,
            owner: Owner::Unknown,
            decision,
            confidence,
            reasons: vec![why.to_owned()],
            testimonies: Vec::new(),
        })
    };
    page.barcodes.iter().filter_map(claim).collect()
}
