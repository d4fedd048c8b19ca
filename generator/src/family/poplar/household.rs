//! Acknowledgment with a ruled table of the persons in one filing.
use super::matter::*;
use super::tools::*;
use crate::barcode::Symbology;
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LEFT: f32 = 42.0;
const RIGHT: f32 = 570.0;

/// A table: heads, widths, rows.
struct Table {
    heads: Vec<String>,
    edges: Vec<f32>,
    rows: Vec<Vec<String>>,
}

/// Draws a table; gives its lower edge.
fn table(sheet: &mut Sheet, cuts: Cuts, table: &Table, top: f32, ruled: bool) -> f32 {
    let tall = 26.0;
    let row = 15.0;
    let end = *table.edges.last().unwrap_or(&RIGHT);
    sheet.fill([LEFT, top, end, top + tall], 0.87);
    for (number, head) in table.heads.iter().enumerate() {
        let x = table.edges[number] + 3.0;
        let width = table.edges[number + 1] - table.edges[number];
        let lines = broken(cuts.bold, 7.0, width - 5.0, head);
        let first = if lines.len() > 1 {
            top + 10.0
        } else {
            top + 16.0
        };
        stack(sheet, cuts.bold, 7.0, [x, first], 9.0, &lines);
    }
    for (number, cells) in table.rows.iter().enumerate() {
        let y = top + tall + row * (number as f32 + 1.0) - 4.5;
        for (column, cell) in cells.iter().enumerate() {
            let width = table.edges[column + 1] - table.edges[column] - 6.0;
            fitted(
                sheet,
                cuts.plain,
                8.4,
                [table.edges[column] + 3.0, y],
                width,
                cell,
            );
        }
        if ruled {
            sheet.rule(LEFT, end, top + tall + row * number as f32, 0.4);
        }
    }
    let bottom = top + tall + row * table.rows.len() as f32;
    sheet.frame([LEFT, top, end, bottom], 0.8);
    if ruled {
        for edge in &table.edges[1..table.edges.len() - 1] {
            sheet.upright(*edge, top, bottom, 0.4);
        }
    }
    bottom
}

/// The relatives of the principal, with what each is to them.
fn relatives(rng: &mut Rng, principal: &Person, count: usize) -> Vec<(Person, &'static str)> {
    let mut all = Vec::new();
    for number in 0..count {
        let kin = if number == 0 {
            "Spouse"
        } else {
            rng.pick(&["Derivative", "Dependent", "Family member"])
        };
        all.push((principal.relative(rng), kin));
    }
    all
}

/// The rows of the table, every A-Number noted.
fn persons_table(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    own: Option<&str>,
    manner: usize,
) -> Table {
    let principal = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    let lead = if case.is_petition {
        "Beneficiary"
    } else {
        "Principal"
    };
    let count = 2 + rng.below(5);
    let mut people = vec![(principal.clone(), lead)];
    people.extend(relatives(rng, principal, count));
    let mut heads: Vec<String> = ["No.", "Name (Family, Given)", "A-Number", "Born"]
        .iter()
        .map(|head| head.to_string())
        .collect();
    heads.push(
        rng.pick(&["Relation", "Relationship", "Status in case"])
            .to_string(),
    );
    let last = match own {
        Some(_) => rng.pick(&["USCIS Online Account No.", "Online Acct. No. (USCIS)"]),
        None => rng.pick(&["I-94 No.", "Admission (I-94) number"]),
    };
    heads.push(last.to_string());
    let mut rows = Vec::new();
    for (number, (person, kin)) in people.iter().enumerate() {
        truth.prints_a_number(&person.a_number);
        let tail = match own {
            Some(text) if number == 0 => text.to_string(),
            Some("") => String::new(),
            Some(_) => "none".to_string(),
            None => format!("{} {}", rng.digits(9), rng.digits(2)),
        };
        let born = when(manner, &person.born);
        let index = format!("{}", number + 1);
        let alien = grouped(&format!("{:0>9}", person.a_number), 3, " ");
        rows.push(vec![
            index,
            person.listed(),
            format!("A{alien}"),
            born,
            kin.to_string(),
            tail,
        ]);
    }
    let edges = vec![LEFT, LEFT + 24.0, 216.0, 294.0, 372.0, 446.0, RIGHT];
    Table { heads, edges, rows }
}

/// The left block of facts: labels with colons, values at a column.
fn facts(
    sheet: &mut Sheet,
    cuts: Cuts,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    manner: usize,
    own: Option<&str>,
) -> f32 {
    truth.prints_receipt(&case.receipt);
    truth.fields.case_type = Some(case.form_code.to_string());
    let noticed = when(manner, &case.noticed);
    let received = when(manner, &case.received);
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    let name = case.filer.listed();
    notes_filer(truth, case, &name);
    let receipt = receipt_form(rng, &case.receipt);
    let mut all = vec![
        [
            rng.pick(&["Receipt Number", "Receipt Number(s)", "Case ID"])
                .to_string(),
            receipt,
        ],
        ["Form".to_string(), case.form_code.to_string()],
        [
            rng.pick(&["Date of Notice", "Notice Date"]).to_string(),
            noticed,
        ],
        [
            rng.pick(&["Filed", "Received Date", "Date Received"])
                .to_string(),
            received,
        ],
        [role(case).to_string(), name],
    ];
    if let Some(text) = own {
        let label = match rng.below(4) {
            0 => format!(
                "USCIS Online Account Number ({})",
                role(case).to_lowercase()
            ),
            1 => "USCIS Online Account Number (principal)".to_string(),
            2 => "Account number of filer (USCIS online)".to_string(),
            _ => format!("{}'s USCIS Online Acct. #", role(case)),
        };
        let place = rng.between(1, all.len() as i64) as usize;
        all.insert(place, [label, text.to_string()]);
    }
    let mut y = 158.0;
    for pair in &all {
        sheet.write(cuts.bold, 8.6, LEFT, y, &format!("{}:", pair[0]));
        fitted(sheet, cuts.plain, 9.2, [LEFT + 200.0, y], 190.0, &pair[1]);
        y += 14.0;
    }
    y
}

