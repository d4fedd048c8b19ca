//! A letter that asks for evidence, with a three-column letterhead and a subject block.
use super::kit::{self, Own};
use super::words;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The letterhead in three columns.
fn letterhead(sheet: &mut Sheet, rng: &mut Rng, family: Family) {
    let face = Face::regular(family);
    let (place, street, city) = words::office(rng);
    let [one, two] = words::department(rng);
    kit::lines(sheet, (face, 7.5), [54.0, 44.0], 9.5, &[one, two, place]);
    let fax = format!("Fax: 703-555-01{}", rng.digits(2));
    kit::lines(
        sheet,
        (face, 7.5),
        [270.0, 44.0],
        9.5,
        &[street, city, &fax],
    );
    let tel = "Tel. 1-800-375-5283";
    kit::lines(
        sheet,
        (face, 7.5),
        [460.0, 44.0],
        9.5,
        &["www.uscis.gov", tel, "TTY 800-767-1833"],
    );
    sheet.rule(54.0, 558.0, 70.0, 2.0);
    sheet.rule(54.0, 558.0, 73.0, 0.5);
}

/// The subject lines; labels end where values begin.
fn subject(rng: &mut Rng, case: &Case, own: &Own, truth: &mut NoticeTruth) -> Vec<[String; 2]> {
    let mut list: Vec<[String; 2]> = vec![
        ["RE:".into(), case.receipt.clone()],
        ["Form:".into(), case.form_code.into()],
        [format!("{}:", kit::role(case)), case.filer.name()],
    ];
    if case.is_petition {
        list.push(["Beneficiary:".into(), case.beneficiary.name()]);
    }
    let label = rng.pick(&["A-File:", "Alien Reg. No.:", "A File No.:"]);
    list.push([label.into(), kit::a_number(rng, &case.beneficiary)]);
    truth.prints_a_number(&case.beneficiary.a_number);
    if own.labelled() {
        let label = rng.pick(&[
            "Online acct. no. (USCIS):",
            "Your USCIS online account:",
            "USCIS account number:",
            "USCIS web account no.:",
        ]);
        list.push([label.into(), own.text().into()]);
    }
    list
}

/// A sentence with the number, or with another that only looks like it.
fn sentence(rng: &mut Rng, case: &Case, shown: Option<&str>) -> String {
    match shown {
        Some(shown) => rng.pick(&[
            "Our records show that you filed from your USCIS online account, number {}. You may \
             answer there: choose the case and upload your documents.",
            "You may send your answer through your own USCIS online account (account number {}) \
             or by mail to the address above.",
        ])
        .replace("{}", shown),
        None => format!(
            "Evidence sent by courier under airbill {} was not legible. {}",
            kit::stranger(rng, case),
            words::remark(rng, true)
        ),
    }
}

/// The body of the letter; returns the baseline after it.
fn body(sheet: &mut Sheet, rng: &mut Rng, face: Face, y: f32, texts: &[String]) -> f32 {
    let size = rng.uniform(9.8, 11.0);
    let mut y = y;
    for text in texts {
        y = sheet.paragraph(face, size, 72.0, y, 468.0, text) + 6.0;
    }
    y
}

/// The second page: what to send.
fn second(rng: &mut Rng, case: &Case, family: Family, name: &str) -> Sheet {
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    sheet.write(face, 8.5, 72.0, 50.0, name);
    sheet.centred(face, 8.5, 306.0, 50.0, &case.receipt);
    sheet.flush_right(face, 8.5, 540.0, 50.0, "Page 2");
    sheet.rule(72.0, 540.0, 56.0, 0.5);
    let items = [
        "a. Copies of federal tax returns, with W-2 forms, for the last three years.",
        "b. A birth certificate with the names of both parents, and its translation.",
        "c. Proof of lawful entry, such as Form I-94 (a number like 123456789 01).",
        "d. Two photographs in passport style, taken within the last thirty days.",
        "e. Evidence of a shared household: leases, bills, bank statements.",
    ];
    let mut y = 84.0;
    sheet.write(Face::bold(family), 10.5, 72.0, y, "EVIDENCE REQUESTED");
    for item in &items[..rng.between(3, 5) as usize] {
        y = sheet.paragraph(face, 10.5, 90.0, y + 18.0, 440.0, item) - 8.0;
    }
    y = sheet.paragraph(face, 10.5, 72.0, y + 26.0, 468.0, words::body(rng)) + 20.0;
    sheet.write(face, 10.5, 330.0, y, "Sincerely,");
    sheet.write(
        face,
        10.5,
        330.0,
        y + 44.0,
        rng.pick(&["R. Oakham", "L. Fenwick", "T. Brill"]),
    );
    sheet.write(face, 10.5, 330.0, y + 57.0, "Director");
    kit::bars(&mut sheet, 72.0, 690.0, 24.0, &case.receipt);
    sheet
}

/// The request for evidence.
pub(super) fn moor(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Times, Family::LiberationSerif, Family::FreeSerif]);
    let mut truth = kit::begin(case, "");
    kit::note_people(&mut truth, case, false);
    truth.fields.notice_date = Some(case.noticed.long());
    let own = Own::choose(rng, case, 45, 10);
    own.note(&mut truth, case);
    let spoken = matches!(own, Own::Printed(_)) && rng.chance(0.5);
    let face = Face::regular(family);
    let strong = Face::bold(family);
    let mut sheet = Sheet::letter(family);
    letterhead(&mut sheet, rng, family);
    sheet.write(face, 10.5, 72.0, 100.0, &case.noticed.long());
    let name = case.filer.name();
    let address = &case.address;
    let to = [name.as_str(), &address[0], &address[1]];
    kit::lines(&mut sheet, (face, 10.5), [72.0, 130.0], 13.0, &to);
    let hidden = Own::Absent;
    let list = subject(rng, case, if spoken { &hidden } else { &own }, &mut truth);
    let mut y = 130.0;
    let tab = rng.uniform(410.0, 425.0);
    for [label, value] in &list {
        sheet.flush_right(strong, 9.5, tab - 5.0, y, label);
        kit::put(&mut sheet, (face, 9.5), [tab, y], 560.0 - tab, value);
        y += 13.0;
    }
    let title = rng.pick(&["REQUEST FOR EVIDENCE", "NOTICE OF INTENT TO DENY"]);
    truth.fields.notice_type = Some(title.into());
    sheet.centred(strong, 13.0, 306.0, 240.0, title);
    let due = case.noticed.later(2, 20).long();
    truth.fields.response_due = Some(due.clone());
    let texts = [
        format!("Dear {name}:"),
        format!(
            "This office cannot decide your Form {} on what it has.",
            case.form_code
        ),
        format!("Your response must be received in this office no later than {due}."),
        sentence(rng, case, spoken.then(|| own.text())),
        words::bodies(rng, 3).join(" "),
        "Send all of your documents together, with this letter on top.".into(),
    ];
    body(&mut sheet, rng, face, 268.0, &texts);
    sheet.centred(face, 8.0, 306.0, 750.0, "Page 1 of 2");
    let back = second(rng, case, family, &name);
    Drawing {
        sheets: vec![sheet, back],
        truth,
    }
}
