//! A schedule for a family: a table of many rows, one receipt and one A-Number a row.
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::desk::{self, Days, Own, Pen};
use super::words;

/// One line of the table.
struct Line {
    /// Its cells: number, name, A-Number, receipt, form, the last column.
    cells: [String; 6],
}

/// What the last column of the table shows.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    /// The number of the filer's own account, in the filer's row only.
    Account,
    /// A number of twelve digits of another system.
    Other,
    /// The room.
    Room,
}

/// The heads of the last column.
fn last_head(rng: &mut Rng, last: Last) -> &'static str {
    match last {
        Last::Account => rng.pick(&["USCIS online account no.", "Online Acct. No. (filer)"]),
        Last::Other => rng.pick(&["Consular file no.", "Medical record no.", "Fee trace no."]),
        Last::Room => rng.pick(&["Room", "Window"]),
    }
}

/// The people of the schedule: the filer first, then relatives.
fn people(rng: &mut Rng, case: &Case) -> Vec<Person> {
    let mut list = vec![case.filer.clone()];
    if case.is_petition {
        list.push(case.beneficiary.clone());
    }
    for _ in 0..1 + rng.below(6) {
        list.push(case.filer.relative(rng));
    }
    list
}

/// The cell of the last column.
fn last_cell(rng: &mut Rng, last: Last, row: usize, account: &str) -> String {
    match last {
        Last::Account if row == 0 => account.into(),
        Last::Account => "\u{2013}".into(),
        Last::Other => words::twelve(rng),
        Last::Room => format!("{}", 101 + 2 * (row / 3)),
    }
}

/// The lines of the table; receipts run on from the first.
fn lines(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    last: Last,
    account: &str,
) -> Vec<Line> {
    let dashes = rng.chance(0.4);
    let mut list = vec![];
    for (row, person) in people(rng, case).iter().enumerate() {
        truth.prints_a_number(&person.a_number);
        let nine = format!("{:0>9}", person.a_number);
        let number = if dashes {
            desk::grouped(&nine, 3, "-")
        } else {
            desk::grouped(&nine, 3, " ")
        };
        let receipt = if row == 0 {
            case.receipt.clone()
        } else {
            case::receipt(rng, &case.receipt[..3], case.received.year)
        };
        truth.prints_receipt(&receipt);
        let end = last_cell(rng, last, row, account);
        list.push(Line {
            cells: [
                format!("{}", row + 1),
                person.listed(),
                format!("A{number}"),
                receipt,
                case.form_code.into(),
                end,
            ],
        });
    }
    list
}

/// The look of the table.
struct Look {
    /// The faces of entries and heads.
    faces: [Face; 2],
    /// Whether there are upright rules and rules between the lines.
    ruled: bool,
    /// Whether every second line is shaded.
    bands: bool,
    /// The height of a line.
    tall: f32,
}

/// Draws the table.
fn table(pen: &mut Pen, look: &Look, heads: &[&str; 6], list: &[Line]) {
    let [left, right] = [pen.left, pen.right];
    let stops = [0.0, 0.06, 0.35, 0.53, 0.71, 0.80, 1.0].map(|share| left + share * (right - left));
    let top = pen.y;
    let bottom = top + look.tall * (list.len() + 1) as f32;
    for (row, cells) in std::iter::once(None)
        .chain(list.iter().map(|line| Some(&line.cells)))
        .enumerate()
    {
        let y = top + look.tall * row as f32;
        if look.bands && row % 2 == 1 {
            pen.sheet.fill([left, y, right, y + look.tall], 0.92);
        }
        for place in 0..6 {
            let at = [
                stops[place] + 3.0,
                y + look.tall - 5.0,
                stops[place + 1] - stops[place] - 6.0,
            ];
            match cells {
                Some(texts) => desk::put(&mut pen.sheet, look.faces[0], 9.0, at, &texts[place]),
                None => desk::put(&mut pen.sheet, look.faces[1], 8.5, at, heads[place]),
            };
        }
        if look.ruled || row == 1 {
            pen.sheet.rule(left, right, y, 0.5);
        }
    }
    pen.sheet.rule(left, right, top, 1.0);
    pen.sheet.rule(left, right, bottom, 1.0);
    if look.ruled {
        for stop in stops {
            pen.sheet.upright(stop, top, bottom, 0.5);
        }
    }
    pen.y = bottom + 18.0;
}

/// The note under the table that gives the filer's account.
fn note(rng: &mut Rng, pen: &mut Pen, case: &Case, text: &str) {
    let role = words::role(case).to_lowercase();
    let label = match rng.below(4) {
        0 => format!("USCIS online account number of the {role} (line 1):"),
        1 => format!("* {}, line 1, USCIS Online Account No.:", case.filer.name()),
        2 => "Your own USCIS online account number:".to_string(),
        _ => format!("Online account with USCIS, {role} on line 1, number:"),
    };
    let [plain, heavy] = [pen.regular(), pen.heavy()];
    let end = pen.sheet.write(plain, 9.5, pen.left, pen.y, &label);
    pen.sheet.write(heavy, 9.5, end + 6.0, pen.y, text);
    pen.gap(24.0);
}

