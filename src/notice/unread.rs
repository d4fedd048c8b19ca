//! Signs that a number is printed where none was read: a loss without a sign would look like an
//! absence.

use crate::identifier::{IdentifierKind, ReceiptNumber};
use crate::interpret::Assessment;
use crate::interpret::meaning::{
    self, LabelKind, Labelled, Meaning, Reading, Relation, Span, ValueKind,
};
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::text::{PageText, Word};

/// This many digits at a label's place may be a number of which the rest was not read.
const DIGITS_OF_PIXELS: usize = 4;
const DIGITS_OF_TEXT: usize = 6;

/// A number read less surely than this may be another one.
const UNSURE: f32 = 0.5;

/// This many single digits on a line stand in comb boxes.
const COMB_CELLS: usize = 5;

/// An A-Number without its `A` has this many digits.
const A_NUMBER_DIGITS: usize = 9;

/// Digits this many heights beside others belong to them.
const BESIDE: f32 = 1.5;

/// Words of running text stand at most this many heights apart.
const WORD_SPACE: f32 = 0.7;

/// An `A` with this many digits is an A-Number that lost some, or gained some.
const NEARLY: [usize; 4] = [5, 6, 10, 11];

/// Digits of an A-Number whose `A` was lost, or read as one of them.
const COLUMN: std::ops::RangeInclusive<usize> = 8..=10;

/// Whether a number of ours seems to be on the page that was not read.
pub(super) fn number_unread(
    page: &PageText,
    meaning: &Meaning,
    assessments: &[Assessment],
) -> bool {
    let empty = |l: &&Labelled| kind(l).is_some_and(|k| !has_number(l, k, meaning, assessments));
    let mut labels = meaning.labels.iter().filter(|l| !l.in_sentence);
    let least = match page.source {
        TextSource::Ocr => DIGITS_OF_PIXELS,
        _ => DIGITS_OF_TEXT,
    };
    // Where two looks see different numbers, neither may be the one that is printed.
    let sure = |a: &Assessment| {
        let same = |b: &&Assessment| {
            b.candidate.kind == a.candidate.kind && b.candidate.value == a.candidate.value
        };
        let mut others = assessments.iter().filter(same);
        others.any(|b| b.decision == Verdict::Accepted)
    };
    let unsure = |a: &Assessment| {
        let weak = a.decision == Verdict::Review && a.confidence.get() < UNSURE;
        a.source == TextSource::Ocr && weak && !sure(a)
    };
    assessments.iter().any(unsure)
        || labels.any(|l| empty(&l) && loose_digits(page, l, meaning, assessments) >= least)
        || page.source == TextSource::Ocr
            && (has_torn_a_number(page, assessments)
                || has_torn_comb(page, meaning, assessments)
                || has_gap_in_column(meaning, assessments)
                || has_empty_label(meaning, assessments))
        || has_dropped(assessments)
        || has_loose_a_number(page, meaning, assessments)
}

/// Whether pixels gave nothing at all at a label of a number, and no number of its kind anywhere:
/// digits in boxes or under a pen stroke are lost so.
fn has_empty_label(meaning: &Meaning, assessments: &[Assessment]) -> bool {
    let none_of = |kind: IdentifierKind| {
        let of = |a: &Assessment| a.candidate.kind == kind && counts(a);
        !assessments.iter().any(of)
    };
    let nothing = |l: &Labelled| l.words.is_empty() && l.values.is_empty();
    meaning.labels.iter().any(|l| {
        let kind = kind(l).filter(|k| *k != IdentifierKind::OnlineAccountNumber);
        !l.in_sentence && nothing(l) && kind.is_some_and(none_of)
    })
}

