//! Numbered boxes printed in two copies on one page, and a table of a household.
use super::words::{
    ACCOUNT, ALIEN, Facts, Look, MONO, RECEIPT, REP_ACCOUNT, SANS, cell, coded, date, fit,
    note_filer, perforation, role, subject,
};
use crate::case::{Case, Date, account, printed_a_number, printed_account};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::Face;

/// Receipt in numbered boxes like a wage statement: the same boxes for addressee and file.
pub(super) fn two_copies(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 3);
    let family = rng.pick(&SANS);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let (plain, bold) = (Face::regular(family), Face::bold(family));
    let look = Look {
        label: plain,
        value: Face::regular(rng.pick(&MONO)),
        small: 7.0,
        large: 9.5,
        weight: 0.6,
        under: false,
    };

    let kind = rng.pick(&["Receipt Notice", "Acknowledgment of Withdrawal"]);
    let who = subject(case);
    let filer = case.filer.listed();
    let amount = fee_or_waiver(rng);
    let receipt_label = rng.pick(&RECEIPT);
    let account_label = rng.pick(&ACCOUNT);
    let rep_label = rng.pick(&REP_ACCOUNT);
    let mut boxes = vec![
        (receipt_label.to_owned(), facts.receipt.clone()),
        ("Form filed".to_owned(), case.form_code.to_owned()),
        ("Notice type".to_owned(), kind.to_owned()),
        (
            format!("{} (family name, given name)", role(case)),
            filer.clone(),
        ),
        (
            format!("{} of {}", rng.pick(&ALIEN), role(case).to_lowercase()),
            facts.a_number.clone(),
        ),
        ("Received date".to_owned(), facts.received.clone()),
        ("Notice date".to_owned(), facts.noticed.clone()),
        ("Amount received".to_owned(), amount.clone()),
    ];
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    note_filer(case, &filer, &mut truth);
    if case.is_petition {
        boxes.push(("Beneficiary (family name, given name)".into(), who.listed()));
        truth.fields.beneficiary = Some(who.listed());
        boxes.push(("Priority date".into(), facts.priority.clone()));
        truth.fields.priority_date = Some(facts.priority.clone());
    }
    if facts.has_cell() {
        let label = format!("{account_label} of {}", role(case).to_lowercase());
        let label = if account_label.starts_with("Your") {
            account_label.into()
        } else {
            label
        };
        let at = rng.below(boxes.len());
        boxes.insert(at, (label, facts.account_value("")));
    }
    if let Some(rep) = &facts.rep {
        let at = rng.below(boxes.len());
        boxes.insert(at, (rep_label.to_owned(), rep.clone()));
    }
    facts.note_accounts(case, &mut truth);
    truth.fields.notice_type = Some(kind.to_owned());
    truth.fields.case_type = Some(case.form_code.to_owned());
    truth.fields.received_date = Some(facts.received.clone());
    truth.fields.notice_date = Some(facts.noticed.clone());
    truth.fields.amount = Some(amount);

    let columns = rng.pick(&[2, 3]);
    let width = 540.0 / columns as f32;
    let letters = rng.chance(0.3);
    for (copy, title) in [
        "Copy A  For the addressee",
        "Copy B  For the representative or file",
    ]
    .iter()
    .enumerate()
    {
        let top = 40.0 + copy as f32 * 372.0;
        sheet.write(bold, 11.0, 36.0, top, "USCIS Notice of Action");
        sheet.flush_right(bold, 9.0, 576.0, top, title);
        for (at, (label, value)) in boxes.iter().enumerate() {
            let left = 36.0 + (at % columns) as f32 * width;
            let y = top + 8.0 + (at / columns) as f32 * 37.0;
            let mark = if letters {
                format!("{})", char::from(b'a' + at as u8))
            } else {
                format!("{}", at + 1)
            };
            let label = format!("{mark}  {label}");
            cell(
                &mut sheet,
                look,
                [left, y, left + width, y + 37.0],
                &label,
                value,
            );
        }
        let y = top + 8.0 + boxes.len().div_ceil(columns) as f32 * 37.0 + 14.0;
        let text = format!(
            "This information is being furnished by the {}. An empty box means that we have \
             nothing on file for it. Title of the form: {}.",
            facts.office, case.title
        );
        sheet.paragraph(plain, 7.5, 36.0, y, 330.0, &text);
        coded(&mut sheet, rng, (390.0, y - 4.0), 22.0, &case.receipt);
    }
    perforation(&mut sheet, 388.0, "SEPARATE COPIES");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

fn fee_or_waiver(rng: &mut Rng) -> String {
    if rng.chance(0.25) {
        "Fee Waived".into()
    } else {
        super::words::fee(rng)
    }
}

