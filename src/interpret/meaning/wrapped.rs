//! Labels that go on in the next line.

use super::labeller::Labeller;
use super::phrase::{LabelKind, Phrase, Role, classify};
use super::sheet::Token;
use super::vocabulary::{KNOWN, on};
use super::words::is_possessive;
use std::ops::Range;

/// Lines of one label are at most this many ems apart from top to top.
pub(super) const LABEL_PITCH: f32 = 1.45;

/// Lines that each have a neighbour of their own are rows from this pitch on.
const ROW_PITCH: f32 = 1.3;

/// Lines of one label have one size, to this many points.
const SAME_SIZE: f32 = 0.6;
/// The same in print read from pixels, to this share.
const SAME_SHARE: f32 = 0.3;

pub(super) enum Wrap {
    Joined,
    Doubtful,
    Apart,
}

impl Labeller<'_> {
    /// Whether the words at a line's end are the value of the label before them, as in
    /// "Notice Type: Transfer Notice", and so no beginning of a label.
    pub(super) fn ends_with_value(&self, parts: &[Range<usize>]) -> bool {
        let [.., label, value] = parts else {
            return false;
        };
        let tokens = &self.sheet.tokens;
        let has_words = matches!(
            classify(self.sheet, label.clone()).kind,
            Some(LabelKind::NoticeType | LabelKind::CaseType | LabelKind::Form | LabelKind::Name)
        );
        has_words
            && label.end == value.start
            && tokens[label.end - 1].text.ends_with(':')
            && !tokens[value.clone()]
                .iter()
                .any(|t| t.is(on::ACCOUNT | on::STRONG) || t.says_number())
    }

    /// Whether a label goes on in the next line.
    pub(super) fn wraps(
        &self,
        a: &Range<usize>,
        b: &Range<usize>,
        above: Option<Range<usize>>,
        runs: (usize, usize),
    ) -> Wrap {
        let sheet = self.sheet;
        let end = &sheet.tokens[a.end - 1];
        let start = &sheet.tokens[b.start];
        let line_a = &sheet.runs[runs.0];
        let line_b = &sheet.runs[runs.1];
        let pitch = (line_b.rect.y0 - line_a.rect.y0) / end.size.max(1.0);
        let same_size = if sheet.pixels {
            SAME_SHARE * end.size
        } else {
            SAME_SIZE
        };
        let first = classify(sheet, a.clone());
        let second = classify(sheet, b.clone());
        // "Attorney or representative:" over "Account No." is one label, of the attorney.
        let theirs = first.kind.is_none() && first.owner == Some(Role::Representative);
        if end.text.ends_with(':') && !(theirs && second.kind == Some(LabelKind::Account))
            || (end.size - start.size).abs() > same_size
            || pitch > LABEL_PITCH
        {
            return Wrap::Apart;
        }
        let row_each = self.has_partner(runs.0);
        let bracketed = is_bracketed(&sheet.tokens[a.clone()], &sheet.tokens[b.clone()]);
        if row_each && !bracketed && self.has_partner(runs.1) {
            return Wrap::Apart;
        }
        let open = end.is(on::JOIN) || bracketed;
        if row_each && pitch > ROW_PITCH && first.kind.is_some() && !open {
            return Wrap::Apart;
        }
        let parts = Parts {
            a: &sheet.tokens[a.clone()],
            b: &sheet.tokens[b.clone()],
            first: &first,
            second: &second,
        };
        if theirs && end.text.ends_with(':') || parts.join() {
            return Wrap::Joined;
        }
        // Over a label that names the agency a line in capitals is a name, and one with something
        // beside it a field of its own.
        let own_line = row_each || is_upper_line(parts.a) && !is_upper_line(parts.b);
        let bare = second.kind == Some(LabelKind::Account)
            && !(second.strong && own_line)
            && first.kind != Some(LabelKind::Name);
        let known_above = above.is_some_and(|r| classify(sheet, r).kind.is_some());
        let short = a.len() <= 5 && a.clone().all(|t| sheet.tokens[t].value.is_none());
        if bare && !parts.is_complete() && short && !known_above {
            Wrap::Doubtful
        } else {
            Wrap::Apart
        }
    }
}

