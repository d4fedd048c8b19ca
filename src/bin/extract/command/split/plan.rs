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
#[path = "plan_tests.rs"]
mod tests;
