//! Compares what a program read in a file with the file's truth, and counts.
//!
//! - *exact*: files whose three kinds of number are just those on paper, all accepted.
//! - *wrong*: accepted values that are not on a notice.
//! - *held*: right values sent to review: safe, but work.
//! - *lost*: values neither accepted nor in review; *silent* those of a notice without a sign
//!   that one was not read. A sign is a page or file that failed, an account number called
//!   unreadable or, if it is the lost one, in review, and a finding of a kind with `unread` or
//!   `not-read`.
//! - *falsely absent*: notices called `absent` or `blank` whose account number is printed.
//! - *absent right*: notices without a number that are called so; *cell* those whose kind is right
//!   too, a printed label without a value (`blank`) or no label (`absent`).

pub mod answer;
pub mod fields;
mod mark;
mod share;
pub mod table;
#[cfg(test)]
mod tests;

pub use mark::{KindMarks, Marks, mark};
pub use table::{By, Table, beside};

use i797::identifier::IdentifierKind;

use crate::notice::NoticeTruth;

/// The three kinds by their names in answers, with the heads of their columns.
pub(crate) const KINDS: [(&str, &str); 3] = [
    ("receipt_number", "receipt"),
    ("a_number", "A-Number"),
    ("online_account_number", "account"),
];

/// The numbers of a kind that a notice carries, canonical.
pub(crate) fn values(notice: &NoticeTruth, kind: IdentifierKind) -> Vec<String> {
    match kind {
        IdentifierKind::ReceiptNumber => notice.receipt_numbers.clone(),
        IdentifierKind::OnlineAccountNumber => notice.account_numbers.clone(),
        IdentifierKind::ANumber => notice
            .a_numbers
            .iter()
            .map(|printed| canonical("a_number", printed))
            .collect(),
    }
}

/// A value without separators, in capitals; an A-Number with nine digits.
fn canonical(kind: &str, value: &str) -> String {
    let mut value = value.to_uppercase();
    value.retain(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '*');
    match kind {
        "a_number" => {
            let digits = value.trim_start_matches('A').trim_start_matches('0');
            format!("A{digits:0>9}")
        }
        _ => value,
    }
}
