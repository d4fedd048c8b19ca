//! Pages composed of words and boxes, thousands a second: relations, paraphrases and traps in any mixture. Whatever comes, no
//! number of somebody else is accepted as ours, and none of ours is lost without a sign.

use super::vocabulary::Lexicon;
use super::{AccountState, Meaning, Role, Verdict, interpret_with};
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::text::{PageText, Rule, Word, lines_from_words};

/// A page in the making.
pub(super) struct Sheet {
    words: Vec<Word>,
    rules: Vec<Rule>,
}

/// Mean width of a character, in ems.
const CHARACTER: f32 = 0.52;

pub(super) fn width(text: &str, size: f32) -> f32 {
    text.chars().count() as f32 * CHARACTER * size
}

impl Sheet {
    pub fn new() -> Self {
        Self {
            words: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// Writes at the top left corner of its first word; returns where the text ends.
    pub fn text(&mut self, x: f32, y: f32, text: &str, size: f32) -> f32 {
        let mut at = x;
        for word in text.split(' ').filter(|w| !w.is_empty()) {
            let end = at + width(word, size);
            let bounds = BoundingBox::new(at, y, end, y + 0.95 * size).unwrap();
            self.words.push(Word {
                text: word.to_owned(),
                bounds,
                confidence: Confidence::CERTAIN,
            });
            at = end + 0.28 * size;
        }
        at - 0.28 * size
    }

    /// Breaks a text into lines; returns the height under it.
    pub fn paragraph(&mut self, x: f32, y: f32, text: &str, size: f32, measure: f32) -> f32 {
        let (mut line, mut top) = (String::new(), y);
        for word in text.split(' ') {
            if !line.is_empty() && width(&line, size) + width(word, size) + size > measure {
                self.text(x, top, &line, size);
                top += 1.2 * size;
                line.clear();
            }
            line = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
        }
        self.text(x, top, &line, size);
        top + 1.2 * size
    }

    pub fn rule(&mut self, x0: f32, y0: f32, x1: f32, y1: f32) {
        self.rules.push(Rule {
            bounds: BoundingBox::new(x0, y0, x1 + 0.5, y1 + 0.5).unwrap(),
        });
    }

    pub fn page(self) -> PageText {
        let lines = lines_from_words(self.words, &self.rules);
        PageText {
            source: TextSource::TextLayer,
            size: (612.0, 792.0),
            lines,
            rules: self.rules,
            barcodes: Vec::new(),
        }
    }
}

/// A source of chance that is the same every time.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    fn digits(&mut self, n: usize) -> String {
        (0..n)
            .map(|_| char::from(b'0' + self.below(10) as u8))
            .collect()
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i + 1));
        }
    }
}

