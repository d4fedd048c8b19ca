//! A courtesy copy in two languages: labels in pairs, values in boxes at the right.
use super::ink::{bars, prose, squeeze, stack, symbology};
use super::words::{self, Own};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the own account, English and Spanish.
const LABELS: &[[&str; 2]] = &[
    ["Your USCIS online account", "Su cuenta en línea de USCIS"],
    [
        "USCIS online account no. (own)",
        "Núm. de cuenta en línea de USCIS (propia)",
    ],
    [
        "Account you hold with USCIS online",
        "Cuenta suya en línea con USCIS",
    ],
    [
        "USCIS Online Account #",
        "Número de cuenta en línea de USCIS",
    ],
];

/// English and Spanish paragraphs that say the same.
const BODY: &[[&str; 2]] = &[
    [
        "We have your papers and are at work on them. You need do nothing for now.",
        "Tenemos sus documentos y estamos trabajando en ellos. Por ahora no tiene que hacer nada.",
    ],
    [
        "This copy is a courtesy. Should the two columns differ, the English one governs.",
        "Esta copia es una cortesía. Si las dos columnas difieren, prevalece la inglesa.",
    ],
    [
        "Beware of notaries who promise a quick card. Only an attorney may advise you.",
        "Cuídese de los notarios que prometen una tarjeta rápida. Sólo un abogado puede \
            aconsejarle.",
    ],
    [
        "If you move, tell us within ten days. A letter that comes back is not sent twice.",
        "Si se muda, avísenos dentro de diez días. Una carta devuelta no se envía otra vez.",
    ],
];

/// A pair of labels and a value.
type Pair = ([String; 2], String);

/// The page.
pub(super) fn bilingual(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::DejaVuSansCondensed,
        Family::LiberationSerif,
        Family::LiberationSans,
    ]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    head(&mut sheet, rng, &mut truth, family);
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    stack(&mut sheet, Face::regular(family), 10.5, [64.0, 118.0], &to);
    let kind = symbology(rng);
    bars(&mut sheet, kind, [350.0, 108.0], 216.0, 26.0, &case.receipt);
    let own = Own::draw(rng, case, &mut truth, 0.45, 0.2);
    let (own, aside) = own.split(rng, 0.3);
    if let Some(number) = aside {
        let (face, italic) = (Face::regular(family), Face::italic(family));
        sheet.write(
            face,
            7.5,
            350.0,
            146.0,
            "You are on USCIS online under account",
        );
        sheet.write(
            italic,
            7.0,
            350.0,
            154.5,
            "Usted está en USCIS en línea con la cuenta",
        );
        sheet.flush_right(Face::bold(family), 9.5, 566.0, 151.0, &number);
    }
    let pairs = pairs(rng, case, &mut truth, &own);
    let y = boxes(&mut sheet, rng, family, &pairs);
    let y = body(&mut sheet, rng, family, y + 22.0);
    extras(&mut sheet, rng, &mut truth, family, y + 6.0);
    let face = Face::regular(family);
    sheet.write(face, 7.0, 46.0, 752.0, "Form I-797C (EN/ES) 06/02/14");
    sheet.flush_right(face, 7.0, 566.0, 752.0, "Page / Página 1 of / de 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The head in two languages.
fn head(sheet: &mut Sheet, rng: &mut Rng, truth: &mut NoticeTruth, family: Family) {
    let (english, spanish) = rng.pick(&[
        ("Receipt Notice", "Aviso de recibo"),
        ("Transfer Notice", "Aviso de traslado"),
        ("Courtesy Letter", "Carta de cortesía"),
    ]);
    truth.fields.notice_type = Some(english.into());
    sheet.write(
        Face::regular(family),
        8.0,
        46.0,
        38.0,
        "U.S. Citizenship and Immigration Services",
    );
    let agency = "Servicio de Ciudadanía e Inmigración de los Estados Unidos";
    sheet.flush_right(Face::italic(family), 8.0, 566.0, 38.0, agency);
    sheet.rule(46.0, 566.0, 44.0, 1.0);
    sheet.bold(15.0, 46.0, 66.0, english);
    sheet.flush_right(Face::italic(family), 15.0, 566.0, 66.0, spanish);
    sheet.write(
        Face::regular(family),
        8.0,
        46.0,
        78.0,
        "Form I-797C, Notice of Action",
    );
}

/// A pair of labels and a value.
fn pair(english: &str, spanish: &str, value: &str) -> Pair {
    (
        [english.to_string(), spanish.to_string()],
        value.to_string(),
    )
}

/// The labels and values.
fn pairs(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, own: &Own) -> Vec<Pair> {
    let (filer, other) = words::note_people(case, truth, true);
    let person = words::subject(case);
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&person.a_number);
    truth.fields.case_type = Some(case.form_code.into());
    truth.fields.received_date = Some(case.received.numeric());
    truth.fields.notice_date = Some(case.noticed.numeric());
    let spanish = if case.is_petition {
        "Peticionario"
    } else {
        "Solicitante"
    };
    let mut pairs = vec![
        pair(
            "Receipt number",
            "Número de recibo",
            &words::receipt(rng, &case.receipt),
        ),
        pair("Form", "Formulario", case.form_code),
        pair("Received on", "Recibido el", &case.received.numeric()),
        pair("Notice date", "Fecha del aviso", &case.noticed.numeric()),
        pair(words::role(case), spanish, &filer),
    ];
    if case.is_petition {
        pairs.push(pair("Beneficiary", "Beneficiario", &other));
    }
    let alien = words::alien(rng, &person.a_number);
    pairs.push(pair("A-Number", "Número A (de extranjero)", &alien));
    if let Some(text) = own.cell() {
        let [english, spanish] = rng.pick(LABELS);
        pairs.insert(rng.below(pairs.len() + 1), pair(english, spanish, text));
    }
    if rng.chance(0.5) {
        let number = words::reference(rng);
        pairs.push(pair(
            "Bank account debited",
            "Cuenta bancaria debitada",
            &number,
        ));
    }
    pairs
}