/// Whether a number that has all of its shape was dropped, and nothing on the page says what else
/// it is.
fn has_dropped(assessments: &[Assessment]) -> bool {
    let same = |a: &Assessment, b: &Assessment| {
        counts(b) && a.candidate.kind == b.candidate.kind && a.candidate.value == b.candidate.value
    };
    assessments.iter().any(|a| {
        let whole = a.candidate.repairs == 0 && !a.candidate.bare;
        let known = match a.candidate.kind {
            IdentifierKind::ReceiptNumber => {
                ReceiptNumber::parse(&a.candidate.value).is_ok_and(|r| r.prefix().is_known())
            }
            IdentifierKind::ANumber => a.candidate.value.bytes().any(|b| !matches!(b, b'A' | b'0')),
            IdentifierKind::OnlineAccountNumber => false,
        };
        let told = a.explained || a.reasons.iter().any(|r| r == meaning::AN_EXAMPLE);
        whole && known && !told && !counts(a) && !assessments.iter().any(|b| same(a, b))
    })
}

/// Whether an assessment counts, now or if its page belongs to a notice.
fn counts(assessment: &Assessment) -> bool {
    assessment.decision != Verdict::Rejected || assessment.in_notice.is_some()
}

/// Whether nine digits that nothing explains stand alone in a cell where no A-Number was read on
/// the page: a list of persons may head them with a word that the grammar does not know.
fn has_loose_a_number(page: &PageText, meaning: &Meaning, assessments: &[Assessment]) -> bool {
    let of_kind = |a: &Assessment| a.candidate.kind == IdentifierKind::ANumber && counts(a);
    let loose = |r: &Reading| {
        let label = r.label.as_ref().map(|l| l.kind);
        let free = matches!(label, None | Some(LabelKind::Unknown | LabelKind::Name));
        let nine = r.shape == ValueKind::Digits && digits(&r.printed) == A_NUMBER_DIGITS;
        let beside = |span| has_digits_beside(page, span) || is_among_words(page, span);
        nine && free && !is_mail_code(&r.printed) && !r.spans.iter().any(beside)
    };
    !assessments.iter().any(of_kind) && meaning.readings.iter().any(loose)
}

/// Whether nine digits are grouped as post offices group them, five and four.
fn is_mail_code(printed: &str) -> bool {
    let groups = printed.split(|c: char| !c.is_ascii_digit());
    let lengths: Vec<usize> = groups.map(str::len).filter(|n| *n > 0).collect();
    lengths == [5, 4]
}

/// Whether digits stand close beside words of a line: all are one longer number, or a line for
/// machines.
fn has_digits_beside(page: &PageText, span: &Span) -> bool {
    let Some(line) = page.lines.get(span.line) else {
        return false;
    };
    let Some(own) = line.words.get(span.words.clone()).and_then(<[Word]>::first) else {
        return false;
    };
    let reach = BESIDE * own.bounds.height();
    let before = span.words.start.checked_sub(1);
    let beside = [before, Some(span.words.end)].into_iter().flatten();
    let mut beside = beside.filter_map(|at| line.words.get(at));
    let inner = own.bounds.x0() - reach..line.words[span.words.end - 1].bounds.x1() + reach;
    beside.any(|w| digits(&w.text) >= 2 && w.bounds.x1() > inner.start && w.bounds.x0() < inner.end)
}

/// Whether words stand close on both sides of some others, as in running text.
fn is_among_words(page: &PageText, span: &Span) -> bool {
    let word = |at: Option<usize>| page.lines.get(span.line)?.words.get(at?);
    let before = word(span.words.start.checked_sub(1));
    let after = word(Some(span.words.end));
    let own = word(Some(span.words.start)).zip(word(span.words.end.checked_sub(1)));
    let (Some(before), Some(after), Some((first, last))) = (before, after, own) else {
        return false;
    };
    let space = WORD_SPACE * first.bounds.height();
    let close = |a: &Word, b: &Word| b.bounds.x0() - a.bounds.x1() < space;
    let is_word = |w: &Word| w.text.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    is_word(before) && is_word(after) && close(before, first) && close(last, after)
}

