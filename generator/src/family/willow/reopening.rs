//! A field office's own template: a legal caption, values on lines with the caption beneath them.
use super::{kit, smallprint};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A value on a line with its caption beneath.
fn line(s: &mut Sheet, f: Family, at: (f32, f32, f32), caption: &str, value: &str) {
    let (left, right, y) = at;
    kit::fit(
        s,
        Face::regular(f),
        10.5,
        left + 3.0,
        y,
        right - left - 6.0,
        value,
    );
    s.rule(left, right, y + 3.0, 0.5);
    kit::fit(
        s,
        Face::italic(f),
        7.2,
        left + 3.0,
        y + 11.5,
        right - left - 4.0,
        caption,
    );
}

/// The legal caption: the persons left, a column of brackets, the file numbers right.
fn matter(
    s: &mut Sheet,
    f: Family,
    case: &Case,
    y: f32,
    names: &[String],
    files: &[String],
) -> f32 {
    let r = Face::regular(f);
    let b = Face::bold(f);
    s.write(b, 10.5, 54.0, y, "IN THE MATTER OF");
    let rows = names.len().max(files.len()) + 2;
    for row in 0..rows {
        s.write(r, 10.5, 312.0, y + row as f32 * 14.0, ")");
    }
    for (row, name) in names.iter().enumerate() {
        kit::fit(s, r, 10.5, 72.0, y + (row + 1) as f32 * 14.0, 230.0, name);
    }
    for (row, text) in files.iter().enumerate() {
        kit::fit(s, r, 10.5, 330.0, y + row as f32 * 14.0, 228.0, text);
    }
    let role = if case.is_petition {
        "Petitioner and beneficiary"
    } else {
        "Applicant and family members"
    };
    s.write(
        Face::italic(f),
        9.0,
        72.0,
        y + (rows - 1) as f32 * 14.0,
        role,
    );
    y + rows as f32 * 14.0 + 12.0
}

