//! What governs a place on the page besides the label: the heading of its section, of its column
//! and of its row.

use super::case_title::is_title;
use super::label::Label;
use super::phrase::{LabelKind, Role, classify, role_of};
use super::relation::Relation;
use super::shape::ValueKind;
use super::sheet::{Rect, Sheet, Token};
use super::solve::Solution;
use super::value::Value;
use super::vocabulary::on;

/// A heading has at most this many words.
const HEADING_WORDS: usize = 7;
/// A sentence has at least this many.
const SENTENCE_WORDS: usize = 4;
/// A section's heading begins at most this many points left of what it governs.
const INDENT: f32 = 60.0;
/// An attorney's heading governs what is at most this many points under it; a payment's, this many.
pub(super) const ATTORNEY_REACH: f32 = 80.0;
pub(super) const PAYMENT_REACH: f32 = 60.0;

/// Of whom or what a section speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Attorney,
    /// Payments, banks, parcels.
    Payment,
    /// Earlier petitions, employers, interpreters.
    Other,
    /// The person of the case.
    Client,
}

/// A short line that may head a section or a column.
pub(super) struct Heading {
    pub run: usize,
    pub scope: Scope,
    pub rect: Rect,
    pub text: String,
    /// It ends like a sentence: what it says need not be of what stands under it.
    pub is_sentence: bool,
}

/// What governs a label and its value.
pub(super) struct Governing<'a> {
    pub heading: &'a Heading,
    pub gap: f32,
    /// Heads the value's column, but not its label.
    pub of_column: bool,
}

const PAYMENT: [&str; 16] = [
    "payment",
    "payments",
    "billing",
    "remittance",
    "bank",
    "deposit",
    "pago",
    "parcel",
    "shipping",
    "delivery",
    "courier",
    "checking",
    "statement",
    "refund",
    "card",
    "postal",
];
const OTHER: [&str; 16] = [
    "prior",
    "previous",
    "former",
    "formerly",
    "earlier",
    "superseded",
    "another",
    "duplicate",
    "interpreter",
    "employer",
    "translator",
    "school",
    "replaced",
    "withdrawn",
    "closed",
    "physician",
];
const CLIENT: [&str; 12] = [
    "applicant",
    "petitioner",
    "beneficiary",
    "client",
    "requestor",
    "solicitante",
    "peticionario",
    "beneficiario",
    "case",
    "you",
    "your",
    "filer",
];

fn scope_of(tokens: &[Token]) -> Option<Scope> {
    let has = |list: &[&str]| tokens.iter().any(|t| list.contains(&t.norm.as_str()));
    if tokens.iter().any(names_attorney) {
        return Some(Scope::Attorney);
    }
    // "Duplicate of Form I-797" speaks of the sheet itself.
    let again = has(&["duplicate"]) && has(&["notice", "form", "copy", "letter"]);
    let other = |t: &Token| OTHER.contains(&t.norm.as_str()) && !(again && t.norm == "duplicate");
    if tokens.iter().any(other) {
        return Some(Scope::Other);
    }
    if has(&PAYMENT) {
        return Some(Scope::Payment);
    }
    has(&CLIENT).then_some(Scope::Client)
}

/// Whether a word names an attorney by itself, without help of others.
pub(super) fn names_attorney(token: &Token) -> bool {
    let needs_more = [
        "rep",
        "att",
        "legal",
        "law",
        "organization",
        "accredited",
        "firm",
        "counsel",
        "esq",
    ];
    token.is(on::ATTORNEY)
        && (!needs_more.contains(&token.norm.as_str())
            || matches!(token.norm.as_str(), "counsel" | "firm"))
}

