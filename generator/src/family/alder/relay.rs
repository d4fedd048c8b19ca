//! "relay": a transfer, reopening or welcome notice on a grid of rules without boxes.
use super::desk::{Desk, note};
use super::kit::{self, Cell, hang};
use super::prose;
use super::words::{self, Paper};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let families = [
        Family::Courier,
        Family::LiberationMono,
        Family::Times,
        Family::DejaVuSans,
    ];
    let petition = rng.chance(0.4);
    let form = if rng.chance(0.7) { "I-797C" } else { "I-797" };
    let mut desk = Desk::open(rng, case, form, &families, (40, 15));
    desk.dates(&[0, 3]);
    let paper = if petition {
        words::FAMILY[0]
    } else {
        desk.rng.pick(&words::APPLICATIONS[..3])
    };
    desk.truth.fields.case_type = Some(paper.code.into());
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    sheet.rule(38.0, 574.0, 30.0, 2.2);
    hand.bold(9.0)
        .at(&mut sheet, 38.0, 43.0, &words::AGENCY[1].to_uppercase());
    hand.bold(10.5).right(
        &mut sheet,
        574.0,
        43.0,
        &format!("Form {form}, Notice of Action"),
    );
    if form == "I-797C" {
        let text = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
        hand.bold(8.4).centre(&mut sheet, 306.0, 57.0, text);
    }
    let y = grid(&mut desk, &mut sheet, &paper, petition);
    let kind = desk.pick(&[
        "Transfer Notice",
        "Transfer Notice",
        "Reopen",
        "Welcome Notice",
    ]);
    let kind = if kind == "Welcome Notice" && paper.code != "I-485" {
        "Transfer Notice"
    } else {
        kind
    };
    let side = right_block(&mut desk, &mut sheet, y + 20.0, (&paper, kind));
    let case = desk.case;
    let mut lines = vec![case.filer.name()];
    if desk.percent(40) {
        lines.push(format!("c/o {}", case.attorney.0));
    }
    lines.extend(case.address.iter().cloned());
    let pen = hand.plain(size(&desk, 9.4));
    let mut foot = y + 34.0;
    for line in &lines {
        pen.put(&mut sheet, 58.0, foot, 240.0, line);
        foot += 11.5;
    }
    let texts = body(&mut desk, &paper, kind);
    let top = side.max(foot) + 22.0;
    hand.plain(size(&desk, 9.6))
        .flow(&mut sheet, 38.0, top, 536.0, &texts);
    prose::foot(&mut desk, &mut sheet, 38.0, 648.0);
    let at = [38.0, 716.0, 0.85, 24.0];
    kit::bars(&mut sheet, Symbology::Code39, at, &desk.case.receipt);
    let edition = words::edition(&mut desk, form);
    hand.plain(7.0).right(&mut sheet, 574.0, 762.0, &edition);
    let mut sheets = vec![sheet];
    let noticed = desk.noticed();
    prose::extras(&mut desk, &mut sheets, &noticed);
    Drawing {
        sheets,
        truth: desk.truth,
    }
}

/// A size that is smaller in wide families.
fn size(desk: &Desk, size: f32) -> f32 {
    match desk.family {
        Family::Courier | Family::LiberationMono => size * 0.87,
        Family::DejaVuSans => size * 0.9,
        _ => size,
    }
}

/// A row of cells with a rule under it and none between.
fn bare(sheet: &mut Sheet, cell: &Cell, y: f32, parts: &[(f32, &str, &str)]) -> f32 {
    let mut left = 38.0;
    for (width, label, value) in parts {
        cell.draw(
            sheet,
            [left - 3.5, y, left + width - 3.5, y + 34.0],
            label,
            value,
        );
        left += width;
    }
    sheet.rule(38.0, 574.0, y + 34.0, 0.5);
    y + 34.0
}

