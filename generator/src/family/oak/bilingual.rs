//! A courtesy copy in English and Spanish.
use super::desk::{Casing, Desk, Shown};
use super::kit::{Item, receipt_bars, settle, snug, stack};
use super::tongues::*;
use super::words;
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// How the two tongues stand to the value.
#[derive(Clone, Copy, PartialEq)]
enum Plan {
    /// English left, the value in the middle, Spanish right.
    Flanked,
    /// English over Spanish, the value to the right.
    Stacked,
    /// English and Spanish in one line over the value.
    Slashed,
    /// Spanish alone, under the value.
    Spanish,
}

/// A row of the table: the English label, the Spanish label, the value.
struct Row {
    english: String,
    spanish: String,
    value: String,
}

/// A row with one of the pairs.
fn row(desk: &mut Desk, pool: &[Pair], value: String) -> Row {
    let (english, spanish) = desk.rng.pick(pool);
    let english = desk.cased(english);
    let spanish = if desk.casing == Casing::Upper {
        spanish.to_uppercase()
    } else {
        spanish.to_string()
    };
    Row {
        english,
        spanish,
        value,
    }
}

/// The value of a field that the desk has made up.
fn value(item: Item) -> String {
    item.value
}

/// The rows of the persons.
fn people(desk: &mut Desk) -> Vec<Row> {
    let role: &[Pair] = if desk.case.is_petition {
        &[
            ("Petitioner", "Peticionario"),
            ("Name of petitioner", "Nombre del peticionario"),
        ]
    } else {
        &[
            ("Applicant", "Solicitante"),
            ("Name of applicant", "Nombre del solicitante"),
        ]
    };
    let name = desk.filer_text();
    let mut out = vec![row(desk, role, name)];
    if let Some(item) = desk.beneficiary(&[""]) {
        out.push(row(desk, BENEFICIARY, value(item)));
        let digits = desk.case.beneficiary.a_number.clone();
        let text = desk.a_text(&digits);
        out.push(row(desk, ALIEN, text));
    } else if desk.rng.chance(0.8) {
        let text = desk.filer_a(&[""]).value;
        out.push(row(desk, ALIEN, text));
    }
    out
}

/// The rows of account numbers and their rivals.
fn accounts(desk: &mut Desk) -> Vec<Row> {
    let mut out = Vec::new();
    if let Some(item) = desk.account(&[""]) {
        out.push(row(desk, ACCOUNT, value(item)));
    }
    if desk.modern() && desk.rng.chance(0.3) {
        let digits = case::account(desk.rng);
        desk.truth.prints_representative_account(&digits);
        out.push(row(desk, ATTORNEY, digits));
    }
    if desk.rng.chance(0.55) {
        let text = words::twelve(desk.rng);
        out.push(row(desk, OTHERS, text));
    }
    if desk.rng.chance(0.4) {
        out.reverse();
    }
    out
}

/// All rows of the table.
fn rows(desk: &mut Desk) -> Vec<Row> {
    let text = desk.receipt_text();
    let mut out = vec![row(desk, RECEIPT, text)];
    let text = value(desk.noticed(&[""]));
    out.push(row(desk, NOTICED, text));
    let text = value(desk.received(&[""]));
    out.push(row(desk, RECEIVED, text));
    let text = desk.case_text();
    out.insert(desk.rng.below(3), row(desk, CASE_TYPE, text));
    let people = people(desk);
    let accounts = accounts(desk);
    if desk.rng.chance(0.5) {
        out.extend(people);
        out.extend(accounts);
    } else {
        out.extend(accounts);
        out.extend(people);
    }
    let text = value(desk.amount(&[""]));
    out.push(row(desk, AMOUNT, text));
    out
}

