//! The notice of a naturalization oath ceremony: boxes, captions under the values, questions.
use super::kit::{self, Own};
use super::stock;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The questions of the back.
const QUESTIONS: &[&str] = &[
    "Have you married, or been widowed, separated, or divorced?",
    "Have you traveled outside the United States?",
    "Have you knowingly committed any crime or offense for which you were not arrested?",
    "Have you been arrested, cited, charged, indicted, fined, or imprisoned?",
    "Have you joined any organization, or become associated with one?",
    "Have you claimed exemption from military service?",
    "Has there been any change in your willingness to bear arms on behalf of the United States?",
    "Have you practiced polygamy, or been a prostitute, or received income from gambling?",
    "Do you still wish to change your name as you asked in Part 2 of your application?",
];

/// Halls of ceremonies.
const HALLS: &[[&str; 3]] = &[
    [
        "U.S. DISTRICT COURT",
        "1729 5TH AVENUE NORTH, 4TH FLOOR",
        "BIRMINGHAM AL 35203-2000",
    ],
    [
        "PENN STATE THEATRE, LOBBY B",
        "220 MARKET STREET",
        "HARRISBURG PA 17101-2107",
    ],
    [
        "CIVIC AUDITORIUM, MAIN HALL",
        "411 CENTRAL PARKWAY",
        "SACRAMENTO CA 95814-1180",
    ],
    [
        "USCIS FIELD OFFICE, ROOM 204",
        "9325 DISCOVERY BOULEVARD",
        "MANASSAS VA 20109-3992",
    ],
];

/// The front and the back.
pub(super) fn ceremony(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::Times,
    ]);
    let mut truth = NoticeTruth::default();
    let mut front = Sheet::letter(family);
    head(&mut front, rng, family, &mut truth);
    let y = record(&mut front, rng, case, family, &mut truth);
    let y = account(&mut front, rng, case, family, y, &mut truth);
    let y = appointment(&mut front, rng, case, y, &mut truth);
    let y = address(&mut front, case, family, y);
    bring(&mut front, rng, family, y);
    foot(&mut front, family, 1);
    let mut back = Sheet::letter(family);
    questions(&mut back, rng, family);
    foot(&mut back, family, 2);
    Drawing {
        sheets: vec![front, back],
        truth,
    }
}

/// The agency left, the title right.
fn head(s: &mut Sheet, rng: &mut Rng, family: Family, truth: &mut NoticeTruth) {
    s.bold(9.0, 42.0, 40.0, "Department of Homeland Security");
    s.plain(9.0, 42.0, 51.0, "U.S. Citizenship and Immigration Services");
    let title = rng.pick(&[
        "Notice of Naturalization Oath Ceremony",
        "NOTICE OF NATURALIZATION OATH CEREMONY",
    ]);
    kit::note(&mut truth.fields.notice_type, title);
    s.flush_right(Face::bold(family), 12.5, 570.0, 50.0, title);
    s.rule(42.0, 570.0, 60.0, 1.4);
    s.rule(42.0, 570.0, 62.5, 0.4);
}

/// A box with the caption under the value.
fn cell(s: &mut Sheet, family: Family, place: [f32; 4], caption: &str, value: &str) {
    s.frame(place, 0.6);
    let width = place[2] - place[0] - 10.0;
    let left = place[0] + 5.0;
    let bottom = place[3];
    kit::fitted(
        s,
        Face::bold(family),
        10.5,
        [left, bottom - 15.0],
        width,
        value,
    );
    s.rule(left, place[2] - 5.0, bottom - 11.5, 0.3);
    kit::fitted(
        s,
        Face::regular(family),
        6.4,
        [left, bottom - 4.0],
        width,
        caption,
    );
}

