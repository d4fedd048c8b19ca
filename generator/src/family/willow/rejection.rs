//! A lockbox rejection: no receipt number, reasons to tick, checks returned, control numbers.
use super::{kit, smallprint};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The form's own idea of a field: label in a grey tab, value in white beside it.
fn tab(s: &mut Sheet, f: Family, at: (f32, f32, f32, f32), label: &str, value: &str) {
    let (left, right, y, wide) = at;
    s.fill([left, y - 11.0, left + wide, y + 5.0], 0.86);
    s.frame([left, y - 11.0, right, y + 5.0], 0.5);
    kit::fit(s, Face::bold(f), 7.6, left + 4.0, y, wide - 8.0, label);
    kit::fit(
        s,
        Face::regular(f),
        9.5,
        left + wide + 6.0,
        y,
        right - left - wide - 10.0,
        value,
    );
}

/// The fields of the rejection, the account number perhaps among them.
fn fields(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(String, String)> {
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
    truth.fields.notice_date = Some(case.noticed.numeric());
    truth.fields.received_date = Some(case.received.numeric());
    truth.fields.case_type = Some(case.form_code.into());
    let mut set: Vec<(String, String)> = vec![
        (
            rng.pick(&["Notice Date", "Date of notice"]).into(),
            case.noticed.numeric(),
        ),
        (
            rng.pick(&["Received Date", "Date received"]).into(),
            case.received.numeric(),
        ),
        (
            rng.pick(&["Form", "Form type"]).into(),
            case.form_code.into(),
        ),
        (role.into(), case.filer.listed()),
    ];
    if rng.chance(0.7) {
        set.push((
            "A-Number on form".into(),
            kit::alien(rng, &case.filer, truth),
        ));
    }
    let mine = kit::own(rng, case, truth);
    if let Some(number) = &mine {
        let label = match rng.below(4) {
            0 => format!("{role}'s USCIS online acct. no."),
            1 => "Your USCIS online account no.".to_string(),
            2 => "USCIS Online Account Number (if any)".to_string(),
            _ => format!("OAN ({} online account no.)", role.to_lowercase()),
        };
        set.insert(
            rng.between(2, set.len() as i64) as usize,
            (label, number.clone()),
        );
    }
    set.push((
        rng.pick(&["Lockbox control no.", "Batch control", "Return package ID"])
            .into(),
        rng.digits(12),
    ));
    if kit::trap(rng, &mine) {
        let account = case::account(rng);
        match rng.below(4) {
            0 => set.push(("Pay.gov tracking no.".into(), account)),
            1 => set.push(("Attorney's USCIS account no.".into(), String::new())),
            _ => {
                truth.prints_representative_account(&account);
                set.push(("Attorney's USCIS account no.".into(), account));
            }
        }
    }
    set
}

/// The reasons, some of them ticked.
fn reasons(s: &mut Sheet, f: Family, rng: &mut Rng, y: f32) -> f32 {
    let stock = [
        "The payment amount is incorrect, or has not been provided.",
        "The form is not signed, or the signature is typed.",
        "Part 1 is incomplete (name, date of birth, or online account number written over the \
         margin).",
        "The edition of the form is no longer accepted.",
        "The check was returned unpaid by the bank on which it was drawn.",
        "Separate forms are required for each family member; only one was found.",
        "The filing location has changed. See www.uscis.gov for the correct address.",
        "The priority date is not current. Visa numbers are not available.",
    ];
    let first = rng.below(stock.len());
    let on = rng.below(4);
    s.write(
        Face::bold(f),
        10.0,
        44.0,
        y,
        "We are returning your package for the reason(s) marked:",
    );
    let mut y = y + 17.0;
    for step in 0..6 {
        kit::tick(s, 50.0, y, 8.5, step == on || step == 5 - on);
        y = s.paragraph(
            Face::regular(f),
            9.5,
            66.0,
            y,
            500.0,
            stock[(first + step) % stock.len()],
        ) + 4.0;
    }
    y + 8.0
}

/// The payments returned: check, bank, account of the bank, amount.
fn payments(s: &mut Sheet, f: Family, rng: &mut Rng, y: f32, case: &Case) -> f32 {
    let r = Face::regular(f);
    let b = Face::bold(f);
    s.write(b, 10.0, 44.0, y, "Payments enclosed with this notice");
    let columns = [50.0, 130.0, 220.0, 330.0, 440.0];
    let heads = [
        "Item",
        "Check no.",
        "Bank routing",
        "Bank account no.",
        "Remitter",
    ];
    s.rule(44.0, 568.0, y + 6.0, 0.8);
    for (x, head) in columns.iter().zip(heads) {
        s.write(b, 8.0, *x, y + 16.0, head);
    }
    let mut y = y + 30.0;
    let count = rng.between(1, 3);
    for index in 1..=count {
        let texts = [
            format!("{index} of {count}"),
            rng.digits(4),
            rng.digits(9),
            rng.digits(12),
            case.filer.name(),
        ];
        for (x, (text, room)) in columns
            .iter()
            .zip(texts.iter().zip([70.0, 80.0, 100.0, 100.0, 124.0]))
        {
            kit::fit(s, r, 9.0, *x, y, room, text);
        }
        y += 14.0;
    }
    s.rule(44.0, 568.0, y - 9.0, 0.5);
    y + 12.0
}

/// The sheet to lay on top when mailing the package again.
fn resubmit(f: Family, rng: &mut Rng, case: &Case) -> Sheet {
    let mut s = Sheet::letter(f);
    let r = Face::regular(f);
    let b = Face::bold(f);
    s.centred(b, 16.0, 306.0, 90.0, "RESUBMISSION SHEET");
    s.centred(
        r,
        10.0,
        306.0,
        108.0,
        "Place this page on top of everything that you send back.",
    );
    s.frame([60.0, 140.0, 552.0, 250.0], 1.0);
    let text = format!(
        "Form {} returned to {} on {}.",
        case.form_code,
        case.filer.name(),
        case.noticed.numeric()
    );
    s.paragraph(r, 11.0, 76.0, 166.0, 460.0, &text);
    s.write(
        r,
        10.0,
        76.0,
        226.0,
        "A receipt number will be assigned only after the package is accepted.",
    );
    let stock = [
        "Sign the form in ink. Photocopied signatures are accepted only of an original.",
        "Pay the exact fee. Do not send cash. Write the form number on the check.",
        "If you already have a USCIS online account, copy its 12-digit number from your \
         profile onto the form. A number such as 1234-5678-9012 printed in our guides is an \
         example only.",
        "Send one payment for each member of the family.",
    ];
    let mut y = 290.0;
    for text in stock {
        s.write(b, 10.0, 64.0, y, ">");
        y = s.paragraph(r, 10.5, 80.0, y, 466.0, text) + 8.0;
    }
    smallprint::fill(&mut s, f, rng, (64.0, 548.0), (y + 44.0, 745.0));
    let parcel = format!("Return parcel: UPS 1Z {} {}", rng.digits(6), rng.digits(10));
    s.write(r, 9.0, 64.0, y + 20.0, &parcel);
    kit::foot(&mut s, r, 7.5, "Form I-797C 04/01/19", "Page 2 of 2");
    s
}

/// The design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let f = rng.pick(&[
        Family::LiberationSans,
        Family::Helvetica,
        Family::DejaVuSansCondensed,
        Family::Times,
    ]);
    let mut s = Sheet::letter(f);
    let r = Face::regular(f);
    let b = Face::bold(f);
    let mut truth = kit::truth("I-797C");
    let kind = rng.pick(&[
        "Rejection Notice",
        "REJECTION NOTICE",
        "Notice of Rejection",
    ]);
    truth.fields.notice_type = Some(kind.into());
    s.fill([36.0, 30.0, 576.0, 58.0], 0.92);
    s.write(b, 16.0, 44.0, 50.0, kind);
    s.flush_right(
        r,
        8.5,
        568.0,
        48.0,
        "USCIS Lockbox - Form I-797C, Notice of Action",
    );
    let set = fields(rng, case, &mut truth);
    let two = rng.chance(0.6);
    let tabs = if two {
        rng.uniform(118.0, 128.0)
    } else {
        rng.uniform(190.0, 220.0)
    };
    let mut y = 82.0;
    for (index, (label, value)) in set.iter().enumerate() {
        let (row, half) = if two {
            (index / 2, index % 2)
        } else {
            (index, 0)
        };
        y = 82.0 + row as f32 * 20.0;
        let left = 44.0 + half as f32 * 266.0;
        tab(
            &mut s,
            f,
            (left, if two { left + 258.0 } else { 500.0 }, y, tabs),
            label,
            value,
        );
    }
    let block = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    let y = kit::stack(&mut s, r, 10.0, 80.0, y + 34.0, &block) + 18.0;
    let y = reasons(&mut s, f, rng, y);
    let y = payments(&mut s, f, rng, y, case);
    let more = "Because the package was rejected it keeps no filing date and no receipt number \
                was given. You may submit it again. There is no appeal from a rejection.";
    let y = s.paragraph(r, 9.5, 44.0, y + 8.0, 524.0, more) + 10.0;
    smallprint::fill(&mut s, f, rng, (44.0, 568.0), (y, 745.0));
    let mut sheets = vec![];
    let twice = rng.chance(0.6);
    kit::foot(
        &mut s,
        r,
        7.5,
        "Form I-797C 04/01/19",
        if twice { "Page 1 of 2" } else { "Page 1 of 1" },
    );
    sheets.push(s);
    if twice {
        sheets.push(resubmit(f, rng, case));
    }
    Drawing { sheets, truth }
}