/// The headings of a page. A label with a value of its own is none.
pub(super) fn headings(
    sheet: &Sheet,
    labels: &[Label],
    values: &[Value],
    solution: &Solution,
) -> Vec<Heading> {
    let mut filled = vec![false; sheet.runs.len()];
    for link in solution.chosen.iter().flatten() {
        let link = &solution.links[*link];
        let label = &labels[link.label];
        // An unknown phrase takes what stands far from it for want of anything else.
        let beside = matches!(link.edge.relation, Relation::Inline | Relation::Right);
        if label.kind == LabelKind::Unknown && !beside {
            continue;
        }
        filled[label.first_run] = true;
        filled[label.last_run] = true;
    }
    for label in labels {
        let numbered = matches!(
            label.kind,
            LabelKind::Account | LabelKind::Representative | LabelKind::Foreign
        );
        if numbered && label.has_number {
            filled[label.first_run] = true;
            filled[label.last_run] = true;
        }
    }
    let long = |t: &Token| t.value.is_some_and(|v| values[v].digits.len() >= 4);
    let mut found = Vec::new();
    for (index, run) in sheet.runs.iter().enumerate() {
        let tokens = &sheet.tokens[run.tokens.clone()];
        if run.prose || filled[index] || tokens.len() > HEADING_WORDS || tokens.iter().any(long) {
            continue;
        }
        // "I-90, APPLICATION TO REPLACE PERMANENT RESIDENT CARD" speaks of no payment.
        let phrase = classify(sheet, run.tokens.clone());
        if is_title(sheet, values, run.tokens.clone(), &phrase) {
            continue;
        }
        if let Some(scope) = scope_of(tokens) {
            found.push(Heading {
                run: index,
                scope,
                rect: run.rect,
                text: sheet.run_text(index),
                is_sentence: is_sentence(tokens),
            });
        }
    }
    found
}

/// Whether some words end with a full stop and have small words among them: "A copy goes to your
/// attorney."
fn is_sentence(tokens: &[Token]) -> bool {
    let ends = tokens.last().is_some_and(|t| t.ends_with(&['.']));
    ends && tokens.iter().any(|t| t.is(on::FUNCTION)) && tokens.len() >= SENTENCE_WORDS
}

/// The nearest heading over a label and its value.
pub(super) fn governing<'a>(
    headings: &'a [Heading],
    l: &Label,
    v: &Value,
) -> Option<Governing<'a>> {
    let top = l.rect.y0.min(v.rect.y0);
    let left = l.rect.x0.min(v.rect.x0);
    let over = headings.iter().filter_map(|h| {
        if h.rect.y1 > top + 1.0 || h.run == l.last_run || h.run == v.run {
            return None;
        }
        let of_column = h.rect.over_x(&v.rect) > 0.0 && h.rect.over_x(&l.rect) <= 0.0;
        let heads = h.rect.x0 <= left + 3.0 && left - h.rect.x0 < INDENT;
        (heads || of_column).then_some(Governing {
            heading: h,
            gap: top - h.rect.y1,
            of_column,
        })
    });
    over.min_by(|a, b| a.gap.total_cmp(&b.gap))
}

/// Of whom the row of a table speaks: the words beside a value that are no value, up to its label.
pub(super) fn row_words<'a>(sheet: &'a Sheet, v: &Value) -> impl Iterator<Item = &'a Token> {
    let row = sheet.row_tokens(v.run);
    row.map(|t| &sheet.tokens[t]).filter(|t| t.value.is_none())
}

/// The person to whom a value belongs: named by its label, its row, its column or the section over
/// it.
pub(super) fn owner(
    sheet: &Sheet,
    labels: &[Label],
    values: &[Value],
    v: &Value,
    label: Option<&Label>,
    filled: impl Fn(&Token) -> bool,
) -> Option<Role> {
    if let Some(role) = label.and_then(|l| l.owner) {
        return Some(role);
    }
    let before = row_words(sheet, v).filter(|t| t.rect.x1 <= v.rect.x0 + 1.0);
    let near = before
        .filter(|t| !sheet.runs[t.run].prose && !filled(t))
        .filter_map(|t| role_of(t).map(|r| (v.rect.x0 - t.rect.x1, r)));
    if let Some((_, role)) = near.min_by(|a, b| a.0.total_cmp(&b.0)) {
        return Some(role);
    }
    if sheet.runs[v.run].prose {
        return None;
    }
    let over = |l: &&Label| {
        let named = l.kind == LabelKind::Name && l.owner.is_some();
        named && !l.prose && l.rect.y1 <= v.rect.y0 + 2.0 && l.rect.over_x(&v.rect) > -10.0
    };
    let nearest = labels
        .iter()
        .filter(over)
        .min_by(|a, b| b.rect.y1.total_cmp(&a.rect.y1))?;
    let gap = v.rect.y0 - nearest.rect.y1;
    let parted = values.iter().any(|o| {
        o.kind == ValueKind::ANumber
            && o.rect.y1 < v.rect.y0
            && o.rect.y0 > nearest.rect.y1
            && o.rect.over_x(&v.rect) > 0.0
    });
    (gap < ATTORNEY_REACH && !parted)
        .then_some(nearest.owner)
        .flatten()
}