/// The numbers of the file, the form and the date of the notice.
fn record(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    truth: &mut NoticeTruth,
) -> f32 {
    let alien = kit::a_number(rng, &case.filer, truth);
    let receipt = kit::receipt(rng, &case.receipt, truth);
    let noticed = case.noticed.long();
    kit::note(&mut truth.fields.notice_date, &noticed);
    let first = 72.0;
    let second = 104.0;
    let caption = rng.pick(&["USCIS A-Number", "A-Number", "Alien Registration Number"]);
    cell(s, family, [42.0, first, 200.0, second], caption, &alien);
    let caption = rng.pick(&[
        "Application ID#",
        "Application ID# (receipt number)",
        "Receipt #",
    ]);
    cell(s, family, [200.0, first, 392.0, second], caption, &receipt);
    let caption = rng.pick(&["Date of this notice", "Notice Date", "Date of notice"]);
    cell(s, family, [392.0, first, 570.0, second], caption, &noticed);
    kit::note(&mut truth.fields.case_type, "N-400");
    let name = case.filer.listed();
    kit::note(&mut truth.fields.applicant, &name);
    cell(
        s,
        family,
        [42.0, second, 320.0, 136.0],
        "Applicant (family name, given name)",
        &name,
    );
    cell(
        s,
        family,
        [320.0, second, 570.0, 136.0],
        "Form",
        "N-400, Application for Naturalization",
    );
    136.0
}

/// The combs of the account number, or a number of the court.
fn account(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    y: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let own = kit::own(rng, case, truth);
    let court = rng.chance(0.45);
    let label = rng.pick(&[
        "Applicant's USCIS Online Account Number (if any)",
        "USCIS Online Account Number (12 digits)",
        "USCIS Online Account Number of the applicant",
    ]);
    if !own.labelled() && !court {
        return y;
    }
    s.frame([42.0, y, 570.0, y + 34.0], 0.6);
    let face = Face::regular(family);
    if own.labelled() {
        let digits = if let Own::Number(_) = own {
            case.account.as_str()
        } else {
            ""
        };
        let style = rng.below(10);
        if style < 3 {
            let right = if court { 320.0 } else { 570.0 };
            cell(s, family, [42.0, y, right, y + 34.0], label, own.text());
        } else if style < 7 {
            s.write(face, 7.0, 47.0, y + 9.0, label);
            kit::comb(s, face, [47.0, y + 13.0, 15.0, 16.0], 12, digits);
        } else {
            s.write(face, 7.0, 47.0, y + 30.0, label);
            kit::comb(s, face, [47.0, y + 4.0, 15.0, 16.0], 12, digits);
        }
    }
    if court {
        let left = if own.labelled() { 330.0 } else { 47.0 };
        s.write(face, 7.0, left, y + 9.0, "Clerk of court petition number");
        let digits = rng.digits(9);
        kit::comb(s, face, [left, y + 13.0, 15.0, 16.0], 9, &digits);
    }
    y + 34.0
}

/// Where and when.
fn appointment(s: &mut Sheet, rng: &mut Rng, case: &Case, y: f32, truth: &mut NoticeTruth) -> f32 {
    let text = "You are hereby notified to appear for a Naturalization Oath Ceremony on:";
    s.plain(10.0, 42.0, y + 24.0, text);
    let day = case.noticed.later(0, rng.between(15, 40)).long();
    kit::note(&mut truth.fields.appointment_date, &day);
    let time = rng.pick(&["8:00 AM", "9:30 AM", "10:00 AM", "1:15 PM"]);
    kit::note(&mut truth.fields.appointment_time, time);
    s.bold(11.0, 96.0, y + 44.0, &day);
    s.plain(9.0, 60.0, y + 44.0, "DATE");
    s.plain(9.0, 60.0, y + 60.0, "TIME");
    s.bold(11.0, 96.0, y + 60.0, time);
    s.plain(9.0, 300.0, y + 44.0, "AT");
    let hall = rng.pick(HALLS);
    for (step, line) in hall.iter().enumerate() {
        s.bold(10.0, 324.0, y + 44.0 + 12.5 * step as f32, line);
    }
    s.rule(42.0, 570.0, y + 82.0, 0.5);
    y + 82.0
}

