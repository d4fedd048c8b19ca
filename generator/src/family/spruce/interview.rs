//! A field office's call to an interview: two-column letterhead, a RE block, two pages.
use super::kit::{self, Column, Own};
use super::stock::{self, Office};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What interviews are about: code, title, the notice's title.
const KINDS: &[(&str, &str, &str)] = &[
    (
        "N-400",
        "Application for Naturalization",
        "NOTICE OF NATURALIZATION INITIAL INTERVIEW",
    ),
    (
        "I-485",
        "Application to Adjust Status",
        "REQUEST FOR APPLICANT TO APPEAR FOR INTERVIEW",
    ),
    (
        "I-751",
        "Petition to Remove Conditions on Residence",
        "INTERVIEW APPOINTMENT NOTICE",
    ),
    (
        "N-600",
        "Application for Certificate of Citizenship",
        "INTERVIEW APPOINTMENT NOTICE",
    ),
];

/// What to bring.
const PAPERS: &[&str] = &[
    "This letter and a government-issued photo identification",
    "Your Permanent Resident Card (Form I-551), front and back",
    "All passports and travel documents, current and expired",
    "Original birth certificate with a certified translation",
    "Marriage certificate and proof of the end of earlier marriages",
    "Federal income tax transcripts for the last five years",
    "Proof of Selective Service registration, if it applies to you",
    "Certified court dispositions for each arrest",
    "Evidence of support of children who live elsewhere",
    "Form I-693 in a sealed envelope, if not sent before",
];

/// The letter: its office, kind and what it shows.
struct Letter {
    family: Family,
    office: Office,
    kind: (&'static str, &'static str, &'static str),
    own: Own,
    label: &'static str,
    receipt: String,
    alien: String,
}

/// The letter of one or two pages.
pub(super) fn call(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::LiberationSerif,
        Family::FreeSans,
    ]);
    let form = if rng.chance(0.3) { "I-797C" } else { "" };
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    let letter = Letter {
        family,
        office: rng.pick(stock::FIELD),
        kind: rng.pick(KINDS),
        own: kit::own(rng, case, &mut truth),
        label: rng.pick(&[
            "USCIS Online Acct #:",
            "USCIS Account No.:",
            "Your USCIS Online Acct:",
            "USCIS ELIS Number:",
            "Online Account (USCIS):",
        ]),
        receipt: kit::receipt(rng, &case.receipt, &mut truth),
        alien: kit::a_number(rng, &case.filer, &mut truth),
    };
    let mut first = Sheet::letter(family);
    head(&mut first, rng, &letter, form);
    let y = block(&mut first, rng, case, &letter, &mut truth);
    let y = boxes(&mut first, rng, case, &letter, y, &mut truth);
    body(&mut first, rng, &letter, y);
    foot(&mut first, &letter, 1);
    let mut second = Sheet::letter(family);
    papers(&mut second, rng, case, &letter);
    foot(&mut second, &letter, 2);
    Drawing {
        sheets: vec![first, second],
        truth,
    }
}

/// Two columns: the agency left, the office right.
fn head(s: &mut Sheet, rng: &mut Rng, letter: &Letter, form: &str) {
    let family = letter.family;
    let office = letter.office;
    s.fill([48.0, 34.0, 50.0, 78.0], 0.1);
    s.bold(10.0, 58.0, 44.0, "U.S. Department of Homeland Security");
    s.plain(9.0, 58.0, 56.0, "U.S. Citizenship and Immigration Services");
    s.plain(
        9.0,
        58.0,
        68.0,
        rng.pick(&["Field Operations Directorate", "Field Operations"]),
    );
    let mut right = Column {
        family,
        size: 8.6,
        left: 380.0,
        measure: 190.0,
        y: 42.0,
    };
    right.lines(s, &[office.0, office.1, office.2]);
    right.lines(s, &["Hours: 7:00 a.m. to 3:30 p.m."]);
    if !form.is_empty() {
        s.flush_right(
            Face::regular(family),
            7.0,
            570.0,
            26.0,
            "Form I-797C, Notice of Action",
        );
    }
}

