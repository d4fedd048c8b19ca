//! A data sheet of the case system: groups of rows, a field name, a value and where it came from.
use super::{kit, smallprint};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// One row: field, value, source.
type Row = (String, String, &'static str);

/// A group of rows under a heading.
struct Group {
    head: String,
    rows: Vec<Row>,
}

/// A row with owned text.
fn row(field: &str, value: impl Into<String>, source: &'static str) -> Row {
    (field.into(), value.into(), source)
}

/// The group on the case.
fn case_group(rng: &mut Rng, case: &Case, kind: &str, truth: &mut NoticeTruth) -> Group {
    truth.fields.notice_type = Some(kind.into());
    truth.fields.case_type = Some(case.form_code.into());
    truth.fields.received_date = Some(case.received.long());
    truth.fields.notice_date = Some(case.noticed.long());
    let amount = format!("${}.00", rng.pick(&["535", "1,440", "715", "630"]));
    truth.fields.amount = Some(amount.clone());
    let number = kit::receipt(rng, &case.receipt, truth);
    let mut rows = vec![
        row(
            rng.pick(&["Receipt number", "Case receipt no."]),
            number,
            "system",
        ),
        row("Notice type", kind, "system"),
        row("Form type", case.form_code, "form"),
        row("Form title", case.title, "form"),
        row("Received date", case.received.long(), "intake"),
        row("Notice date", case.noticed.long(), "system"),
        row("Amount received", amount, "pay.gov"),
    ];
    if rng.chance(0.5) {
        rows.push(row("Payment tracking number", rng.digits(12), "pay.gov"));
    }
    Group {
        head: "Case".into(),
        rows,
    }
}

/// The group on the filer, with the account number or in a group of its own.
fn filer_groups(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Group> {
    let role = if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    let slot = if case.is_petition {
        &mut truth.fields.petitioner
    } else {
        &mut truth.fields.applicant
    };
    *slot = Some(case.filer.listed());
    let alien = kit::alien(rng, &case.filer, truth);
    let mut rows = vec![
        row(role, case.filer.listed(), "form"),
        row("Alien number", alien, "form"),
        row("Date of birth", case.filer.born.long(), "form"),
        row(
            "Mailing address",
            format!("{}, {}", case.address[0], case.address[1]),
            "form",
        ),
    ];
    let mut groups = vec![];
    let mine = kit::own(rng, case, truth);
    if let Some(number) = &mine {
        if rng.chance(0.4) {
            let own = vec![
                row("Account owner", case.filer.name(), "account"),
                row(
                    rng.pick(&["Account number", "Account no.", "Account #"]),
                    number.clone(),
                    "account",
                ),
                row(
                    "Delivery of notices",
                    rng.pick(&["Paperless", "Paper and online"]),
                    "account",
                ),
            ];
            groups.push(Group {
                head: format!("USCIS online account of the {}", role.to_lowercase()),
                rows: own,
            });
        } else {
            let label = rng.pick(&[
                "USCIS online account number",
                "Online account number (USCIS)",
                "USCIS online account no.",
                "USCIS account number",
            ]);
            rows.insert(
                rng.between(1, 4) as usize,
                row(label, number.clone(), "account"),
            );
        }
    }
    groups.insert(
        0,
        Group {
            head: format!("{role} (who filed this form)"),
            rows,
        },
    );
    if kit::trap(rng, &mine) {
        groups.push(rival(rng, case, truth));
    }
    groups
}

/// A group on somebody else, with an account or a number of the same shape.
fn rival(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Group {
    let account = case::account(rng);
    match rng.below(4) {
        0 | 1 => {
            truth.prints_representative_account(&account);
            let rows = vec![
                row("Attorney", case.attorney.0.clone(), "G-28"),
                row("Law firm", case.attorney.1.clone(), "G-28"),
                row("Attorney's USCIS online account number", account, "G-28"),
            ];
            Group {
                head: "Representative".into(),
                rows,
            }
        }
        2 => {
            let former = case.filer.relative(rng);
            let rows = vec![
                row("Name of prior petitioner", former.listed(), "archive"),
                row(
                    "USCIS online account number of prior petitioner",
                    account,
                    "archive",
                ),
            ];
            Group {
                head: "Earlier case of another person".into(),
                rows,
            }
        }
        _ => {
            let rows = vec![
                row(
                    "Online Access Code",
                    format!("{}-{}", rng.letters(4).to_uppercase(), rng.digits(4)),
                    "system",
                ),
                row("Courier tracking", account, "mail room"),
                row(
                    "Social Security number",
                    format!("XXX-XX-{}", rng.digits(4)),
                    "form",
                ),
            ];
            Group {
                head: "Mailing".into(),
                rows,
            }
        }
    }
}

/// The group of family members.
fn family_group(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Group {
    let mut rows = vec![];
    if case.is_petition {
        truth.fields.beneficiary = Some(case.beneficiary.listed());
        let number = kit::alien(rng, &case.beneficiary, truth);
        rows.push(row("Beneficiary", case.beneficiary.listed(), "form"));
        rows.push(row("Beneficiary's alien number", number, "form"));
        return Group {
            head: "Beneficiary".into(),
            rows,
        };
    }
    for (index, person) in kit::household(rng, case, 1, 3).iter().enumerate() {
        let number = kit::alien(rng, person, truth);
        rows.push(row(
            &format!("Family member {}", index + 1),
            person.listed(),
            "form",
        ));
        rows.push(row("   alien number", number, "form"));
        if rng.chance(0.4) {
            rows.push(row("   I-94 of this member", kit::i94(rng), "CBP"));
        }
    }
    Group {
        head: "Family members included".into(),
        rows,
    }
}

/// How the sheet is printed.
struct Style {
    family: Family,
    axis: f32,
    pitch: f32,
    zebra: bool,
    sources: bool,
}

/// One group; gives the baseline after it.
fn draw_group(s: &mut Sheet, style: &Style, y: f32, group: &Group) -> f32 {
    let r = Face::regular(style.family);
    let b = Face::bold(style.family);
    s.write(b, 10.0, 40.0, y, &group.head);
    s.rule(40.0, 572.0, y + 4.0, 0.9);
    let mut y = y + 4.0;
    let right = if style.sources { 500.0 } else { 568.0 };
    for (index, (field, value, source)) in group.rows.iter().enumerate() {
        y += style.pitch;
        if style.zebra && index % 2 == 0 {
            s.fill([40.0, y - style.pitch + 4.0, 572.0, y + 4.0], 0.93);
        }
        let indent = if field.starts_with(' ') { 12.0 } else { 0.0 };
        kit::fit(
            s,
            r,
            9.0,
            46.0 + indent,
            y,
            style.axis - 56.0 - indent,
            field.trim(),
        );
        kit::fit(s, b, 9.2, style.axis, y, right - style.axis - 8.0, value);
        if style.sources {
            s.write_shaded(r, 7.5, 508.0, y, source, 0.35);
        }
    }
    y + style.pitch + 8.0
}

/// The design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::DejaVuSans,
        Family::LiberationSans,
        Family::DejaVuSansMono,
        Family::FreeSans,
    ]);
    let sources = rng.chance(0.5);
    let style = Style {
        family,
        axis: rng.uniform(222.0, 262.0),
        pitch: rng.uniform(13.0, 14.6),
        zebra: rng.chance(0.5),
        sources,
    };
    let form = rng.pick(&["", "I-797"]);
    let mut truth = kit::truth(form);
    let kind = rng.pick(&["Welcome Notice", "Receipt Notice", "USCIS Account Access"]);
    let r = Face::regular(family);
    let b = Face::bold(family);
    let mut groups = vec![case_group(rng, case, kind, &mut truth)];
    groups.extend(filer_groups(rng, case, &mut truth));
    groups.push(family_group(rng, case, &mut truth));
    let mut s = Sheet::letter(family);
    let title = rng.pick(&[
        "Case data sheet",
        "What we have on record",
        "Summary of your filing",
    ]);
    s.write(b, 16.0, 40.0, 54.0, title);
    s.write(
        r,
        8.0,
        40.0,
        68.0,
        "U.S. Citizenship and Immigration Services - electronic immigration system",
    );
    if !form.is_empty() {
        s.flush_right(r, 8.0, 572.0, 34.0, "Form I-797, Notice of Action");
    }
    let text = "Please check each line. If something is wrong, send a message from your \
                account or call 800-375-5283. Each number below belongs to the person or thing \
                named beside it.";
    let mut y = s.paragraph(r, 8.8, 40.0, 86.0, 532.0, text) + 10.0;
    let mut sheets = vec![];
    for group in &groups {
        if y + (group.rows.len() as f32 + 1.0) * style.pitch > 735.0 {
            s.flush_right(r, 7.5, 572.0, 752.0, "continued");
            sheets.push(std::mem::replace(&mut s, Sheet::letter(family)));
            y = 62.0;
        }
        y = draw_group(&mut s, &style, y, group);
    }
    smallprint::fill(&mut s, family, rng, (40.0, 572.0), (y + 10.0, 745.0));
    sheets.push(s);
    let count = sheets.len();
    for (index, sheet) in sheets.iter_mut().enumerate() {
        let left = format!("Printed {} for mailing", case.noticed.numeric());
        kit::foot(
            sheet,
            r,
            7.5,
            &left,
            &format!("Page {} of {count}", index + 1),
        );
    }
    Drawing { sheets, truth }
}
