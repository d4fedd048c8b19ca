//! Letters of asylum offices: the acknowledgment with a table of the family, and its call list.
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::desk::{self, Days, Own, Pen};
use super::words;

/// Labels of the principal's own account.
const OWN: [&str; 6] = [
    "USCIS online account no. of the principal",
    "Principal\u{2019}s USCIS Online Account Number",
    "Your USCIS online account number",
    "Online account with USCIS (principal applicant)",
    "USCIS Online Acct. No. (principal)",
    "OAN (principal applicant)",
];

/// The case as an asylum office has it: Form I-589, the receipt of an asylum office or of ELIS.
fn asylum_case(rng: &mut Rng, case: &Case) -> Case {
    let mut own = case.clone();
    own.form_code = "I-589";
    own.title = "APPLICATION FOR ASYLUM AND FOR WITHHOLDING OF REMOVAL";
    own.is_petition = false;
    if !case.receipt.starts_with("IOE") {
        let prefix = rng.pick(&["ZLA", "ZNY", "ZAR", "ZMI", "ZHN", "ZNO", "ZNK"]);
        own.receipt = case::receipt(rng, prefix, case.received.year);
    }
    own
}

/// The letterhead of an asylum office, left or centred.
fn head(pen: &mut Pen, office: &words::Office, centred: bool) {
    let agency = [
        "U.S. Department of Homeland Security",
        "U.S. Citizenship and Immigration Services",
    ];
    if centred {
        let [heavy, plain] = [pen.heavy(), pen.regular()];
        pen.middle(plain, 9.0, agency[0]);
        pen.middle(heavy, 11.5, agency[1]);
        pen.middle(heavy, 11.0, office[0]);
        pen.middle(plain, 8.5, &format!("{} \u{2022} {}", office[1], office[2]));
        pen.rule(0.8);
        pen.gap(20.0);
    } else {
        let face = pen.slope();
        for (row, text) in agency
            .iter()
            .chain([office[0], office[1], office[2]].iter())
            .enumerate()
        {
            pen.sheet
                .write(face, 8.5, 392.0, 52.0 + 10.5 * row as f32, text);
        }
        pen.y = 126.0;
    }
}

/// The reference table above the salutation: ruled or not, two columns.
fn references(pen: &mut Pen, rows: &[(String, String)], ruled: bool, tab: f32) {
    let [heavy, plain] = [pen.heavy(), pen.regular()];
    let top = pen.y - 11.0;
    for (label, value) in rows {
        let row_top = pen.y - 11.0;
        desk::put(
            &mut pen.sheet,
            plain,
            9.5,
            [pen.left + 4.0, pen.y, tab - pen.left - 10.0],
            label,
        );
        desk::put(
            &mut pen.sheet,
            heavy,
            9.5,
            [tab, pen.y, pen.right - tab - 4.0],
            value,
        );
        pen.y += 15.0;
        if ruled {
            pen.sheet.rule(pen.left, pen.right, row_top, 0.5);
        }
    }
    if ruled {
        let bottom = pen.y - 11.0;
        pen.sheet.frame([pen.left, top, pen.right, bottom], 0.7);
        pen.sheet.upright(tab - 5.0, top, bottom, 0.5);
    }
    pen.gap(8.0);
}

/// One person of the table.
struct Row {
    /// Its cells, as printed.
    cells: [String; 5],
}

/// The members of the family: the principal first.
fn family(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, extra: bool) -> Vec<Row> {
    let count = rng.below(5);
    let mut people = vec![(case.filer.clone(), "Principal")];
    for place in 0..count {
        let tie = if place == 0 {
            "Spouse"
        } else {
            rng.pick(&["Child", "Son", "Daughter"])
        };
        people.push((case.filer.relative(rng), tie));
    }
    let style = rng.below(2);
    people
        .iter()
        .map(|(person, tie)| {
            let number = desk::a_text(rng, truth, &person.a_number);
            let number = if style == 0 {
                number
            } else {
                number.replace('-', " ")
            };
            let last = if extra {
                rng.digits(12)
            } else {
                (*tie).to_string()
            };
            let name = if extra {
                format!("{} ({tie})", person.listed())
            } else {
                person.listed()
            };
            Row {
                cells: [String::new(), name, number, person.born.numeric(), last],
            }
        })
        .collect()
}

