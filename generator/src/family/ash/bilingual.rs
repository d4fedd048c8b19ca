//! A transfer notice in two languages: values first and labels after them, then two columns.
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::desk::{self, Days, Own, Pen};
use super::words;

/// Labels of the filer's own account, in English and Spanish.
const OWN: [[&str; 2]; 4] = [
    [
        "USCIS Online Account Number",
        "N\u{fa}mero de cuenta en l\u{ed}nea de USCIS",
    ],
    [
        "your USCIS online account no.",
        "su n\u{fa}m. de cuenta en l\u{ed}nea de USCIS",
    ],
    [
        "own USCIS online account number",
        "n\u{fa}mero de su propia cuenta en l\u{ed}nea de USCIS",
    ],
    [
        "Online Account Number",
        "N\u{fa}mero de cuenta en l\u{ed}nea",
    ],
];

/// One row: a value, and its label in both languages.
struct Row {
    /// The value.
    value: String,
    /// The labels.
    labels: [&'static str; 2],
}

/// Makes a row.
fn row(value: &str, labels: [&'static str; 2]) -> Row {
    Row {
        value: value.into(),
        labels,
    }
}

/// The rows of the table.
fn rows(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    own: Own,
    dates: [&str; 2],
) -> Vec<Row> {
    let number = desk::a_text(rng, truth, &case.filer.a_number);
    let name = case.filer.listed();
    desk::note_filer(truth, case, &name);
    let role = if case.is_petition {
        ["Petitioner", "Peticionario"]
    } else {
        ["Applicant", "Solicitante"]
    };
    let mut list = vec![
        row(&case.receipt, ["Receipt Number", "N\u{fa}mero de recibo"]),
        row(dates[0], ["Notice Date", "Fecha de la notificaci\u{f3}n"]),
        row(dates[1], ["Received Date", "Fecha de recibo"]),
        row(case.form_code, ["Form", "Formulario"]),
        row(&name, role),
        row(&number, ["A-Number", "N\u{fa}mero de extranjero (A)"]),
    ];
    if let Some(text) = desk::account_text(rng, case, own, truth) {
        let place = 1 + rng.below(list.len());
        list.insert(place, row(&text, rng.pick(&OWN)));
    }
    if rng.chance(0.5) {
        let labels = rng.pick(&[
            ["Shipment of files", "Env\u{ed}o de expedientes"],
            [
                "Payment tracking number",
                "N\u{fa}mero de seguimiento del pago",
            ],
        ]);
        let value = words::twelve(rng);
        list.push(row(&value, labels));
    }
    list
}

/// The table: the value at the left, flush or not, the labels right of it.
fn table(rng: &mut Rng, pen: &mut Pen, list: &[Row]) {
    let [plain, heavy, slope] = [pen.regular(), pen.heavy(), pen.slope()];
    let stop = pen.left + rng.uniform(150.0, 180.0);
    let flush = rng.chance(0.5);
    let brackets = rng.chance(0.4);
    let ruled = rng.chance(0.6);
    let tall = rng.uniform(16.0, 19.0);
    let top = pen.y;
    for (place, row) in list.iter().enumerate() {
        let y = top + 12.0 + tall * place as f32;
        let size = desk::fit(heavy, 10.0, stop - pen.left - 8.0, &row.value);
        if flush {
            pen.sheet
                .flush_right(heavy, size, stop - 6.0, y, &row.value);
        } else {
            pen.sheet.write(heavy, size, pen.left + 4.0, y, &row.value);
        }
        let english = if brackets {
            format!("({})", row.labels[0])
        } else {
            row.labels[0].into()
        };
        let spanish = format!("/ {}", row.labels[1]);
        let wide = plain.width(&english, 8.5) + slope.width(&spanish, 8.5);
        let small = 8.5 * ((pen.right - stop - 12.0) / wide).min(1.0);
        let end = pen.sheet.write(plain, small, stop + 4.0, y, &english);
        pen.sheet.write(slope, small, end + 4.0, y, &spanish);
        if ruled {
            pen.sheet.rule(pen.left, pen.right, y + tall - 12.0, 0.3);
        }
    }
    let bottom = top + tall * list.len() as f32;
    if ruled {
        pen.sheet.rule(pen.left, pen.right, top, 0.3);
        pen.sheet.upright(stop, top, bottom, 0.3);
    }
    pen.y = bottom + 24.0;
}

/// The prose in both languages.
fn prose(rng: &mut Rng, new_office: &words::Office, gone: bool) -> [Vec<String>; 2] {
    let mut english = vec![
        format!(
            "We have sent your case to {}, {}, {}.",
            new_office[0], new_office[1], new_office[2]
        ),
        "You need do nothing now. The office named here will write to you. The date on which we \
         received your case does not change."
            .into(),
        "If you move, tell us within ten days on Form AR-11.".into(),
    ];
    let mut spanish: Vec<String> = vec![
        format!("Hemos enviado su caso a {}, {}, {}.", new_office[0], new_office[1], new_office[2]),
        "No tiene que hacer nada por ahora. La oficina nombrada le escribir\u{e1}. La fecha en que \
         recibimos su caso no cambia."
            .into(),
        "Si se muda, inf\u{f3}rmenos dentro de diez d\u{ed}as con el Formulario AR-11.".into(),
    ];
    if rng.chance(0.6) {
        english.push(words::talk(rng, gone));
        spanish.push(
            "Un n\u{fa}mero de cuenta en l\u{ed}nea tiene 12 d\u{ed}gitos (por ejemplo, \
             012345678901). No es lo mismo que el n\u{fa}mero de recibo."
                .into(),
        );
    }
    english.push("Contact Center: 1-800-375-5283 (TTY 1-800-767-1833).".into());
    spanish.push("Centro de Contacto: 1-800-375-5283 (TTY 1-800-767-1833).".into());
    [english, spanish]
}

/// Two columns of prose.
fn columns(pen: &mut Pen, texts: &[Vec<String>; 2]) {
    let middle = (pen.left + pen.right) / 2.0;
    let faces = [pen.regular(), pen.slope()];
    let spans = [[pen.left, middle - 12.0], [middle + 12.0, pen.right]];
    let mut low = pen.y;
    for ((list, span), face) in texts.iter().zip(spans).zip(faces) {
        let mut y = pen.y;
        for text in list {
            y = pen
                .sheet
                .paragraph(face, 9.5, span[0], y, span[1] - span[0], text)
                + 6.0;
        }
        low = low.max(y);
    }
    pen.sheet.upright(middle, pen.y - 10.0, low - 10.0, 0.4);
    pen.y = low;
}

/// The letterhead: three columns above a thick line.
fn letterhead(sheet: &mut Sheet, faces: [Face; 2], office: &words::Office) {
    let [plain, heavy] = faces;
    let thirds = [
        [
            "Department of",
            "Homeland Security",
            "Washington DC 20528-0001",
        ],
        ["Citizenship and", "Immigration Services", "uscis.gov"],
        *office,
    ];
    for (place, column) in thirds.iter().enumerate() {
        let x = 52.0 + 172.0 * place as f32;
        for (line, text) in column.iter().enumerate() {
            let face = if line == 0 && place == 2 {
                heavy
            } else {
                plain
            };
            desk::put(
                sheet,
                face,
                8.5,
                [x, 46.0 + 10.5 * line as f32, 164.0],
                text,
            );
        }
        if place > 0 {
            sheet.upright(x - 8.0, 36.0, 70.0, 0.5);
        }
    }
    sheet.fill([52.0, 76.0, 560.0, 79.0], 0.0);
}

/// A transfer notice in English and Spanish.
pub(super) fn two_languages(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::LiberationSerif,
        Family::DejaVuSerif,
        Family::FreeSans,
    ]);
    let mut pen = Pen::new(family, [52.0, 560.0], 104.0, 10.0);
    let days = rng.pick(&[Days::Numeric, Days::Long]);
    let dates = [days.print(&case.noticed), days.print(&case.received)];
    let mut truth = desk::truth_of(case, "I-797C", &dates[0]);
    truth.fields.received_date = Some(dates[1].clone());
    truth.fields.notice_type = Some("Transfer Notice".into());
    let old = words::field_office(rng);
    let mut new = words::field_office(rng);
    while new == old {
        new = words::field_office(rng);
    }
    let faces = [pen.regular(), pen.heavy()];
    letterhead(&mut pen.sheet, faces, &old);
    let heavy = pen.heavy();
    pen.sheet
        .write(heavy, 14.0, pen.left, pen.y, "Transfer Notice");
    let slope = pen.slope();
    pen.sheet
        .write(slope, 11.0, pen.left + 118.0, pen.y, "Aviso de traslado");
    pen.sheet.flush_right(
        faces[0],
        8.5,
        pen.right,
        pen.y,
        "Form I-797C, Notice of Action",
    );
    pen.gap(26.0);
    let own = desk::own(rng, case, 45, 15);
    let list = rows(rng, case, &mut truth, own, [&dates[0], &dates[1]]);
    table(rng, &mut pen, &list);
    let texts = prose(rng, &new, own == Own::Gone);
    columns(&mut pen, &texts);
    address(rng, &mut pen, case);
    Drawing {
        sheets: vec![pen.sheet],
        truth,
    }
}

/// The address at the foot, as for a window envelope, below a fold.
fn address(rng: &mut Rng, pen: &mut Pen, case: &Case) {
    let face = pen.regular();
    for x in 0..42 {
        let left = 52.0 + 12.1 * x as f32;
        pen.sheet.rule(left, left + 6.0, 560.0, 0.3);
    }
    let code = format!(
        "{}  {}  P1 T{}",
        rng.digits(6),
        rng.digits(3),
        rng.digits(2)
    );
    pen.sheet.write(face, 7.0, 96.0, 618.0, &code);
    for (line, text) in [&case.filer.name(), &case.address[0], &case.address[1]]
        .iter()
        .enumerate()
    {
        pen.sheet
            .write(face, 10.5, 96.0, 634.0 + 13.0 * line as f32, text);
    }
    if rng.chance(0.5) {
        desk::receipt_bars(&mut pen.sheet, 360.0, 624.0, 30.0, &case.receipt);
    }
    pen.foot(
        7.5,
        764.0,
        ["Form I-797C", "English / Espa\u{f1}ol", "1 of 1"],
    );
}