/// The persons and the file numbers of the legal caption.
fn parties(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> (Vec<String>, Vec<String>) {
    let mut names = vec![case.filer.listed()];
    let word = rng.pick(&["File", "A-File", "File No."]);
    let mut files = vec![format!("{word} {}", kit::alien(rng, &case.filer, truth))];
    let others = if case.is_petition {
        truth.fields.petitioner = Some(case.filer.listed());
        truth.fields.beneficiary = Some(case.beneficiary.listed());
        vec![case.beneficiary.clone()]
    } else {
        truth.fields.applicant = Some(case.filer.listed());
        kit::household(rng, case, 1, 3)
    };
    for person in others {
        names.push(person.listed());
        files.push(format!("{word} {}", kit::alien(rng, &person, truth)));
    }
    (names, files)
}

/// The captions and values of the lines, the account number among them.
fn entries(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let number = kit::receipt(rng, &case.receipt, truth);
    truth.fields.notice_date = Some(case.noticed.long());
    truth.fields.received_date = Some(case.received.long());
    truth.fields.case_type = Some(case.form_code.into());
    let mut set: Vec<(String, String)> = vec![
        (
            rng.pick(&[
                "(receipt number)",
                "(Receipt No. of case reopened)",
                "Receipt #",
            ])
            .into(),
            number,
        ),
        (
            rng.pick(&["(notice date)", "(date of this notice)", "Notice Date"])
                .into(),
            case.noticed.long(),
        ),
        (
            rng.pick(&["(form type)", "Form type"]).into(),
            case.form_code.into(),
        ),
        (
            rng.pick(&["(date received)", "Received Date"]).into(),
            case.received.long(),
        ),
    ];
    let role = if case.is_petition {
        "petitioner"
    } else {
        "applicant"
    };
    let mine = kit::own(rng, case, truth);
    if let Some(value) = &mine {
        let caption = match rng.below(5) {
            0 => format!("(USCIS online account no. of the {role})"),
            1 => format!("{role}'s USCIS online account no."),
            2 => "(USCIS online account no. of party first named)".to_string(),
            3 => "USCIS Online Account Number".to_string(),
            _ => format!("(e-filing account at USCIS, {role}'s own: 12 digits)"),
        };
        set.insert(rng.between(1, 4) as usize, (caption, value.clone()));
    }
    if kit::trap(rng, &mine) {
        set.push(rival(rng, truth));
    }
    set
}

/// A line with a number that is not the filer's account.
fn rival(rng: &mut Rng, truth: &mut NoticeTruth) -> (String, String) {
    match rng.below(4) {
        0 => {
            let account = case::account(rng);
            truth.prints_representative_account(&account);
            let caption = "(attorney's USCIS online account no.)".to_string();
            (caption, account)
        }
        1 => (
            "(previous petitioner's USCIS account no.)".into(),
            case::account(rng),
        ),
        2 => (
            "(attorney's USCIS online account no., if any)".into(),
            String::new(),
        ),
        _ => (
            "(parcel number of the record of proceeding)".into(),
            rng.digits(12),
        ),
    }
}

/// The text of the notice, in numbered paragraphs.
fn order(s: &mut Sheet, f: Family, rng: &mut Rng, y: f32, kind: &str) -> f32 {
    let stock = [
        "On its own motion this office has reopened the case named above. The earlier decision \
         is set aside.",
        "The motion was found to meet the requirements of 8 CFR 103.5(a)(2) and is granted.",
        "The case returns to pending status as of the date of this notice. A new decision will \
         be mailed.",
        "You may submit further evidence within thirty-three (33) days. Please mail it to the \
         office below together with a copy of this page.",
        "Family members who filed with you are reopened as well; each receives a separate \
         decision.",
        "Anyone who changes address must tell USCIS within 10 days on Form AR-11.",
        "An online account number, where one exists, helps us to join papers to the right \
         record.",
    ];
    let first = rng.below(stock.len());
    let mut y = y;
    let count = rng.between(3, 5) as usize;
    for step in 0..count {
        s.write(Face::bold(f), 10.5, 54.0, y, &format!("{}.", step + 1));
        y = s.paragraph(
            Face::regular(f),
            10.5,
            74.0,
            y,
            484.0,
            stock[(first + step) % stock.len()],
        ) + 6.0;
    }
    let close = format!("IT IS SO NOTED in this {}.", kind.to_lowercase());
    s.write(Face::regular(f), 10.5, 54.0, y + 4.0, &close);
    y + 22.0
}

/// The design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let f = rng.pick(&[
        Family::Times,
        Family::FreeSerif,
        Family::DejaVuSerif,
        Family::LiberationSerif,
    ]);
    let mut s = Sheet::letter(f);
    let form = rng.pick(&["", "I-797"]);
    let mut truth = kit::truth(form);
    let office = rng.pick(kit::FIELD);
    let head = [
        "U.S. DEPARTMENT OF HOMELAND SECURITY",
        "U.S. Citizenship and Immigration Services",
        office.0,
    ];
    for (row, text) in head.iter().enumerate() {
        s.centred(
            Face::bold(f),
            11.5 - row as f32,
            306.0,
            52.0 + row as f32 * 14.0,
            text,
        );
    }
    if !form.is_empty() {
        s.flush_right(
            Face::regular(f),
            8.0,
            572.0,
            34.0,
            "Form I-797, Notice of Action",
        );
    }
    let (names, files) = parties(rng, case, &mut truth);
    let y = matter(&mut s, f, case, rng.uniform(112.0, 126.0), &names, &files);
    let kind = rng.pick(&[
        "NOTICE OF REOPENING",
        "NOTICE OF SERVICE MOTION TO REOPEN",
        "REOPEN",
    ]);
    truth.fields.notice_type = Some(kind.into());
    s.centred(Face::bold(f), 13.0, 306.0, y, kind);
    let set = entries(rng, case, &mut truth);
    let columns = rng.pick(&[2usize, 2, 3]);
    let wide = 504.0 / columns as f32;
    let mut below = y;
    for (index, (caption, value)) in set.iter().enumerate() {
        let left = 54.0 + (index % columns) as f32 * wide;
        below = y + 32.0 + (index / columns) as f32 * 34.0;
        line(&mut s, f, (left, left + wide - 16.0, below), caption, value);
    }
    let y = order(&mut s, f, rng, below + 38.0, kind);
    line(
        &mut s,
        f,
        (330.0, 558.0, y + 30.0),
        "Field Office Director",
        "",
    );
    let seat = [
        office.0.to_string(),
        office.1.to_string(),
        office.2.to_string(),
    ];
    kit::stack(&mut s, Face::regular(f), 9.5, 54.0, y + 20.0, &seat);
    smallprint::fill(&mut s, f, rng, (54.0, 558.0), (y + 76.0, 745.0));
    let copy = rng.pick(&[
        "cc: file",
        "APPLICANT'S COPY",
        "Original to party; copy to file",
        "local form DMO-14",
    ]);
    kit::foot(&mut s, Face::regular(f), 7.5, copy, "Page 1 of 1");
    Drawing {
        sheets: vec![s],
        truth,
    }
}
