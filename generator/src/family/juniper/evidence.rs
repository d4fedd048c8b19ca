//! A letter that asks for evidence: two or three pages with a running head and a slip to return.
use super::desk::{Desk, Pair};
use super::ink::{Cells, barcode_to, block, prose, put, stack};
use super::words::{Office, mention, office_of, usual};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

const FACES: &[Family] = &[Family::Times, Family::LiberationSerif, Family::DejaVuSerif];
const LABELS: &[&str] = &[
    "USCIS online acct.:",
    "{O}'s USCIS online account:",
    "USCIS Online Account No.:",
    "Your USCIS online account no.:",
    "Acct. (USCIS online):",
];

/// Where the account number stands.
#[derive(Clone, Copy, PartialEq)]
enum Spot {
    Subject,
    Running,
    Slip,
}

/// What the pages share.
struct Letter {
    left: f32,
    size: f32,
    office: Office,
    spot: Spot,
    label: String,
    denial: bool,
    due: String,
}

/// The letter.
pub(super) fn evidence(rng: &mut Rng, case: &Case) -> Drawing {
    let mut desk = Desk::new(rng, case, "evidence", FACES, (0.48, 0.06));
    let denial = rng.chance(0.3);
    if rng.chance(0.6) {
        desk.form("I-797E");
    }
    let due = desk.date(&case.noticed.later(0, if denial { 33 } else { 87 }));
    desk.truth.fields.response_due = Some(due.clone());
    let mut letter = Letter {
        left: rng.uniform(60.0, 78.0),
        size: rng.uniform(9.8, 10.8),
        office: office_of(rng, &case.receipt),
        spot: rng.pick(&[Spot::Subject, Spot::Subject, Spot::Running, Spot::Slip]),
        label: desk.label(rng, LABELS),
        denial,
        due,
    };
    if letter.spot == Spot::Running && !desk.shows() {
        letter.spot = Spot::Subject;
    }
    let mut sheets = vec![
        first(rng, &mut desk, &letter),
        list(rng, &mut desk, &letter),
    ];
    if letter.spot == Spot::Slip || rng.chance(0.5) {
        sheets.push(slip(rng, &mut desk, &letter));
    }
    let count = sheets.len();
    for (place, sheet) in sheets.iter_mut().enumerate() {
        foot(sheet, &desk, &letter, place + 1, count);
    }
    desk.done(sheets)
}

/// The title of the letter.
fn title(letter: &Letter) -> &'static str {
    if letter.denial {
        "Notice of Intent to Deny"
    } else {
        "Request for Evidence"
    }
}

/// Letterhead, date line, addressee, subject, first paragraphs.
fn first(rng: &mut Rng, desk: &mut Desk, letter: &Letter) -> Sheet {
    let mut sheet = desk.page();
    let right = 612.0 - letter.left;
    let office = letter.office;
    sheet.flush_right(
        desk.bold(),
        9.5,
        right,
        42.0,
        "U.S. Department of Homeland Security",
    );
    for (place, line) in [office.name, office.street, office.town].iter().enumerate() {
        sheet.flush_right(desk.regular(), 9.0, right, 54.0 + place as f32 * 11.0, line);
    }
    sheet.write(desk.bold(), 13.0, letter.left, 46.0, "U.S. Citizenship");
    sheet.write(desk.bold(), 13.0, letter.left, 61.0, "and Immigration");
    sheet.write(desk.bold(), 13.0, letter.left, 76.0, "Services");
    let date = desk.noticed();
    sheet.write(desk.regular(), letter.size, letter.left, 110.0, &date);
    let mut y = 136.0;
    for line in desk.addressee(rng.chance(0.5)) {
        sheet.write(desk.regular(), letter.size, letter.left, y, &line);
        y += letter.size * 1.2;
    }
    y = subject(&mut sheet, rng, desk, letter, y + 14.0);
    desk.truth.fields.notice_type = Some(title(letter).into());
    sheet.centred(
        desk.bold(),
        12.5,
        306.0,
        y + 8.0,
        &title(letter).to_uppercase(),
    );
    let warning = if letter.denial {
        format!(
            "YOUR ANSWER MUST REACH THIS OFFICE NO LATER THAN {}",
            letter.due
        )
    } else {
        format!(
            "YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY {}",
            letter.due
        )
    };
    sheet.centred(desk.bold(), 9.5, 306.0, y + 24.0, &warning);
    let area = [letter.left, y + 46.0, right - letter.left];
    let texts = opening(rng, desk, letter);
    prose(
        &mut sheet,
        (desk.regular(), letter.size),
        area,
        716.0,
        &texts,
    );
    sheet
}

