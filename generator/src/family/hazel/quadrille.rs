//! A title-case grid of three rows; the A-Number stands right of the role, in the label's line.
use super::kit::{self, Look};
use super::matter;
use super::world::{self, Dated, Office, Own};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What one grid prints.
struct Grid {
    kind: &'static str,
    swapped: bool,
    flipped: bool,
    office: &'static Office,
    receipt: String,
    account: Option<(&'static str, String)>,
    case_type: String,
    received: String,
    priority: String,
    noticed: String,
    people: [(String, String, String); 2],
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Times, Family::LiberationSerif, Family::FreeSerif]);
    let mut truth = world::truth_of("I-797C");
    let grid = fill(rng, case, &mut truth);
    let pages = rng.pick(&[1, 1, 2]);
    let columns = [
        36.0,
        rng.uniform(190.0, 215.0),
        rng.uniform(318.0, 345.0),
        576.0,
    ];
    let mut sheets = Vec::new();
    for page in 1..=pages {
        let mut sheet = Sheet::letter(family);
        let y = head(&mut sheet, family, grid.flipped);
        let y = rows(
            &mut sheet,
            family,
            [columns[1], columns[2], y],
            &grid,
            (page, pages),
        );
        if page == 1 {
            let y = address(rng, &mut sheet, family, (case, grid.kind), &mut truth, y);
            body(rng, &mut sheet, family, &grid, y);
        } else {
            overleaf(rng, &mut sheet, family, y + 24.0);
        }
        foot(&mut sheet, family, case, &grid);
        sheets.push(sheet);
    }
    Drawing { sheets, truth }
}