const OWN: [&str; 22] = [
    "USCIS Online Account Number",
    "USCIS Account Number",
    "Online Account No.",
    "USCIS ELIS Account Number",
    "OAN",
    "Account Number",
    "USCIS Online Account Number (if any)",
    "Petitioner's USCIS Online Account Number",
    "Online Acct #",
    "Your online account number",
    "USCIS ONLINE ACCOUNT NUMBER",
    "Número de cuenta en línea de USCIS",
    "my.uscis.gov account number",
    "Online Account ID",
    "USCIS Online Account Number linked to this case",
    "Applicant's online account no.",
    "Account number for online filing",
    "USCIS Online Account",
    "Online account number on file",
    "Account No. (online)",
    "Beneficiary Online Account Number",
    "USCIS Online Account Number assigned to you",
];
const FOREIGN: [&str; 30] = [
    "Payment Tracking Number",
    "Bank account number",
    "Pay.gov Tracking ID",
    "Remittance account number",
    "Prior account number",
    "Previous petitioner account number",
    "Checking Account No.",
    "UPS tracking #",
    "Transaction ID",
    "Deposit account number",
    "Credit card account number",
    "Interpreter account number",
    "Employer account number",
    "Billing account",
    "Confirmation No.",
    "Batch number",
    "Utility account number",
    "FedEx account number",
    "Money order number",
    "Postage meter account",
    "Superseded online account number",
    "Refund account number",
    "Former USCIS Online Account Number",
    "Lockbox control number",
    "Agency Tracking ID",
    "Fee receipt account",
    "Merchant account ID",
    "IRS account number",
    "Account number charged",
    "Parcel number",
];
const STRANGE: [&str; 14] = [
    "Zorbal Number",
    "Quemid account number",
    "Trellix ID",
    "Vandor USCIS account number",
    "Kestrel reference",
    "Ombra No.",
    "Nostro account number",
    "Pliant code",
    "Hexal online account number",
    "Sable registry",
    "Korvan #",
    "Mirdan online number",
    "Old Tessel number",
    "Brindle USCIS Online Account Number",
];
const ATTORNEY: [&str; 10] = [
    "Attorney USCIS Online Account Number",
    "Attorney or Accredited Representative USCIS Online Account Number (if any)",
    "Representative's account number",
    "Account number of counsel",
    "G-28 account number",
    "4ttorney USCIS Online Account Number",
    "Attorne y Account Number",
    "Law firm online account number",
    "Attomey Online Account Number",
    "Preparer's online account number",
];
const OWN_SAID: [&str; 10] = [
    "Your USCIS online account number is {}.",
    "The online account number assigned to the petitioner is {}.",
    "Please write {}, your USCIS online account number, on your next form.",
    "Your account number with USCIS is {}.",
    "The USCIS Online Account Number linked to your profile is {}.",
    "The number below is your USCIS online account number: {}",
    "What is my USCIS online account number? It is {}.",
    "Keep your online account number ({}) private.",
    "Our records show that your USCIS ELIS account number is {}.",
    "USCIS Online Account Number {} has been assigned to you.",
];
const FOREIGN_SAID: [&str; 14] = [
    "Your attorney's USCIS online account number is {}.",
    "The fee was paid from bank account number {}.",
    "The payment tracking number is {}.",
    "For example, a USCIS online account number looks like {}.",
    "The number {} is not your USCIS online account number.",
    "Account number {} belongs to your attorney.",
    "No USCIS online account number is linked to this case (payment {}).",
    "Your check was drawn on account number {}.",
    "The petitioner's former account number was {}.",
    "This notice replaces one sent under account number {}, which is closed.",
    "Do not enter {} as your USCIS online account number.",
    "Account {} was debited for the filing fee.",
    "The zorbal of your earlier petition used USCIS online account number {}.",
    "If your number is not shown, give reference {}.",
];

/// What a composed page holds.
struct Truth {
    own: Vec<String>,
    blank: bool,
    foreign: bool,
}

/// How a page puts values to their labels.
#[derive(Clone, Copy)]
enum Place {
    Right,
    Below,
    Above,
    Inline,
    Leader,
}

fn printed(dice: &mut Dice, digits: &str) -> String {
    let grouped = |sep: &str, n: usize| {
        let groups: Vec<String> = digits
            .as_bytes()
            .chunks(n)
            .map(|c| String::from_utf8_lossy(c).into_owned())
            .collect();
        groups.join(sep)
    };
    match dice.below(6) {
        0 => grouped(" ", 4),
        1 => grouped("-", 4),
        2 => grouped(" ", 3),
        _ => digits.to_owned(),
    }
}

fn number(dice: &mut Dice) -> String {
    format!("{}{}", dice.below(9) + 1, dice.digits(11))
}

/// The fields of a page in any order, with the truth of them.
fn fields(dice: &mut Dice, truth: &mut Truth) -> Vec<(String, String)> {
    let receipt = format!("IOE{}", dice.digits(10));
    let mut list = vec![
        ("Receipt Number".to_owned(), receipt),
        (
            "Notice Date".to_owned(),
            format!("0{}/1{}/2021", dice.below(9) + 1, dice.below(9)),
        ),
        (
            "Received Date".to_owned(),
            format!("0{}/0{}/2021", dice.below(9) + 1, dice.below(9) + 1),
        ),
        ("A-Number".to_owned(), format!("A0{}", dice.digits(8))),
        ("Case Type".to_owned(), "I-485".to_owned()),
        ("Amount Received".to_owned(), "$1,140.00".to_owned()),
        ("Page".to_owned(), "1 of 2".to_owned()),
    ];
    if dice.chance(50) {
        let own = number(dice);
        list.push((dice.pick(&OWN).to_owned(), printed(dice, &own)));
        truth.own.push(own);
    } else if dice.chance(40) {
        list.push((dice.pick(&OWN).to_owned(), String::new()));
        truth.blank = true;
    }
    for _ in 0..dice.below(4) {
        let label = match dice.below(3) {
            0 => dice.pick(&STRANGE),
            1 => dice.pick(&ATTORNEY),
            _ => dice.pick(&FOREIGN),
        };
        let value = number(dice);
        list.push((label.to_owned(), printed(dice, &value)));
        truth.foreign = true;
    }
    dice.shuffle(&mut list);
    list
}

