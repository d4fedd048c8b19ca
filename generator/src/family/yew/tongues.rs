//! A courtesy copy in two columns, English beside Spanish.

use super::page::{Doc, bars, height};
use super::prose::fill;
use super::words::{day, gently, or_blank, own_account, relatives, route};
use crate::case::{Case, MONTHS, account, printed_a_number, printed_account, printed_receipt};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The months in Spanish.
const MESES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// A courtesy copy: each paragraph in English at the left, in Spanish at the right.
pub(super) fn copy(rng: &mut Rng, case: &Case) -> Drawing {
    let mut truth = NoticeTruth::default();
    let family = rng.pick(&[
        Family::LiberationSansNarrow,
        Family::Times,
        Family::Helvetica,
        Family::FreeSerif,
    ]);
    let mut doc = Doc::new(family, 9.4);
    let (bold, regular, italic) = (doc.strong(), doc.regular(), Face::italic(family));
    let who = &case.filer;
    let receipt = printed_receipt(rng, &case.receipt);
    let number = printed_a_number(rng, &who.a_number);
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&who.a_number);
    doc.head = format!("{receipt}  (courtesy copy / copia de cortesía)");
    if rng.chance(0.5) {
        truth.form = "I-797C".into();
        doc.set(
            regular,
            9.0,
            "Form I-797C, Notice of Action / Formulario I-797C, Aviso de acción",
            4.0,
        );
    }
    doc.set(bold, 14.0, "Courtesy copy / Copia de cortesía", 2.0);
    doc.set(
        italic,
        8.4,
        "The English text decides. / En caso de duda vale el texto en inglés.",
        12.0,
    );
    let (english, spanish) = (day(1, case.noticed), fecha(case.noticed));
    truth.fields.notice_date = Some(english.clone());
    let received = day(1, case.received);
    truth.fields.received_date = Some(received.clone());
    truth.fields.case_type = Some(case.form_code.to_owned());
    let role = if case.is_petition {
        ("Petitioner", "Peticionario")
    } else {
        ("Applicant", "Solicitante")
    };
    if case.is_petition {
        truth.fields.petitioner = Some(who.listed());
    } else {
        truth.fields.applicant = Some(who.listed());
    }
    let mut rows = vec![
        (
            format!("Notice Date: {english}"),
            format!("Fecha del aviso: {spanish}"),
        ),
        (
            format!("Received Date: {received}"),
            format!("Fecha de recepción: {}", fecha(case.received)),
        ),
        (
            format!("{}: {}", role.0, who.listed()),
            format!("{}: {}", role.1, who.listed()),
        ),
        (
            format!("Case Type: {}, {}", case.form_code, gently(case.title)),
            format!("Formulario: {}", case.form_code),
        ),
        (
            format!("Receipt Number: {receipt}"),
            format!("Número de recibo: {receipt}"),
        ),
        (
            format!("Alien Registration Number: {number}"),
            format!("Número de registro de extranjero: {number}"),
        ),
    ];
    let shown = own_account(rng, case, &mut truth);
    if let Some(value) = &shown {
        let value = or_blank(rng, value);
        let labels = rng.pick(&[
            (
                "USCIS Online Account Number",
                "Número de cuenta en línea de USCIS",
            ),
            ("Online Account No.", "Núm. de cuenta en línea"),
            (
                "USCIS Online Account Number (if any)",
                "Número de cuenta en línea de USCIS (si existe)",
            ),
        ]);
        // Some copies carry the number in one of the languages only.
        rows.push(match rng.below(4) {
            0 => (String::new(), format!("{}: {value}", labels.1)),
            _ => (
                format!("{}: {value}", labels.0),
                format!("{}: {value}", labels.1),
            ),
        });
    }
    let text = [
        (
            "We have received your form. You do not have to do anything now.",
            "Hemos recibido su formulario. No tiene que hacer nada por ahora.",
        ),
        (
            "Beware of fraud. No officer asks for payment by telephone.",
            "Cuidado con el fraude. Ningún oficial pide pagos por teléfono.",
        ),
        (
            "If you move, tell us within ten days. Keep the confirmation.",
            "Si se muda, avísenos dentro de diez días y guarde la confirmación.",
        ),
    ];
    for (english, spanish) in text {
        rows.push((english.to_owned(), spanish.to_owned()));
    }
    if rng.chance(0.6) {
        let digits = account(rng);
        let printed = printed_account(rng, &digits);
        let office = gently(&case.attorney.1);
        rows.push((
            format!(
                "This translation was made by {office}, your representative. Representative's \
                 USCIS account number: {printed}."
            ),
            format!(
                "Esta traducción fue hecha por {office}, su representante. Número de \
                 cuenta de USCIS del representante: {printed}."
            ),
        ));
        truth.prints_representative_account(&digits);
    }
    if shown.is_none() && rng.chance(0.6) {
        rows.push((
            "You filed on paper. No online account is linked to this case.".to_owned(),
            "Usted presentó en papel. No hay ninguna cuenta en línea vinculada a este caso."
                .to_owned(),
        ));
    }
    if rng.chance(0.5) {
        let phone = format!("{} {} {}", rng.digits(4), rng.digits(4), rng.digits(4));
        rows.push((
            format!("From abroad, dial the relay code {phone}."),
            format!("Desde el extranjero, marque el código {phone}."),
        ));
    }
    columns(&mut doc, &rows, rng.chance(0.5));
    if rng.chance(0.5) {
        let mut table = vec![vec![
            "Family / Familia".to_owned(),
            "Kin / Parentesco".to_owned(),
            "A-Number / Número A".to_owned(),
        ]];
        for (kin, person) in relatives(rng, who) {
            truth.prints_a_number(&person.a_number);
            table.push(vec![
                person.listed(),
                kin.into(),
                printed_a_number(rng, &person.a_number),
            ]);
        }
        doc.table(9.0, &[200.0, 120.0, 172.0], &table, rng.below(3));
    }
    doc.bottom = 700.0;
    fill(&mut doc, rng, 0, 2);
    bars(doc.sheet(), rng, (60.0, 715.0), &case.receipt);
    let sheets = doc.finish(&route(rng), rng.below(3));
    Drawing { sheets, truth }
}

/// `14 de marzo de 2021`.
fn fecha(date: crate::case::Date) -> String {
    let month = (date.month - 1).rem_euclid(MONTHS.len() as i64) as usize;
    format!("{} de {} de {}", date.day, MESES[month], date.year)
}

/// Sets pairs of paragraphs side by side.
fn columns(doc: &mut Doc, rows: &[(String, String)], ruled: bool) {
    let (face, italic, size) = (doc.regular(), Face::italic(doc.family), doc.size);
    let (left, measure) = (doc.left, 234.0);
    let top = doc.y - 10.0;
    for (english, spanish) in rows {
        let tall = height(face, size, measure, english);
        let tall = tall.max(height(italic, size, measure, spanish));
        let y = doc.y;
        doc.sheet().paragraph(face, size, left, y, measure, english);
        doc.sheet()
            .paragraph(italic, size, left + 258.0, y, measure, spanish);
        doc.y = y + tall + 5.0;
    }
    if ruled {
        let bottom = doc.y - 8.0;
        doc.sheet().upright(left + 246.0, top, bottom, 0.6);
    }
    doc.y += 8.0;
}
