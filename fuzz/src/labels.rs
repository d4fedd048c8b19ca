//! Labels and relations: numbers beside labels of all kinds, with a character of a label damaged.
//! The law: what the page gives to somebody else is never the client's.

use i797::interpret::NoRereading;
use i797::model::confidence::Confidence;
use i797::model::geometry::BoundingBox;
use i797::model::location::PageNumber;
use i797::model::owner::Owner;
use i797::model::source::TextSource;
use i797::model::verdict::Verdict;
use i797::notice::assemble;
use i797::notice::page::interpret_page;
use i797::text::{PageText, Word, lines_from_words};

/// Whose the number at a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Client,
    Representative,
    /// A bank's, a carrier's, a company's.
    Another,
}

/// Labels of cells. One damaged character must leave each what it is to a person.
const LABELS: [(&str, Whose); 16] = [
    ("USCIS Online Account Number", Whose::Client),
    ("Online Account Number (if any)", Whose::Client),
    ("Petitioner's Account Number", Whose::Client),
    ("Account Number", Whose::Client),
    ("Attorney Account Number", Whose::Representative),
    ("Attorney's Online Account No.", Whose::Representative),
    ("Representative Account Number", Whose::Representative),
    ("G-28 Account Number", Whose::Representative),
    ("Preparer Online Account Number", Whose::Representative),
    ("Account Number (attorney)", Whose::Representative),
    ("Bank Account Number", Whose::Another),
    ("Payment Account Number", Whose::Another),
    ("Customer Account Number", Whose::Another),
    ("Billing Account Number", Whose::Another),
    ("Payment Tracking Number", Whose::Another),
    ("Shipper Account Number", Whose::Another),
];

/// Sentences; `{}` stands for the number.
const SENTENCES: [(&str, Whose); 6] = [
    ("The USCIS online account number is {}.", Whose::Client),
    (
        "Your attorney's USCIS online account number is {}.",
        Whose::Representative,
    ),
    (
        "Your attorney filed this under account number {}.",
        Whose::Representative,
    ),
    (
        "Account number {} belongs to your attorney.",
        Whose::Representative,
    ),
    (
        "The account number of your representative is {}.",
        Whose::Representative,
    ),
    ("Your payment was drawn on account {}.", Whose::Another),
];

/// The words that say whose a number is; they are the ones that are damaged.
const TELLING: [&str; 9] = [
    "Attorney",
    "attorney",
    "Representative",
    "representative",
    "G-28",
    "Preparer",
    "Bank",
    "Customer",
    "Shipper",
];

/// The most cells and sentences of a page.
const MOST_CELLS: usize = 9;
const MOST_SENTENCES: usize = 3;
/// Points between columns and rows of cells, and the width of a character.
const COLUMN: f32 = 190.0;
const ROW: f32 = 44.0;
const ADVANCE: f32 = 5.0;

/// A page of cells and sentences, placed and damaged as the bytes say.
pub fn labels(bytes: &[u8]) {
    let mut bytes = bytes.iter().copied();
    let mut next = || bytes.next().unwrap_or(0);
    let mut words = Vec::new();
    write(&mut words, (330.0, 40.0), "Form I-797C, Notice of Action");
    write(&mut words, (30.0, 60.0), "Receipt Number: IOE0912345678");
    let mut given: Vec<(String, Whose)> = Vec::new();
    let cells = usize::from(next()) % (MOST_CELLS + 1);
    for cell in 0..cells {
        let at = (
            30.0 + COLUMN * (cell % 3) as f32,
            100.0 + ROW * (cell / 3) as f32,
        );
        let (label, whose) = LABELS[usize::from(next()) % LABELS.len()];
        let label = damaged(label, &mut next);
        let number = number(given.len(), &mut next);
        match next() % 4 {
            0 if label.len() <= 20 => write(&mut words, at, &format!("{label} {number}")),
            1 if label.len() <= 20 => write(&mut words, at, &format!("{label}: {number}")),
            _ => {
                write(&mut words, at, &label);
                write(&mut words, (at.0, at.1 + 11.0), &number);
            }
        }
        given.push((number, whose));
    }
    let sentences = usize::from(next()) % (MOST_SENTENCES + 1);
    for line in 0..sentences {
        let (sentence, whose) = SENTENCES[usize::from(next()) % SENTENCES.len()];
        let number = number(given.len(), &mut next);
        let text = damaged(sentence, &mut next).replace("{}", &number);
        write(&mut words, (30.0, 300.0 + 30.0 * line as f32), &text);
        given.push((number, whose));
    }
    for source in [TextSource::TextLayer, TextSource::Ocr] {
        check(&page(words.clone(), source), &given);
    }
}

/// Twelve digits that no other number of the page has.
fn number(index: usize, next: &mut impl FnMut() -> u8) -> String {
    let digits: String = (0..9).map(|_| char::from(b'0' + next() % 10)).collect();
    format!("{:03}{digits}", 10 * index + 1)
}

/// A label with at most one character wrong, in a word that tells whose it is.
fn damaged(label: &str, next: &mut impl FnMut() -> u8) -> String {
    let found = TELLING.iter().find_map(|w| Some((label.find(w)?, w.len())));
    let kind = next();
    let place = usize::from(next());
    let by = next();
    let Some((start, length)) = found else {
        return label.to_owned();
    };
    let at = start + place % length;
    let mut text = label.to_owned();
    let other = char::from(b"0123456789aeilmnorstuy.,;'-"[usize::from(by) % 27]);
    match kind % 6 {
        0 => text.replace_range(at..=at, other.encode_utf8(&mut [0; 4])),
        1 => drop(text.remove(at)),
        2 => text.insert(at, other),
        3 => text.insert(at, ' '),
        4 => text.insert(start + length, other),
        _ => {}
    }
    text
}

/// Puts each word of a text on a page.
fn write(words: &mut Vec<Word>, (x, y): (f32, f32), text: &str) {
    let mut column = 0;
    for part in text.split(' ') {
        let from = x + ADVANCE * column as f32;
        let count = part.chars().count();
        column += count + 1;
        let to = from + ADVANCE * count as f32;
        if let (false, Ok(bounds)) = (part.is_empty(), BoundingBox::new(from, y, to, y + 9.0)) {
            words.push(Word {
                text: part.to_owned(),
                bounds,
                confidence: Confidence::new(0.99),
            });
        }
    }
}

fn page(words: Vec<Word>, source: TextSource) -> PageText {
    PageText {
        source,
        size: (612.0, 792.0),
        lines: lines_from_words(words, &[]),
        rules: Vec::new(),
        barcodes: Vec::new(),
    }
}

fn check(page: &PageText, given: &[(String, Whose)]) {
    let reading = interpret_page(PageNumber::FIRST, page, &mut NoRereading);
    let notices = assemble(&[reading], true);
    for identifier in notices.iter().flat_map(|notice| &notice.identifiers) {
        if identifier.verdict != Verdict::Accepted {
            continue;
        }
        let Some((_, whose)) = given.iter().find(|(n, _)| *n == identifier.value) else {
            continue;
        };
        let lines = || -> Vec<String> { page.lines.iter().map(|l| l.text()).collect() };
        let is_theirs = match whose {
            Whose::Client => identifier.owner != Owner::Representative,
            Whose::Representative => identifier.owner == Owner::Representative,
            Whose::Another => false,
        };
        assert!(
            is_theirs,
            "{} of {whose:?} is {:?}'s on\n{:#?}",
            identifier.value,
            identifier.owner,
            lines()
        );
    }
}