/// Whether the words of a line are all in capitals.
fn is_upper_line(tokens: &[Token]) -> bool {
    !tokens
        .iter()
        .any(|t| t.text.chars().any(char::is_lowercase))
}

/// Whether a bracket that is open at a line's end is closed in the next.
fn is_bracketed(a: &[Token], b: &[Token]) -> bool {
    let count = |tokens: &[Token], mark: char| -> usize {
        tokens.iter().map(|t| t.text.matches(mark).count()).sum()
    };
    count(a, '(') > count(a, ')') && count(b, ')') > count(b, '(')
}

/// Two lines that may be one label.
struct Parts<'a> {
    a: &'a [Token],
    b: &'a [Token],
    first: &'a Phrase,
    second: &'a Phrase,
}

impl Parts<'_> {
    /// Whether the first line is a label by itself.
    fn is_complete(&self) -> bool {
        let possessive = self.a.last().is_some_and(is_possessive);
        match self.first.kind {
            None => false,
            Some(LabelKind::Name) => self.first.has_number || !possessive,
            Some(
                LabelKind::Date(_)
                | LabelKind::Money
                | LabelKind::Page
                | LabelKind::Form
                | LabelKind::CaseType
                | LabelKind::NoticeType,
            ) => true,
            Some(_) => self.first.has_number,
        }
    }

    fn join(&self) -> bool {
        let account = self.b.iter().any(|t| t.is(on::ACCOUNT));
        let (Some(start), Some(end)) = (self.b.first(), self.a.last()) else {
            return false;
        };
        let numbered = matches!(
            self.second.kind,
            Some(LabelKind::ANumber | LabelKind::Receipt)
        ) && self.second.has_number;
        let headed = account || numbered || start.says_number();
        let letters = |t: &Token| t.norm.chars().any(char::is_alphabetic);
        // `Attorne y`, torn in two, has a letter that is no word.
        let speck = |t: &Token| t.norm.chars().count() == 1;
        let known = self
            .a
            .iter()
            .all(|t| t.is(KNOWN) || !letters(t) || speck(t));
        let role_alone = self.a.iter().all(|t| t.is(on::ROLE));
        let two = self.first.kind == Some(LabelKind::Receipt)
            && self.second.kind == Some(LabelKind::Account);
        if !self.is_complete() && known && headed && !role_alone && !two {
            return true;
        }
        let dated = matches!(
            self.first.kind,
            None | Some(LabelKind::Date(_) | LabelKind::Name | LabelKind::Page)
        );
        if start.says_number() && !self.first.has_number && !dated {
            return true;
        }
        if is_bracketed(self.a, self.b) && self.first.kind.is_some() {
            return true;
        }
        let open = [
            "who", "whom", "whose", "which", "that", "your", "the", "this", "on", "by", "in",
            "earlier", "former", "previous", "prior", "a", "an", "his", "you", "we", "when", "it",
            "as", "at", "is", "was", "has", "been", "not",
        ];
        let goes_on = end.is(on::JOIN)
            || end.text.ends_with(',')
            || open.contains(&end.norm.as_str())
            || start.text.starts_with('(')
            || matches!(
                start.norm.as_str(),
                "of" | "for" | "linked" | "associated" | "assigned" | "de" | "del"
            );
        if goes_on && (self.first.kind.is_some() || headed) {
            return true;
        }
        let ours = matches!(
            self.first.kind,
            Some(LabelKind::Account | LabelKind::Representative | LabelKind::Foreign)
        );
        self.is_complete()
            && ours
            && self.second.kind.is_none()
            && self
                .b
                .iter()
                .all(|t| t.is(on::TAIL | on::OWNER) || t.norm.is_empty())
    }
}