/// The window for the address.
fn address(s: &mut Sheet, case: &Case, family: Family, y: f32) -> f32 {
    let name = case.filer.name();
    let mut line = y + 38.0;
    for text in [name.as_str(), &case.address[0], &case.address[1]] {
        s.write(Face::regular(family), 10.0, 74.0, line, text);
        line += 12.5;
    }
    let corner = [
        [60.0, y + 22.0],
        [320.0, y + 22.0],
        [60.0, y + 76.0],
        [320.0, y + 76.0],
    ];
    for [x, y] in corner {
        s.rule(x - 4.0, x + 4.0, y, 0.4);
    }
    y + 100.0
}

/// What to bring, as a list with numbers.
fn bring(s: &mut Sheet, rng: &mut Rng, family: Family, y: f32) {
    let mut text = kit::Column {
        family,
        size: 10.6,
        left: 42.0,
        measure: 528.0,
        y,
    };
    text.say(
        s,
        "Please report promptly at the time shown, and bring the following with you:",
    );
    text.item(
        s,
        "1.",
        "This letter, WITH ALL OF THE QUESTIONS ON THE OTHER SIDE ANSWERED IN INK.",
    );
    text.item(
        s,
        "2.",
        "Permanent Resident Card (its number begins with three letters, for example \
        SRC0000000773, and is not the Application ID# on this letter).",
    );
    text.item(
        s,
        "3.",
        "Reentry Permit or Refugee Travel Document, and any other immigration paper.",
    );
    text.item(
        s,
        "4.",
        rng.pick(&[
            "If the application was made for a child, the child's birth certificate and A-Number.",
            "If you served abroad, your orders or a letter from your unit.",
        ]),
    );
    text.y += 6.0;
    text.say(
        s,
        "Proper attire should be worn. You may bring guests. If you cannot come, return \
        this notice at once and state the reason, so that you can be placed on a later list.",
    );
    if rng.chance(0.6) {
        let phone = stock::phone(rng);
        let line = format!("Questions about parking: {phone}. Other questions: 1-800-375-5283.");
        text.say(s, &line);
    }
    if rng.chance(0.5) {
        text.say(
            s,
            "After the ceremony: tell the Social Security Administration that you are a \
            citizen, and close or keep your USCIS online account as you wish; its number stays.",
        );
    }
}

/// The back with its questions.
fn questions(s: &mut Sheet, rng: &mut Rng, family: Family) {
    let intro = "In connection with your application for naturalization, please answer each of the \
        questions by checking \"Yes\" or \"No\". The questions refer to actions since the date you \
        were first interviewed. Answer them on the day of the ceremony, not before.";
    let mut text = kit::Column {
        family,
        size: 10.0,
        left: 42.0,
        measure: 528.0,
        y: 56.0,
    };
    text.say(s, intro);
    let mut y = text.y + 12.0;
    s.bold(9.0, 500.0, y - 4.0, "Yes");
    s.bold(9.0, 540.0, y - 4.0, "No");
    let mut number = 0;
    for question in QUESTIONS {
        if rng.chance(0.8) {
            number += 1;
            y += 24.0;
            s.plain(10.0, 42.0, y, &format!("{number}."));
            kit::fitted(s, Face::regular(family), 10.0, [60.0, y], 425.0, question);
            kit::check(s, Face::bold(family), 503.0, y, 9.0, false);
            kit::check(s, Face::bold(family), 542.0, y, 9.0, false);
            s.rule(42.0, 570.0, y + 8.0, 0.25);
        }
    }
    y += 52.0;
    s.plain(
        9.0,
        42.0,
        y,
        "I certify that each of the answers shown above was made by me.",
    );
    for (label, left, right) in [("Signature", 42.0, 300.0), ("Date and place", 330.0, 570.0)] {
        s.rule(left, right, y + 40.0, 0.5);
        s.plain(7.0, left, y + 49.0, label);
    }
}

/// The foot line.
fn foot(s: &mut Sheet, family: Family, page: usize) {
    s.rule(42.0, 570.0, 750.0, 0.5);
    s.write(
        Face::regular(family),
        8.0,
        42.0,
        760.0,
        "Form N-445 (Rev. 01/11/05) Y",
    );
    s.flush_right(
        Face::regular(family),
        8.0,
        570.0,
        760.0,
        &format!("Page {page}"),
    );
}
