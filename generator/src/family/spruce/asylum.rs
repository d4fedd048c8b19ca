//! An asylum office's acknowledgment: a centred head and a table of the whole family.
use super::kit::{self, Column, Own};
use super::stock::{self, Office};
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Where the account number stands.
enum Spot {
    Column,
    Line,
    Sentence,
}

/// The acknowledgment of receipt.
pub(super) fn acknowledgment(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::FreeSerif, Family::Times, Family::DejaVuSerif]);
    let mut s = Sheet::letter(family);
    let form = if rng.chance(0.5) { "I-797C" } else { "" };
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    let (prefix, office) = rng.pick(stock::ASYLUM);
    let own = kit::own(rng, case, &mut truth);
    let spot = match rng.below(3) {
        0 => Spot::Column,
        1 if own.filled() => Spot::Sentence,
        _ => Spot::Line,
    };
    head(&mut s, family, form, office);
    let number = match rng.chance(0.65) {
        true => case::receipt(rng, prefix, case.received.year),
        false => stock::ioe(rng, case),
    };
    let mut text = Column {
        family,
        size: 10.8,
        left: 62.0,
        measure: 488.0,
        y: 128.0,
    };
    if family == Family::DejaVuSerif {
        text.size = 9.2;
    }
    opening(&mut s, rng, case, &mut text, &number, &mut truth);
    if let (Spot::Line, true) = (&spot, own.labelled()) {
        text.entry(&mut s, line_label(rng), own.text());
    }
    text.y += 8.0;
    prose(&mut s, rng, &mut text, case, &mut truth);
    if let (Spot::Sentence, Own::Number(digits)) = (&spot, &own) {
        text.say(&mut s, &sentence(rng, digits));
    }
    let column = if let Spot::Column = spot {
        Some(&own)
    } else {
        None
    };
    table(&mut s, rng, case, &mut text, column, &mut truth);
    closing(&mut s, rng, &mut text, office);
    Drawing {
        sheets: vec![s],
        truth,
    }
}

/// A label for the line of the principal's account.
fn line_label(rng: &mut Rng) -> &'static str {
    rng.pick(&[
        "USCIS Online Account Number (principal applicant):",
        "Your USCIS Online Account No.:",
        "USCIS ELIS Account Number:",
        "USCIS Online Account Number / N\u{fa}mero de cuenta en l\u{ed}nea de USCIS:",
    ])
}

/// The number in a sentence.
fn sentence(rng: &mut Rng, digits: &str) -> String {
    match rng.below(3) {
        0 => format!(
            "This application is linked to your USCIS online account, account number {digits}. \
            Sign in at my.uscis.gov to see notices and to change your address."
        ),
        1 => format!(
            "Because you filed online, no paper copy of the form is needed. Your USCIS Online \
            Account Number is {digits}; write it on any later form that asks for it."
        ),
        _ => format!(
            "We have created a USCIS online account for you (USCIS Online Account Number \
            {digits}). An access code to open it will come in a separate letter."
        ),
    }
}

/// The centred head.
fn head(s: &mut Sheet, family: Family, form: &str, office: Office) {
    let face = Face::regular(family);
    let bold = Face::bold(family);
    s.centred(
        bold,
        11.0,
        306.0,
        46.0,
        "U.S. DEPARTMENT OF HOMELAND SECURITY",
    );
    s.centred(
        face,
        10.0,
        306.0,
        58.0,
        "U.S. Citizenship and Immigration Services",
    );
    s.centred(Face::italic(family), 9.5, 306.0, 72.0, office.0);
    let place = format!("{}, {}", office.1, office.2);
    s.centred(face, 8.5, 306.0, 83.0, &place);
    s.rule(206.0, 406.0, 90.0, 0.8);
    s.centred(bold, 12.0, 306.0, 107.0, "Acknowledgment of Receipt");
    if !form.is_empty() {
        s.flush_right(
            face,
            7.5,
            576.0,
            30.0,
            &format!("Form {form}, Notice of Action"),
        );
    }
}

/// Dates, name and receipt number, one entry a line.
fn opening(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    text: &mut Column,
    number: &str,
    truth: &mut NoticeTruth,
) {
    kit::note(&mut truth.fields.notice_type, "Acknowledgment of Receipt");
    kit::note(&mut truth.fields.case_type, "I-589");
    let noticed = case.noticed.long();
    kit::note(&mut truth.fields.notice_date, &noticed);
    text.entry(s, rng.pick(&["Notice Date:", "Date of Notice:"]), &noticed);
    truth.prints_receipt(number);
    text.entry(
        s,
        rng.pick(&["Receipt Number:", "Receipt #:", "Receipt No.:"]),
        number,
    );
    text.entry(
        s,
        "Form Type:",
        "I-589, Application for Asylum and for Withholding of Removal",
    );
    if rng.chance(0.4) {
        let number = format!("{} {}", rng.digits(9), rng.pick(&["01", "A2", "03"]));
        kit::note(&mut truth.fields.i94_number, &number);
        text.entry(s, rng.pick(&["Form I-94 Number:", "I-94#:"]), &number);
    }
    let name = case.filer.listed();
    kit::note(&mut truth.fields.applicant, &name);
    text.entry(s, rng.pick(&["Applicant:", "Principal Applicant:"]), &name);
    let address = format!("{}, {}", case.address[0], case.address[1]);
    text.entry(s, "Mailing Address:", &address);
}

