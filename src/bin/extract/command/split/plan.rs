//! Which pages of a document go together, and where.

use std::collections::BTreeSet;

use clap::ValueEnum;
use i797::model::record::{AccountNumberState, DocumentRecord, NoticeRecord, Outcome, PageState};

/// What happens to pages that belong to no notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Loose {
    /// They stay with the notice before them
    Keep,
    /// They get files of their own in the folder "other"
    Apart,
    /// They are left out
    Drop,
}

/// Where a file goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Folder {
    /// Notices of which everything was accepted.
    Top,
    /// Notices with something to review, and pages that could not be read.
    Review,
    /// Pages of no notice.
    Other,
}

impl Folder {
    /// Its name below the folder for all.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Top => "",
            Self::Review => "review",
            Self::Other => "other",
        }
    }
}

/// Pages that become one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// From 1, ascending.
    pub pages: Vec<u32>,
    pub folder: Folder,
    /// The index of the notice; `None` for pages of no notice.
    pub notice: Option<usize>,
    /// Why it does not lie with the others, for people; may be empty.
    pub why: String,
}

/// The pieces of a document in the order of their pages. Pages that are left out are in none.
pub(super) fn pieces(record: &DocumentRecord, blank: Loose, other: Loose) -> Vec<Piece> {
    if matches!(record.outcome, Outcome::Failed | Outcome::Skipped) {
        return Vec::new();
    }
    let notices = || {
        record
            .notices
            .iter()
            .enumerate()
            .filter(|(_, n)| n.is_notice)
    };
    let mut pieces: Vec<Piece> = notices()
        .map(|(at, notice)| of_notice(at, notice))
        .collect();
    let taken: BTreeSet<u32> = pieces
        .iter()
        .flat_map(|p| p.pages.iter().copied())
        .collect();
    let mut loose: Vec<Piece> = Vec::new();
    for page in &record.pages {
        let number = page.page.get();
        if taken.contains(&number) {
            continue;
        }
        let (fate, folder, why) = match page.state {
            PageState::Blank => (blank, Folder::Other, "blank"),
            PageState::Failed => (Loose::Apart, Folder::Review, "could not be read"),
            _ => (other, Folder::Other, "no notice"),
        };
        // A page between two pages of one notice, such as the printed back of a sheet, is part
        // of it.
        let within = page.state != PageState::Failed && is_within(&pieces, number);
        match fate {
            Loose::Drop => {}
            _ if within && keep(&mut pieces, number) => {}
            Loose::Keep if keep(&mut pieces, number) => {}
            Loose::Keep | Loose::Apart => add(&mut loose, number, folder, why),
        }
    }
    pieces.extend(loose);
    pieces.sort_by(|a, b| a.pages.cmp(&b.pages));
    pieces
}

/// Whether a page lies between two pages of one notice.
fn is_within(pieces: &[Piece], number: u32) -> bool {
    let around = |piece: &Piece| {
        let first = piece.pages.first();
        let last = piece.pages.last();
        first.is_some_and(|first| *first < number) && last.is_some_and(|last| *last > number)
    };
    pieces.iter().any(around)
}

/// Adds a page to the notice before it. Pages before the first notice have none.
fn keep(pieces: &mut [Piece], number: u32) -> bool {
    let before = |piece: &&mut Piece| piece.pages.first().is_some_and(|first| *first < number);
    let last = pieces
        .iter_mut()
        .filter(before)
        .max_by_key(|p| p.pages.first().copied());
    last.map(|piece| {
        piece.pages.push(number);
        piece.pages.sort_unstable();
    })
    .is_some()
}

/// Adds a page to the loose pages of its kind right before it, or begins new ones.
fn add(loose: &mut Vec<Piece>, number: u32, folder: Folder, why: &str) {
    match loose.last_mut() {
        Some(last)
            if last.folder == folder
                && last.why == why
                && last.pages.last().is_some_and(|page| page + 1 == number) =>
        {
            last.pages.push(number);
        }
        _ => loose.push(Piece {
            pages: vec![number],
            folder,
            notice: None,
            why: why.to_owned(),
        }),
    }
}

