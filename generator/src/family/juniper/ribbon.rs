//! A notice of action whose labels stand in shaded ribbons, the values under them.
use super::desk::{Desk, Pair};
use super::ink::{band, barcode, block, microprint, prose, put, stack};
use super::words::{Office, dollars, mention, office_of, telephone, usual};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

const FACES: &[Family] = &[
    Family::Helvetica,
    Family::LiberationSans,
    Family::Times,
    Family::FreeSans,
];
const LABELS: &[&str] = &[
    "USCIS Online Account Number",
    "{O}'s USCIS Online Account No.",
    "USCIS Online Account No. of {O}",
    "Online Account Number (USCIS)",
    "Your USCIS Online Account",
    "USCIS Online Acct. # ({o})",
];

/// Measures of the ribbons.
struct Look {
    left: f32,
    right: f32,
    ribbon: f32,
    tall: f32,
    dark: bool,
    small: f32,
    big: f32,
    office: Office,
    fax: String,
}

/// One cell of the grid: label, value, share of the width.
type Cell = (String, String, f32);

/// The notice.
pub(super) fn ribbon(rng: &mut Rng, case: &Case) -> Drawing {
    let mut desk = Desk::new(rng, case, "ribbon", FACES, (0.45, 0.25));
    let approved = rng.chance(0.3);
    desk.form(if approved { "I-797" } else { "I-797C" });
    let margin = rng.uniform(30.0, 46.0);
    let look = Look {
        left: margin,
        right: 612.0 - margin,
        ribbon: rng.uniform(9.0, 11.5),
        tall: rng.uniform(20.0, 25.0),
        dark: rng.chance(0.4),
        small: rng.uniform(6.0, 7.2),
        big: rng.uniform(8.0, 9.5),
        office: office_of(rng, &case.receipt),
        fax: telephone(rng),
    };
    let two = rng.chance(0.4);
    let mut sheet = desk.page();
    head(&mut sheet, &desk, &look, approved);
    let top = if approved { 76.0 } else { 88.0 };
    let rows = cells(rng, &mut desk, two);
    let y = grid(&mut sheet, &desk, &look, top, &rows);
    let y = middle(&mut sheet, rng, &mut desk, &look, y + 24.0, approved);
    words(&mut sheet, rng, &desk, &look, y + 12.0);
    foot(&mut sheet, &desk, &look, 1);
    let mut sheets = vec![sheet];
    if two {
        sheets.push(back(rng, &mut desk, &look));
    }
    desk.done(sheets)
}

/// Agency at the left, form at the right, banner.
fn head(sheet: &mut Sheet, desk: &Desk, look: &Look, approved: bool) {
    sheet.write(
        desk.regular(),
        9.0,
        look.left,
        40.0,
        "Department of Homeland Security",
    );
    sheet.write(
        desk.regular(),
        9.0,
        look.left,
        52.0,
        "U.S. Citizenship and Immigration Services",
    );
    let form = format!("Form {}, Notice of Action", desk.truth.form);
    sheet.flush_right(desk.bold(), 13.0, look.right, 48.0, &form);
    sheet.rule(look.left, look.right, 62.0, 1.2);
    if !approved {
        let text = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
        sheet.centred(desk.bold(), 9.0, 306.0, 77.0, text);
    } else {
        microprint(sheet, desk.family, [look.left, look.right, 66.0]);
    }
}

/// The rows of the grid.
fn cells(rng: &mut Rng, desk: &mut Desk, two: bool) -> Vec<Vec<Cell>> {
    let case = desk.case;
    let cell = |l: &str, v: String, w: f32| (l.to_string(), v, w);
    let mut first = vec![cell(
        rng.pick(&["Receipt Number", "Receipt No."]),
        desk.receipt(),
        1.0,
    )];
    if desk.has_account() {
        let label = desk.label(rng, LABELS);
        first.push((label, desk.number(), 1.25));
    }
    first.push(cell("Case Type", desk.case_type(rng), 2.2));
    let known = desk.employer.is_none() && rng.chance(0.7);
    let role = if known {
        format!("{}   {}", desk.role(), desk.alien(rng, &case.filer))
    } else {
        desk.role().to_string()
    };
    let priority = if rng.chance(0.3) && case.is_petition {
        let text = desk.date(&case.priority);
        desk.truth.fields.priority_date = Some(text.clone());
        text
    } else {
        String::new()
    };
    let second = vec![
        cell(
            rng.pick(&["Received Date", "Date Received"]),
            desk.received(),
            1.0,
        ),
        cell("Priority Date", priority, 1.0),
        (role, desk.filer(), 2.4),
    ];
    let page = if two { "1 of 2" } else { "1 of 1" };
    let mut third = vec![
        cell("Notice Date", desk.noticed(), 1.0),
        cell("Page", page.to_string(), 1.0),
    ];
    if case.is_petition {
        let label = format!("Beneficiary   {}", desk.alien(rng, &case.beneficiary));
        third.push((label, desk.beneficiary(), 2.4));
    } else {
        third.push(cell("Date of Birth", desk.date(&case.filer.born), 2.4));
    }
    vec![first, second, third]
}

