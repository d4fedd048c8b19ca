//! A memo: heads flush to a colon, numbered paragraphs, a distribution list.
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::desk::{self, Days, Pen};
use super::words;

/// Labels of the filer's own account.
const OWN: [&str; 7] = [
    "ONLINE ACCT. (FILER)",
    "FILER\u{2019}S USCIS ACCT.",
    "USCIS ONLINE ACCT.",
    "FILER ONLINE ACCT. NO.",
    "USCIS ONLINE ACCOUNT",
    "USCIS ELIS ACCOUNT NO.",
    "YOUR ONLINE ACCT. NO.",
];

/// What a memo is about: its notice type, and its first two paragraphs.
const SUBJECTS: [[&str; 3]; 4] = [
    [
        "Transfer Notice",
        "The file named above has been moved to this office, because this office is responsible \
         for the place where you live.",
        "The move does not change the date on which your case was received, and you need not do \
         anything because of it.",
    ],
    [
        "Acknowledgment of Withdrawal",
        "You asked us in writing to withdraw the case named above. We have done so as of the date \
         of this memorandum.",
        "A withdrawal cannot be taken back. If you wish to apply again, you must file a new form \
         with a new fee.",
    ],
    [
        "Notice of Continuance",
        "The examination of the case named above has been continued. The officer needs more time \
         to look at what you brought to the interview.",
        "You will be told by mail if a second interview is needed. Do not come to this office \
         without an appointment.",
    ],
    [
        "Courtesy Letter",
        "You asked this office about the case named above. It is within the normal time for cases \
         of its kind.",
        "Please wait sixty (60) days from the date of this memorandum before you ask again.",
    ],
];

/// One entry of the head: a label before the colon, and the lines of its value.
fn entry(pen: &mut Pen, colon: f32, label: &str, lines: &[String]) {
    let [heavy, plain] = [pen.heavy(), pen.regular()];
    let size = desk::fit(heavy, pen.size, colon - pen.left - 4.0, label);
    pen.sheet
        .flush_right(heavy, size, colon, pen.y, &format!("{label}:"));
    for line in lines {
        let width = pen.right - colon - 14.0;
        desk::put(
            &mut pen.sheet,
            plain,
            pen.size,
            [colon + 14.0, pen.y, width],
            line,
        );
        pen.y += pen.pitch();
    }
    if lines.is_empty() {
        pen.y += pen.pitch();
    }
    pen.gap(4.0);
}

/// The masthead: the agency at the left, the office at the right or below.
fn masthead(rng: &mut Rng, pen: &mut Pen, office: &words::Office) {
    let [heavy, plain] = [pen.heavy(), pen.regular()];
    if rng.chance(0.5) {
        pen.sheet.write(
            heavy,
            10.0,
            pen.left,
            50.0,
            "U.S. Citizenship and Immigration Services",
        );
        pen.sheet.write(
            plain,
            8.5,
            pen.left,
            61.0,
            "Department of Homeland Security",
        );
        for (row, text) in office.iter().enumerate() {
            let y = 50.0 + 10.5 * row as f32;
            pen.sheet.flush_right(plain, 8.5, pen.right, y, text);
        }
        pen.y = 84.0;
    } else {
        pen.y = 50.0;
        pen.middle(heavy, 12.0, "U.S. CITIZENSHIP AND IMMIGRATION SERVICES");
        pen.middle(
            plain,
            9.5,
            &format!("{}, {}, {}", office[0], office[1], office[2]),
        );
        pen.y += 6.0;
    }
    pen.rule(1.2);
    pen.gap(26.0);
}

/// The head of the memo.
fn head(
    rng: &mut Rng,
    case: &Case,
    pen: &mut Pen,
    truth: &mut NoticeTruth,
    days: Days,
    about: &str,
) {
    let own = desk::own(rng, case, 40, 15);
    let colon = pen.left + rng.uniform(128.0, 150.0);
    let number = desk::a_text(rng, truth, &case.filer.a_number);
    let mut entries: Vec<(&str, Vec<String>)> = vec![
        (
            "TO",
            vec![
                case.filer.name(),
                case.address[0].clone(),
                case.address[1].clone(),
            ],
        ),
        ("DATE", vec![days.print(&case.noticed)]),
        (
            "SUBJECT",
            vec![
                about.to_string(),
                format!("Form {}, {}", case.form_code, case.title),
            ],
        ),
        (
            rng.pick(&["A-FILE", "FILE NUMBER", "A-FILE NO."]),
            vec![number],
        ),
        (
            rng.pick(&["RECEIPT", "CASE RECEIPT NO.", "RECEIPT NO."]),
            vec![desk::printed_receipt(rng, &case.receipt)],
        ),
    ];
    if let Some(text) = desk::account_text(rng, case, own, truth) {
        let lines = if text.is_empty() { vec![] } else { vec![text] };
        let place = entries.len() - rng.below(3);
        entries.insert(place, (rng.pick(&OWN), lines));
    }
    if rng.chance(0.35) {
        let label = rng.pick(&[
            "OUR MAIL LOG NO.",
            "BOX AND BATCH NO.",
            "RECORDS CENTER NO.",
        ]);
        entries.push((label, vec![words::twelve(rng)]));
    }
    for (label, lines) in &entries {
        entry(pen, colon, label, lines);
    }
}

