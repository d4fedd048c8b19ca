//! "vellum": an approval on security paper, with banner and microprint.
use super::desk::{Desk, note};
use super::kit::{self, Cell};
use super::prose;
use super::words::{self, Paper};
use crate::barcode::Symbology;
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let families = [Family::Times, Family::Helvetica, Family::LiberationSans];
    let mut desk = Desk::open(rng, case, "I-797", &families, (36, 14));
    desk.dates(&[0, 0, 1]);
    let paper = if desk.percent(60) {
        desk.rng.pick(&words::FAMILY)
    } else {
        Paper {
            code: "I-140",
            title: "Immigrant Petition for Alien Workers",
        }
    };
    desk.truth.fields.case_type = Some(paper.code.into());
    let mut sheet = desk.sheet();
    ground(&mut desk, &mut sheet);
    let person = desk.beneficiary();
    let under = grid(&mut desk, &mut sheet, &paper, &person);
    let side = right_block(&mut desk, &mut sheet, under + 20.0, &paper);
    let lines = [desk.case.attorney.0.clone(), desk.case.attorney.1.clone()];
    let y = desk
        .hand
        .plain(9.5)
        .stack(&mut sheet, 62.0, under + 36.0, &lines);
    desk.hand
        .plain(9.5)
        .stack(&mut sheet, 62.0, y, &desk.case.address);
    let body = body(&mut desk, &paper);
    let size = desk.rng.uniform(9.4, 10.4);
    let y = side.max(under + 118.0) + 14.0;
    desk.hand
        .plain(size)
        .flow(&mut sheet, 46.0, y, 520.0, &body);
    prose::foot(&mut desk, &mut sheet, 46.0, 656.0);
    let kind = desk.rng.pick(&[Symbology::Code39, Symbology::Code128]);
    kit::bars(
        &mut sheet,
        kind,
        [330.0, 672.0, 0.85, 28.0],
        &desk.case.receipt,
    );
    desk.hand
        .bold(8.0)
        .at(&mut sheet, 46.0, 752.0, "Form I-797 (Rev. 08/31/16)");
    let mut sheets = vec![sheet];
    let noticed = desk.noticed();
    prose::extras(&mut desk, &mut sheets, &noticed);
    Drawing {
        sheets,
        truth: desk.truth,
    }
}

/// The paper's pattern, banner and microprint.
fn ground(desk: &mut Desk, sheet: &mut Sheet) {
    let micro = "USCIS APPROVAL NOTICE U.S. DEPARTMENT OF HOMELAND SECURITY ".repeat(9);
    let face = desk.hand.plain(2.2).face;
    for step in 0..24 {
        let y = 84.0 + step as f32 * 28.0;
        sheet.fill([34.0, y, 578.0, y + 9.0], 0.965);
    }
    for y in [26.0, 768.0] {
        let cut: String = micro.chars().take(380).collect();
        let size = 2.2 * 544.0 / face.width(&cut, 2.2);
        sheet.write_shaded(face, size, 34.0, y, &cut, 0.45);
    }
    sheet.fill([34.0, 30.0, 578.0, 50.0], 0.88);
    let banner = desk.pick(&[
        "THE UNITED STATES OF AMERICA",
        "T H E   U N I T E D   S T A T E S   O F   A M E R I C A",
    ]);
    desk.hand.bold(13.0).centre(sheet, 306.0, 45.0, banner);
    desk.hand
        .plain(8.5)
        .at(sheet, 40.0, 62.0, &words::AGENCY.join(" - "));
    desk.hand
        .bold(11.0)
        .right(sheet, 572.0, 63.0, "I-797, Notice of Action");
}

/// The grid; returns its foot.
fn grid(desk: &mut Desk, sheet: &mut Sheet, paper: &Paper, person: &Person) -> f32 {
    let hand = desk.hand;
    let cell = Cell {
        label: hand.plain(6.2),
        value: hand.plain(8.6),
        drop: 8.0,
        lead: 10.5,
    };
    let receipt = desk.receipt();
    let title = paper.grid();
    let filer = desk.case.filer.clone();
    let firm = paper.code == "I-140";
    let (role, name) = if firm {
        ("Petitioner".to_string(), words::company(desk))
    } else if desk.percent(45) {
        (format!("Petitioner {}", desk.alien(&filer)), filer.listed())
    } else {
        ("Petitioner".to_string(), filer.listed())
    };
    let name = note(&mut desk.truth.fields.petitioner, &name);
    let other = if desk.percent(75) {
        format!("Beneficiary {}", desk.alien(person))
    } else {
        "Beneficiary".to_string()
    };
    let listed = note(&mut desk.truth.fields.beneficiary, &person.listed());
    let received = desk.received();
    let priority = desk.priority(85);
    let noticed = desk.noticed();
    let left = 40.0;
    let right = 572.0;
    let high = 31.0 + desk.rng.uniform(0.0, 4.0);
    let own = desk.own.clone();
    let label = words::own(desk, true);
    let first: Vec<(f32, &str, &str)> = match &own {
        Some(own) => {
            vec![
                (30.0, "Receipt Number", &receipt),
                (34.0, label, own),
                (36.0, "Case Type", &title),
            ]
        }
        None => vec![
            (30.0, "Receipt Number", &receipt),
            (70.0, "Case Type", &title),
        ],
    };
    let second = [
        (30.0, "Received Date", received.as_str()),
        (34.0, "Priority Date", priority.as_str()),
        (36.0, role.as_str(), name.as_str()),
    ];
    let third = [
        (30.0, "Notice Date", noticed.as_str()),
        (34.0, "Page", "1 of 1"),
        (36.0, other.as_str(), listed.as_str()),
    ];
    let y = kit::row(sheet, &cell, [left, 70.0, right, 70.0 + high], &first);
    let y = kit::row(sheet, &cell, [left, y, right, y + high], &second);
    kit::row(sheet, &cell, [left, y, right, y + high], &third)
}