/// The date, the address left and the RE block right.
fn block(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    letter: &Letter,
    truth: &mut NoticeTruth,
) -> f32 {
    let family = letter.family;
    let noticed = case.noticed.long();
    kit::note(&mut truth.fields.notice_date, &noticed);
    s.plain(10.0, 48.0, 112.0, &noticed);
    let mut left = Column {
        family,
        size: 10.0,
        left: 48.0,
        measure: 240.0,
        y: 142.0,
    };
    let name = case.filer.name();
    kit::note(&mut truth.fields.applicant, &name);
    left.lines(s, &[&name, &case.address[0], &case.address[1]]);
    kit::note(&mut truth.fields.case_type, letter.kind.0);
    let form = letter.kind.0;
    let mut rows = vec![
        ("Applicant:", name.as_str()),
        (rng.pick(&["Form:", "Form Type:", "Regarding Form:"]), form),
        ("Receipt Number:", letter.receipt.as_str()),
        (
            rng.pick(&["A-File:", "A-Number:", "File Number:"]),
            letter.alien.as_str(),
        ),
    ];
    if letter.own.labelled() {
        let spot = rng.below(3) + 2;
        rows.insert(spot, (letter.label, letter.own.text()));
    }
    if rng.chance(0.3) && (letter.own.filled() || !letter.own.labelled()) {
        return line(s, family, &rows, left.y + 16.0);
    }
    let y = column(s, rng, family, &rows);
    y.max(left.y) + 26.0
}

/// The RE block as a column of labels and values; returns the y below it.
fn column(s: &mut Sheet, rng: &mut Rng, family: Family, rows: &[(&str, &str)]) -> f32 {
    let pitch = rng.uniform(12.6, 15.0);
    let mut y = 112.0;
    let edge = rng.uniform(286.0, 304.0);
    s.bold(10.0, edge, y, rng.pick(&["RE:", "Re:"]));
    for (label, value) in rows {
        s.plain(9.0, edge + 26.0, y, label);
        kit::fitted(s, Face::bold(family), 9.4, [edge + 140.0, y], 126.0, value);
        y += pitch;
    }
    y
}

/// The RE block as running text, broken only between its parts.
fn line(s: &mut Sheet, family: Family, rows: &[(&str, &str)], y: f32) -> f32 {
    let face = Face::bold(family);
    let mut y = y;
    let mut text = "RE: ".to_string();
    for (step, (label, value)) in rows.iter().enumerate() {
        let mark = if step + 1 < rows.len() { "; " } else { "" };
        let part = format!("{} {value}{mark}", label.replace(':', ""));
        if face.width(&format!("{text}{part}"), 9.8) > 516.0 {
            s.write(face, 9.8, 48.0, y, text.trim_end());
            y += 12.4;
            text.clear();
        }
        text.push_str(&part);
    }
    s.write(face, 9.8, 48.0, y, &text);
    y + 28.0
}

/// The title and the boxed appointment.
fn boxes(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    letter: &Letter,
    y: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let family = letter.family;
    kit::note(&mut truth.fields.notice_type, letter.kind.2);
    s.centred(Face::bold(family), 11.5, 306.0, y, letter.kind.2);
    let date = case.noticed.later(1, rng.between(1, 20)).long();
    let hour = rng.between(8, 11);
    let time = format!("{hour}:{} AM", rng.pick(&["00", "15", "30", "45"]));
    kit::note(&mut truth.fields.appointment_date, &date);
    kit::note(&mut truth.fields.appointment_time, &time);
    let top = y + 12.0;
    let cells = [("DATE", date, 48.0, 190.0), ("TIME", time, 190.0, 290.0)];
    for (caption, value, left, right) in &cells {
        s.frame([*left, top, *right, top + 58.0], 0.8);
        s.plain(7.0, left + 5.0, top + 10.0, caption);
        kit::fitted(
            s,
            Face::bold(family),
            12.0,
            [left + 8.0, top + 34.0],
            right - left - 16.0,
            value,
        );
    }
    s.frame([290.0, top, 564.0, top + 58.0], 0.8);
    s.plain(7.0, 295.0, top + 10.0, "PLACE");
    let mut place = Column {
        family,
        size: 9.4,
        left: 298.0,
        measure: 258.0,
        y: top + 23.0,
    };
    let office = letter.office;
    place.lines(s, &[&format!("USCIS {}", office.0), office.1, office.2]);
    top + 82.0
}