/// The table of the family.
fn family_table(
    sheet: &mut Sheet,
    faces: [Face; 2],
    at: [f32; 3],
    rows: &[Row],
    heads: [&str; 5],
) -> f32 {
    let [left, right, top] = at;
    let width = right - left;
    let stops = [0.0, 0.07, 0.45, 0.65, 0.80, 1.0].map(|share| left + share * width);
    sheet.fill([left, top, right, top + 15.0], 0.88);
    for (place, head) in heads.iter().enumerate() {
        let span = stops[place + 1] - stops[place] - 6.0;
        desk::put(
            sheet,
            faces[1],
            8.0,
            [stops[place] + 3.0, top + 10.5, span],
            head,
        );
    }
    for (line, row) in rows.iter().enumerate() {
        let y = top + 15.0 * (line + 1) as f32;
        sheet.rule(left, right, y, 0.4);
        for (place, cell) in row.cells.iter().enumerate() {
            let text = if place == 0 {
                format!("{}", line + 1)
            } else {
                cell.clone()
            };
            let span = stops[place + 1] - stops[place] - 6.0;
            desk::put(
                sheet,
                faces[0],
                8.5,
                [stops[place] + 3.0, y + 10.8, span],
                &text,
            );
        }
    }
    let bottom = top + 15.0 * (rows.len() + 1) as f32;
    sheet.frame([left, top, right, bottom], 0.7);
    for stop in &stops[1..5] {
        sheet.upright(*stop, top, bottom, 0.4);
    }
    bottom
}

/// The rows of the reference table.
fn reference_rows(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    days: Days,
) -> Vec<(String, String)> {
    let received = days.print(&case.received);
    truth.fields.received_date = Some(received.clone());
    let receipt_label = rng.pick(&[
        "Receipt number",
        "Receipt No. of your Form I-589",
        "Our receipt no.",
        "Receipt #",
    ]);
    let mut rows = vec![
        (receipt_label.to_string(), case.receipt.clone()),
        (
            rng.pick(&["Date we received it", "Received on", "Date of receipt"])
                .to_string(),
            received,
        ),
    ];
    if rng.chance(0.4) {
        rows.push((
            "Form I-94 number".into(),
            format!("{} {}", rng.digits(9), rng.digits(2)),
        ));
    }
    if rng.chance(0.3) {
        let (label, value) = words::payment(rng);
        rows.push((label.into(), value));
    }
    rows
}

/// What the office tells an applicant.
fn body(rng: &mut Rng, pen: &mut Pen, own: Own) {
    pen.para(&format!(
        "Each person in the table is included in your application. {} If a name or an A-Number is \
         wrong, tell this office in writing within thirty (30) days. Do not send originals.",
        rng.pick(&[
            "Persons not listed are not included.",
            "Please check every line with care."
        ])
    ));
    if own == Own::Gone || rng.chance(0.4) {
        let text = words::talk(rng, own == Own::Gone);
        pen.para(&text);
    }
    pen.para(
        "You will be told by mail of the day and place of your interview. Until then you may \
         remain in the United States. If you move, file Form AR-11 within ten days of the move. \
         If you leave the country without advance parole, we may presume that you have abandoned \
         your application. See 8 CFR 208.8(a).",
    );
    let text = words::contact(rng);
    pen.para(&text);
}

/// The signature of an office.
pub(super) fn signature(pen: &mut Pen, title: &str, office: &str) {
    pen.gap(4.0);
    pen.line("Sincerely,");
    pen.gap(22.0);
    pen.sheet
        .rule(pen.left, pen.left + 170.0, pen.y - 10.0, 0.4);
    pen.line(title);
    pen.line(office);
}