/// Draws one row of the plan with three columns.
fn flanked(sheet: &mut Sheet, family: Family, left: f32, top: f32, row: &Row) -> f32 {
    let right = 612.0 - left;
    let a = left + 150.0;
    let b = right - 165.0;
    let plain = Face::regular(family);
    let slant = Face::italic(family);
    snug(
        sheet,
        plain,
        8.6,
        left + 3.0,
        top + 14.0,
        a - left - 8.0,
        &row.english,
    );
    let (size, lines) = settle(Face::bold(family), 9.4, b - a - 10.0, 2, &row.value);
    let rise = if lines.len() > 1 { 4.5 } else { 0.0 };
    stack(
        sheet,
        Face::bold(family),
        size,
        a + 5.0,
        top + 14.0 - rise,
        &lines,
    );
    snug(
        sheet,
        slant,
        8.6,
        b + 5.0,
        top + 14.0,
        right - b - 8.0,
        &row.spanish,
    );
    sheet.frame([left, top, right, top + 22.0], 0.5);
    sheet.upright(a, top, top + 22.0, 0.4);
    sheet.upright(b, top, top + 22.0, 0.4);
    top + 22.0
}

/// Draws one row with the labels one over the other.
fn stacked(sheet: &mut Sheet, family: Family, left: f32, top: f32, row: &Row) -> f32 {
    let right = 612.0 - left;
    let x = left + 190.0;
    snug(
        sheet,
        Face::regular(family),
        8.8,
        left,
        top + 10.0,
        184.0,
        &row.english,
    );
    snug(
        sheet,
        Face::italic(family),
        7.6,
        left,
        top + 19.5,
        184.0,
        &row.spanish,
    );
    snug(
        sheet,
        Face::regular(family),
        10.4,
        x,
        top + 14.0,
        right - x,
        &row.value,
    );
    sheet.rule(left, right, top + 24.0, 0.3);
    top + 25.0
}

/// Writes a value, over two small lines where it is long.
fn fill_in(sheet: &mut Sheet, family: Family, place: [f32; 2], wide: f32, text: &str) {
    let face = Face::bold(family);
    let [x, base] = place;
    if face.width(text, 8.4) <= wide {
        snug(sheet, face, 10.0, x, base, wide, text);
        return;
    }
    let (size, lines) = settle(face, 7.4, wide, 2, text);
    stack(
        sheet,
        face,
        size,
        x,
        base - (lines.len() as f32 - 1.0) * size * 1.05,
        &lines,
    );
}

/// Draws rows in two columns, the labels over or under the value.
fn paired(sheet: &mut Sheet, family: Family, plan: Plan, left: f32, top: f32, rows: &[Row]) -> f32 {
    let wide = (612.0 - 2.0 * left - 20.0) / 2.0;
    let plain = Face::regular(family);
    let slant = Face::italic(family);
    for (index, row) in rows.iter().enumerate() {
        let x = left + (wide + 20.0) * (index % 2) as f32;
        let top = top + 34.0 * (index / 2) as f32;
        if plan == Plan::Slashed {
            let label = format!("{} / {}", row.english, row.spanish);
            snug(sheet, plain, 7.2, x, top + 8.0, wide, &label);
            fill_in(sheet, family, [x, top + 22.0], wide, &row.value);
        } else {
            fill_in(sheet, family, [x, top + 11.0], wide, &row.value);
            sheet.rule(x, x + wide, top + 14.5, 0.5);
            snug(sheet, slant, 7.4, x, top + 22.5, wide, &row.spanish);
        }
    }
    top + 34.0 * rows.len().div_ceil(2) as f32
}

/// The head in both tongues; the y below it.
fn head(desk: &mut Desk, sheet: &mut Sheet, family: Family, form: &str, left: f32) -> f32 {
    let bold = Face::bold(family);
    let slant = Face::italic(family);
    let right = 612.0 - left;
    sheet.write(
        bold,
        11.0,
        left,
        46.0,
        "U.S. Citizenship and Immigration Services",
    );
    let spanish = "Servicio de Ciudadanía e Inmigración de Estados Unidos";
    sheet.write(slant, 9.0, left, 57.0, spanish);
    sheet.flush_right(bold, 10.0, right, 46.0, &format!("Form {form}"));
    sheet.flush_right(slant, 9.0, right, 57.0, &format!("Formulario {form}"));
    sheet.rule(left, right, 64.0, 1.4);
    let titles: [Pair; 3] = [
        ("NOTICE OF ACTION", "AVISO DE ACCIÓN"),
        ("RECEIPT NOTICE", "AVISO DE RECIBO"),
        ("COURTESY COPY", "COPIA DE CORTESÍA"),
    ];
    let (english, title) = desk.rng.pick(&titles);
    sheet.centred(bold, 14.0, 306.0, 84.0, &format!("{english} / {title}"));
    sheet.centred(
        slant,
        8.5,
        306.0,
        97.0,
        "Keep this copy \u{2022} Guarde esta copia",
    );
    108.0
}