/// The grid; returns its foot.
fn grid(desk: &mut Desk, sheet: &mut Sheet, paper: &Paper, petition: bool) -> f32 {
    let hand = desk.hand;
    let cell = Cell {
        label: hand.plain(size(desk, 6.8)),
        value: hand.plain(size(desk, 9.2)),
        drop: 9.0,
        lead: 10.5,
    };
    let receipt = desk.receipt();
    let received = desk.received();
    let noticed = desk.noticed();
    let priority = desk.priority(if petition { 80 } else { 20 });
    let title = paper.grid();
    let filer = desk.case.filer.clone();
    let name = filer.listed();
    let shown = desk.percent(80) || !petition;
    let alien = if shown {
        format!(" {}", desk.alien(&filer))
    } else {
        String::new()
    };
    let (role, last) = if petition {
        note(&mut desk.truth.fields.petitioner, &name);
        let person = desk.beneficiary();
        let listed = note(&mut desk.truth.fields.beneficiary, &person.listed());
        (
            format!("Petitioner{alien}"),
            (format!("Beneficiary {}", desk.alien(&person)), listed),
        )
    } else {
        note(&mut desk.truth.fields.applicant, &name);
        (
            format!("Applicant{alien}"),
            (format!("Applicant{alien}"), name.clone()),
        )
    };
    let own = desk.own.clone();
    let label = words::own(desk, petition);
    let mut first = vec![(158.0, "Receipt Number", receipt.as_str())];
    if let Some(own) = &own {
        first.push((180.0, label, own));
    }
    first.push((
        if own.is_some() { 198.0 } else { 378.0 },
        "Case Type",
        &title,
    ));
    sheet.rule(38.0, 574.0, 64.0, 0.5);
    let y = bare(sheet, &cell, 64.0, &first);
    let second = [
        (158.0, "Received Date", received.as_str()),
        (180.0, "Priority Date", priority.as_str()),
        (198.0, role.as_str(), name.as_str()),
    ];
    let y = bare(sheet, &cell, y, &second);
    let third = [
        (158.0, "Notice Date", noticed.as_str()),
        (180.0, "Page", "1 of 1"),
        (198.0, last.0.as_str(), last.1.as_str()),
    ];
    bare(sheet, &cell, y, &third)
}

/// Notice type and what goes with it; returns the next baseline.
fn right_block(desk: &mut Desk, sheet: &mut Sheet, top: f32, with: (&Paper, &str)) -> f32 {
    let (paper, kind) = with;
    let pens = (
        desk.hand.plain(size(desk, 9.4)),
        desk.hand.bold(size(desk, 9.4)),
    );
    let mut lines = vec![(
        "Notice Type:",
        note(&mut desk.truth.fields.notice_type, kind),
    )];
    match paper.code {
        "I-765" => {
            let text = desk.pick(&["C09", "C08", "C10", "A05", "(c)(26)"]);
            let label = desk.pick(&["Eligibility Category:", "Category:"]);
            lines.push((
                label,
                note(&mut desk.truth.fields.eligibility_category, text),
            ));
        }
        "I-130" => {
            let text = "Parent of U.S. citizen, 201(b) INA";
            lines.push(("Section:", note(&mut desk.truth.fields.section, text)));
            let place = desk.pick(&["NONE", "NATIONAL VISA CENTER", "BOGOTA", "ACCRA"]);
            lines.push(("Consulate:", note(&mut desk.truth.fields.consulate, place)));
        }
        "I-485" if desk.percent(60) => {
            let text = desk.pick(&["IR6", "F27", "E26", "CR6", "AS6"]);
            let label = desk.pick(&["COA:", "Class:", "Class Requested:"]);
            lines.push((label, note(&mut desk.truth.fields.class, text)));
        }
        _ => {}
    }
    let mut y = top;
    for (label, value) in lines {
        y = hang(sheet, pens, [322.0, y, 574.0], (label, &value)) + 2.0;
    }
    y
}

/// The body.
fn body(desk: &mut Desk, paper: &Paper, kind: &str) -> Vec<String> {
    let to = desk.rng.pick(&words::OFFICES);
    let first = match kind {
        "Reopen" => "On our own motion we have opened the case above again. Nothing is asked of \
            you now; the office named at the foot will write to you."
            .to_string(),
        "Welcome Notice" => "This is to tell you that your application was approved. Your new \
            card will come by mail within some weeks; until then this page is no proof of status."
            .to_string(),
        _ => format!(
            "To speed up the work, we have sent the case above to the {}, {}, {}. That office \
             will tell you of its decision. You keep your place in line and your Form {} needs \
             no new filing.",
            to[0], to[1], to[2], paper.code
        ),
    };
    let mut texts = vec![first];
    if desk.percent(35) {
        texts.push(format!(
            "The file left this office by courier; the parcel number is {}.",
            desk.rng.digits(12)
        ));
    }
    if desk.percent(30) {
        texts.push(
            "Cases that came from other offices keep their numbers. Former owners of a petition \
             cannot see this case in their accounts."
                .to_string(),
        );
    }
    if desk.percent(55) {
        texts.push(prose::account_talk(desk).to_string());
    }
    texts.push(prose::help(desk).to_string());
    let count = 1 + desk.rng.below(4);
    texts.extend(prose::more(desk, count));
    texts.push(
        "Please see the additional information on the back. You will be notified separately \
         about any other cases you filed."
            .to_string(),
    );
    texts
}