/// What the office says.
fn prose(s: &mut Sheet, rng: &mut Rng, text: &mut Column, case: &Case, truth: &mut NoticeTruth) {
    let received = case.received.long();
    kit::note(&mut truth.fields.received_date, &received);
    text.say(
        s,
        &format!(
            "Your complete Form I-589 was received on {received} and is pending. You may remain in \
        the United States until your application is decided. If you wish to leave while it is \
        pending, you must obtain advance parole from USCIS."
        ),
    );
    text.say(s, rng.pick(&[
        "If you change your address, send Form AR-11 within 10 days to the address on this letter. \
        Write the A-Number of each person on every page that you send.",
        "You will receive a notice with the date and place of your biometrics appointment and, \
        later, one for your interview. Bring an interpreter (8 CFR 208.9(g)) if you need one.",
        "USCIS does not charge for this application. If you have an attorney, your attorney's \
        own USCIS online account number is not needed for changes to this record.",
    ]));
}

/// The table of the principal and the family.
fn table(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    text: &mut Column,
    own: Option<&Own>,
    truth: &mut NoticeTruth,
) {
    text.head(
        s,
        rng.pick(&[
            "The following persons are included in this application:",
            "Our records show these applicants:",
        ]),
    );
    let own = own.filter(|own| own.labelled());
    let mut edges = vec![62.0, 152.0, 300.0, 368.0, 436.0];
    let mut heads = vec!["A-Number", "Name", "Date of Birth", "Relation"];
    if own.is_some() {
        edges.push(550.0);
        heads.push(rng.pick(&["USCIS Online Acct. No.", "USCIS Online Account #"]));
    } else {
        edges = vec![62.0, 182.0, 364.0, 456.0, 550.0];
    }
    let top = text.y - 4.0;
    s.fill([62.0, top, 550.0, top + 16.0], 0.88);
    row(s, text.family, top, &edges, &heads);
    let people = household(rng, case);
    let mut y = top + 16.0;
    for (step, (person, relation)) in people.iter().enumerate() {
        let number = kit::a_number(rng, person, truth);
        let name = person.listed();
        let born = person.born.numeric();
        let mut cells = vec![number.as_str(), &name, &born, relation];
        if let Some(own) = own {
            cells.push(if step == 0 { own.text() } else { "" });
        }
        row(s, text.family, y, &edges, &cells);
        y += 16.0;
    }
    text.y = y + 22.0;
}

/// The principal, and the family where the principal is old enough to have one.
fn household(rng: &mut Rng, case: &Case) -> Vec<(Person, &'static str)> {
    let mut people = vec![(case.filer.clone(), "Principal")];
    let parent = case.filer.born.year;
    if parent > case.noticed.year - 24 {
        return people;
    }
    for step in 0..rng.below(6) as i64 {
        let mut person = case.filer.relative(rng);
        person.born.year = match step {
            0 => parent + 1,
            _ => (parent + 20 + 2 * step).min(case.noticed.year - 1),
        };
        people.push((person, if step == 0 { "Spouse" } else { "Child" }));
    }
    people
}

/// One row of the table.
fn row(s: &mut Sheet, family: Family, top: f32, edges: &[f32], cells: &[&str]) {
    for (cell, edge) in cells.iter().zip(edges.windows(2)) {
        s.frame([edge[0], top, edge[1], top + 16.0], 0.4);
        let width = edge[1] - edge[0] - 6.0;
        kit::fitted(
            s,
            Face::regular(family),
            8.8,
            [edge[0] + 3.0, top + 11.2],
            width,
            cell,
        );
    }
}

/// The end of the letter and the foot.
fn closing(s: &mut Sheet, rng: &mut Rng, text: &mut Column, office: Office) {
    text.say(
        s,
        "If a person listed above leaves the household, marries, or turns 21, tell this \
        office in writing. A person who is not listed is not part of this application, and cannot \
        be added by telephone. The order of the list has no effect on the decision.",
    );
    if rng.chance(0.6) {
        text.say(
            s,
            "You may ask for permission to work when the application has been pending for \
            150 days (8 CFR 208.7), on Form I-765, category (c)(8). Delays that you ask for or \
            cause stop the count of days.",
        );
    }
    text.say(
        s,
        "If a name, date of birth or A-Number above is wrong, write to this office at once.",
    );
    let copy = rng.pick(&[
        "cc: Executive Office for Immigration Review",
        "Enclosures: none",
        "cc: file",
    ]);
    text.lines(
        s,
        &[
            "Sincerely,",
            "",
            "",
            &format!("Director, {}", office.0),
            "",
            copy,
        ],
    );
    let phone = stock::phone(rng);
    let line = format!(
        "{} \u{b7} Telephone {phone} \u{b7} www.uscis.gov/asylum",
        office.0
    );
    s.rule(62.0, 550.0, 744.0, 0.4);
    s.centred(Face::regular(text.family), 8.0, 306.0, 756.0, &line);
}
