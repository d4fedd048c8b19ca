//! Asylum division: an acknowledgment in official prose, and a bilingual call to an interview.

use super::page::{CellLook, Doc, bars};
use super::prose::fill;
use super::words::{
    A_LABELS, COUNTRIES, LABELS, OFFICES, R_LABELS, asylum_receipt, day, gently, hour, or_blank,
    own_account, relatives, representative, route, shuffle,
};
use crate::case::{Case, Person, account, printed_a_number, printed_account, printed_receipt};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A letter that acknowledges an asylum application, with a table of the family.
pub(super) fn acknowledgment(rng: &mut Rng, case: &Case) -> Drawing {
    let mut truth = NoticeTruth::default();
    let family = rng.pick(&[Family::Times, Family::LiberationSerif, Family::FreeSerif]);
    let size = rng.uniform(9.4, 10.4);
    let mut doc = Doc::new(family, size);
    let style = rng.below(4);
    let (prefix, city, street, place) = rng.pick(&OFFICES);
    let receipt = asylum_receipt(rng, case, prefix);
    truth.prints_receipt(&receipt);
    let printed = printed_receipt(rng, &receipt);
    doc.head = format!("Asylum Division, {city}: {printed}");

    letterhead(
        &mut doc,
        rng,
        &format!("{city} Asylum Office"),
        street,
        place,
    );
    if rng.chance(0.5) {
        truth.form = "I-797C".into();
        doc.set(doc.strong(), 11.0, "Form I-797C, Notice of Action", 2.0);
    }
    let title = rng.pick(&[
        "ACKNOWLEDGMENT OF RECEIPT OF AN ASYLUM APPLICATION",
        "Acknowledgment of Receipt, Form I-589",
        "YOUR APPLICATION FOR ASYLUM HAS BEEN RECEIVED",
    ]);
    doc.set(doc.strong(), 12.0, title, 6.0);
    let noticed = day(style, case.noticed);
    let dated = rng.pick(&["Date of this notice:", "Notice Date:", "Date of Notice:"]);
    doc.prose(&format!("{dated} {noticed}"));
    truth.fields.notice_date = Some(noticed);
    let (who, regular) = (&case.filer, doc.regular());
    let mut address = vec![who.name()];
    address.extend(case.address.iter().cloned());
    doc.lines(regular, &address);
    truth.fields.addressee = Some(who.name());

    let received = day(style, case.received);
    truth.fields.received_date = Some(received.clone());
    truth.fields.case_type = Some("I-589".into());
    let number = printed_a_number(rng, &who.a_number);
    truth.prints_a_number(&who.a_number);
    let label = rng.pick(&R_LABELS);
    doc.prose(&match rng.below(3) {
        0 => format!(
            "Your Form I-589, Application for Asylum and for Withholding of Removal, was received \
             by this office on {received} and is pending under {label} {printed}. The principal \
             applicant is recorded under {} {number}.",
            rng.pick(&A_LABELS)
        ),
        1 => format!(
            "This office acknowledges that it received, on {received}, the Form I-589 of the \
             applicant whose A-Number is {number}. The application was entered in our system as \
             {printed}, which is the {label} that you should quote."
        ),
        _ => format!(
            "Received on: {received}. The Form I-589 named above carries {label} {printed} and \
             has been joined to {} {number}, the file of the principal applicant.",
            rng.pick(&A_LABELS)
        ),
    });
    fill(&mut doc, rng, 0, 3);
    let shown = own_account(rng, case, &mut truth);
    let name = rng.pick(&LABELS);
    match shown.as_deref() {
        Some("") => {
            let blank = or_blank(rng, "");
            doc.prose(&format!("{name}: {blank}"));
            doc.prose(
                "If the line above is empty, no number has been entered for you. Do not write a \
                 number of your own on it.",
            );
        }
        Some(value) => doc.prose(&match rng.below(3) {
            0 => {
                format!("When you write to us online, quote {name} {value} and the date of entry.")
            }
            1 => format!("The {name} under which your application is kept is {value}."),
            _ => format!("{value} is your {name}; it has twelve digits and never changes."),
        }),
        None if rng.chance(0.5) => doc.prose(
            "The application was filed on paper, and no online account is linked to it. You do \
             not need one for your interview.",
        ),
        None => {}
    }
    doc.prose(
        "The persons in the following table are included in the application. If a name is \
         missing or misspelled, write to the office above before your fingerprints are taken.",
    );
    household(&mut doc, rng, style, who, &mut truth);
    if rng.chance(0.5) {
        let number = representative(rng, &mut truth);
        doc.prose(&format!(
            "A Form G-28 of {} of {} is on file. Attorney or Accredited Representative USCIS \
             Online Account Number: {number}.",
            gently(&case.attorney.0),
            gently(&case.attorney.1),
        ));
    }
    doc.prose(
        "You may remain in the United States while your application is pending. You may ask for \
         employment authorization 150 days after the complete application was received. This \
         notice does not grant any immigration status or benefit.",
    );
    fill(&mut doc, rng, 1, 5);
    doc.room(40.0);
    let mark = rng.pick(&["1/", "*", "(a)"]);
    doc.line(0.4);
    doc.y += 12.0;
    doc.set(
        regular,
        8.0,
        &format!(
            "{mark} Biometrics vendor payment tracking reference {}; keep it for your records. \
             Questions: 1-800-375-5283, or fax 1-{}-{}-{}.",
            rng.digits(12),
            rng.between(201, 989),
            rng.digits(3),
            rng.digits(4)
        ),
        4.0,
    );
    let foot = if truth.form.is_empty() {
        "Asylum Division"
    } else {
        "Form I-797C 04/01/19"
    };
    let sheets = doc.finish(foot, rng.below(3));
    Drawing { sheets, truth }
}