/// An asylum office acknowledges an application, with a table of the family.
pub(super) fn acknowledgment(rng: &mut Rng, case: &Case) -> Drawing {
    let case = &asylum_case(rng, case);
    let family_type = rng.pick(&[Family::Times, Family::LiberationSerif, Family::FreeSerif]);
    let mut pen = Pen::new(family_type, [64.0, 548.0], 54.0, 10.5);
    let days = rng.pick(&[Days::Long, Days::Military, Days::Numeric]);
    let form = rng.pick(&["I-797C", ""]);
    let mut truth = desk::truth_of(case, form, &days.print(&case.noticed));
    let office = words::asylum_office(rng);
    head(&mut pen, &office, rng.chance(0.6));
    let date_right = rng.chance(0.5);
    write_date(&mut pen, &days.print(&case.noticed), date_right);
    for text in [&case.filer.name(), &case.address[0], &case.address[1]] {
        pen.line(text);
    }
    pen.gap(10.0);
    let title = rng.pick(&[
        "Acknowledgment of Receipt",
        "Notice of Receipt",
        "Receipt Notice",
    ]);
    truth.fields.notice_type = Some(title.into());
    let face = pen.heavy();
    pen.middle(face, 13.0, title);
    pen.middle(
        face,
        9.5,
        "Form I-589, Application for Asylum and for Withholding of Removal",
    );
    pen.gap(8.0);
    finish(rng, case, pen, truth, days, form, &office)
}

/// The date of a letter, at either margin.
fn write_date(pen: &mut Pen, date: &str, right: bool) {
    let face = pen.regular();
    if right {
        pen.sheet
            .flush_right(face, pen.size, pen.right, pen.y, date);
        pen.gap(18.0);
    } else {
        pen.line(date);
        pen.gap(8.0);
    }
}

/// The rest of the acknowledgment: references, salutation, family, body, signature.
fn finish(
    rng: &mut Rng,
    case: &Case,
    mut pen: Pen,
    mut truth: NoticeTruth,
    days: Days,
    form: &str,
    office: &words::Office,
) -> Drawing {
    let own = desk::own(rng, case, 45, 15);
    let account = desk::account_text(rng, case, own, &mut truth);
    let in_table = rng.chance(0.7);
    let label = rng.pick(&OWN);
    let mut rows = reference_rows(rng, case, &mut truth, days);
    if let (Some(text), true) = (&account, in_table) {
        let place = rng.below(rows.len() + 1);
        rows.insert(place, (label.into(), text.clone()));
    }
    let ruled = rng.chance(0.7);
    references(&mut pen, &rows, ruled, 300.0);
    let name: &Person = &case.filer;
    pen.para(&format!("Dear {}:", name.name()));
    pen.para("We have received your application. It is pending with this office.");
    let extra = rng.chance(0.25);
    let members = family(rng, case, &mut truth, extra);
    truth.fields.applicant = Some(case.filer.listed());
    let last = if extra { "Mail tracking" } else { "Relation" };
    let a_label = rng.pick(&["A-Number", "A-File No.", "Alien Number", "USCIS A#"]);
    let heads = [
        "No.",
        "Name (family, given)",
        a_label,
        "Date of birth",
        last,
    ];
    let faces = [pen.regular(), pen.heavy()];
    let end = family_table(
        &mut pen.sheet,
        faces,
        [pen.left, pen.right, pen.y - 6.0],
        &members,
        heads,
    );
    pen.y = end + 16.0;
    if let (Some(text), false) = (&account, in_table) {
        pen.para(&format!("{label}: {text}"));
    }
    body(rng, &mut pen, own);
    words::fill(rng, &mut pen, 660.0);
    signature(&mut pen, "Director", office[0]);
    if form == "I-797C" {
        pen.foot(
            8.0,
            766.0,
            ["Form I-797C", "Notice of Action", "Page 1 of 1"],
        );
    }
    Drawing {
        sheets: vec![pen.sheet],
        truth,
    }
}