/// The lines that say what the letter is about.
fn subject(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, letter: &Letter, y: f32) -> f32 {
    let case = desk.case;
    let receipt = desk.receipt();
    let mut rows: Vec<Pair> = vec![(
        rng.pick(&["Receipt:", "Receipt Number:", "Receipt #:"])
            .into(),
        receipt,
    )];
    rows.push(("Form:".into(), format!("{}, {}", desk.code, desk.title)));
    desk.truth.fields.case_type = Some(desk.code.into());
    rows.push((format!("{}:", desk.role()), desk.filer()));
    if case.is_petition {
        rows.push(("Beneficiary:".into(), desk.beneficiary()));
    }
    if rng.chance(0.8) {
        let person = if case.is_petition {
            &case.beneficiary
        } else {
            &case.filer
        };
        let label = rng.pick(&["A-File:", "File:", "Alien File Number:"]);
        rows.push((label.into(), desk.alien(rng, person)));
    }
    if desk.has_account() && letter.spot == Spot::Subject {
        let place = rng.between(1, rows.len() as i64) as usize;
        rows.insert(place, (letter.label.clone(), desk.number()));
    }
    if rng.chance(0.3) {
        let nvc = format!("{}{}", rng.pick(&["GUZ", "MNL", "CDJ"]), rng.digits(10));
        rows.push(("NVC case (closed):".into(), nvc));
    }
    let cells = Cells {
        label: (desk.bold(), letter.size),
        value: (desk.regular(), letter.size),
        gap: 0.0,
    };
    sheet.write(desk.bold(), letter.size, letter.left, y, "RE:");
    let mut base = y;
    for (label, value) in &rows {
        let x = letter.left + 30.0;
        put(sheet, cells.label, [x, base, 128.0], label);
        let room = 612.0 - letter.left - x - 134.0;
        let next = stack(sheet, cells.value, [x + 134.0, base, room], 2, value);
        base = next.max(base + letter.size * 1.15) + 1.0;
    }
    base + 10.0
}

/// The first paragraphs.
fn opening(rng: &mut Rng, desk: &Desk, letter: &Letter) -> Vec<String> {
    let mut texts = vec![
        "We cannot decide the case named above on the papers that we have. We need the things \
         listed on the next page. Send all of them together, with this letter on top, to the \
         office named above."
            .to_string(),
        "If you send only a part, we will decide on what we have then. If you send nothing, we \
         may find that you have given up the case and deny it (8 CFR 103.2(b)(13))."
            .to_string(),
    ];
    texts.push(
        rng.pick(&[
            "Papers in another language must come with a full translation into English. The \
             translator must certify that the translation is complete and accurate and that he or \
             she is competent to translate.",
            "If a document is not available, send proof of that: a letter of the office that \
             keeps such records, and two sworn statements by persons who know the facts.",
            "You must show by a preponderance of the evidence that you are eligible. The evidence \
             that you sent so far does not show it.",
        ])
        .to_string(),
    );
    if letter.denial {
        texts.insert(
            0,
            "We intend to deny the case named above for the reasons that follow.".into(),
        );
    }
    if !desk.has_account() {
        let text = format!(
            "You left the box for a USCIS online account number empty. You need not send a new \
             form for that reason alone. Please call (202) 555-{} extension {} with questions on \
             the box.",
            rng.digits(4),
            rng.digits(3)
        );
        texts.push(if rng.chance(0.5) { text } else { mention(rng) });
    }
    texts.extend(usual(rng, 4));
    texts
}

/// The running head of the second and third page.
fn running(sheet: &mut Sheet, desk: &mut Desk, letter: &Letter, page: usize) {
    let right = 612.0 - letter.left;
    let mut text = format!("{}   {}", title(letter), desk.receipt());
    if letter.spot == Spot::Running && desk.has_account() {
        text = format!("{text}   {} {}", letter.label, desk.number());
    }
    put(
        sheet,
        (desk.regular(), 8.5),
        [letter.left, 42.0, right - letter.left - 40.0],
        &text,
    );
    sheet.flush_right(desk.regular(), 8.5, right, 42.0, &format!("Page {page}"));
    sheet.rule(letter.left, right, 47.0, 0.5);
}