/// The agency at the left and a routing block at the right.
fn letterhead(doc: &mut Doc, rng: &mut Rng, office: &str, street: &str, place: &str) {
    let (bold, regular, left, right) = (doc.strong(), doc.regular(), doc.left, doc.right);
    let codes = [
        format!("ROUTE {}", route(rng)),
        format!("BATCH {}-{}", rng.digits(8), rng.digits(2)),
        format!(
            "CONTROL {} {} {}",
            rng.digits(3),
            rng.digits(3),
            rng.digits(3)
        ),
    ];
    let sheet = doc.sheet();
    sheet.write(
        bold,
        10.5,
        left,
        52.0,
        "U.S. Department of Homeland Security",
    );
    sheet.write(
        regular,
        9.0,
        left,
        64.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.write(regular, 9.0, left, 76.0, office);
    sheet.write(regular, 9.0, left, 88.0, &format!("{street}, {place}"));
    sheet.frame([right - 142.0, 40.0, right, 86.0], 1.1);
    for (n, code) in codes.iter().enumerate() {
        sheet.write(regular, 8.0, right - 136.0, 54.0 + 13.0 * n as f32, code);
    }
    doc.y = 116.0;
}

/// A table of the principal and the family, with columns in random order.
fn household(doc: &mut Doc, rng: &mut Rng, style: usize, who: &Person, truth: &mut NoticeTruth) {
    let kin = relatives(rng, who);
    let land = rng.pick(&COUNTRIES);
    let mut people = vec![("Principal", who.clone())];
    people.extend(kin);
    let mut order = [0, 1, 2, 3, 4];
    shuffle(rng, &mut order);
    let heads = [
        rng.pick(&["Name", "Applicants", "Person included"]),
        rng.pick(&["A-Number", "Alien No.", "A-File No."]),
        rng.pick(&["Relationship", "Relation", "Status in case"]),
        rng.pick(&["Born", "Date of birth", "DOB"]),
        rng.pick(&["Country", "Nationality"]),
    ];
    let widths = [160.0, 98.0, 76.0, 88.0, 70.0];
    let mut rows = vec![order.map(|at| heads[at].to_owned()).to_vec()];
    for (kin, person) in &people {
        let cells = [
            person.listed(),
            printed_a_number(rng, &person.a_number),
            (*kin).to_owned(),
            day(style, person.born),
            land.to_owned(),
        ];
        truth.prints_a_number(&person.a_number);
        rows.push(order.map(|at| cells[at].clone()).to_vec());
    }
    doc.y -= 8.0;
    doc.table(8.4, &order.map(|at| widths[at]), &rows, rng.below(3));
}

/// A call to an asylum interview, with captions in English and Spanish.
pub(super) fn interview(rng: &mut Rng, case: &Case) -> Drawing {
    let mut truth = NoticeTruth::default();
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::FreeSans,
        Family::LiberationSans,
    ]);
    let mut doc = Doc::new(family, rng.uniform(9.0, 9.8));
    let style = rng.below(4);
    let (prefix, city, street, place) = rng.pick(&OFFICES);
    let receipt = asylum_receipt(rng, case, prefix);
    truth.prints_receipt(&receipt);
    let (bold, regular, italic) = (doc.strong(), doc.regular(), Face::italic(family));
    let who = &case.filer;
    doc.middle(bold, 15.0, "INTERVIEW NOTICE / AVISO DE ENTREVISTA");
    doc.middle(
        regular,
        9.0,
        "U.S. Citizenship and Immigration Services - Asylum Division",
    );
    doc.y += 6.0;

    let joint = rng.pick(&[" / ", " - ", " | "]);
    let two = |english: &str, spanish: &str| format!("{english}{joint}{spanish}");
    let noticed = day(style, case.noticed);
    let mut cells = vec![
        (
            two("Receipt No.", "Núm. de recibo"),
            printed_receipt(rng, &receipt),
        ),
        (
            two("A-Number", "Número de registro de extranjero"),
            printed_a_number(rng, &who.a_number),
        ),
        (two("Notice Date", "Fecha del aviso"), noticed.clone()),
        (two("Applicant", "Solicitante"), who.listed()),
        (two("Form Type", "Formulario"), "I-589".to_owned()),
        (
            two("Date of Birth", "Fecha de nacimiento"),
            day(style, who.born),
        ),
        (two("Routing Code", "Código de ruta"), route(rng)),
    ];
    truth.prints_a_number(&who.a_number);
    truth.fields.notice_date = Some(noticed);
    truth.fields.applicant = Some(who.listed());
    truth.fields.case_type = Some("I-589".into());
    if let Some(value) = own_account(rng, case, &mut truth) {
        let label = match rng.below(3) {
            0 => two(
                "USCIS Online Account Number",
                "Número de cuenta en línea de USCIS",
            ),
            1 => two("Online Account No.", "Núm. de cuenta en línea"),
            _ => two("Account Number (if any)", "Número de cuenta (si lo tiene)"),
        };
        cells.push((label, or_blank(rng, &value)));
    }
    shuffle(rng, &mut cells);
    let look = CellLook {
        below: rng.chance(0.4),
        framed: rng.chance(0.6),
    };
    doc.cells(rng.pick(&[2, 2, 3]), &cells, look);

    let when = case.noticed.later(1, rng.between(0, 27));
    let (date, time) = (day(style, when), hour(rng));
    let lines = [
        format!("{city} Asylum Office"),
        street.to_owned(),
        place.to_owned(),
    ];
    doc.prose(
        "You and the members of your family listed below are scheduled for an interview. If an \
         address or a number above is wrong, tell the officer at the interview.",
    );
    let spanish = "Usted y los familiares incluidos en su solicitud deben presentarse a una \
                   entrevista. Traiga este aviso y un intérprete si no habla inglés con fluidez.";
    doc.set(italic, doc.size, spanish, 8.0);
    doc.ledger(
        150.0,
        &[
            (two("Interview date", "Fecha"), date.clone()),
            (two("Time", "Hora"), time.clone()),
            (two("Place", "Lugar"), lines[0].clone()),
            (String::new(), lines[1].clone()),
            (String::new(), lines[2].clone()),
        ],
        "",
    );
    truth.fields.appointment_date = Some(date);
    truth.fields.appointment_time = Some(time);
    truth.fields.appointment_place = Some(lines.join(", "));

    let mut rows = vec![vec![
        two("Family member", "Familiar"),
        two("Relationship", "Parentesco"),
        two("A-Number", "Núm. A"),
    ]];
    for (kin, person) in relatives(rng, who) {
        let number = printed_a_number(rng, &person.a_number);
        truth.prints_a_number(&person.a_number);
        rows.push(vec![person.name(), kin.to_owned(), number]);
    }
    doc.table(doc.size - 0.6, &[210.0, 140.0, 142.0], &rows, rng.below(3));
    if rng.chance(0.6) {
        let helper = Person::draw(rng);
        let digits = account(rng);
        doc.prose(&format!(
            "Interpreter announced for this interview (not an applicant): {}, telephone \
             {}-{}-{}. Interpreter's own USCIS account number: {}.",
            gently(&helper.name()),
            rng.between(201, 989),
            rng.between(200, 989),
            rng.digits(4),
            printed_account(rng, &digits)
        ));
    } else {
        let number = representative(rng, &mut truth);
        doc.prose(&format!(
            "Copy / Copia: {} (attorney / abogado), attorney's USCIS online account number \
             {number}.",
            gently(&case.attorney.0)
        ));
    }
    doc.bottom = 698.0;
    fill(&mut doc, rng, 1, 5);
    bars(doc.sheet(), rng, (60.0, 712.0), &receipt);
    let sheets = doc.finish("Asylum Division  -  interview unit", rng.below(3));
    Drawing { sheets, truth }
}
