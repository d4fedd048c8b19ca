//! Wordings of the label over (or beside) the filer's own account number, and cells to put it in.
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// How a label is written.
#[derive(Clone, Copy)]
pub(super) enum Style {
    /// As people write titles.
    Title,
    /// All in capitals.
    Upper,
}

/// A label for the account of the one who filed; `role` is Applicant, Petitioner and the like.
pub(super) fn own(rng: &mut Rng, role: &str, style: Style) -> String {
    let stem = rng.pick(&[
        "USCIS Online Account Number",
        "USCIS Online Account No.",
        "Online Account Number",
        "USCIS Account Number",
        "Online Acct. No.",
        "USCIS Online Acct #",
        "Online Account ID",
        "myUSCIS Account Number",
        "USCIS ELIS Account Number",
        "Online Account #",
    ]);
    let text = match rng.below(7) {
        0 => format!("{role}'s {stem}"),
        1 => format!("{stem} ({role})"),
        2 => format!("{stem} of {role}"),
        3 => format!("{stem} (if any)"),
        4 => format!("{role}: {stem}"),
        _ => stem.to_string(),
    };
    styled(text, style)
}

/// A shorter label for narrow places.
pub(super) fn own_short(rng: &mut Rng, style: Style) -> String {
    let text = rng.pick(&[
        "USCIS Online Acct. No.",
        "Online Account No.",
        "USCIS Account #",
        "Online Acct #",
        "USCIS Online Account",
        "ELIS Account No.",
        "Online Account Number",
    ]);
    styled(text.to_string(), style)
}

/// A label for the attorney's account.
pub(super) fn attorney(rng: &mut Rng, style: Style) -> String {
    let text = rng.pick(&[
        "Attorney's USCIS Online Account No.",
        "Representative Online Account Number",
        "Attorney or Representative USCIS Online Acct. No.",
        "G-28 Representative's Online Acct #",
        "Atty. Online Account Number",
    ]);
    styled(text.to_string(), style)
}

/// Applies a style.
pub(super) fn styled(text: String, style: Style) -> String {
    match style {
        Style::Title => text,
        Style::Upper => text.to_uppercase(),
    }
}

/// A number of twelve digits that is no online account: its label tells whose it is.
pub(super) fn decoy(rng: &mut Rng, style: Style) -> String {
    let text = rng.pick(&[
        "Pay.gov Tracking ID",
        "Payment Tracking Number",
        "Courier Airbill",
        "Remitter Bank Acct.",
        "Agency Tracking ID",
        "Deposit Account (Bank)",
        "FedEx Tracking No.",
        "Lockbox Item No.",
        "Customer Billing Account",
        "Treasury Voucher No.",
    ]);
    styled(text.to_string(), style)
}

/// Type sizes and weights of a grid's cells.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    /// Type family of labels and values.
    pub family: Family,
    /// Size of labels.
    pub small: f32,
    /// Size of values.
    pub large: f32,
    /// Whether labels are bold.
    pub bold_labels: bool,
}

impl Hand {
    /// The face of labels.
    pub(super) fn label(&self) -> Face {
        if self.bold_labels {
            Face::bold(self.family)
        } else {
            Face::regular(self.family)
        }
    }
    /// The face of values.
    pub(super) fn value(&self) -> Face {
        Face::regular(self.family)
    }
}

/// A framed cell: the label at the top, up to two lines of value under it, all shrunk to fit.
pub(super) fn cell(sheet: &mut Sheet, hand: Hand, edge: [f32; 4], label: &str, values: &[&str]) {
    sheet.frame(edge, 0.6);
    let width = edge[2] - edge[0] - 6.0;
    let mut y = edge[1] + hand.small + 1.5;
    put(
        sheet,
        hand.label(),
        hand.small,
        (edge[0] + 3.0, y),
        width,
        label,
    );
    for value in values {
        y += hand.large + 1.6;
        put(
            sheet,
            hand.value(),
            hand.large,
            (edge[0] + 3.0, y),
            width,
            value,
        );
    }
}

/// Writes a text unless it is empty, shrunk where it is too wide.
pub(super) fn put(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: (f32, f32),
    width: f32,
    text: &str,
) {
    if !text.is_empty() {
        super::common::fitted(sheet, face, size, at, width, text);
    }
}