/// The list of those who get a copy.
fn distribution(rng: &mut Rng, case: &Case, pen: &mut Pen, truth: &mut NoticeTruth) {
    pen.gap(6.0);
    pen.strong("Distribution:");
    pen.line("1 \u{2013} Addressee");
    pen.line("1 \u{2013} File");
    if rng.chance(0.45) {
        pen.line(&format!(
            "1 \u{2013} {}, {}",
            case.attorney.0, case.attorney.1
        ));
        if rng.chance(0.5) {
            let digits = case::account(rng);
            truth.prints_representative_account(&digits);
            let label = rng.pick(&[
                "Representative\u{2019}s own USCIS online account:",
                "Attorney USCIS online account no.:",
                "Online account of the attorney of record:",
            ]);
            let text = desk::printed_account(rng, &digits);
            pen.line(&format!("      {label} {text}"));
        }
    }
}

/// The numbered paragraphs.
fn paragraphs(
    rng: &mut Rng,
    case: &Case,
    pen: &mut Pen,
    subject: &[&str; 3],
    truth: &mut NoticeTruth,
) {
    let mut texts = vec![subject[1].to_string(), subject[2].to_string()];
    if rng.chance(0.4) {
        let other = case::Person::draw(rng);
        let number = desk::a_text(rng, truth, &other.a_number);
        texts.push(format!(
            "The file of {} ({number}), which was kept with yours, stays where it is.",
            other.name()
        ));
    }
    if rng.chance(0.5) {
        texts.push(words::talk(rng, truth.account_cell == AccountCell::Absent));
    }
    if rng.chance(0.4) {
        texts.push(words::stranger(rng, case));
    }
    texts.extend(words::general(rng));
    texts.push("This memorandum is not a decision, and it cannot be appealed.".into());
    texts.push(words::contact(rng));
    let letters = rng.chance(0.3);
    for (place, text) in texts.iter().enumerate() {
        let mark = if letters {
            format!("{}.", (b'a' + place as u8) as char)
        } else {
            format!("{}.", place + 1)
        };
        pen.item(24.0, &mark, text);
        pen.gap(4.0);
    }
}

/// A memorandum of a field office to a filer.
pub(super) fn memorandum(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSerif,
        Family::Courier,
        Family::Times,
        Family::LiberationMono,
        Family::DejaVuSerif,
    ]);
    let wide = matches!(
        family,
        Family::Courier | Family::LiberationMono | Family::DejaVuSerif
    );
    let size = if wide { 9.5 } else { 11.0 };
    let mut pen = Pen::new(family, [68.0, 544.0], 50.0, size);
    let days = Days::draw(rng);
    let subject = rng.pick(&SUBJECTS);
    let mut truth = desk::truth_of(case, "", &days.print(&case.noticed));
    truth.fields.notice_type = Some(subject[0].into());
    let office = words::field_office(rng);
    masthead(rng, &mut pen, &office);
    let face: Face = pen.heavy();
    let title = rng.pick(&[
        "MEMORANDUM",
        "M E M O R A N D U M",
        "OFFICE MEMORANDUM TO A PARTY",
    ]);
    pen.middle(face, 13.0, title);
    pen.gap(8.0);
    head(rng, case, &mut pen, &mut truth, days, subject[0]);
    pen.rule(0.6);
    pen.gap(20.0);
    paragraphs(rng, case, &mut pen, &subject, &mut truth);
    pen.gap(14.0);
    pen.line("Records Section");
    pen.line(office[0]);
    distribution(rng, case, &mut pen, &mut truth);
    let page = rng.pick(&["1", "- 1 -", "Page 1 of 1"]);
    pen.foot(8.0, 764.0, ["", page, ""]);
    Drawing {
        sheets: vec![pen.sheet],
        truth,
    }
}