/// Draws the rows; returns the bottom of the grid.
fn grid(sheet: &mut Sheet, desk: &Desk, look: &Look, mut y: f32, rows: &[Vec<Cell>]) -> f32 {
    for row in rows {
        let share: f32 = row.iter().map(|cell| cell.2).sum();
        let mut x = look.left;
        for (label, value, part) in row {
            let right = x + (look.right - look.left) * part / share;
            let ribbon = [x, y, right, y + look.ribbon];
            band(sheet, ribbon, (desk.bold(), look.small), look.dark, label);
            sheet.frame([x, y, right, y + look.ribbon + look.tall], 0.6);
            let area = [x + 3.0, y + look.ribbon + look.big + 1.0, right - x - 6.0];
            let size = if value.len() > 40 {
                look.tall * 0.36
            } else {
                look.big
            };
            let most = if value.len() > 40 { 2 } else { 1 };
            stack(sheet, (desk.regular(), size), area, most, value);
            x = right;
        }
        y += look.ribbon + look.tall;
    }
    y
}

/// Addressee at the left, kind of notice and facts at the right.
fn middle(
    sheet: &mut Sheet,
    rng: &mut Rng,
    desk: &mut Desk,
    look: &Look,
    y: f32,
    approved: bool,
) -> f32 {
    let lines = desk.addressee(rng.chance(0.4));
    let mirrored = rng.chance(0.3);
    let address = if mirrored {
        look.right - 190.0
    } else {
        look.left + 20.0
    };
    block(
        sheet,
        (desk.regular(), look.big),
        [address, y, look.big * 1.2],
        &lines,
    );
    let kind = if approved {
        "Approval Notice"
    } else {
        rng.pick(&["Receipt Notice", "Transfer Notice", "Receipt Notice"])
    };
    desk.truth.fields.notice_type = Some(kind.into());
    let mut rows: Vec<Pair> = vec![("Notice Type:".into(), kind.into())];
    rows.extend(desk.facts(rng, approved));
    if kind == "Receipt Notice" {
        let amount = dollars(rng).1;
        desk.truth.fields.amount = Some(amount.clone());
        rows.push(("Amount received:".into(), format!("{amount} U.S.")));
    }
    if rng.chance(0.5) {
        rows.push(("Remittance tracking no.:".into(), rng.digits(12)));
    }
    let x = if mirrored {
        look.left
    } else {
        look.right - 236.0
    };
    let edge = x + 236.0;
    let mut base = y;
    for (label, value) in &rows {
        let end = sheet.write(desk.bold(), look.big, x, base, label);
        let width = edge - end - 4.0;
        base = stack(
            sheet,
            (desk.regular(), look.big),
            [end + 4.0, base, width],
            2,
            value,
        ) + 3.0;
    }
    base.max(y + lines.len() as f32 * look.big * 1.2)
}

/// The body.
fn words(sheet: &mut Sheet, rng: &mut Rng, desk: &Desk, look: &Look, y: f32) {
    let kind = desk.truth.fields.notice_type.clone().unwrap_or_default();
    let first = match kind.as_str() {
        "Approval Notice" => {
            "We have approved the case named above. Keep this notice with your papers."
        }
        "Transfer Notice" => {
            "We have sent the case named above to another office of ours so that it \
             may be decided sooner. The date on which we received it does not change."
        }
        _ => {
            "We have received the form named above and the fee for it, and we will write again \
             when we need more from you or when we have decided."
        }
    };
    let mut texts = vec![first.to_string()];
    texts.extend(usual(rng, 3 + look.tall as usize % 5));
    if !desk.has_account() || rng.chance(0.3) {
        texts.insert(2, mention(rng));
    }
    let area = [look.left, y + 6.0, look.right - look.left];
    prose(sheet, (desk.regular(), look.big + 0.5), area, 640.0, &texts);
}

/// Office, telephone, barcode and the edition of the form.
fn foot(sheet: &mut Sheet, desk: &Desk, look: &Look, page: usize) {
    let office = look.office;
    sheet.rule(look.left, look.right, 664.0, 0.6);
    let lines = [
        office.name,
        "U.S. CITIZENSHIP & IMMIGRATION SVC",
        office.street,
        office.town,
    ];
    block(
        sheet,
        (desk.regular(), 8.5),
        [look.left, 678.0, 10.5],
        &lines,
    );
    let phone = format!("USCIS Contact Center: {}", "www.uscis.gov/contactcenter");
    put(
        sheet,
        (desk.regular(), 7.5),
        [look.left, 724.0, 220.0],
        &phone,
    );
    let kind = if desk.case.account.ends_with(['0', '2', '4', '6', '8']) {
        Symbology::Code39
    } else {
        Symbology::Code128
    };
    let module = if kind == Symbology::Code39 { 0.85 } else { 1.1 };
    barcode(
        sheet,
        kind,
        [look.right - 215.0, 674.0, module, 30.0],
        &desk.case.receipt,
    );
    sheet.rule(look.left, look.right, 742.0, 0.6);
    let fax = format!("Fax {}", look.fax);
    sheet.write(desk.regular(), 7.0, look.left, 753.0, &fax);
    let edition = format!("Form {} 04/01/19   {page}", desk.truth.form);
    sheet.flush_right(desk.regular(), 7.5, look.right, 753.0, &edition);
}

/// The second page: more words under a running head.
fn back(rng: &mut Rng, desk: &mut Desk, look: &Look) -> Sheet {
    let mut sheet = desk.page();
    let cells = [
        ("Receipt Number".to_string(), desk.receipt(), 1.3),
        ("Notice Date".to_string(), desk.noticed(), 1.0),
        ("Page".to_string(), "2 of 2".to_string(), 0.7),
    ];
    let y = grid(&mut sheet, desk, look, 46.0, &[cells.to_vec()]);
    let mut texts = usual(rng, 8);
    texts.push(mention(rng));
    let area = [look.left, y + 26.0, look.right - look.left];
    prose(
        &mut sheet,
        (desk.regular(), look.big + 0.5),
        area,
        640.0,
        &texts,
    );
    foot(&mut sheet, desk, look, 2);
    sheet
}
