//! A receipt of a lockbox: typewritten lists with dot leaders.
use super::desk::Desk;
use super::ink::{barcode, block, fit, prose};
use super::words::{dollars, mention, money, office_of, usual};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const FACES: &[Family] = &[
    Family::Courier,
    Family::LiberationMono,
    Family::FreeMono,
    Family::DejaVuSansMono,
];
const LABELS: &[&str] = &[
    "USCIS ONLINE ACCOUNT NO.",
    "ONLINE ACCT OF {o} (USCIS)",
    "USCIS ONLINE ACCT NUMBER",
    "USCIS ELIS ACCOUNT NUMBER",
    "FILER'S USCIS ONLINE ACCT",
    "MY USCIS ONLINE ACCOUNT NO",
];

/// Measures of the list.
struct List {
    left: f32,
    column: f32,
    right: f32,
    size: f32,
    pitch: f32,
    flush: bool,
    spaced: bool,
}

/// The receipt.
pub(super) fn leaders(rng: &mut Rng, case: &Case) -> Drawing {
    let mut desk = Desk::new(rng, case, "leaders", FACES, (0.5, 0.15));
    desk.form("I-797C");
    let size = rng.uniform(8.5, 9.8);
    let left = rng.uniform(54.0, 76.0);
    let list = List {
        left,
        column: left + rng.uniform(196.0, 226.0),
        right: 612.0 - left,
        size,
        pitch: size * rng.uniform(1.35, 1.6),
        flush: rng.chance(0.4),
        spaced: rng.chance(0.5),
    };
    let mut sheet = desk.page();
    let y = head(&mut sheet, rng, &mut desk, &list);
    let mut parts = [
        (
            rng.pick(&["THE CASE", "CASE", "CASE INFORMATION"]),
            the_case(rng, &mut desk),
        ),
        (
            rng.pick(&["THE PERSON", "PERSON", "ABOUT YOU"]),
            the_person(rng, &mut desk),
        ),
        (
            rng.pick(&["MONEY", "PAYMENT RECEIVED", "FEES"]),
            the_money(rng, &mut desk),
        ),
    ];
    let turns = rng.pick(&[0, 0, 1, 2]);
    parts.rotate_left(turns);
    let numbered = rng.chance(0.5);
    let mut y = y;
    for (place, (title, rows)) in parts.iter().enumerate() {
        let title = if numbered {
            format!("{}. {title}", place + 1)
        } else {
            title.to_string()
        };
        y = section(&mut sheet, &desk, &list, y, &title);
        for row in rows {
            y = line(&mut sheet, &desk, &list, y, row);
        }
        y += 6.0;
    }
    words(&mut sheet, rng, &desk, &list, y + 10.0);
    desk.done(vec![sheet])
}

/// Agency, title and barcode.
fn head(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, list: &List) -> f32 {
    let sans = Face::bold(Family::Helvetica);
    sheet.write(
        sans,
        11.0,
        list.left,
        44.0,
        "U.S. Citizenship and Immigration Services",
    );
    let lockbox = rng.pick(&[
        "Chicago Lockbox",
        "Phoenix Lockbox",
        "Dallas Lockbox",
        "Lockbox",
    ]);
    sheet.write(
        Face::regular(Family::Helvetica),
        8.5,
        list.left,
        56.0,
        lockbox,
    );
    sheet.flush_right(
        sans,
        10.0,
        list.right,
        44.0,
        "Form I-797C, Notice of Action",
    );
    sheet.rule(list.left, list.right, 64.0, 0.8);
    let title = rng.pick(&[
        "NOTICE OF RECEIPT",
        "RECEIPT OF FORM AND FEE",
        "RECEIPT FOR FILING",
    ]);
    desk.truth.fields.notice_type = Some(title.into());
    sheet.centred(desk.bold(), 13.0, 306.0, 84.0, title);
    let lines = desk.address();
    block(
        sheet,
        (desk.regular(), list.size),
        [list.left + 18.0, 108.0, 12.0],
        &lines,
    );
    let area = [list.right - 206.0, 100.0, 0.85, 26.0];
    barcode(sheet, Symbology::Code39, area, &desk.case.receipt);
    162.0
}

/// A heading of the list.
fn section(sheet: &mut Sheet, desk: &Desk, list: &List, y: f32, text: &str) -> f32 {
    sheet.write(desk.bold(), list.size, list.left, y, text);
    sheet.rule(list.left, list.right, y + 3.5, 0.4);
    y + list.pitch * 1.2
}

/// One label with its dots and its value.
fn line(sheet: &mut Sheet, desk: &Desk, list: &List, y: f32, row: &(String, String)) -> f32 {
    let face = desk.regular();
    let size = fit(face, list.size, list.column - list.left - 14.0, &row.0);
    let end = sheet.write(face, size, list.left, y, &row.0);
    let room = list.right - list.column;
    let big = fit(desk.bold(), list.size, room, &row.1);
    let wide = desk.bold().width(&row.1, big);
    let start = if list.flush {
        list.right - wide
    } else {
        list.column
    };
    let stop = if row.1.is_empty() { list.column } else { start };
    let dot = if list.spaced { ". " } else { "." };
    let many = ((stop - end - 8.0) / face.width(dot, list.size))
        .floor()
        .max(0.0) as usize;
    if many > 1 {
        let dots = dot.repeat(many);
        let dots = dots.trim_end();
        let x = stop - 4.0 - face.width(dots, list.size);
        sheet.write(face, list.size, x, y, dots);
    }
    if !row.1.is_empty() {
        sheet.write(desk.bold(), big, start, y, &row.1);
    }
    y + list.pitch
}

