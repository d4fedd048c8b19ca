//! Local offices: a list of the people whom a notice covers.

use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::flow;
use super::words::{self, Facts};

/// A column: its head, its width, and its cells.
type Column = (&'static str, f32, Vec<String>);

/// A letter with a list of people, a column of account numbers among others.
pub(super) fn roster(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 10);
    let family = rng.pick(&[
        Family::Helvetica,
        Family::DejaVuSansCondensed,
        Family::Times,
    ]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let (place, street, city) = words::office(rng);
    let regular = Face::regular(family);
    sheet.bold(14.0, 50.0, 58.0, "People covered by this notice");
    sheet.flush_right(regular, 9.0, 562.0, 50.0, &format!("USCIS {place} Office"));
    sheet.flush_right(regular, 9.0, 562.0, 61.0, &format!("{street}, {city}"));
    sheet.rule(50.0, 562.0, 70.0, 0.8);
    let noticed = facts.dates.print(case.noticed);
    let received = facts.dates.print(case.received);
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    truth.fields.case_type = Some(case.form_code.to_owned());
    truth.prints_receipt(&case.receipt);
    let kind = rng.pick(&[
        "Acknowledgment of Receipt",
        "Receipt Notice",
        "Notice of Receipt",
    ]);
    truth.fields.notice_type = Some(kind.to_owned());
    let mut facts_line = [
        format!("*Notice type:* {kind}"),
        format!("*Form:* {}", case.form_code),
        format!("*Receipt number:* {}", words::tie(&facts.receipt)),
        format!("*Received date:* {}", words::tie(&received)),
        format!("*Notice date:* {}", words::tie(&noticed)),
    ];
    let turn = rng.below(5);
    facts_line.rotate_left(turn);
    let mut y = 88.0;
    for pair in facts_line.chunks(2) {
        for (column, text) in pair.iter().enumerate() {
            flow::rich(
                &mut sheet,
                9.5,
                50.0 + 262.0 * column as f32,
                y,
                256.0,
                text,
            );
        }
        y += 15.0;
    }
    y += 8.0;
    let lead = "We opened one file for each person below. The first is the principal; the others \
                come through the principal. Please check the spelling of every name.";
    y = flow::rich(&mut sheet, 9.5, 50.0, y, 512.0, lead) + 10.0;

    let columns = roster_columns(rng, case, &facts, &mut truth);
    y = roster_table(rng, &mut sheet, &columns, y);
    y += 20.0;
    if let Some((printed, _)) = &facts.agent {
        facts.agent_truth(&mut truth);
        let text = format!(
            "*Representative of all persons above:* {}. Representative's USCIS online account \
             number: {}",
            words::title(&case.attorney.0),
            words::tie(printed)
        );
        y = flow::rich(&mut sheet, 9.0, 50.0, y, 512.0, &text) + 8.0;
    }
    for text in [
        "A dash (-) or an empty cell means that we hold no such number for that person.",
        "Children who turn 21 stay on the list if they were under 21 when we received the form. \
         Persons who marry must tell us. A person who leaves the list gets a letter.",
        "This is not a decision, and does not grant any immigration status or benefit.",
    ] {
        y = flow::rich(&mut sheet, 9.0, 50.0, y, 512.0, text) + 5.0;
    }
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The columns of the list.
fn roster_columns(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    truth: &mut NoticeTruth,
) -> Vec<Column> {
    let mut people = vec![case.filer.clone()];
    for index in 0..rng.between(1, 5) {
        let mut one = case.filer.relative(rng);
        if index > 0 {
            one.born = case::Date::draw(rng, 2001, 2012);
        }
        people.push(one);
    }
    let relation = |index: usize| match index {
        0 => "Principal".to_owned(),
        1 => "Spouse".to_owned(),
        _ => "Child".to_owned(),
    };
    let mut numbers: Vec<String> = people.iter().map(|_| String::new()).collect();
    facts.account_truth(case, truth);
    if facts.cell == AccountCell::Filled {
        let own = rng.chance(0.4);
        for (index, number) in numbers.iter_mut().enumerate() {
            if index == 0 {
                number.push_str(&facts.account);
            } else if own && index < 3 {
                let digits = case::account(rng);
                truth.prints_account(&digits);
                number.push_str(&digits);
            }
        }
    }
    if rng.chance(0.4) {
        for number in numbers.iter_mut().filter(|number| number.is_empty()) {
            number.push('-');
        }
    }
    let style = rng.below(3);
    let mut a_numbers = Vec::new();
    for person in &people {
        truth.prints_a_number(&person.a_number);
        let (head, tail) = person.a_number.split_at(person.a_number.len() - 6);
        a_numbers.push(match style {
            0 => format!("A{}", person.a_number),
            1 => format!("A{head} {} {}", &tail[..3], &tail[3..]),
            _ => format!("A{head}-{}-{}", &tail[..3], &tail[3..]),
        });
    }
    let mut out: Vec<Column> = vec![
        (
            "Name",
            138.0,
            people.iter().map(|one| facts.name(one)).collect(),
        ),
        (
            "Relation",
            58.0,
            people
                .iter()
                .enumerate()
                .map(|(i, _)| relation(i))
                .collect(),
        ),
        (
            "Date of birth",
            82.0,
            people
                .iter()
                .map(|one| facts.dates.print(one.born))
                .collect(),
        ),
        ("A-Number", 76.0, a_numbers),
    ];
    if facts.has_label() {
        let head = rng.pick(&[
            "USCIS online account number",
            "Online acct. no.",
            "Number of the person's online account with USCIS",
            "OAN",
        ]);
        out.insert(rng.between(2, 4) as usize, (head, 94.0, numbers));
    }
    if rng.chance(0.5) {
        out.insert(
            0,
            (
                "No.",
                22.0,
                (1..=people.len()).map(|n| n.to_string()).collect(),
            ),
        );
    }
    out
}

/// Draws the list and returns its lower edge.
fn roster_table(rng: &mut Rng, sheet: &mut Sheet, columns: &[Column], top: f32) -> f32 {
    let family = sheet.family;
    let grid = rng.chance(0.5);
    let tall = columns
        .iter()
        .map(|column| flow::height(family, 8.0, column.1 - 6.0, &format!("*{}*", column.0)))
        .fold(0.0, f32::max)
        + 6.0;
    let rows = columns.first().map_or(0, |column| column.2.len());
    let step = 24.0;
    let bottom = top + tall + step * rows as f32;
    let total: f32 = columns.iter().map(|column| column.1).sum();
    let stretch = (512.0 - total) / columns.len() as f32;
    sheet.fill([50.0, top, 562.0, top + tall], 0.88);
    let mut x = 50.0;
    for (head, wide, cells) in columns {
        flow::rich(
            sheet,
            8.0,
            x + 3.0,
            top + 10.0,
            wide - 6.0,
            &format!("*{head}*"),
        );
        for (row, cell) in cells.iter().enumerate() {
            let y = top + tall + step * row as f32 + 11.0;
            flow::rich(sheet, 8.3, x + 3.0, y, wide + stretch - 5.0, cell);
        }
        if grid {
            sheet.upright(x, top, bottom, 0.5);
        }
        x += wide + stretch;
    }
    for row in 0..=rows {
        let y = top + tall + step * row as f32;
        sheet.rule(50.0, 562.0, y, 0.4);
    }
    if grid {
        sheet.frame([50.0, top, 562.0, bottom], 0.8);
    }
    bottom
}
