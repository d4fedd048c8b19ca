//! A decision or transfer letter with a grey column of facts beside the text.
use super::desk::{Desk, Pair};
use super::ink::{barcode, block, prose, put, wrap};
use super::words::{Office, mention, office_of, telephone, usual};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

const FACES: &[Family] = &[
    Family::DejaVuSansCondensed,
    Family::LiberationSans,
    Family::FreeSans,
    Family::Helvetica,
];
const LABELS: &[&str] = &[
    "USCIS online account no.",
    "Online account with USCIS ({o})",
    "Your USCIS online account number",
    "{O}'s USCIS online account",
    "USCIS online account ID",
    "No. of your USCIS online account",
];

/// Measures of the column.
struct Side {
    left: f32,
    right: f32,
    text: f32,
    edge: f32,
    size: f32,
    colon: bool,
    office: Office,
}

/// The letter.
pub(super) fn sidebar(rng: &mut Rng, case: &Case) -> Drawing {
    let mut desk = Desk::new(rng, case, "sidebar", FACES, (0.45, 0.16));
    let wide = rng.uniform(148.0, 176.0);
    let mirrored = rng.chance(0.3);
    let side = Side {
        left: if mirrored { 576.0 - wide } else { 36.0 },
        right: if mirrored { 576.0 } else { 36.0 + wide },
        text: if mirrored { 40.0 } else { 56.0 + wide },
        edge: if mirrored { 556.0 - wide } else { 574.0 },
        size: rng.uniform(8.6, 9.6),
        colon: rng.chance(0.4),
        office: office_of(rng, &case.receipt),
    };
    let kind = rng.pick(&[
        "Decision",
        "Transfer Notice",
        "Notice of Continuance",
        "Courtesy Letter",
    ]);
    desk.truth.fields.notice_type = Some(kind.into());
    let mut sheet = desk.page();
    head(&mut sheet, rng, &desk, &side);
    let rows = facts(rng, &mut desk);
    column(&mut sheet, &desk, &side, &rows);
    text(&mut sheet, rng, &mut desk, &side, kind);
    desk.done(vec![sheet])
}

/// Letterhead in three columns across the page.
fn head(sheet: &mut Sheet, rng: &mut Rng, desk: &Desk, side: &Side) {
    let columns = [
        [
            "U.S. Citizenship and",
            "Immigration Services",
            side.office.name,
        ],
        [side.office.street, side.office.town, ""],
        ["Telephone", "", "www.uscis.gov"],
    ];
    for (place, lines) in columns.iter().enumerate() {
        let x = 36.0 + 190.0 * place as f32;
        for (row, line) in lines.iter().enumerate().filter(|entry| !entry.1.is_empty()) {
            let face = if place == 0 && row < 2 {
                desk.bold()
            } else {
                desk.regular()
            };
            put(
                sheet,
                (face, 8.5),
                [x, 38.0 + 10.5 * row as f32, 176.0],
                line,
            );
        }
    }
    let phone = telephone(rng);
    put(sheet, (desk.regular(), 8.5), [416.0, 48.5, 120.0], &phone);
    sheet.rule(36.0, 576.0, 68.0, 2.0);
}

/// What the grey column says.
fn facts(rng: &mut Rng, desk: &mut Desk) -> Vec<Pair> {
    let case = desk.case;
    let kind = desk.case_type(rng);
    let mut rows: Vec<Pair> = vec![
        (
            rng.pick(&["Receipt number", "Our receipt no.", "Case"])
                .into(),
            desk.receipt(),
        ),
        ("Form".into(), kind),
        (
            rng.pick(&["Received", "Received date"]).into(),
            desk.received(),
        ),
        (desk.role().into(), desk.filer()),
    ];
    if desk.employer.is_none() {
        rows.push(("A-Number".into(), desk.alien(rng, &case.filer)));
    }
    if case.is_petition {
        rows.push(("Beneficiary".into(), desk.beneficiary()));
    }
    if desk.has_account() {
        let label = desk.label(rng, LABELS);
        let place = rng.between(1, rows.len() as i64) as usize;
        rows.insert(place, (label, desk.number()));
    }
    if rng.chance(0.4) {
        rows.push(("Attorney".into(), case.attorney.0.clone()));
        let label = rng.pick(&[
            "Attorney's USCIS online account",
            "Attorney's own account no.",
        ]);
        rows.push((label.into(), desk.attorney_number(rng)));
    }
    if rng.chance(0.4) {
        rows.push(("FedEx tracking no.".into(), rng.digits(12)));
    }
    rows
}

/// Draws the grey column.
fn column(sheet: &mut Sheet, desk: &Desk, side: &Side, rows: &[Pair]) {
    sheet.fill([side.left, 82.0, side.right, 720.0], 0.92);
    let width = side.right - side.left - 18.0;
    let x = side.left + 9.0;
    let mut y = 100.0;
    for (label, value) in rows {
        let label = if side.colon {
            format!("{label}:")
        } else {
            label.clone()
        };
        put(sheet, (desk.bold(), side.size - 1.4), [x, y, width], &label);
        y += side.size * 1.25;
        let lines = wrap(desk.regular(), side.size, width, value);
        for line in &lines {
            put(sheet, (desk.regular(), side.size), [x, y, width], line);
            y += side.size * 1.15;
        }
        y += side.size * 0.5;
        sheet.rule(x, side.right - 9.0, y - side.size * 0.9, 0.3);
        y += side.size * 0.5;
    }
    let module = (width / 240.0).min(0.8);
    barcode(
        sheet,
        Symbology::Code39,
        [x, 684.0, module, 24.0],
        &desk.case.receipt,
    );
}

/// Date line, addressee, title and paragraphs.
fn text(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, side: &Side, kind: &str) {
    let size = side.size + 1.0;
    let date = desk.noticed();
    sheet.write(desk.regular(), size, side.text, 100.0, &date);
    let represented = rng.chance(0.4);
    let spot = [side.text, 126.0, size * 1.2];
    let y = block(
        sheet,
        (desk.regular(), size),
        spot,
        &desk.addressee(represented),
    );
    sheet.write(desk.bold(), size + 4.0, side.text, y + 22.0, kind);
    let first = match kind {
        "Decision" => {
            "We have looked at all that you sent and have denied the case named at the side. You \
             may file a motion or an appeal within 30 days (33 days where this letter was mailed)."
        }
        "Transfer Notice" => {
            "To speed up the work we have moved the case named at the side to another office. You \
             need do nothing. That office will write to you."
        }
        "Notice of Continuance" => {
            "We could not finish the case at your interview. We will go on with it and will write \
             to you within 60 days."
        }
        _ => {
            "You asked us about the case named at the side. It is still open, and we need \
             nothing from you at this time."
        }
    };
    let mut texts = vec![first.to_string()];
    if !desk.has_account() || rng.chance(0.3) {
        texts.push(mention(rng));
    }
    texts.extend(usual(rng, 5));
    let area = [side.text, y + 44.0, side.edge - side.text];
    let y = prose(sheet, (desk.regular(), size), area, 620.0, &texts);
    sheet.write(desk.regular(), size, side.text, y + 12.0, "Sincerely,");
    sheet.write(desk.regular(), size, side.text, y + 46.0, "Director");
    put(
        sheet,
        (desk.regular(), 7.5),
        [36.0, 744.0, 300.0],
        "This letter was made by a machine and needs no signature.",
    );
    sheet.flush_right(desk.regular(), 7.5, 576.0, 744.0, "1");
}