/// The list of things to send.
fn list(rng: &mut Rng, desk: &mut Desk, letter: &Letter) -> Sheet {
    const THINGS: &[&str] = &[
        "Birth certificate. Send a copy of the long form with the names of both parents, and a \
         translation into English with the translator's statement.",
        "Proof of lawful entry. Send both sides of the I-94 or the page of the passport with the \
         stamp of the inspector.",
        "Medical examination. Form I-693 must be in a sealed envelope signed by the civil surgeon.",
        "Proof of support. Send Form I-864 with the tax returns of the last year and letters of \
         the employer with dates and salary.",
        "Photographs. Two, 2 by 2 inches, with the name and the A-Number in pencil on the back.",
        "Proof of marriage. Leases, bank statements and insurance policies that bear both names.",
        "Court records. Certified copies of every charge and what became of it.",
    ];
    let mut sheet = desk.page();
    running(&mut sheet, desk, letter, 2);
    let right = 612.0 - letter.left;
    let mut y = 76.0;
    sheet.write(
        desk.bold(),
        letter.size + 1.0,
        letter.left,
        y,
        "What you must send",
    );
    y += 20.0;
    let start = rng.below(THINGS.len());
    for place in 0..rng.between(3, 6) as usize {
        let number = format!("{}.", place + 1);
        sheet.write(desk.regular(), letter.size, letter.left + 6.0, y, &number);
        let text = THINGS[(start + place) % THINGS.len()];
        let x = letter.left + 26.0;
        y = sheet.paragraph(desk.regular(), letter.size, x, y, right - x, text) + 6.0;
    }
    let texts = usual(rng, 3);
    let area = [letter.left, y + 10.0, right - letter.left];
    y = prose(
        &mut sheet,
        (desk.regular(), letter.size),
        area,
        620.0,
        &texts,
    );
    sheet.write(
        desk.regular(),
        letter.size,
        letter.left,
        y + 14.0,
        "Sincerely,",
    );
    let chief = ["Acting Director", letter.office.name];
    let spot = [letter.left, y + 54.0, letter.size * 1.2];
    block(&mut sheet, (desk.regular(), letter.size), spot, &chief);
    sheet
}

/// The slip that goes on top of the answer.
fn slip(rng: &mut Rng, desk: &mut Desk, letter: &Letter) -> Sheet {
    let mut sheet = desk.page();
    running(&mut sheet, desk, letter, 3);
    let right = 612.0 - letter.left;
    sheet.frame([letter.left, 80.0, right, 300.0], 1.2);
    sheet.centred(
        desk.bold(),
        13.0,
        306.0,
        102.0,
        "PUT THIS PAGE ON TOP OF YOUR RESPONSE",
    );
    let mut rows: Vec<Pair> = vec![
        ("Receipt number:".into(), desk.receipt()),
        ("To be received by:".into(), letter.due.clone()),
        ("Form:".into(), desk.code.into()),
    ];
    if desk.has_account() && letter.spot == Spot::Slip {
        rows.insert(1, (letter.label.clone(), desk.number()));
    }
    if rng.chance(0.5) {
        rows.push(("Mail room parcel no.:".into(), rng.digits(12)));
    }
    let cells = Cells {
        label: (desk.regular(), 10.5),
        value: (desk.bold(), 10.5),
        gap: 0.0,
    };
    for (place, (label, value)) in rows.iter().enumerate() {
        let y = 130.0 + place as f32 * 19.0;
        let line = [letter.left + 24.0, letter.left + 190.0, right - 10.0, y];
        cells.right(&mut sheet, line, (label, value));
    }
    let area = [right - 24.0, 250.0, 0.9, 32.0];
    barcode_to(&mut sheet, Symbology::Code39, area, &desk.case.receipt);
    let lines = [letter.office.name, letter.office.street, letter.office.town];
    block(
        &mut sheet,
        (desk.regular(), 9.5),
        [letter.left + 24.0, 256.0, 12.0],
        &lines,
    );
    sheet
}

/// The foot of a page.
fn foot(sheet: &mut Sheet, desk: &Desk, letter: &Letter, page: usize, count: usize) {
    let right = 612.0 - letter.left;
    let text = if desk.truth.form.is_empty() {
        "www.uscis.gov"
    } else {
        "Form I-797E"
    };
    sheet.write(desk.regular(), 8.0, letter.left, 752.0, text);
    if page == 1 {
        let text = format!("Page 1 of {count}");
        sheet.flush_right(desk.regular(), 8.0, right, 752.0, &text);
    }
}
