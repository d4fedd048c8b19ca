//! An interview notice with a table of the persons who must come, many columns wide.
use super::kit::{
    Cuts, Office, Own, check_box, cuts, dated, field_office, fit, noted, prose, stack,
};
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LABELS: &[&str] = &[
    "USCIS Online Acct. No.",
    "Online Account Number",
    "Applicant's Online Acct #",
    "USCIS Online Account No.",
    "USCIS Acct. No. (online)",
];

/// What the page says, chosen once.
struct Plan {
    title: &'static str,
    office: Office,
    label: &'static str,
    in_table: bool,
    left: f32,
    day: String,
    hour: &'static str,
}

/// One column of a table: its title, its share of the width and its values.
struct Column {
    title: String,
    share: f32,
    values: Vec<String>,
}

/// An interview notice on one or two pages.
pub(super) fn interview_roster(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSerif,
        Family::Helvetica,
        Family::DejaVuSansCondensed,
        Family::LiberationSansNarrow,
    ]);
    let cut = cuts(family);
    let own = Own::draw(rng, case, [46, 16, 4]);
    let plan = Plan {
        title: match case.form_code {
            "N-400" => "Request for Applicant to Appear for Naturalization Initial Interview",
            _ => rng.pick(&[
                "Request for Applicant to Appear for Initial Interview",
                "Notice of Interview",
                "Interview Appointment Notice",
            ]),
        },
        office: field_office(rng),
        label: rng.pick(LABELS),
        in_table: own.number().is_some() && rng.chance(0.45),
        left: rng.uniform(38.0, 50.0),
        day: case.noticed.later(1, rng.between(1, 20)).long(),
        hour: rng.pick(&["8:15 AM", "9:45 AM", "10:30 AM", "1:20 PM"]),
    };
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let y = head(rng, &mut sheet, &cut, &plan, case, &own, &mut truth);
    let y = persons(rng, &mut sheet, &cut, &plan, case, &own, y, &mut truth);
    let y = place(&mut sheet, &cut, &plan, y, &mut truth);
    bring(rng, &mut sheet, &cut, &plan, y);
    own.note(&mut truth);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// A table with a dark or shaded head; returns its bottom.
fn table(
    sheet: &mut Sheet,
    cut: &Cuts,
    [left, top, right, row]: [f32; 4],
    columns: &[Column],
    ruled: bool,
) -> f32 {
    let total: f32 = columns.iter().map(|column| column.share).sum();
    let count = columns
        .iter()
        .map(|column| column.values.len())
        .max()
        .unwrap_or(0);
    let bottom = top + 15.0 + row * count as f32;
    sheet.fill([left, top, right, top + 15.0], 0.86);
    let mut x = left;
    for column in columns {
        let width = (right - left) * column.share / total;
        let size = fit(cut.bold, 7.5, &column.title, width - 6.0);
        sheet.write(cut.bold, size, x + 3.0, top + 10.5, &column.title);
        for (n, value) in column.values.iter().enumerate() {
            let size = fit(cut.regular, 9.0, value, width - 6.0);
            let y = top + 15.0 + row * (n as f32 + 1.0) - 4.5;
            sheet.write(cut.regular, size, x + 3.0, y, value);
        }
        if ruled {
            sheet.upright(x, top, bottom, 0.5);
        }
        x += width;
    }
    for n in 0..=count {
        sheet.rule(
            left,
            right,
            top + 15.0 + row * n as f32,
            if ruled { 0.5 } else { 0.3 },
        );
    }
    if ruled {
        sheet.rule(left, right, top, 0.5);
        sheet.upright(right, top, bottom, 0.5);
    }
    bottom
}

/// A column of one value.
fn single(title: &str, share: f32, value: &str) -> Column {
    Column {
        title: title.to_string(),
        share,
        values: vec![value.to_string()],
    }
}