/// Lines on the case.
fn the_case(rng: &mut Rng, desk: &mut Desk) -> Vec<(String, String)> {
    desk.truth.fields.case_type = Some(desk.code.into());
    let mut rows = vec![
        (
            rng.pick(&["RECEIPT NUMBER", "RECEIPT NO.", "RECEIPT #"])
                .to_string(),
            desk.receipt(),
        ),
        (
            rng.pick(&["FORM", "FORM TYPE", "CASE TYPE"]).into(),
            desk.code.into(),
        ),
        (
            rng.pick(&["RECEIVED DATE", "DATE RECEIVED"]).into(),
            desk.received(),
        ),
        (
            rng.pick(&["NOTICE DATE", "DATE OF THIS NOTICE"]).into(),
            desk.noticed(),
        ),
    ];
    if rng.chance(0.5) {
        desk.truth.fields.notice_type = Some("Receipt".into());
        rows.insert(0, ("NOTICE TYPE".into(), "Receipt".into()));
    }
    rows
}

/// Lines on the person; the account number stands among them.
fn the_person(rng: &mut Rng, desk: &mut Desk) -> Vec<(String, String)> {
    let case = desk.case;
    let mut rows = vec![(desk.role().to_uppercase(), desk.filer())];
    if desk.employer.is_none() {
        let label = rng.pick(&["USCIS ALIEN NUMBER", "A-NUMBER", "ALIEN REGISTRATION NO."]);
        rows.push((label.into(), desk.alien(rng, &case.filer)));
        rows.push(("DATE OF BIRTH".into(), desk.date(&case.filer.born)));
        if rng.chance(0.4) {
            let ssn = format!("XXX-XX-{}", rng.digits(4));
            rows.push(("SOCIAL SECURITY NUMBER".into(), ssn));
        }
    } else {
        let fein = format!("{}-{}", rng.digits(2), rng.digits(7));
        rows.push(("EMPLOYER ID (FEIN)".into(), fein));
    }
    if desk.has_account() {
        let label = desk.label(rng, LABELS).to_uppercase();
        let place = rng.between(1, rows.len() as i64) as usize;
        rows.insert(place, (label, desk.number()));
    }
    if case.is_petition {
        rows.push(("BENEFICIARY".into(), desk.beneficiary()));
    }
    rows
}

/// Lines on the payment, with its own long numbers.
fn the_money(rng: &mut Rng, desk: &mut Desk) -> Vec<(String, String)> {
    let (fee, text) = dollars(rng);
    let mut rows = vec![("APPLICATION FEE".to_string(), text)];
    let mut total = fee;
    if rng.chance(0.6) {
        rows.push(("BIOMETRICS FEE".into(), "$85.00".into()));
        total += 85;
    }
    let total = money(total);
    desk.truth.fields.amount = Some(total.clone());
    rows.push(("TOTAL AMOUNT RECEIVED".into(), total));
    rows.push(("TOTAL BALANCE DUE".into(), "$0.00".into()));
    match rng.below(3) {
        0 => rows.push(("PAY.GOV TRACKING ID".into(), case::account(rng))),
        1 => rows.push(("BANK ACCOUNT DEBITED".into(), rng.digits(12))),
        _ => rows.push(("CHECK NUMBER".into(), rng.digits(4))),
    }
    if rng.chance(0.5) {
        rows.push((
            "DEPOSIT REFERENCE".into(),
            format!("{}-{}", rng.digits(4), rng.digits(8)),
        ));
    }
    rows
}

/// The body and the foot.
fn words(sheet: &mut Sheet, rng: &mut Rng, desk: &Desk, list: &List, y: f32) {
    let mut texts = vec![
        "The form listed above has come in and its fee has been deposited. This paper proves no \
         more than that."
            .to_string(),
    ];
    texts.extend(usual(rng, 3));
    if !desk.has_account() {
        texts.insert(1, mention(rng));
    }
    let area = [list.left, y, list.right - list.left];
    prose(
        sheet,
        (desk.regular(), list.size - 0.8),
        area,
        696.0,
        &texts,
    );
    let office = office_of(rng, &desk.case.receipt);
    sheet.rule(list.left, list.right, 712.0, 0.8);
    let foot = format!("{}, {}, {}", office.name, office.street, office.town);
    let sans = Face::regular(Family::Helvetica);
    sheet.write(sans, 7.5, list.left, 724.0, &foot);
    sheet.write(
        sans,
        7.5,
        list.left,
        735.0,
        "Form I-797C   Please see the back of this page.",
    );
    sheet.flush_right(sans, 7.5, list.right, 735.0, "Page 1 of 1");
}
