//! The oath ceremony: boxes, comb fields, the family that comes along, a questionnaire overleaf.
use super::{kit, smallprint};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A box with a small label in its corner and a value below it.
fn cell(s: &mut Sheet, f: Family, at: [f32; 4], label: &str, value: &str) {
    let [left, top, right, _] = at;
    s.frame(at, 0.8);
    kit::fit(
        s,
        Face::regular(f),
        7.0,
        left + 4.0,
        top + 9.0,
        right - left - 8.0,
        label,
    );
    kit::fit(
        s,
        Face::bold(f),
        10.5,
        left + 8.0,
        top + 24.0,
        right - left - 14.0,
        value,
    );
}

/// The row with the account number as a comb, or an attorney's, or none; gives the next top.
fn account_row(
    s: &mut Sheet,
    f: Family,
    rng: &mut Rng,
    case: &Case,
    top: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let mine = kit::own(rng, case, truth);
    let mut top = top;
    if let Some(value) = &mine {
        let label = rng.pick(&[
            "USCIS Online Account Number (applicant)",
            "Your USCIS Online Account No.",
            "Applicant's USCIS ELIS Account Number",
            "USCIS ONLINE ACCOUNT #",
        ]);
        let plain = if value.is_empty() {
            ""
        } else {
            case.account.as_str()
        };
        comb_row(s, f, rng, top, label, plain);
        top += 34.0;
    }
    if kit::trap(rng, &mine) {
        let account = case::account(rng);
        match rng.below(3) {
            0 => {
                truth.prints_representative_account(&account);
                comb_row(
                    s,
                    f,
                    rng,
                    top,
                    "Representative's USCIS Online Account Number",
                    &account,
                );
            }
            1 => comb_row(
                s,
                f,
                rng,
                top,
                "Representative's USCIS Online Account Number",
                "",
            ),
            _ => comb_row(s, f, rng, top, "Certificate stock control", &account),
        }
        top += 34.0;
    }
    top
}

/// A boxed row: the label left, twelve combs or the plain number right.
fn comb_row(s: &mut Sheet, f: Family, rng: &mut Rng, top: f32, label: &str, value: &str) {
    s.frame([48.0, top, 564.0, top + 34.0], 0.8);
    kit::fit(s, Face::regular(f), 9.0, 54.0, top + 20.0, 232.0, label);
    if value.is_empty() || rng.chance(0.6) {
        let size = rng.uniform(16.0, 19.0);
        kit::comb(s, Face::regular(f), 300.0, top + 22.0, size, 12, value);
    } else {
        s.write(Face::bold(f), 11.0, 300.0, top + 21.0, value);
    }
}

/// The children whose certificates are issued at the same ceremony.
fn children(
    s: &mut Sheet,
    f: Family,
    rng: &mut Rng,
    case: &Case,
    y: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let r = Face::regular(f);
    let b = Face::bold(f);
    let who = kit::household(rng, case, 1, 3);
    s.write(b, 9.5, 48.0, y, "Family members scheduled with you");
    let columns = [56.0, 250.0, 370.0, 470.0];
    let heads = ["Name", "USCIS A-Number", "Date of birth", "Seat"];
    s.fill([48.0, y + 6.0, 564.0, y + 20.0], 0.88);
    for (x, head) in columns.iter().zip(heads) {
        s.write(b, 8.0, *x, y + 16.0, head);
    }
    let mut y = y + 32.0;
    for person in who {
        let number = kit::alien(rng, &person, truth);
        let seat = format!("{}-{}", rng.letters(1).to_uppercase(), rng.between(10, 99));
        kit::fit(s, r, 9.5, columns[0], y, 186.0, &person.listed());
        s.write(r, 9.5, columns[1], y, &number);
        s.write(r, 9.5, columns[2], y, &person.born.numeric());
        s.write(r, 9.5, columns[3], y, &seat);
        s.rule(48.0, 564.0, y + 4.0, 0.3);
        y += 16.0;
    }
    y + 8.0
}

/// What to bring, as a list with ticks.
fn bring(s: &mut Sheet, f: Family, rng: &mut Rng, y: f32) -> f32 {
    let stock = [
        "This letter, with all of the questions on the other side answered in ink.",
        "Permanent Resident Card (Form I-551). If lost, bring a police report.",
        "Reentry Permit or Refugee Travel Document, if you have one.",
        "Any other document that USCIS issued to you.",
        "For each child: birth record and two passport-style photographs.",
    ];
    s.write(Face::bold(f), 9.5, 48.0, y, "You MUST BRING the following:");
    let marked = rng.chance(0.5);
    for (row, text) in stock.iter().enumerate() {
        let at = y + 16.0 + row as f32 * 14.0;
        kit::tick(s, 54.0, at, 8.0, marked && row < 2);
        s.write(Face::regular(f), 9.2, 70.0, at, text);
    }
    let more = "Proper attire should be worn. If you cannot come, return this notice at once \
                and say why. Do not bring mail addressed to you that shows only an account \
                number as proof of identity.";
    s.paragraph(Face::regular(f), 9.2, 48.0, y + 96.0, 516.0, more) + 10.0
}