/// The kind of number that a label announces.
fn kind(label: &Labelled) -> Option<IdentifierKind> {
    match label.label.kind {
        LabelKind::Receipt => Some(IdentifierKind::ReceiptNumber),
        LabelKind::ANumber => Some(IdentifierKind::ANumber),
        LabelKind::Account => Some(IdentifierKind::OnlineAccountNumber),
        _ => None,
    }
}

/// Whether a label has its number, or one of its kind stands at its place.
fn has_number(
    label: &Labelled,
    kind: IdentifierKind,
    meaning: &Meaning,
    assessments: &[Assessment],
) -> bool {
    let of_kind = |shape: ValueKind| match kind {
        IdentifierKind::ReceiptNumber => shape == ValueKind::Receipt,
        IdentifierKind::ANumber => matches!(shape, ValueKind::ANumber | ValueKind::Digits),
        IdentifierKind::OnlineAccountNumber => shape == ValueKind::Account,
    };
    let own = label
        .values
        .iter()
        .filter_map(|v| meaning.readings.get(*v))
        .any(|r| of_kind(r.shape) && r.verdict != meaning::Conclusion::Rejected);
    let here = |a: &Assessment| {
        let at = |s: &Span| {
            s.line == a.candidate.line
                && s.words.start < a.candidate.words.end
                && a.candidate.words.start < s.words.end
        };
        a.candidate.kind == kind
            && a.decision != Verdict::Rejected
            && label.words.iter().any(|(span, _)| at(span))
    };
    own || assessments.iter().any(here)
}

/// How many digits stand at a label's place that belong to nothing else.
pub(super) fn loose_digits(
    page: &PageText,
    label: &Labelled,
    meaning: &Meaning,
    assessments: &[Assessment],
) -> usize {
    let mut places: Vec<(usize, usize)> = label
        .words
        .iter()
        .flat_map(|(span, _)| span.words.clone().map(|w| (span.line, w)))
        .collect();
    places.sort_unstable();
    places.dedup();
    // Nine digits and two more have the shape of an I-94 number, and may be of another that lost
    // one.
    let held = |r: &Reading| {
        // Words of a stamp behind digits are not what they are of.
        let stamped = page.source == TextSource::Ocr && r.relation == Some(Relation::After);
        let other = r.label.as_ref().filter(|_| !stamped);
        is_something_else(r.shape) && r.shape != ValueKind::I94
            || other.is_some_and(|l| l.index != label.label.index && l.kind != LabelKind::Unknown)
    };
    let covers = |s: &Span, (line, word): (usize, usize)| s.line == line && s.words.contains(&word);
    let free = |place: &&(usize, usize)| {
        let read = meaning
            .readings
            .iter()
            .any(|r| held(r) && r.spans.iter().any(|s| covers(s, **place)));
        let judged = assessments.iter().any(|a| {
            let span = Span {
                line: a.candidate.line,
                words: a.candidate.words.clone(),
            };
            a.decision != Verdict::Rejected && covers(&span, **place)
        });
        !read && !judged
    };
    let digits = |place: &(usize, usize)| {
        let word = page.lines.get(place.0).and_then(|l| l.words.get(place.1));
        word.map_or(0, |w| {
            if is_number_like(w) {
                digits(&w.text)
            } else {
                0
            }
        })
    };
    places.iter().filter(free).map(digits).sum()
}

/// Whether a third of a word or more is digits, as of no name is.
fn is_number_like(word: &Word) -> bool {
    let letters = word.text.chars().filter(|c| c.is_alphabetic()).count();
    digits(&word.text) * 2 > letters && !word.text.contains('/')
}

fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

fn is_something_else(shape: ValueKind) -> bool {
    use ValueKind::{Citation, Date, Form, I94, Labor, Money, Page, Phone, TaxId, Time, Zip};
    matches!(
        shape,
        Citation | Date | Form | I94 | Labor | Money | Page | Phone | TaxId | Time | Zip
    )
}