/// The head and the two tables of one row that hold the particulars.
fn head(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    plan: &Plan,
    case: &Case,
    own: &Own,
    truth: &mut NoticeTruth,
) -> f32 {
    let right = 612.0 - plan.left;
    sheet.write(
        cut.bold,
        9.0,
        plan.left,
        40.0,
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    sheet.write(
        cut.regular,
        8.5,
        plan.left,
        51.0,
        "Department of Homeland Security",
    );
    sheet.flush_right(
        cut.regular,
        9.0,
        right,
        40.0,
        "Form I-797C, Notice of Action",
    );
    let size = fit(cut.bold, 14.0, plan.title, right - plan.left);
    sheet.centred(cut.bold, size, 306.0, 76.0, plan.title);
    let noticed = dated(&case.noticed, rng.below(3));
    let receipt = case::printed_receipt(rng, &case.receipt);
    let mark = case::printed_a_number(rng, &case.filer.a_number);
    let mut first = vec![
        single(
            rng.pick(&["Receipt Number", "Application Number", "Case ID"]),
            1.2,
            &receipt,
        ),
        single("Notice Date", 1.1, &noticed),
        single("A-Number", 1.0, &mark),
    ];
    if let (Some(text), false) = (own.text(), plan.in_table) {
        first.insert(rng.below(3) + 1, single(plan.label, 1.3, text));
    }
    let row = rng.uniform(15.0, 18.0);
    let y = table(sheet, cut, [plan.left, 92.0, right, row], &first, true);
    let second = [
        single(
            "Case Type",
            3.0,
            &format!("{} {}", case.form_code, case.title),
        ),
        single("Page", 0.5, "1 of 1"),
    ];
    let y = table(sheet, cut, [plan.left, y, right, row], &second, true);
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    truth.fields.notice_date = Some(noticed);
    truth.fields.notice_type = noted(plan.title);
    truth.fields.case_type = noted(case.form_code);
    let lines = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    stack(
        sheet,
        cut.regular,
        10.0,
        [plan.left + 20.0, y + 34.0, 12.5],
        &lines,
    ) + 12.0
}

/// The table of the persons; the first row is the applicant.
#[allow(clippy::too_many_arguments)]
fn persons(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    plan: &Plan,
    case: &Case,
    own: &Own,
    y: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let count = 2 + rng.below(5);
    let mut people: Vec<Person> = vec![case.filer.clone()];
    people.extend((1..count).map(|_| case.filer.relative(rng)));
    let mut marks = Vec::new();
    for person in &people {
        marks.push(case::printed_a_number(rng, &person.a_number));
        truth.prints_a_number(&person.a_number);
    }
    let kin = |rng: &mut Rng, n: usize| match n {
        0 => super::kit::role(case).to_string(),
        1 => "Spouse".to_string(),
        _ => rng.pick(&["Son", "Daughter", "Child"]).to_string(),
    };
    let mut columns = vec![
        Column {
            title: "No.".into(),
            share: 0.3,
            values: (1..=count).map(|n| n.to_string()).collect(),
        },
        Column {
            title: "Name (Family, Given)".into(),
            share: 1.7,
            values: people.iter().map(|person| person.listed()).collect(),
        },
        Column {
            title: "A-Number".into(),
            share: 1.0,
            values: marks,
        },
        Column {
            title: "Relationship".into(),
            share: 0.8,
            values: (0..count).map(|n| kin(rng, n)).collect(),
        },
        Column {
            title: "Date of Birth".into(),
            share: 0.9,
            values: people.iter().map(|person| person.born.numeric()).collect(),
        },
    ];
    if let (Some(number), true) = (own.number(), plan.in_table) {
        let mut values = vec![String::new(); count];
        values[0] = number.to_string();
        columns.insert(
            2 + rng.below(3),
            Column {
                title: plan.label.into(),
                share: 1.2,
                values,
            },
        );
    } else if rng.chance(0.5) {
        columns.push(extra(rng, count));
    }
    truth.fields.applicant = noted(&case.filer.listed());
    if case.is_petition {
        truth.fields.petitioner = truth.fields.applicant.take();
    }
    let right = 612.0 - plan.left;
    let heading = "The following persons must appear:";
    sheet.write(cut.bold, 9.5, plan.left, y, heading);
    let edges = [plan.left, y + 6.0, right, rng.uniform(14.5, 17.0)];
    table(sheet, cut, edges, &columns, rng.chance(0.6)) + 20.0
}

/// A last column of numbers that are no accounts of USCIS.
fn extra(rng: &mut Rng, count: usize) -> Column {
    let title = rng.pick(&["I-94 No.", "Payment Ref.", "Civil Surgeon File"]);
    let number = |rng: &mut Rng| match title {
        "I-94 No." => format!("{} {}", rng.digits(9), rng.digits(2)),
        _ => rng.digits(12),
    };
    let values = (0..count).map(|_| number(rng)).collect();
    Column {
        title: title.into(),
        share: 1.1,
        values,
    }
}

/// Where and when.
fn place(sheet: &mut Sheet, cut: &Cuts, plan: &Plan, y: f32, truth: &mut NoticeTruth) -> f32 {
    let text = "You are hereby notified to appear for an interview under oath on the application \
                named above, as scheduled below. If you fail to appear, your case may be denied.";
    let measure = 612.0 - 2.0 * plan.left;
    let y = sheet.paragraph(cut.regular, 9.5, plan.left, y, measure, text) + 6.0;
    let office = &plan.office;
    sheet.write(cut.bold, 9.5, plan.left, y, "Please come to:");
    let lines = ["USCIS", office.name, office.street, office.town].map(String::from);
    stack(sheet, cut.regular, 9.5, [plan.left + 84.0, y, 12.0], &lines);
    sheet.write(cut.bold, 9.5, 370.0, y, "On:");
    sheet.write(cut.regular, 10.0, 400.0, y, &plan.day);
    sheet.write(cut.bold, 9.5, 370.0, y + 14.0, "At:");
    sheet.write(cut.regular, 10.0, 400.0, y + 14.0, plan.hour);
    truth.fields.appointment_date = noted(&plan.day);
    truth.fields.appointment_time = noted(plan.hour);
    y + 62.0
}

/// The check list of what to bring and the foot.
fn bring(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, plan: &Plan, y: f32) {
    let right = 612.0 - plan.left;
    sheet.write(
        cut.bold,
        9.5,
        plan.left,
        y,
        "YOU MUST BRING THE FOLLOWING ITEMS WITH YOU:",
    );
    let items = [
        "This notice and government-issued photo identification.",
        "A medical examination (Form I-693) in a sealed envelope, if not sent before.",
        "Your Employment Authorization Document (card no. of 3 letters and 10 digits).",
        "All travel documents used to enter the United States, and the I-94.",
        "Birth certificates of all persons in the table above, with certified translations.",
        "The number of your USCIS online account, if you have one. Bring no passwords.",
        "An affidavit of support (Form I-864) with the last three years' tax transcripts.",
    ];
    let mut line = y + 16.0;
    for item in items {
        if rng.chance(0.15) {
            continue;
        }
        check_box(sheet, cut.bold, plan.left + 6.0, line, rng.chance(0.2));
        let size = fit(cut.regular, 9.3, item, right - plan.left - 22.0);
        sheet.write(cut.regular, size, plan.left + 22.0, line, item);
        line += 13.5;
    }
    let texts = [
        "If you cannot keep this appointment, return this notice at once to the office \
                  above with your reason and ask for a new date. Do not bring cellular telephones.",
    ];
    prose(
        sheet,
        cut.regular,
        9.5,
        [plan.left, line + 8.0, right - plan.left],
        &texts,
    );
    sheet.rule(plan.left, right, 744.0, 0.6);
    let help = "Questions: 800-375-5283, TTY 800-767-1833";
    sheet.write(cut.regular, 7.5, plan.left, 754.0, help);
    sheet.flush_right(cut.regular, 7.5, right, 754.0, "Form I-797C  04/01/19");
}