/// Head of the page.
fn head(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) {
    let office = center(rng);
    let middle = (LEFT + RIGHT) / 2.0;
    sheet.centred(
        cuts.plain,
        9.0,
        middle,
        42.0,
        "U.S. Department of Homeland Security",
    );
    sheet.centred(
        cuts.bold,
        12.0,
        middle,
        56.0,
        "U.S. Citizenship and Immigration Services",
    );
    let place = format!("{}  |  {}  |  {}", office.name, office.street, office.place);
    sheet.centred(cuts.plain, 8.0, middle, 68.0, &place);
    sheet.rule(LEFT, RIGHT, 75.0, 1.4);
    let title = rng.pick(&[
        "ACKNOWLEDGMENT OF RECEIPT",
        "Acknowledgment of Filing",
        "Receipt Notice",
        "NOTICE OF RECEIPT",
    ]);
    truth.fields.notice_type = Some(title.to_string());
    sheet.centred(cuts.bold, 14.0, middle, 98.0, title);
    fitted(
        sheet,
        cuts.slant,
        9.0,
        [LEFT, 116.0],
        RIGHT - LEFT,
        case.title,
    );
    receipt_bars(
        sheet,
        Symbology::Code128,
        [430.0, 126.0],
        138.0,
        24.0,
        &case.receipt,
    );
}

/// The prose with its sentences about numbers.
fn prose(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, top: f32) {
    let extra = rng.pick(&[
        "Members of one family may have accounts of their own; none is joined to this case.",
        "If you paid by card, the Pay.gov tracking number is on your statement, not on this page.",
        "If you write, give the receipt number. The office's fax is (515) 555-0188.",
        "Do not use a number from someone else's notice on your own forms.",
    ]);
    let text = format!(
        "We have received the filing described above. The persons listed are those whom the form \
         names. Please compare spelling, dates of birth and A-Numbers with your documents and \
         tell us of any mistake within thirty days. {extra}"
    );
    let y = sheet.paragraph(cuts.plain, 9.6, LEFT, top, RIGHT - LEFT, &text);
    let text = "You must tell us of a change of address within ten days (Form AR-11). Each person \
                who is 14 or older will be called separately to give fingerprints. An absence from \
                that appointment may delay the whole family.";
    let y = sheet.paragraph(cuts.plain, 9.6, LEFT, y + 8.0, RIGHT - LEFT, text);
    let more = filler(rng, 4);
    let limit = rng.uniform(560.0, 670.0);
    let y = paragraphs(sheet, cuts.plain, 9.6, [LEFT, RIGHT], y + 8.0, limit, &more) - 6.0;
    sheet.write(cuts.plain, 9.6, 330.0, y + 24.0, "For the Director,");
    sheet.rule(330.0, 520.0, y + 52.0, 0.5);
    sheet.write(
        cuts.slant,
        8.5,
        330.0,
        y + 62.0,
        "Supervisory Officer, Intake Section",
    );
}

/// Acknowledgment with a table of persons.
pub(super) fn household(rng: &mut Rng, case: &Case) -> Drawing {
    let cuts = Cuts::any(
        rng,
        &[Family::Helvetica, Family::LiberationSans, Family::FreeSerif],
    );
    let mut sheet = Sheet::letter(cuts.family);
    let mut truth = NoticeTruth {
        form: "I-797".into(),
        ..Default::default()
    };
    head(&mut sheet, cuts, rng, case, &mut truth);
    let manner = rng.pick(&[0, 2, 4]);
    let own = Own::draw(rng, 42, 16).text(rng, case, &mut truth);
    let in_table = !case.is_petition && rng.chance(0.55);
    let (above, within) = if in_table {
        (None, own.as_deref())
    } else {
        (own.as_deref(), None)
    };
    let y = facts(&mut sheet, cuts, rng, case, &mut truth, manner, above);
    let lines = addressee(rng, case);
    let y = stack(
        &mut sheet,
        cuts.plain,
        9.5,
        [LEFT + 14.0, y + 10.0],
        11.5,
        &lines,
    ) + 14.0;
    let title = rng.pick(&[
        "Persons in this filing",
        "LIST OF APPLICANTS AND DEPENDENTS",
    ]);
    let title = if case.is_petition {
        "Beneficiary and family members named"
    } else {
        title
    };
    sheet.write(cuts.bold, 9.5, LEFT, y, title);
    let rows = persons_table(rng, case, &mut truth, within, manner);
    let y = table(&mut sheet, cuts, &rows, y + 6.0, rng.chance(0.7));
    prose(&mut sheet, cuts, rng, y + 22.0);
    sheet.write(cuts.plain, 7.5, LEFT, 760.0, "Form I-797 (Rev. 03/08)");
    sheet.flush_right(cuts.plain, 7.5, RIGHT, 760.0, "Page 1 of 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
