//! A biometrics appointment for a whole household: an upper-case grid and a timetable of persons.
use super::{kit, smallprint};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// How the grid is printed.
struct Grid {
    family: Family,
    ruled: bool,
    beside: bool,
    high: f32,
}

/// One cell of the grid: label, value, share of the row's width.
type Cell = (String, String, f32);

/// A row of cells; gives the top of the next row.
fn row(s: &mut Sheet, g: &Grid, top: f32, cells: &[Cell]) -> f32 {
    let total: f32 = cells.iter().map(|cell| cell.2).sum();
    let mut left = 36.0;
    for (label, value, share) in cells {
        let right = left + 540.0 * share / total;
        if g.ruled {
            s.frame([left, top, right, top + g.high], 0.7);
        }
        let bold = Face::bold(g.family);
        let regular = Face::regular(g.family);
        if g.beside {
            let end = kit::fit(
                s,
                bold,
                7.0,
                left + 4.0,
                top + g.high * 0.64,
                (right - left) * 0.55,
                label,
            );
            kit::fit(
                s,
                regular,
                9.5,
                end + 5.0,
                top + g.high * 0.64,
                right - end - 8.0,
                value,
            );
        } else {
            kit::fit(
                s,
                bold,
                6.6,
                left + 4.0,
                top + 8.5,
                right - left - 8.0,
                label,
            );
            kit::fit(
                s,
                regular,
                9.5,
                left + 6.0,
                top + g.high - 4.5,
                right - left - 10.0,
                value,
            );
        }
        left = right;
    }
    top + g.high
}

/// A cell with owned text.
fn cell(label: &str, value: impl Into<String>, share: f32) -> Cell {
    (label.into(), value.into(), share)
}