/// Receipt of a household: one row a person, column heads in two storeys.
pub(super) fn household_table(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 4);
    let family = rng.pick(&SANS);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..NoticeTruth::default()
    };
    let (plain, bold) = (Face::regular(family), Face::bold(family));
    sheet.write(bold, 13.0, 36.0, 46.0, "I-797C, Notice of Action");
    sheet.flush_right(plain, 9.0, 576.0, 46.0, "List of persons on one filing");
    sheet.rule(36.0, 576.0, 54.0, 1.5);

    let width = coded(&mut sheet, rng, (36.0, 66.0), 26.0, &case.receipt);
    let left = 36.0 + width + 30.0;
    let label = rng.pick(&RECEIPT);
    let rows = [
        (label, facts.receipt.clone()),
        ("Notice Date", facts.noticed.clone()),
        ("Received Date", facts.received.clone()),
        ("Case Type", case.form_code.to_owned()),
    ];
    for (at, (label, value)) in rows.iter().enumerate() {
        let y = 74.0 + at as f32 * 13.0;
        sheet.write(plain, 8.5, left, y, label);
        sheet.write(bold, 8.5, left + 130.0, y, value);
    }
    truth.prints_receipt(&case.receipt);
    truth.fields.notice_date = Some(facts.noticed.clone());
    truth.fields.received_date = Some(facts.received.clone());
    truth.fields.case_type = Some(case.form_code.to_owned());
    let text = format!(
        "The {} received the {} of {} together with the persons below, who share the receipt \
         number above. Each person keeps an A-Number of his or her own.",
        facts.office,
        case.form_code,
        case.filer.name()
    );
    let y = sheet.paragraph(plain, 10.0, 36.0, 144.0, 540.0, &text) + 10.0;

    // Column heads: `Numbers` spans two or three columns.
    let has_cell = facts.has_cell();
    let mut edges = vec![36.0, 62.0, 222.0, 300.0, 424.0];
    if has_cell {
        edges.push(576.0);
    }
    let account_first = has_cell && rng.chance(0.5);
    let end = edges[edges.len() - 1];
    sheet.fill([36.0, y, end, y + 40.0], 0.9);
    sheet.frame([36.0, y, end, y + 40.0], 0.8);
    sheet.rule(300.0, end, y + 14.0, 0.5);
    sheet.centred(
        bold,
        8.0,
        (300.0 + end) / 2.0,
        y + 10.5,
        "Numbers with USCIS",
    );
    let account_head = rng.pick(&[
        "Online account number",
        "USCIS online acct. no.",
        "Account number (online)",
    ]);
    let a_head = rng.pick(&ALIEN);
    let numbers = match (has_cell, account_first) {
        (false, _) => vec![a_head],
        (true, false) => vec![a_head, account_head],
        (true, true) => vec![account_head, a_head],
    };
    let heads = [vec!["No.", "Family name, given name", "Born"], numbers].concat();
    for (at, head) in heads.iter().enumerate() {
        let measure = edges[at + 1] - edges[at] - 6.0;
        fit(
            &mut sheet,
            bold,
            8.0,
            (edges[at] + 4.0, y + 34.0),
            measure,
            head,
        );
    }

    let count = rng.between(2, 5) as usize;
    let mut persons = vec![case.filer.clone()];
    for _ in 1..count {
        persons.push(case.filer.relative(rng));
    }
    let blank = rng.pick(&["", "--", "none"]);
    let mut top = y + 40.0;
    truth.account_cell = facts.cell;
    for (at, person) in persons.iter().enumerate() {
        let a_number = if at == 0 {
            facts.a_number.clone()
        } else {
            printed_a_number(rng, &person.a_number)
        };
        truth.prints_a_number(&person.a_number);
        let number = match (at, facts.cell) {
            (0, AccountCell::Filled) => {
                truth.prints_account(&case.account);
                facts.account.clone()
            }
            (_, AccountCell::Filled) if rng.chance(0.3) => {
                let own = account(rng);
                truth.prints_account(&own);
                printed_account(rng, &own)
            }
            _ => blank.to_owned(),
        };
        let mut values = vec![
            format!("{}", at + 1),
            person.listed(),
            date(facts.style, person.born),
            a_number,
        ];
        if has_cell {
            values.push(number);
        }
        if account_first {
            values.swap(3, 4);
        }
        for (column, value) in values.iter().enumerate() {
            let (left, right) = (edges[column], edges[column + 1]);
            sheet.frame([left, top, right, top + 20.0], 0.5);
            fit(
                &mut sheet,
                plain,
                9.0,
                (left + 4.0, top + 14.0),
                right - left - 8.0,
                value,
            );
        }
        top += 20.0;
    }
    let mut y = top + 16.0;
    if has_cell {
        let text = format!(
            "\"{}\" in a column means a person has not told us a number.",
            blank
        );
        if !blank.is_empty() {
            y = sheet.paragraph(plain, 8.0, 36.0, y, 540.0, &text) + 8.0;
        }
    }
    let biometrics: Date = case.noticed.later(1, 3);
    let text = format!(
        "Biometrics of all persons of 14 years and above will be taken after {}. Bring one copy \
         of this list for each person. Do not staple the copies.",
        date(facts.style, biometrics)
    );
    y = sheet.paragraph(plain, 10.0, 36.0, y, 540.0, &text) + 14.0;
    if let Some(rep) = &facts.rep {
        truth.prints_representative_account(rep);
        let area = [36.0, y, 576.0, y + 40.0];
        sheet.frame(area, 0.6);
        let line = format!("Representative: {}, {}", case.attorney.0, case.attorney.1);
        fit(&mut sheet, plain, 9.0, (42.0, y + 14.0), 528.0, &line);
        let line = format!("{}: {rep}", rng.pick(&REP_ACCOUNT));
        fit(&mut sheet, plain, 9.0, (42.0, y + 30.0), 528.0, &line);
    }
    sheet.plain(7.5, 36.0, 764.0, "Form I-797C 04/01/19 Y");
    sheet.flush_right(plain, 7.5, 576.0, 764.0, "Page 1 of 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
