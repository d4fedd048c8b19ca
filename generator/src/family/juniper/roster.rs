//! A receipt that lists a family: one table row for each person.
use super::desk::{Desk, Pair};
use super::ink::{band, barcode_to, block, prose, put, stack};
use super::words::{mention, office_of, usual};
use crate::barcode::Symbology;
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

const FACES: &[Family] = &[
    Family::LiberationSans,
    Family::DejaVuSansCondensed,
    Family::LiberationSansNarrow,
];
const COLUMNS: &[&str] = &[
    "USCIS Online Acct. No.",
    "USCIS Online Account",
    "Online Acct. (USCIS)",
];
const LINES: &[&str] = &[
    "{O}'s USCIS online account no.",
    "USCIS Online Account of the {o}",
    "USCIS online acct. number ({o} only)",
    "{O}: USCIS Online Account #",
];

/// A column: head, share of the width, one value for each person.
type Column = (String, f32, Vec<String>);

/// The receipt.
pub(super) fn roster(rng: &mut Rng, case: &Case) -> Drawing {
    let mut desk = Desk::new(rng, case, "roster", FACES, (0.5, 0.1));
    if case.is_petition {
        (desk.code, desk.title) = ("I-730", "REFUGEE/ASYLEE RELATIVE PETITION");
        desk.employer = None;
    } else {
        (desk.code, desk.title) = rng.pick(&[
            (
                "I-589",
                "APPLICATION FOR ASYLUM AND FOR WITHHOLDING OF REMOVAL",
            ),
            ("I-539", "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS"),
        ]);
    }
    desk.form("I-797C");
    let in_table = desk.has_account() && !case.is_petition && rng.chance(0.5);
    let left = rng.uniform(34.0, 48.0);
    let mut sheet = desk.page();
    head(&mut sheet, rng, &mut desk, left);
    let facts = facts(rng, &mut desk, in_table);
    let y = if rng.chance(0.45) {
        three_across(&mut sheet, &desk, left, 100.0, &facts)
    } else {
        one_below_other(&mut sheet, &desk, left, 108.0, &facts)
    };
    let family = household(rng, case);
    let columns = columns(rng, &mut desk, &family, in_table);
    let title = if case.is_petition {
        "PERSONS NAMED IN THE PETITION"
    } else {
        "APPLICANTS"
    };
    sheet.write(desk.bold(), 9.5, left, y + 16.0, title);
    let y = table(&mut sheet, rng, &desk, left, y + 22.0, &columns);
    body(&mut sheet, rng, &desk, left, y + 18.0, &family);
    desk.done(vec![sheet])
}

/// Agency, title, barcode.
fn head(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, left: f32) {
    let right = 612.0 - left;
    sheet.write(
        desk.bold(),
        10.0,
        left,
        42.0,
        "U.S. Citizenship and Immigration Services",
    );
    let title = rng.pick(&[
        "Acknowledgment of Receipt",
        "Receipt Notice",
        "Filing Receipt",
    ]);
    desk.truth.fields.notice_type = Some(title.into());
    sheet.write(desk.bold(), 15.0, left, 64.0, title);
    sheet.write(
        desk.regular(),
        8.5,
        left,
        78.0,
        "Form I-797C, Notice of Action",
    );
    let kind = rng.pick(&[Symbology::Code39, Symbology::Code128]);
    barcode_to(sheet, kind, [right, 34.0, 0.9, 30.0], &desk.case.receipt);
    sheet.flush_right(desk.regular(), 8.5, right, 78.0, "Page 1 of 1");
    sheet.rule(left, right, 86.0, 1.0);
}

/// Labels and values above the table.
fn facts(rng: &mut Rng, desk: &mut Desk, in_table: bool) -> Vec<Pair> {
    let case = desk.case;
    let form = desk.case_type(rng);
    let mut rows: Vec<Pair> = vec![
        (
            rng.pick(&["Receipt number", "Receipt No.", "Case ID"])
                .into(),
            desk.receipt(),
        ),
        ("Notice date".into(), desk.noticed()),
        ("Form".into(), form),
        ("Date received".into(), desk.received()),
    ];
    if case.is_petition {
        rows.push(("Petitioner".into(), desk.filer()));
        rows.push(("Beneficiary".into(), desk.beneficiary()));
    } else {
        rows.push(("Applicant".into(), desk.filer()));
    }
    if desk.has_account() && !in_table {
        let label = desk.label(rng, LINES);
        let place = rng.between(2, rows.len() as i64) as usize;
        rows.insert(place, (label, desk.number()));
    }
    match rng.below(3) {
        0 => rows.push(("Payment tracking ID".into(), rng.digits(12))),
        1 => rows.push((
            "Attorney's own USCIS account no.".into(),
            desk.attorney_number(rng),
        )),
        _ => {}
    }
    rows
}

/// Labels at the left of their values, in one wide column.
fn one_below_other(sheet: &mut Sheet, desk: &Desk, left: f32, mut y: f32, rows: &[Pair]) -> f32 {
    for (label, value) in rows {
        put(sheet, (desk.regular(), 8.8), [left, y, 176.0], label);
        put(
            sheet,
            (desk.bold(), 9.2),
            [left + 182.0, y, 612.0 - left * 2.0 - 182.0],
            value,
        );
        y += 13.5;
    }
    y
}