/// The boxes, in one column or in two; returns where they end.
fn boxes(sheet: &mut Sheet, rng: &mut Rng, family: Family, pairs: &[Pair]) -> f32 {
    let (double, spanish_first) = (rng.chance(0.5), rng.chance(0.3));
    let pitch = rng.uniform(25.0, 29.0);
    let columns = if double { 2 } else { 1 };
    let mut y = 176.0;
    for group in pairs.chunks(columns) {
        for (side, (labels, value)) in group.iter().enumerate() {
            let left = 46.0 + 266.0 * side as f32;
            let (room, width) = if double {
                (136.0, 254.0)
            } else {
                (220.0, 470.0)
            };
            let (first, second) = if spanish_first { (1, 0) } else { (0, 1) };
            let (bold, italic) = (Face::bold(family), Face::italic(family));
            squeeze(
                sheet,
                bold,
                8.5,
                [left, y + 9.0],
                room - 5.0,
                &labels[first],
            );
            squeeze(
                sheet,
                italic,
                7.5,
                [left, y + 18.0],
                room - 5.0,
                &labels[second],
            );
            sheet.frame([left + room, y, left + width, y + 20.0], 0.6);
            let at = [left + room + 5.0, y + 13.5];
            squeeze(
                sheet,
                Face::regular(family),
                10.0,
                at,
                width - room - 10.0,
                value,
            );
        }
        y += pitch;
    }
    y
}

/// The paragraphs side by side; returns the next baseline.
fn body(sheet: &mut Sheet, rng: &mut Rng, family: Family, top: f32) -> f32 {
    let skipped = rng.below(BODY.len());
    let mut y = top;
    for (index, [english, spanish]) in BODY.iter().enumerate() {
        if index == skipped {
            continue;
        }
        let left = sheet.paragraph(Face::regular(family), 9.5, 46.0, y, 248.0, english);
        let right = sheet.paragraph(Face::italic(family), 9.5, 314.0, y, 252.0, spanish);
        y = left.max(right) + 5.0;
    }
    y
}

/// Sentences at the foot of the body, with traps, and the office.
fn extras(sheet: &mut Sheet, rng: &mut Rng, truth: &mut NoticeTruth, family: Family, y: f32) {
    let count = rng.between(1, 3) as usize;
    let mut texts = words::general(rng, count);
    texts.push(words::trap(rng));
    if rng.chance(0.5) {
        texts.push(
            "Example / Ejemplo: USCIS online account 0000 1234 5678 - cuenta en línea de \
            USCIS 0000 1234 5678 (invented / inventado)."
                .to_string(),
        );
    }
    if rng.chance(0.3) {
        let number = words::representative(rng, truth);
        texts.push(format!(
            "Attorney's USCIS online account / Cuenta en línea del abogado: \
            {number}"
        ));
    }
    let y = prose(sheet, Face::regular(family), 9.0, [46.0, y], 520.0, &texts);
    let office = rng.pick(words::OFFICES);
    stack(
        sheet,
        Face::regular(family),
        8.0,
        [46.0, y.max(690.0)],
        &office,
    );
}