/// The row with the account number, the A-Number, the code and the page.
fn account_row(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> (Vec<Cell>, Option<String>) {
    let alien = kit::alien(rng, &case.filer, truth);
    let mine = kit::own(rng, case, truth);
    let mut cells = vec![];
    if let Some(number) = &mine {
        let label = rng.pick(&[
            "ACCOUNT NUMBER",
            "USCIS ACCOUNT NUMBER",
            "APPLICANT ONLINE ACCT NO.",
            "USCIS ONLINE ACCOUNT #",
            "ELIS ACCOUNT NUMBER",
        ]);
        cells.push(cell(label, number.clone(), 1.5));
    }
    let at = if rng.chance(0.7) { cells.len() } else { 0 };
    cells.insert(
        at,
        cell(
            rng.pick(&["USCIS A#", "A-NUMBER", "USCIS ALIEN NUMBER"]),
            alien,
            1.4,
        ),
    );
    cells.push(cell("CODE", rng.pick(&["1", "2", "3"]), 0.5));
    cells.push(cell("PAGE", "1 of 1", 0.6));
    (cells, mine)
}

/// A row with a number that might be taken for one of ours.
fn rival(rng: &mut Rng, truth: &mut NoticeTruth) -> Vec<Cell> {
    let other = rng.digits(12);
    let mut cells = match rng.below(3) {
        0 => {
            let account = case::account(rng);
            truth.prints_representative_account(&account);
            vec![cell("ATTORNEY ONLINE ACCOUNT NUMBER", account, 2.0)]
        }
        1 => vec![cell("FEE RECEIPT / PAYMENT CONTROL", other, 2.0)],
        _ => vec![cell("LOCKBOX BATCH NUMBER", other, 2.0)],
    };
    let entry = kit::i94(rng);
    truth.fields.i94_number = Some(entry.clone());
    cells.push(cell("I-94 #", entry, 1.5));
    cells
}

/// The timetable: one line a person.
fn timetable(
    s: &mut Sheet,
    g: &Grid,
    rng: &mut Rng,
    y: f32,
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    let r = Face::regular(g.family);
    let b = Face::bold(g.family);
    let columns = [44.0, 220.0, 324.0, 404.0, 470.0];
    let heads = [
        "PERSON TO APPEAR",
        "USCIS A#",
        "BORN",
        "TIME",
        rng.pick(&["SSN (LAST 4)", "ZIP", "FP CODE"]),
    ];
    s.fill([36.0, y - 10.0, 576.0, y + 4.0], 0.82);
    for (x, head) in columns.iter().zip(heads) {
        s.write(b, 7.6, *x, y, head);
    }
    let mut who = kit::household(rng, case, 1, 6);
    who.insert(0, case.filer.clone());
    let mut y = y;
    for (index, person) in who.iter().enumerate() {
        y += 15.0;
        let number = kit::alien_plain(person, truth);
        let last = match heads[4] {
            "ZIP" => format!("{}-{}", &"50309", rng.digits(4)),
            "FP CODE" => rng.pick(&["2", "3", "N/R"]).to_string(),
            _ => format!("xxx-xx-{}", rng.digits(4)),
        };
        let time = format!("{}:{:02} AM", 9 + index / 4, (index % 4) * 15);
        let texts = [person.listed(), number, person.born.numeric(), time, last];
        for (x, (text, room)) in columns
            .iter()
            .zip(texts.iter().zip([170.0, 98.0, 74.0, 60.0, 100.0]))
        {
            kit::fit(s, r, 9.0, *x, y, room, text);
        }
        s.rule(36.0, 576.0, y + 4.0, 0.3);
    }
    y + 22.0
}

/// The place and the stamp box.
fn center(
    s: &mut Sheet,
    g: &Grid,
    rng: &mut Rng,
    y: f32,
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    let r = Face::regular(g.family);
    let b = Face::bold(g.family);
    let city = rng.pick(kit::FIELD);
    let name = city.0.replace(" Field Office", "");
    s.write(b, 7.5, 44.0, y, "APPLICATION SUPPORT CENTER");
    let block = [
        format!("USCIS {}", name.to_uppercase()),
        city.1.to_uppercase(),
        city.2.to_uppercase(),
    ];
    kit::stack(s, r, 9.5, 44.0, y + 13.0, &block);
    s.write(b, 7.5, 220.0, y, "DATE AND TIME OF APPOINTMENT");
    let day = case.noticed.later(0, 19);
    s.write(r, 11.0, 220.0, y + 16.0, &day.numeric());
    s.write(r, 11.0, 220.0, y + 30.0, "9:00 AM");
    truth.fields.appointment_date = Some(day.numeric());
    truth.fields.appointment_time = Some("9:00 AM".into());
    s.frame([400.0, y - 8.0, 576.0, y + 62.0], 1.0);
    s.write(
        b,
        7.0,
        406.0,
        y + 2.0,
        rng.pick(&["ASC SITE STAMP", "BIOMETRICS PROCESSING STAMP"]),
    );
    for (row, text) in ["ASC SITE CODE", "BIOMETRICS QA REVIEW BY", "DATE"]
        .iter()
        .enumerate()
    {
        let at = y + 20.0 + row as f32 * 17.0;
        s.write(r, 6.4, 406.0, at, text);
        s.rule(496.0, 570.0, at, 0.4);
    }
    y + 82.0
}

/// The prose below.
fn prose(s: &mut Sheet, g: &Grid, rng: &mut Rng, y: f32) -> f32 {
    let stock = [
        "PLEASE READ THIS ENTIRE NOTICE CAREFULLY. To process your application, USCIS must \
         capture the biometrics of every person listed.",
        "WHEN YOU GO, YOU MUST BRING: 1. THIS APPOINTMENT NOTICE and 2. PHOTO IDENTIFICATION \
         for each person (parents may vouch for children under 14).",
        "If you fail to appear as scheduled, your application will be considered abandoned and \
         denied.",
        "REQUEST FOR RESCHEDULING: call 800-375-5283 (TTY 800-767-1833) before the date shown.",
        "Cell phones must be off. No photographs. Only persons listed are admitted.",
    ];
    let first = rng.below(3);
    let mut y = y;
    for step in 0..4 {
        let text = stock[(first + step) % stock.len()];
        y = s.paragraph(Face::regular(g.family), 9.0, 40.0, y, 530.0, text) + 5.0;
    }
    y
}

/// The form for which biometrics are taken: a petition gives way to the family's own form.
fn matter(case: &Case) -> (&'static str, &'static str) {
    if case.is_petition || case.form_code == "I-907" {
        return (
            "I-485",
            "APPLICATION TO REGISTER PERMANENT RESIDENCE OR ADJUST STATUS",
        );
    }
    (case.form_code, case.title)
}

/// The head of the page and the first rows of the grid; gives the next top.
fn head(s: &mut Sheet, g: &Grid, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> f32 {
    let r = Face::regular(g.family);
    let b = Face::bold(g.family);
    s.write(r, 7.5, 36.0, 32.0, "Department of Homeland Security");
    s.write(
        r,
        7.5,
        36.0,
        41.0,
        "U.S. Citizenship and Immigration Services",
    );
    s.flush_right(b, 11.0, 576.0, 38.0, "Form I-797C, Notice of Action");
    s.fill([36.0, 47.0, 576.0, 61.0], 0.0);
    let face = Face::bold(g.family);
    let text = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    let wide = face.width(text, 8.0);
    s.write_shaded(face, 8.0, 306.0 - wide / 2.0, 57.0, text, 1.0);
    let kind = rng.pick(&[
        "ASC Appointment Notice",
        "ASC Household Appointment Notice",
        "Biometric Notification",
    ]);
    truth.fields.notice_type = Some(kind.into());
    let number = kit::receipt(rng, &case.receipt, truth);
    let id = rng.pick(&[
        "APPLICATION NUMBER",
        "APPL/PETITION NUMBER",
        "RECEIPT NUMBER",
    ]);
    let date = case.noticed.numeric();
    truth.fields.notice_date = Some(date.clone());
    let first = [
        cell("NOTICE", kind, 1.4),
        cell(id, number, 1.4),
        cell("NOTICE DATE", date, 0.8),
    ];
    let top = row(s, g, 64.0, &first);
    let (code, name) = matter(case);
    truth.fields.case_type = Some(code.into());
    let title = format!("{} - {}", code.replacen('-', "", 1), name);
    let ssn = if rng.chance(0.4) {
        format!("XXX-XX-{}", rng.digits(4))
    } else {
        String::new()
    };
    let label = rng.pick(&["SOCIAL SECURITY NUMBER", "US SOCIAL SECURITY #"]);
    row(
        s,
        g,
        top,
        &[cell("CASE TYPE", title, 2.6), cell(label, ssn, 1.0)],
    )
}

/// The design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::Times,
        Family::FreeSans,
    ]);
    let g = Grid {
        family,
        ruled: rng.chance(0.7),
        beside: rng.chance(0.25),
        high: rng.uniform(22.0, 27.0),
    };
    let mut s = Sheet::letter(family);
    let mut truth = kit::truth("I-797C");
    let mut top = head(&mut s, &g, rng, case, &mut truth);
    let (cells, mine) = account_row(rng, case, &mut truth);
    top = row(&mut s, &g, top, &cells);
    if kit::trap(rng, &mine) {
        let cells = rival(rng, &mut truth);
        top = row(&mut s, &g, top, &cells);
    }
    let block = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    kit::stack(
        &mut s,
        Face::regular(family),
        10.0,
        64.0,
        top + 27.0,
        &block,
    );
    s.write(Face::bold(family), 6.6, 64.0, top + 14.0, "APPLICANT");
    truth.fields.applicant = Some(case.filer.name());
    let y = center(&mut s, &g, rng, top + 84.0, case, &mut truth);
    let y = timetable(&mut s, &g, rng, y, case, &mut truth);
    let y = prose(&mut s, &g, rng, y);
    smallprint::fill(&mut s, family, rng, (40.0, 572.0), (y + 4.0, 700.0));
    kit::barcode(&mut s, rng, 48.0, 722.0, 24.0, &case.receipt);
    let edition = rng.pick(&[
        "Form I-797C 07/11/14 Y",
        "Form I-797C 04/01/19",
        "Form I-797C (ASC)",
    ]);
    kit::foot(
        &mut s,
        Face::regular(family),
        7.5,
        edition,
        "HOUSEHOLD COPY",
    );
    Drawing {
        sheets: vec![s],
        truth,
    }
}