fn of_notice(at: usize, notice: &NoticeRecord) -> Piece {
    let why = doubts(notice).join(", ");
    Piece {
        pages: notice.pages.iter().map(|page| page.get()).collect(),
        folder: if why.is_empty() {
            Folder::Top
        } else {
            Folder::Review
        },
        notice: Some(at),
        why,
    }
}

/// What of a notice a person should look at first.
fn doubts(notice: &NoticeRecord) -> Vec<String> {
    let mut doubts: Vec<String> = Vec::new();
    for (subject, _) in notice.in_review() {
        let doubt = format!("{} needs review", subject.name());
        if !doubts.contains(&doubt) {
            doubts.push(doubt);
        }
    }
    if notice.account_number == AccountNumberState::Unreadable {
        doubts.push("could not be read whole".to_owned());
    }
    doubts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document whose pages are notices by letter, blank (`_`), other (`.`) or failed (`!`).
    fn document(pages: &str) -> DocumentRecord {
        let states = pages.chars().enumerate().map(|(at, c)| {
            let state = match c {
                '_' => "blank",
                '!' => "failed",
                _ => "read",
            };
            serde_json::json!({"page": at + 1, "state": state, "source": null, "words": 0,
                "error": null})
        });
        let letters: BTreeSet<char> = pages.chars().filter(char::is_ascii_alphabetic).collect();
        let notices = letters.into_iter().map(|letter| {
            let of = pages.chars().enumerate().filter(|(_, c)| *c == letter);
            let of: Vec<usize> = of.map(|(at, _)| at + 1).collect();
            let state = if letter.is_uppercase() {
                "absent"
            } else {
                "unreadable"
            };
            serde_json::json!({"pages": of, "form": null, "notice_type": null,
                "notice_date": null, "account_number": state, "identifiers": [], "findings": []})
        });
        let value = serde_json::json!({"schema_version": 1, "path": "a.pdf", "outcome": "read",
            "error": null, "page_count": pages.len(), "pages": states.collect::<Vec<_>>(),
            "notices": notices.collect::<Vec<_>>(), "findings": []});
        serde_json::from_value(value).unwrap()
    }

    /// The pieces as text: pages, and the first letter of the folder.
    fn planned(pages: &str, blank: Loose, other: Loose) -> Vec<String> {
        let pieces = pieces(&document(pages), blank, other);
        let said = |piece: &Piece| {
            let pages: Vec<String> = piece.pages.iter().map(u32::to_string).collect();
            format!("{}{:.1}", pages.join(""), piece.folder.name())
        };
        pieces.iter().map(said).collect()
    }

    #[test]
    fn every_page_goes_where_it_should() {
        use Loose::{Apart, Drop, Keep};
        for (pages, blank, other, expected) in [
            ("AB", Keep, Apart, "1 2"),
            ("AAB", Keep, Apart, "12 3"),
            ("A_B_", Keep, Apart, "12 34"),
            ("A_B_", Apart, Apart, "1 2o 3 4o"),
            ("A_B_", Drop, Apart, "1 3"),
            ("_AB", Keep, Apart, "1o 2 3"),
            (".A..B", Keep, Apart, "1o 2 34o 5"),
            (".A..B", Keep, Keep, "1o 234 5"),
            (".A..B", Keep, Drop, "2 5"),
            ("A!B", Keep, Drop, "1 2r 3"),
            ("aB", Keep, Apart, "1r 2"),
            ("A.A", Keep, Keep, "123"),
            ("A.A", Keep, Apart, "123"),
            ("A.A", Keep, Drop, "13"),
            ("A!A", Keep, Apart, "13 2r"),
        ] {
            let said = planned(pages, blank, other).join(" ");
            assert_eq!(said, expected, "{pages} {blank:?} {other:?}");
        }
    }
}