/// The questionnaire on the second page.
fn questionnaire(f: Family, case: &Case, rng: &mut Rng, number: &str) -> Sheet {
    let mut s = Sheet::letter(f);
    let r = Face::regular(f);
    s.write(
        Face::bold(f),
        11.0,
        48.0,
        56.0,
        "In connection with your application for naturalization, please answer",
    );
    let first = "You should answer these questions the day you are to appear for the oath. \
                 They refer to actions since the date you were first interviewed on your Form \
                 N-400.";
    let mut y = s.paragraph(r, 9.2, 48.0, 74.0, 516.0, first) + 12.0;
    let stock = [
        "AFTER that date, have you married, or been widowed, separated, or divorced?",
        "AFTER that date, have you traveled outside the United States?",
        "AFTER that date, have you committed any crime or offense, for which you have not been \
         arrested?",
        "AFTER that date, have you joined any organization not shown in your application?",
        "AFTER that date, has there been any change in your willingness to bear arms on behalf \
         of the United States?",
        "AFTER that date, have you practiced polygamy, or received income from illegal gambling?",
        "AFTER that date, did anyone else use your online account or your account number?",
    ];
    let count = rng.between(5, 7) as usize;
    for (index, text) in stock.iter().take(count).enumerate() {
        s.write(r, 9.2, 48.0, y, &format!("{}.", index + 1));
        let after = s.paragraph(r, 9.2, 64.0, y, 400.0, text);
        for (x, word) in [(486.0, "Yes"), (530.0, "No")] {
            kit::tick(&mut s, x, y, 8.0, false);
            s.write(r, 9.2, x + 12.0, y, word);
        }
        y = after + 14.0;
    }
    s.write(
        r,
        9.2,
        48.0,
        y + 12.0,
        "I certify that each of the answers shown above was made by me.",
    );
    for (x, right, word) in [
        (48.0, 280.0, "Signature"),
        (300.0, 420.0, "Date"),
        (440.0, 564.0, "City, State"),
    ] {
        s.rule(x, right, y + 52.0, 0.5);
        s.write(r, 7.5, x, y + 61.0, word);
    }
    smallprint::fill(&mut s, f, rng, (48.0, 564.0), (y + 90.0, 745.0));
    s.flush_right(
        r,
        8.5,
        564.0,
        36.0,
        &format!("{}   {number}", case.filer.listed()),
    );
    kit::foot(&mut s, r, 7.5, "Form N-445", "Page 2 of 2");
    s
}

/// The grid of boxes at the head; gives the printed application number.
fn grid(
    s: &mut Sheet,
    f: Family,
    rng: &mut Rng,
    case: &Case,
    top: f32,
    truth: &mut NoticeTruth,
) -> String {
    let number = kit::receipt(rng, &case.receipt, truth);
    let alien = kit::alien(rng, &case.filer, truth);
    truth.fields.notice_date = Some(case.noticed.long());
    truth.fields.case_type = Some("N-400".into());
    let id = rng.pick(&[
        "Application ID#",
        "N-400 Application ID #",
        "Application Number",
    ]);
    let set = [
        (id, number.clone()),
        (rng.pick(&["A-Number", "USCIS A#", "Alien Reg. No."]), alien),
        (
            rng.pick(&["Date of Notice", "Notice Date"]),
            case.noticed.long(),
        ),
    ];
    for (index, (label, value)) in set.iter().enumerate() {
        let left = 48.0 + index as f32 * 172.0;
        cell(s, f, [left, top, left + 172.0, top + 32.0], label, value);
    }
    number
}

/// The design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let f = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::Times,
        Family::FreeSans,
    ]);
    let mut s = Sheet::letter(f);
    let mut truth = kit::truth("");
    let r = Face::regular(f);
    let b = Face::bold(f);
    s.write(r, 8.5, 48.0, 44.0, "Department of Homeland Security");
    s.write(
        r,
        8.5,
        48.0,
        54.0,
        "U.S. Citizenship and Immigration Services",
    );
    let kind = rng.pick(&[
        "Notice of Naturalization Oath Ceremony",
        "NOTICE OF NATURALIZATION OATH CEREMONY",
    ]);
    truth.fields.notice_type = Some(kind.into());
    s.flush_right(b, 12.5, 564.0, 48.0, kind);
    let number = grid(&mut s, f, rng, case, 66.0, &mut truth);
    let top = account_row(&mut s, f, rng, case, 98.0, &mut truth);
    let block = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    s.write(r, 7.0, 70.0, top + 14.0, "Applicant");
    kit::stack(&mut s, r, 10.0, 70.0, top + 27.0, &block);
    truth.fields.applicant = Some(case.filer.name());
    let day = case.noticed.later(1, 4);
    let time = kit::hour(rng);
    let seat = rng.pick(kit::FIELD);
    let place = [
        "Please come to:".to_string(),
        "Ceremony room, 2nd floor".into(),
        seat.1.into(),
        seat.2.into(),
    ];
    kit::stack(&mut s, b, 9.5, 330.0, top + 20.0, &place);
    s.write(
        b,
        9.5,
        330.0,
        top + 72.0,
        &format!("On: {}     At: {time}", day.long()),
    );
    truth.fields.appointment_date = Some(day.long());
    truth.fields.appointment_time = Some(time);
    let text = "You are hereby notified to appear for a Naturalization Oath Ceremony at the \
                place and time above. Please report promptly for registration.";
    let mut y = s.paragraph(r, 9.5, 48.0, top + 100.0, 516.0, text) + 12.0;
    if rng.chance(0.75) {
        y = children(&mut s, f, rng, case, y, &mut truth);
    }
    let y = bring(&mut s, f, rng, y);
    smallprint::fill(&mut s, f, rng, (48.0, 564.0), (y, 745.0));
    kit::foot(
        &mut s,
        r,
        7.5,
        "Form N-445 (Rev. 10/31/05) Y",
        "Page 1 of 2",
    );
    let back = questionnaire(f, case, rng, &number);
    Drawing {
        sheets: vec![s, back],
        truth,
    }
}