fn draw_field(
    sheet: &mut Sheet,
    place: Place,
    (x, y, wide): (f32, f32, f32),
    label: &str,
    value: &str,
) {
    match place {
        Place::Right => {
            sheet.text(x, y, label, 7.0);
            sheet.text(x + 0.6 * wide, y, value, 8.0);
        }
        Place::Below => {
            sheet.text(x, y, label, 6.0);
            sheet.text(x, y + 9.0, value, 8.0);
        }
        Place::Above => {
            sheet.text(x, y, value, 8.0);
            sheet.text(x, y + 10.0, label, 6.0);
        }
        Place::Inline => {
            sheet.text(x, y, &format!("{label}: {value}"), 8.0);
        }
        Place::Leader => {
            let end = sheet.text(x, y, label, 8.0);
            let dots = ((0.62 * wide - (end - x)) / (8.0 * CHARACTER)).max(3.0) as usize;
            sheet.text(end + 2.0, y, &".".repeat(dots), 8.0);
            sheet.text(x + 0.65 * wide, y, value, 8.0);
        }
    }
}

fn compose(dice: &mut Dice) -> (PageText, Truth) {
    let mut truth = Truth {
        own: Vec::new(),
        blank: false,
        foreign: false,
    };
    let mut sheet = Sheet::new();
    sheet.text(40.0, 30.0, "Department of Homeland Security", 8.0);
    sheet.text(380.0, 30.0, "Form I-797C, Notice of Action", 11.0);
    let list = fields(dice, &mut truth);
    let place = [
        Place::Right,
        Place::Below,
        Place::Above,
        Place::Inline,
        Place::Leader,
    ][dice.below(5)];
    let fits = list
        .iter()
        .all(|(label, value)| width(label, 8.0) + width(value, 8.0) < 235.0);
    let columns = if matches!(place, Place::Leader) || !fits {
        1
    } else {
        1 + dice.below(2)
    };
    let wide = 540.0 / columns as f32;
    let pitch = 24.0 + dice.below(12) as f32;
    let ruled = dice.chance(50);
    let mut y = 70.0;
    for row in list.chunks(columns) {
        for (column, (label, value)) in row.iter().enumerate() {
            let x = 40.0 + wide * column as f32;
            draw_field(&mut sheet, place, (x, y, wide), label, value);
            if ruled {
                sheet.rule(x - 4.0, y - 3.0, x - 4.0, y + pitch - 3.0);
            }
        }
        if ruled {
            sheet.rule(36.0, y - 3.0, 580.0, y - 3.0);
        }
        y += pitch;
    }
    if ruled {
        sheet.rule(36.0, y - 3.0, 580.0, y - 3.0);
    }
    prose(dice, &mut sheet, y + 14.0, &mut truth);
    (sheet.page(), truth)
}

fn prose(dice: &mut Dice, sheet: &mut Sheet, y: f32, truth: &mut Truth) {
    let mut text = "We have received the form that you sent.".to_owned();
    if dice.chance(30) {
        let value = number(dice);
        text = format!(
            "{text} {}",
            dice.pick(&FOREIGN_SAID)
                .replace("{}", &printed(dice, &value))
        );
        truth.foreign = true;
    }
    if truth.own.is_empty() && !truth.blank && dice.chance(40) {
        let own = number(dice);
        text = format!(
            "{text} {}",
            dice.pick(&OWN_SAID).replace("{}", &printed(dice, &own))
        );
        truth.own.push(own);
    }
    text.push_str(" Please keep this notice for your records and bring it with you.");
    let measure = 260.0 + dice.below(280) as f32;
    sheet.paragraph(40.0, y, &text, 9.0, measure);
}