/// Gathers the grid's values and notes them.
fn fill(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Grid {
    let dated = rng.pick(&[Dated::Numeric, Dated::Numeric, Dated::Long]);
    let receipt = world::receipt(rng, &case.receipt, truth);
    let own = world::own(rng, 45, 22);
    let number = world::own_number(rng, own, case, truth);
    let label = rng.pick(&[
        "USCIS Online Account Number",
        "USCIS Online Acct. Number",
        "Online Account Number (USCIS)",
        "USCIS Online Account No.*",
        "Your USCIS Account Number",
    ]);
    let received = dated.print(&case.received);
    let noticed = dated.print(&case.noticed);
    let priority = if rng.chance(0.25) {
        dated.print(&case.priority)
    } else {
        String::new()
    };
    truth.fields.case_type = Some(case.form_code.into());
    truth.fields.received_date = Some(received.clone());
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.priority_date = Some(priority.clone()).filter(|text| !text.is_empty());
    let code = case.form_code.replacen('-', "", 1);
    let case_type = format!("{code} - {}", case.title);
    let account = (own != Own::Missing).then_some((label, number));
    let people = people(rng, case, truth);
    let kind = rng.pick(&["Receipt Notice", "Receipt Notice", "Fee Receipt", "Reopen"]);
    truth.fields.notice_type = Some(kind.into());
    let swapped = rng.chance(0.3);
    Grid {
        kind,
        swapped,
        flipped: rng.chance(0.35),
        office: world::office(rng, &case.receipt),
        receipt,
        account,
        case_type,
        received,
        priority,
        noticed,
        people,
    }
}

/// Role, A-Number and name of the filer and of the beneficiary.
fn people(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> [(String, String, String); 2] {
    let role = world::role(case.title);
    let filer = case.filer.listed();
    world::note_filer(truth, role, &filer);
    let skip = case.is_petition && rng.chance(0.5);
    let alien = if skip {
        String::new()
    } else {
        world::alien(rng, &case.filer, truth)
    };
    let first = (role.to_string(), alien, filer);
    if !case.is_petition {
        return [
            first.clone(),
            if rng.chance(0.5) {
                first
            } else {
                Default::default()
            },
        ];
    }
    let name = case.beneficiary.listed();
    truth.fields.beneficiary = Some(name.clone());
    let known = rng.chance(0.7);
    let alien = if known {
        world::alien(rng, &case.beneficiary, truth)
    } else {
        String::new()
    };
    [first, ("Beneficiary".into(), alien, name)]
}

/// The running head; gives the top of the grid.
fn head(sheet: &mut Sheet, family: Family, flipped: bool) -> f32 {
    let bold = Face::bold(family);
    let plain = Face::regular(family);
    let agency = [
        "Department of Homeland Security",
        "U.S. Citizenship and Immigration Services",
    ];
    if flipped {
        sheet.write(bold, 12.0, 36.0, 50.0, "Form I-797C, Notice of Action");
        sheet.flush_right(plain, 8.0, 576.0, 40.0, agency[0]);
        sheet.flush_right(plain, 8.0, 576.0, 50.0, agency[1]);
    } else {
        kit::stack(sheet, plain, 8.0, [36.0, 40.0], &agency);
        sheet.flush_right(bold, 13.0, 576.0, 50.0, "Form I-797C, Notice of Action");
    }
    sheet.rule(36.0, 576.0, 56.0, 1.6);
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    sheet.centred(bold, 10.0, 306.0, 69.0, banner);
    75.0
}

/// The three rows; gives their bottom. `place`: the two inner columns and the top.
fn rows(
    sheet: &mut Sheet,
    family: Family,
    place: [f32; 3],
    grid: &Grid,
    page: (usize, usize),
) -> f32 {
    let look = Look::of(family, 6.5, 8.5);
    let [first, second, top] = place;
    let middle = top + 31.0;
    let last = top + 60.0;
    let bottom = top + 89.0;
    let one = |text: &str| vec![text.to_string()];
    kit::cell(
        sheet,
        &look,
        [36.0, top, first, middle],
        "Receipt Number",
        &one(&grid.receipt),
    );
    let mut room = [first, 576.0];
    if let Some((label, number)) = &grid.account {
        let (own, rest) = match grid.swapped {
            true => ([440.0, 576.0], [first, 440.0]),
            false => ([first, second], [second, 576.0]),
        };
        kit::cell(
            sheet,
            &look,
            [own[0], top, own[1], middle],
            label,
            &one(number),
        );
        room = rest;
    }
    let lines = kit::wrap(look.value, 8.0, room[1] - room[0] - 6.0, &grid.case_type);
    let tight = Look::of(family, 6.5, if lines.len() > 1 { 7.8 } else { 8.5 });
    kit::cell(
        sheet,
        &tight,
        [room[0], top, room[1], middle],
        "Case Type",
        &lines,
    );
    let half = 36.0 + (first - 36.0) * 0.95;
    kit::cell(
        sheet,
        &look,
        [36.0, middle, half, last],
        "Received Date",
        &one(&grid.received),
    );
    kit::cell(
        sheet,
        &look,
        [half, middle, second, last],
        "Priority Date",
        &one(&grid.priority),
    );
    person(sheet, &look, [second, middle, 576.0, last], &grid.people[0]);
    kit::cell(
        sheet,
        &look,
        [36.0, last, half, bottom],
        "Notice Date",
        &one(&grid.noticed),
    );
    let page = format!("{} of {}", page.0, page.1);
    kit::cell(
        sheet,
        &look,
        [half, last, second, bottom],
        "Page",
        &one(&page),
    );
    person(sheet, &look, [second, last, 576.0, bottom], &grid.people[1]);
    bottom
}

/// A person's cell: role and A-Number in one line, the name under them.
fn person(sheet: &mut Sheet, look: &Look, area: [f32; 4], who: &(String, String, String)) {
    kit::cell(sheet, look, area, &who.0, std::slice::from_ref(&who.2));
    let left = area[0] + 9.0 + look.label.width(&who.0, look.small);
    sheet.write(
        look.value,
        look.large - 0.5,
        left,
        area[1] + look.small + 2.0,
        &who.1,
    );
}

/// The address and the block at its right; gives the top of the body.
fn address(
    rng: &mut Rng,
    sheet: &mut Sheet,
    family: Family,
    case: (&Case, &'static str),
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let face = Face::regular(family);
    let (case, kind) = case;
    let mut to = vec![case.filer.name()];
    if rng.chance(0.35) {
        to.push(format!("c/o {}", case.attorney.0));
        to.push(case.attorney.1.clone());
    }
    to.extend(case.address.iter().cloned());
    kit::stack(
        sheet,
        face,
        10.0,
        [rng.uniform(40.0, 58.0), top + 34.0],
        &to,
    );
    let mut y = top + 26.0;
    let mut lines = vec![format!("Notice Type: {kind}")];
    if rng.chance(0.8) {
        let amount = format!("{} U.S.", world::dollars(world::fee(rng)));
        lines.push(format!("Amount received: {amount}"));
        truth.fields.amount = Some(amount);
    }
    if let Some(section) = world::section(rng, case.form_code) {
        lines.push(format!("Section: {section}"));
        truth.fields.section = Some(section.into());
    }
    if let Some(class) = world::class(rng, case.form_code).filter(|_| rng.chance(0.7)) {
        lines.push(format!("Class Requested: {class}"));
        truth.fields.class = Some(class.into());
    }
    if rng.chance(0.5) {
        lines.push(format!("Deposit Tracking ID: {}", case::account(rng)));
    }
    for line in lines {
        kit::fit(sheet, face, 9.5, [344.0, y], 232.0, &line);
        y += 13.0;
    }
    sheet.rule(36.0, 576.0, top + 102.0, 0.6);
    top + 120.0
}

/// The body's paragraphs.
fn body(rng: &mut Rng, sheet: &mut Sheet, family: Family, grid: &Grid, y: f32) {
    let face = Face::regular(family);
    let first = match grid.kind {
        "Reopen" => {
            "On our own motion we have reopened the case named above. It is again in \
                     process from the day of this notice. You need not pay another fee."
        }
        _ => {
            "We have taken in the application or petition named above. The case is now in \
              process. Please keep this notice with your papers and bring it to every appointment \
              at our offices."
        }
    };
    let mut texts = vec![first];
    texts.extend(matter::some(rng, matter::GRID, 3));
    texts.push(
        "Please see the additional information on the back. You will be notified separately about \
         any other cases you filed.",
    );
    let size = rng.pick(&[9.6, 10.2, 11.0]);
    let y = kit::prose(sheet, face, size, [40.0, y], 528.0, &texts);
    if grid
        .account
        .as_ref()
        .is_some_and(|(label, _)| label.ends_with('*'))
    {
        let note = "* The number of the online account of the person or company that filed.";
        sheet.write(face, 7.5, 40.0, y + 6.0, note);
    }
}

/// The second page's text.
fn overleaf(rng: &mut Rng, sheet: &mut Sheet, family: Family, y: f32) {
    let face = Face::regular(family);
    sheet.write(Face::bold(family), 10.5, 40.0, y, "General information");
    let card = format!("for example {}{}", rng.pick(&["SRC", "LIN"]), "0000000000");
    let card = format!(
        "Your card, once we make it, bears a document number of three letters and ten digits, \
         {card}. That number is not the receipt number of a case."
    );
    let texts = [
        "If you move, you must tell us of the new address within 10 days. Use Form AR-11 at \
         uscis.gov/addresschange. The post office does not forward our mail.",
        &card,
        "This notice does not stand in for a visa, and it does not by itself allow you to work, \
         to travel, or to stay in the United States.",
    ];
    kit::prose(sheet, face, 9.5, [40.0, y + 18.0], 528.0, &texts);
}

/// The office, the telephone and the barcode at the foot.
fn foot(sheet: &mut Sheet, family: Family, case: &Case, grid: &Grid) {
    let face = Face::regular(family);
    let lines = [
        grid.office.name,
        "U.S. CITIZENSHIP & IMMIGRATION SVC",
        grid.office.street,
        grid.office.city,
        "USCIS Contact Center: 1-800-375-5283",
    ];
    let (words, bars) = if grid.flipped {
        (344.0, 40.0)
    } else {
        (40.0, 372.0)
    };
    let code = if grid.flipped {
        Symbology::Code128
    } else {
        Symbology::Code39
    };
    kit::stack(sheet, face, 8.5, [words, 686.0], &lines);
    kit::bars(sheet, [bars, 690.0], 26.0, code, &case.receipt);
    sheet.rule(36.0, 576.0, 742.0, 1.2);
    sheet.flush_right(face, 7.5, 576.0, 752.0, "Form I-797C   04/01/19");
}