/// Labels over their values, three in a row.
fn three_across(sheet: &mut Sheet, desk: &Desk, left: f32, top: f32, rows: &[Pair]) -> f32 {
    let wide = (612.0 - left * 2.0) / 3.0;
    for (place, (label, value)) in rows.iter().enumerate() {
        let x = left + wide * (place % 3) as f32;
        let y = top + 29.0 * (place / 3) as f32;
        put(sheet, (desk.regular(), 7.2), [x, y, wide - 8.0], label);
        let tall = value.len() > 34;
        let size = if tall { 7.4 } else { 9.2 };
        let area = [x, y + if tall { 9.0 } else { 11.5 }, wide - 8.0];
        stack(
            sheet,
            (desk.bold(), size),
            area,
            if tall { 2 } else { 1 },
            value,
        );
    }
    top + 29.0 * rows.len().div_ceil(3) as f32
}

/// The principal and the relatives.
fn household(rng: &mut Rng, case: &Case) -> Vec<Person> {
    let mut all = vec![case.beneficiary.clone()];
    for _ in 0..rng.between(2, 8) {
        all.push(case.beneficiary.relative(rng));
    }
    all
}

/// The columns of the table.
fn columns(rng: &mut Rng, desk: &mut Desk, family: &[Person], in_table: bool) -> Vec<Column> {
    let column = |head: &str, share: f32, values: Vec<String>| (head.to_string(), share, values);
    let count = family.len();
    let eldest = family[0].born.year;
    let kin = |place: usize, person: &Person| match place {
        0 => "Principal".to_string(),
        _ if person.born.year >= eldest + 17 => "Child".to_string(),
        _ => "Dependent".to_string(),
    };
    let kin = family
        .iter()
        .enumerate()
        .map(|(place, person)| kin(place, person))
        .collect();
    let aliens = family
        .iter()
        .map(|person| desk.alien(rng, person))
        .collect();
    let mut all = vec![
        column("No.", 0.35, (1..=count).map(|i| i.to_string()).collect()),
        column("Name", 1.9, family.iter().map(Person::listed).collect()),
        column("Relation", 0.8, kin),
        column(
            rng.pick(&["A-Number", "A-Number(s)", "USCIS#"]),
            1.05,
            aliens,
        ),
        column(
            "Birth date",
            1.0,
            family.iter().map(|p| p.born.numeric()).collect(),
        ),
    ];
    if in_table {
        let mut values = vec![desk.number()];
        values.resize(
            count,
            if desk.shows() {
                "--".to_string()
            } else {
                String::new()
            },
        );
        let label = desk.label(rng, COLUMNS);
        all.insert(3 + rng.below(3), (label, 1.35, values));
    } else if rng.chance(0.7) {
        let values = (0..count).map(|_| rng.digits(9)).collect();
        all.push(column(
            rng.pick(&["Passport No.", "Travel document"]),
            1.0,
            values,
        ));
    }
    all
}

/// Draws the table; returns the y below it.
fn table(
    sheet: &mut Sheet,
    rng: &mut Rng,
    desk: &Desk,
    left: f32,
    top: f32,
    columns: &[Column],
) -> f32 {
    let ruled = rng.chance(0.6);
    let dark = rng.chance(0.3);
    let tall = rng.uniform(13.5, 17.0);
    let count = columns[0].2.len();
    let share: f32 = columns.iter().map(|column| column.1).sum();
    let room = 612.0 - left * 2.0;
    let bottom = top + tall * (count + 1) as f32;
    let mut x = left;
    for (head, part, values) in columns {
        let right = x + room * part / share;
        band(
            sheet,
            [x, top, right, top + tall],
            (desk.bold(), 7.6),
            dark,
            head,
        );
        for (place, value) in values.iter().enumerate() {
            let y = top + tall * (place as f32 + 1.68);
            put(
                sheet,
                (desk.regular(), 8.2),
                [x + 3.0, y, right - x - 6.0],
                value,
            );
        }
        if ruled {
            sheet.frame([x, top, right, bottom], 0.5);
        }
        x = right;
    }
    for place in 1..=count {
        sheet.rule(left, 612.0 - left, top + tall * (place + 1) as f32, 0.35);
    }
    bottom
}

/// The body, the addressee and the foot.
fn body(sheet: &mut Sheet, rng: &mut Rng, desk: &Desk, left: f32, y: f32, family: &[Person]) {
    let right = 612.0 - left;
    let mut texts = vec![format!(
        "We have received the form named above. It covers the {} persons in the table. Please \
         compare every name and number with your own papers.",
        family.len()
    )];
    if rng.chance(0.4) {
        let former = Person::draw(rng);
        texts.push(format!(
            "An earlier petition by {} (then filer under USCIS online account {}) was withdrawn \
             and has no part in this case.",
            former.name(),
            case::account(rng)
        ));
    } else if !desk.has_account() {
        texts.push(mention(rng));
    }
    texts.extend(usual(rng, 4));
    prose(
        sheet,
        (desk.regular(), 9.2),
        [left, y, right - left],
        640.0,
        &texts,
    );
    block(
        sheet,
        (desk.regular(), 9.0),
        [left + 30.0, 668.0, 11.5],
        &desk.address(),
    );
    let office = office_of(rng, &desk.case.receipt);
    sheet.rule(left, right, 728.0, 0.6);
    let foot = format!("{}  {}  {}", office.name, office.street, office.town);
    sheet.write(desk.regular(), 7.5, left, 740.0, &foot);
    sheet.flush_right(desk.regular(), 7.5, right, 740.0, "Form I-797C 10/02/20");
}