/// What is wrong with an answer.
fn fault(meaning: &Meaning, truth: &Truth) -> Option<String> {
    let accounts = || meaning.readings.iter().filter(|r| r.is_account());
    let client = |r: &&super::Reading| r.owner != Some(Role::Representative);
    for r in accounts()
        .filter(|r| r.verdict == Verdict::Accept)
        .filter(client)
    {
        if !truth.own.contains(&r.canonical) {
            return Some(format!(
                "wrongly accepted {} by {:?} {:?}",
                r.printed, r.label, r.terms
            ));
        }
    }
    for own in &truth.own {
        let seen = accounts()
            .any(|r| r.canonical == *own && matches!(r.verdict, Verdict::Accept | Verdict::Review));
        if !seen {
            let how: Vec<_> = meaning
                .readings
                .iter()
                .filter(|r| r.canonical == *own)
                .collect();
            return Some(format!("lost {own}: {how:?}"));
        }
    }
    let none = matches!(
        meaning.account_state(),
        AccountState::Absent | AccountState::Blank
    );
    (none && !truth.own.is_empty()).then(|| "called none".to_owned())
}

fn shown(page: &PageText) -> String {
    page.lines
        .iter()
        .map(|l| format!("{:4.0} {:4.0} {}\n", l.bounds.x0(), l.bounds.y0(), l.text()))
        .collect()
}

/// How many pages the ordinary run takes; `MEANING_PAGES` asks for more.
fn pages() -> usize {
    std::env::var("MEANING_PAGES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(if cfg!(debug_assertions) {
            5_000
        } else {
            20_000
        })
}

fn run(words: &Lexicon, seed: u64, count: usize) -> (usize, usize, usize) {
    let mut dice = Dice(seed);
    let (mut own, mut accepted, mut faults) = (0, 0, Vec::new());
    for _ in 0..count {
        let (page, truth) = compose(&mut dice);
        let meaning = interpret_with(&page, words);
        let _ = truth.foreign;
        own += truth.own.len();
        let found =
            |r: &&super::Reading| r.verdict == Verdict::Accept && truth.own.contains(&r.canonical);
        accepted += meaning
            .readings
            .iter()
            .filter(found)
            .count()
            .min(truth.own.len());
        if let Some(fault) = fault(&meaning, &truth) {
            faults.push(format!("{fault}\n{}", shown(&page)));
        }
    }
    for fault in faults.iter().take(6) {
        println!("{fault}");
    }
    (own, accepted, faults.len())
}

#[test]
fn composed_pages_are_never_silently_wrong() {
    let (own, accepted, faults) = run(&Lexicon::full(), 0x5eed_0001, pages());
    println!("{accepted} of {own} accepted, {faults} faults");
    assert_eq!(faults, 0);
    assert!(accepted * 10 >= own * 8, "{accepted} of {own}");
}

#[test]
fn half_of_the_foreign_words_unknown_makes_nothing_wrong() {
    for half in 0..2u32 {
        let hidden = |w: &str| {
            w.bytes()
                .fold(half, |h, b| h.wrapping_mul(31).wrapping_add(u32::from(b)))
                % 2
                == 0
        };
        let (_, _, faults) = run(
            &Lexicon::without(hidden),
            0x5eed_0002 + u64::from(half),
            pages() / 4,
        );
        assert_eq!(faults, 0);
    }
}

#[test]
fn no_digit_of_a_page_is_lost() {
    let mut dice = Dice(0x5eed_0009);
    for _ in 0..pages() / 10 {
        let (page, _) = compose(&mut dice);
        let mut sheet = super::runs::lay_out(&page);
        let values = super::value::values(&mut sheet);
        let count = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        let all: usize = page
            .lines
            .iter()
            .flat_map(|l| &l.words)
            .map(|w| count(&w.text))
            .sum();
        let typed: usize = values.iter().map(|v| v.digits.len()).sum();
        let off: usize = sheet.marks.iter().map(|m| count(m)).sum();
        assert_eq!(all, typed + off, "{}", shown(&page));
    }
}