/// Notice type, section, consulate; returns the next baseline.
fn right_block(desk: &mut Desk, sheet: &mut Sheet, top: f32, paper: &Paper) -> f32 {
    let fields = &mut desk.truth.fields;
    let kind = note(&mut fields.notice_type, "Approval Notice");
    let section = match paper.code {
        "I-130" => desk.rng.pick(&[
            "Husband or wife of U.S. citizen, 201(b) INA",
            "Brother or sister of U.S. citizen, 203(a)(4) INA",
            "Unmarried child (21 or older) of permanent resident, 203(a)(2)(B) INA",
            "Parent of U.S. citizen, 201(b) INA",
        ]),
        "I-129F" => "Fiance(e) of U.S. citizen, 101(a)(15)(K)(i) INA",
        _ => desk.rng.pick(&[
            "Mem of Profession w/Adv Deg, or Exceptn'l Ability Sec. 203(b)(2)",
            "Skilled Worker or Professional, Sec. 203(b)(3)(A)(i) or (ii)",
            "Indiv w/Extraord Ability, Sec. 203(b)(1)(A)",
        ]),
    };
    let mut lines = vec![("Notice Type:", kind)];
    lines.push(("Section:", note(&mut desk.truth.fields.section, section)));
    if desk.percent(70) {
        let place = desk.pick(&[
            "NATIONAL VISA CENTER",
            "NONE",
            "MANILA",
            "CIUDAD JUAREZ",
            "MUMBAI",
        ]);
        lines.push(("Consulate:", note(&mut desk.truth.fields.consulate, place)));
    }
    if paper.code == "I-140" && desk.percent(70) {
        let digits = desk.rng.digits(5);
        lines.push((
            "ETA Case Number:",
            format!("G-100-21{}-{digits}", desk.rng.digits(3)),
        ));
    }
    if paper.code == "I-129F" {
        let noticed = desk.case.noticed;
        let from = desk.date(&noticed);
        let to = desk.date(&noticed.later(4, 0));
        desk.truth.fields.valid_from = Some(from.clone());
        desk.truth.fields.valid_to = Some(to.clone());
        lines.push(("Valid from", format!("{from} to {to}")));
    }
    let pens = (desk.hand.plain(9.6), desk.hand.plain(9.6));
    let mut y = top;
    for (label, value) in lines {
        y = kit::hang(sheet, pens, [332.0, y, 568.0], (label, &value)) + 1.5;
    }
    y
}

/// The body.
fn body(desk: &mut Desk, paper: &Paper) -> Vec<String> {
    let first = match paper.code {
        "I-140" => {
            "The petition named above has been approved. Approval does not by itself give the \
             worker a status or permission to work; the worker must still apply for a visa abroad \
             or for adjustment on Form I-485 when a visa number can be had."
        }
        _ => {
            "The petition named above has been approved. We have sent it on to the Department of \
             State, National Visa Center, 31 Rochester Avenue, Portsmouth NH 03801-2914, which \
             will write to you about fees and papers. Its case number will differ from ours."
        }
    };
    let mut texts = vec![first.to_string()];
    if desk.percent(35) && paper.code != "I-140" {
        let digits = desk.rng.digits(6);
        texts.push(format!(
            "The National Visa Center has given the case number {}20{}{digits}. Use that number, \
             not ours, when you write there.",
            desk.rng.pick(&["MNL", "CDJ", "GUZ", "BMB"]),
            desk.rng.between(18, 23)
        ));
    }
    texts.push(
        "The approval of this petition is no promise that the beneficiary will be found fit for \
         a visa, for admission or for a change of status."
            .to_string(),
    );
    if desk.percent(45) {
        texts.push(prose::account_talk(desk).to_string());
    }
    let count = 1 + desk.rng.below(3);
    texts.extend(prose::more(desk, count));
    texts.push(
        "NOTICE: Although this petition has been approved, the agency may check the facts in it \
         before and after approval, by any lawful means."
            .to_string(),
    );
    texts
}