/// The heading: a box with the case at the right of the office.
fn heading(rng: &mut Rng, pen: &mut Pen, date: &str, office: &words::Office) -> String {
    let [plain, heavy] = [pen.regular(), pen.heavy()];
    let title = rng.pick(&[
        "Interview Schedule",
        "Notice of Family Interview",
        "Interview Notice",
    ]);
    pen.sheet.write(
        plain,
        9.0,
        pen.left,
        44.0,
        "U.S. Department of Homeland Security",
    );
    pen.sheet
        .write(heavy, 10.5, pen.left, 56.0, &format!("USCIS {}", office[0]));
    pen.sheet.write(
        plain,
        9.0,
        pen.left,
        67.0,
        &format!("{}, {}", office[1], office[2]),
    );
    let edge = pen.right - 190.0;
    pen.sheet.frame([edge, 34.0, pen.right, 72.0], 0.8);
    desk::put(
        &mut pen.sheet,
        heavy,
        12.0,
        [edge + 8.0, 49.0, 174.0],
        title,
    );
    let label = rng.pick(&["Notice Date:", "Date of notice:", "Prepared on"]);
    let dated = format!("{label} {date}");
    desk::put(
        &mut pen.sheet,
        plain,
        9.0,
        [edge + 8.0, 64.0, 174.0],
        &dated,
    );
    pen.y = 100.0;
    title.into()
}

/// The prose under the table.
fn prose(rng: &mut Rng, pen: &mut Pen, case: &Case, gone: bool) {
    pen.para(
        "Each person over the age of fourteen must come in person with a passport. A person who \
         needs an interpreter brings one who is not a party or a witness.",
    );
    if rng.chance(0.6) {
        let text = words::talk(rng, gone);
        pen.para(&text);
    }
    if rng.chance(0.4) {
        let text = words::stranger(rng, case);
        pen.para(&text);
    }
    if rng.chance(0.35) {
        let number = format!("{}{}{}", rng.letters(3), case.received.year, rng.digits(6));
        pen.para(&format!(
            "The National Visa Center kept these cases under its number {number}; do not use that \
             number any more."
        ));
    }
    let text = words::contact(rng);
    pen.para(&text);
}

/// Draws what the page shows of the account, and where.
fn plan(rng: &mut Rng, case: &Case) -> (Own, Last) {
    let own = desk::own(rng, case, 45, 12);
    let other = if rng.chance(0.5) {
        Last::Other
    } else {
        Last::Room
    };
    let last = if own == Own::Filled && rng.chance(0.5) {
        Last::Account
    } else {
        other
    };
    (own, last)
}

/// A schedule of interviews for a family.
pub(super) fn family_schedule(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::LiberationSerif,
        Family::LiberationMono,
        Family::Helvetica,
        Family::DejaVuSansCondensed,
    ]);
    let mut pen = Pen::new(family, [44.0, 568.0], 50.0, 9.5);
    let days = rng.pick(&[Days::Long, Days::Numeric]);
    let date = days.print(&case.noticed);
    let mut truth = desk::truth_of(case, "", &date);
    truth.receipt_numbers.clear();
    let office = words::field_office(rng);
    let title = heading(rng, &mut pen, &date, &office);
    truth.fields.notice_type = Some(title);
    for text in [&case.filer.name(), &case.address[0], &case.address[1]] {
        pen.line(text);
    }
    pen.gap(10.0);
    opening(rng, &mut pen, case, &mut truth);
    let (own, last) = plan(rng, case);
    let text = desk::account_text(rng, case, own, &mut truth);
    let account = text.clone().unwrap_or_default();
    let list = lines(rng, case, &mut truth, last, &account);
    desk::note_filer(&mut truth, case, &case.filer.listed());
    let look = Look {
        faces: [pen.regular(), pen.heavy()],
        ruled: rng.chance(0.55),
        bands: rng.chance(0.4),
        tall: rng.uniform(15.5, 19.0),
    };
    let end = last_head(rng, last);
    let a_label = rng.pick(&["A-Number", "A-File", "USCIS A#"]);
    let heads = ["Line", "Name", a_label, "Receipt number", "Form", end];
    table(&mut pen, &look, &heads, &list);
    if let (Some(text), true) = (&text, last != Last::Account) {
        note(rng, &mut pen, case, text);
    }
    let gone = truth.account_cell == AccountCell::Absent;
    prose(rng, &mut pen, case, gone);
    words::fill(rng, &mut pen, 740.0);
    pen.foot(
        8.0,
        764.0,
        [
            "",
            "Page 1 of 1",
            rng.pick(&["Family unit copy", "File copy", ""]),
        ],
    );
    Drawing {
        sheets: vec![pen.sheet],
        truth,
    }
}

/// The sentence above the table, with day and place.
fn opening(rng: &mut Rng, pen: &mut Pen, case: &Case, truth: &mut NoticeTruth) {
    let day = case.noticed.later(1, rng.between(0, 20)).long();
    let who = if case.is_petition {
        "The person on line 1 filed the cases of this list as petitioner."
    } else {
        "The person on line 1 filed the cases of this list."
    };
    let hour = rng.pick(&["8:00 AM", "9:30 AM", "1:00 PM"]);
    pen.para(&format!(
        "Please report to this office on {day} at {hour} with all persons listed below. {who} Each \
         line has its own receipt number."
    ));
    pen.gap(2.0);
    truth.fields.appointment_date = Some(day);
    truth.fields.appointment_time = Some(hour.into());
}