/// The address and the barcode; the y below.
fn address(desk: &Desk, sheet: &mut Sheet, family: Family, left: f32, top: f32) -> f32 {
    let mut base = top + 28.0;
    for line in desk.address() {
        sheet.write(Face::regular(family), 10.0, left + 20.0, base, &line);
        base += 12.4;
    }
    let place = [340.0, top + 18.0];
    receipt_bars(
        sheet,
        Symbology::Code128,
        place,
        0.9,
        30.0,
        &desk.case.receipt,
    );
    base + 8.0
}

/// The prose in two columns.
fn prose(desk: &mut Desk, sheet: &mut Sheet, family: Family, left: f32, top: f32) {
    let wide = (612.0 - 2.0 * left - 20.0) / 2.0;
    let mut texts: Vec<Pair> = ENGLISH
        .iter()
        .copied()
        .zip(SPANISH.iter().copied())
        .collect();
    if desk.modern() {
        let index = if desk.shown == Shown::Absent {
            desk.rng.below(2)
        } else {
            1
        };
        texts.insert(2, HINT[index]);
    }
    let size = desk.rng.uniform(8.8, 10.0);
    let mut base = top;
    sheet.write(
        Face::bold(family),
        size,
        left,
        base,
        "What this notice means",
    );
    sheet.write(
        Face::bold(family),
        size,
        left + wide + 20.0,
        base,
        "Qué significa este aviso",
    );
    base += size * 1.5;
    for (english, spanish) in texts {
        let other = left + wide + 20.0;
        let one = sheet.paragraph(Face::regular(family), size, left, base, wide, english);
        let two = sheet.paragraph(Face::italic(family), size, other, base, wide, spanish);
        base = one.max(two) + 4.0;
    }
}

/// A courtesy copy in two tongues.
pub(super) fn bilingual(rng: &mut Rng, case: &Case) -> Drawing {
    Desk::shuffle(rng, 3);
    let form = rng.pick(&["I-797C", "I-797", "I-797C"]);
    let mut desk = Desk::open(rng, case, form);
    let family = desk.rng.pick(&[
        Family::LiberationSans,
        Family::LiberationSerif,
        Family::DejaVuSansCondensed,
        Family::FreeSerif,
        Family::FreeSans,
    ]);
    let plan = desk
        .rng
        .pick(&[Plan::Flanked, Plan::Stacked, Plan::Slashed, Plan::Spanish]);
    let left = desk.rng.uniform(40.0, 58.0);
    let mut sheet = Sheet::letter(family);
    let mut top = head(&mut desk, &mut sheet, family, form, left);
    let rows = rows(&mut desk);
    if plan == Plan::Slashed || plan == Plan::Spanish {
        top = paired(&mut sheet, family, plan, left, top + 4.0, &rows);
    } else {
        for row in &rows {
            let draw = if plan == Plan::Flanked {
                flanked
            } else {
                stacked
            };
            top = draw(&mut sheet, family, left, top, row);
        }
    }
    if desk.rng.chance(0.6) {
        top = address(&desk, &mut sheet, family, left, top);
    }
    prose(&mut desk, &mut sheet, family, left, top + 24.0);
    let face = Face::regular(family);
    let office = desk.rng.pick(words::OFFICES).join(", ");
    sheet.rule(left, 612.0 - left, 742.0, 0.6);
    sheet.write(face, 7.6, left, 753.0, &office);
    sheet.flush_right(
        face,
        7.6,
        612.0 - left,
        753.0,
        "Page 1 of 1 / Página 1 de 1",
    );
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}