/// Whether digits stand in a column of A-Numbers, as wide as those, and are none: their `A` was
/// read as a digit.
fn has_gap_in_column(meaning: &Meaning, assessments: &[Assessment]) -> bool {
    let of_kind = |a: &&Assessment| a.candidate.kind == IdentifierKind::ANumber && counts(a);
    let numbers: Vec<&BoundingBox> = assessments
        .iter()
        .filter(of_kind)
        .map(|a| &a.candidate.bounds)
        .collect();
    meaning.readings.iter().any(|r| {
        let loose = r.shape == ValueKind::Digits && COLUMN.contains(&digits(&r.printed));
        r.bounds.filter(|_| loose).is_some_and(|b| {
            let near = |x: f32, y: f32| (x - y).abs() < b.height();
            let aligned = |n: &&&BoundingBox| near(n.x0(), b.x0()) && near(n.x1(), b.x1());
            let same_row = |n: &BoundingBox| n.overlap_y(&b) > 0.0;
            let column = numbers.iter().filter(aligned);
            !numbers.iter().any(|n| n.overlap(&b) > 0.0)
                && column.filter(|n| !same_row(n)).count() >= 2
        })
    })
}

/// Whether an `A` stands before digits that are nearly as many as an A-Number has.
fn has_torn_a_number(page: &PageText, assessments: &[Assessment]) -> bool {
    page.lines.iter().enumerate().any(|(line, l)| {
        (0..l.words.len()).any(|at| {
            let nearly = torn_length(&l.words[at..]).is_some_and(|n| NEARLY.contains(&n));
            let torn = nearly || is_beginning(&l.words[at].text);
            torn && !assessments.iter().any(|a| {
                a.candidate.line == line
                    && a.candidate.words.contains(&at)
                    && a.decision != Verdict::Rejected
            })
        })
    })
}

/// Whether a line of single digits, as comb boxes hold them, is no number that was read, and no
/// label says that it is something else's: cells read twice or not at all spoil the whole.
fn has_torn_comb(page: &PageText, meaning: &Meaning, assessments: &[Assessment]) -> bool {
    page.lines.iter().enumerate().any(|(index, line)| {
        let cell = |w: &&Word| w.text.len() == 1 && digits(&w.text) == 1;
        let cells = line.words.iter().filter(cell).count();
        let read = assessments
            .iter()
            .any(|a| a.candidate.line == index && counts(a));
        let told = || {
            meaning.readings.iter().any(|r| {
                let here = r.spans.iter().any(|s| s.line == index);
                let foreign = r
                    .label
                    .as_ref()
                    .is_some_and(|l| l.kind == LabelKind::Foreign);
                here && (foreign || is_something_else(r.shape))
            })
        };
        cells >= COMB_CELLS && cells * 2 >= line.words.len() && !read && !told()
    })
}

/// Whether a word is the first part of an A-Number in groups of three, the rest faded: `A256-5`.
fn is_beginning(word: &str) -> bool {
    let groups = word.strip_prefix('A').and_then(|rest| rest.split_once('-'));
    groups.is_some_and(|(first, rest)| {
        let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        first.len() == 3 && rest.len() < 3 && plain(first) && plain(rest)
    })
}

/// How many digits stand behind an `A` that begins a word.
fn torn_length(words: &[Word]) -> Option<usize> {
    let first = words.first()?.text.strip_prefix('A')?;
    let plain = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_digit() || c == '-' || c == '#')
    };
    if !plain(first) {
        return None;
    }
    let more = words[1..]
        .iter()
        .take_while(|w| plain(&w.text) && w.text.bytes().any(|b| b.is_ascii_digit()));
    Some(digits(first) + more.map(|w| digits(&w.text)).sum::<usize>())
}

#[cfg(test)]
#[path = "unread_tests.rs"]
mod tests;