/// The text of the first page.
fn body(s: &mut Sheet, rng: &mut Rng, letter: &Letter, y: f32) {
    let mut text = Column {
        family: letter.family,
        size: 10.2,
        left: 48.0,
        measure: 516.0,
        y,
    };
    text.say(
        s,
        "Please come to the office shown above at the time and place given in connection \
        with your application. You must appear. If you do not, and do not tell us why before the \
        appointment, the application may be denied as abandoned (8 CFR 103.2(b)(13)).",
    );
    text.say(
        s,
        "Bring this letter. Do not come more than 30 minutes before the time shown. Persons \
        with fever or cough should ask for another date. Cameras and recorders are not allowed in \
        the building.",
    );
    text.say(
        s,
        rng.pick(&[
            "If you need an interpreter, bring one who is at least 18 years old, together with a \
        completed Form G-1256. Your attorney may appear with a Form G-28 on file.",
            "If you have a disability and need help at the interview, call the Contact Center at \
        1-800-375-5283 (TTY 1-800-767-1833) as soon as you have this letter.",
            "If the officer has to speak with an interpreter by telephone, the line is \
        1-855-555-0143, extension 44, and the meeting ID is 8142 0077 3156.",
        ]),
    );
    text.say(s, rng.pick(&[
        "You can also read this letter in your online account at my.uscis.gov. The account number \
        is on your profile page, not on your Permanent Resident Card.",
        "The officer may ask for your Social Security number (pattern 000-00-0000) and for your \
        travel since you became a resident. Please have the dates with you.",
        "To change the date of the interview, return this letter with a written reason to the \
        office shown above, and keep a copy. A second change is rarely granted.",
    ]));
    text.say(s, "A list of what to bring follows on page 2.");
    let name = stock::officer(&mut *rng);
    text.y += 10.0;
    text.lines(s, &["Sincerely,", "", &name, letter.office.0]);
}

/// The second page: what to bring, and a part for the officer.
fn papers(s: &mut Sheet, rng: &mut Rng, case: &Case, letter: &Letter) {
    let family = letter.family;
    let head = format!(
        "{}  |  {}  |  {}",
        case.filer.name(),
        letter.receipt,
        letter.alien
    );
    s.plain(8.0, 48.0, 38.0, &head);
    s.rule(48.0, 564.0, 44.0, 0.5);
    s.bold(
        11.0,
        48.0,
        70.0,
        rng.pick(&["What to bring", "CHECK LIST OF DOCUMENTS"]),
    );
    let mut y = 92.0;
    for paper in PAPERS {
        if rng.chance(0.75) {
            let checked = rng.chance(0.6);
            kit::check(s, Face::bold(family), 54.0, y, 8.5, checked);
            s.plain(9.6, 72.0, y, paper);
            y += 17.0;
        }
    }
    y += 18.0;
    s.fill([48.0, y - 10.0, 564.0, y + 6.0], 0.85);
    s.bold(9.0, 54.0, y + 1.0, "FOR USCIS USE ONLY");
    for (step, label) in ["Checked in at", "Sworn by", "Result"].iter().enumerate() {
        let y = y + 30.0 + 26.0 * step as f32;
        s.plain(9.0, 54.0, y, label);
        s.rule(130.0, 330.0, y + 1.0, 0.5);
    }
    s.frame([372.0, y + 16.0, 564.0, y + 94.0], 0.6);
    s.plain(7.0, 377.0, y + 26.0, "Stamp");
    kit::stripe(
        s,
        kit::symbology(rng),
        &case.receipt,
        [54.0, y + 112.0, 220.0, 24.0],
    );
}

/// The running foot.
fn foot(s: &mut Sheet, letter: &Letter, page: usize) {
    let face = Face::regular(letter.family);
    s.centred(face, 8.0, 306.0, 762.0, "www.uscis.gov");
    s.flush_right(face, 8.0, 564.0, 762.0, &format!("Page {page} of 2"));
    s.write(face, 8.0, 48.0, 762.0, letter.office.0);
}
