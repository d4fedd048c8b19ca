//! A request for evidence: a letter with a reference block, a deadline and a list of papers.
use super::kit;
use super::matter;
use super::world::{self, Dated, Own};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The letter: what its pages share.
struct Letter {
    family: Family,
    size: f32,
    named: bool,
    receipt: String,
    kind: &'static str,
    pages: usize,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Times, Family::LiberationSerif, Family::DejaVuSerif]);
    let size = if family == Family::DejaVuSerif {
        9.0
    } else {
        10.5
    };
    let named = rng.chance(0.6);
    let mut truth = world::truth_of(if named { "I-797E" } else { "" });
    let kind = rng.pick(&[
        "REQUEST FOR EVIDENCE",
        "Request for Evidence",
        "Request for Initial Evidence",
        "NOTICE OF INTENT TO DENY",
    ]);
    let receipt = world::receipt(rng, &case.receipt, &mut truth);
    truth.fields.notice_type = Some(kind.into());
    truth.fields.case_type = Some(case.form_code.into());
    let pages = rng.pick(&[2, 2, 3]);
    let letter = Letter {
        family,
        size,
        named,
        receipt,
        kind,
        pages,
    };
    let mut first = Sheet::letter(family);
    let y = letterhead(rng, &mut first, &letter, case, &mut truth);
    let y = references(rng, &mut first, &letter, case, &mut truth, y);
    opening(rng, &mut first, &letter, case, &mut truth, y);
    let mut sheets = vec![first, evidence(rng, &letter, case, &mut truth)];
    if pages == 3 {
        sheets.push(cover(rng, &letter, case));
    }
    for (place, sheet) in sheets.iter_mut().enumerate() {
        foot(sheet, &letter, place + 1);
    }
    Drawing { sheets, truth }
}

/// Agency at the left, office in the middle, date at the right; gives the bottom.
fn letterhead(
    rng: &mut Rng,
    sheet: &mut Sheet,
    letter: &Letter,
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    let bold = Face::bold(letter.family);
    let face = Face::regular(letter.family);
    let office = world::office(rng, &case.receipt);
    let dated = rng.pick(&[Dated::Long, Dated::Long, Dated::Military]);
    let date = dated.print(&case.noticed);
    truth.fields.notice_date = Some(date.clone());
    sheet.write(bold, 15.0, 60.0, 62.0, "U.S. Citizenship");
    sheet.write(bold, 15.0, 60.0, 78.0, "and Immigration");
    sheet.write(bold, 15.0, 60.0, 94.0, "Services");
    sheet.upright(214.0, 46.0, 98.0, 0.6);
    let lines = [
        "U.S. Department of Homeland Security",
        office.name,
        office.street,
        office.city,
    ];
    for (place, line) in lines.iter().enumerate() {
        kit::fit(
            sheet,
            face,
            8.0,
            [224.0, 58.0 + 10.0 * place as f32],
            142.0,
            line,
        );
    }
    kit::bars_right(sheet, 552.0, 48.0, 22.0, &case.receipt);
    sheet.rule(60.0, 552.0, 104.0, 1.0);
    sheet.write(face, letter.size, 60.0, 126.0, &date);
    let mut to = vec![case.filer.name()];
    to.extend(case.address.iter().cloned());
    kit::stack(sheet, face, letter.size, [60.0, 150.0], &to)
}

/// The block of references; gives the bottom.
fn references(
    rng: &mut Rng,
    sheet: &mut Sheet,
    letter: &Letter,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let bold = Face::bold(letter.family);
    let face = Face::regular(letter.family);
    let role = world::role(case.title);
    let name = case.filer.listed();
    world::note_filer(truth, role, &name);
    let mut lines = vec![
        (
            "RE:",
            format!("{}, {}", case.form_code, world::gentle(case.title)),
        ),
        ("Receipt:", letter.receipt.clone()),
        (
            if role == "Petitioner" {
                "Petitioner:"
            } else {
                "Applicant:"
            },
            name,
        ),
    ];
    if case.is_petition {
        let name = case.beneficiary.listed();
        truth.fields.beneficiary = Some(name.clone());
        lines.push(("Beneficiary:", name));
    }
    let who = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    let file = rng.pick(&["A-File:", "File Number:", "Alien File No.:"]);
    lines.push((file, world::alien(rng, who, truth)));
    let own = world::own(rng, 30, 12);
    let number = world::own_number(rng, own, case, truth);
    if own != Own::Missing {
        let label = match role {
            "Petitioner" => "Petitioner's online account:",
            _ => rng.pick(&[
                "Applicant's online account:",
                "Your USCIS online account no.:",
            ]),
        };
        lines.push((label, number));
    }
    let mut y = top + 12.0;
    for (label, value) in lines {
        sheet.write(bold, letter.size, 60.0, y, label);
        kit::fit(sheet, face, letter.size, [214.0, y], 338.0, &value);
        y += letter.size * 1.28;
    }
    y + 8.0
}

/// Title, salutation and the first paragraphs, with the deadline.
fn opening(
    rng: &mut Rng,
    sheet: &mut Sheet,
    letter: &Letter,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) {
    let bold = Face::bold(letter.family);
    let face = Face::regular(letter.family);
    sheet.centred(bold, 13.0, 306.0, top + 8.0, letter.kind);
    let dear = format!("Dear {}:", world::gentle(&case.filer.name()));
    sheet.write(face, letter.size, 60.0, top + 30.0, &dear);
    let days = if letter.kind.contains("DENY") { 33 } else { 87 };
    let due = world::workday(case.noticed.later(0, days)).long();
    truth.fields.response_due = Some(due.clone());
    let account = sentence(rng, case, truth);
    let second = format!(
        "Send everything at one time. {account} If you answer on paper, put this letter on top \
         of your answer, and use the address in the head of this letter."
    );
    let texts = [
        "We have read your filing, but what you sent does not yet show that you qualify. Before \
         we decide, you may send us the papers that are listed on the next page.",
        second.as_str(),
    ];
    let at = [60.0, top + 50.0];
    let y = kit::prose(sheet, face, letter.size, at, 492.0, &texts);
    let line = match rng.chance(0.5) {
        true => format!(
            "YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY {}",
            due.to_uppercase()
        ),
        false => format!("Response due no later than: {due}"),
    };
    if line.contains("MUST BE") {
        truth.fields.response_due = Some(due.to_uppercase());
    }
    sheet.frame([60.0, y, 552.0, y + 22.0], 1.0);
    sheet.centred(bold, 10.0, 306.0, y + 15.0, &line);
    let texts = [
        "No more time can be given (8 CFR 103.2(b)(8)(iv)). If your answer does not reach us in \
         time, we may deny the case as abandoned, or decide it on what we have.",
        "A paper in a foreign language must come with a full English translation. The translator \
         must certify that it is correct and that he or she is competent to translate.",
    ];
    let y = kit::prose(sheet, face, letter.size, [60.0, y + 40.0], 492.0, &texts);
    let title = rng.pick(&["What the law asks", "Basis in law", "Burden of proof"]);
    sheet.write(bold, letter.size + 0.5, 60.0, y + 8.0, title);
    let law = matter::some(rng, matter::LAW, 2);
    kit::prose(sheet, face, letter.size, [60.0, y + 26.0], 492.0, &law);
}

/// A sentence about the account: with the number where it is not printed above, or a trap.
fn sentence(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> String {
    let free = truth.account_numbers.is_empty()
        && truth.account_cell == crate::notice::AccountCell::Absent;
    if free && rng.chance(0.3) {
        let number = world::own_number(rng, Own::Printed, case, truth);
        return match rng.chance(0.5) {
            true => format!("You may upload it to your own USCIS online account, number {number}."),
            false => format!("Your USCIS online account number is {number}; upload it there."),
        };
    }
    let other = rng.pick(&[
        "You may upload it, if you filed online and have an account number.",
        "Do not write a lawyer's account number on your answer.",
        "A telephone call to 800-375-5283 does not count as an answer.",
    ]);
    other.to_string()
}

/// The second page: what is missing, and to whom copies go.
fn evidence(rng: &mut Rng, letter: &Letter, case: &Case, truth: &mut NoticeTruth) -> Sheet {
    let mut sheet = Sheet::letter(letter.family);
    let bold = Face::bold(letter.family);
    let face = Face::regular(letter.family);
    running(&mut sheet, letter);
    kit::bars_right(&mut sheet, 552.0, 38.0, 18.0, &case.receipt);
    sheet.write(bold, 11.0, 60.0, 90.0, "What we still need");
    let items = [
        "Proof of your lawful entry, such as a copy of both sides of Form I-94.",
        "The record of birth, issued by the civil authority. If there is none, the statement of \
         that authority, and two sworn statements of persons who know.",
        "Tax transcripts for the last three years, with every W-2 and 1099.",
        "A letter of the employer on its letterhead: title, duties, hours and wage.",
        "Proof that the relationship is genuine: leases, accounts held together, photographs.",
        "The certified record of the court for each arrest.",
        "A medical report on Form I-693 in a sealed envelope.",
    ];
    let mut y = 110.0;
    let mut count = 0;
    for item in items {
        if rng.chance(0.7) {
            count += 1;
            let at = [66.0, y];
            let mark = format!("{count}.");
            y = kit::hang(&mut sheet, face, letter.size, at, 480.0, (&mark, item)) + 3.0;
        }
    }
    let visa = world::visa_case(rng, case.noticed.year);
    let text = format!(
        "Your file mentions the visa case {visa} of the Department of State. Papers that you gave \
         to that department are not with us; send them again."
    );
    if rng.chance(0.5) {
        y = sheet.paragraph(face, letter.size, 60.0, y + 10.0, 492.0, &text);
    }
    sheet.write(face, letter.size, 60.0, y + 26.0, "Sincerely,");
    sheet.write(face, letter.size, 60.0, y + 62.0, "Director");
    let officer = format!(
        "Officer: {}{:04}",
        rng.pick(&["XM", "EX", "NC"]),
        rng.below(9999)
    );
    sheet.write(
        face,
        letter.size,
        60.0,
        y + 62.0 + letter.size * 1.2,
        &officer,
    );
    copies(rng, &mut sheet, letter, case, truth, y + 100.0);
    sheet
}

/// The attorney's copy line, at times with the attorney's own account.
fn copies(
    rng: &mut Rng,
    sheet: &mut Sheet,
    letter: &Letter,
    case: &Case,
    truth: &mut NoticeTruth,
    y: f32,
) {
    if !rng.chance(0.6) {
        return;
    }
    let face = Face::regular(letter.family);
    let line = format!("cc: {}, {}", case.attorney.0, case.attorney.1);
    sheet.write(face, 9.0, 60.0, y, &line);
    if rng.chance(0.5) {
        let digits = case::account(rng);
        truth.prints_representative_account(&digits);
        let line = format!("Attorney's USCIS online account number (Form G-28): {digits}");
        sheet.write(face, 9.0, 78.0, y + 12.0, &line);
    }
}

/// The third page: a sheet to put on top of the answer.
fn cover(rng: &mut Rng, letter: &Letter, case: &Case) -> Sheet {
    let mut sheet = Sheet::letter(letter.family);
    let bold = Face::bold(letter.family);
    let face = Face::regular(letter.family);
    running(&mut sheet, letter);
    sheet.frame([60.0, 110.0, 552.0, 330.0], 1.4);
    sheet.centred(
        bold,
        18.0,
        306.0,
        146.0,
        "PUT THIS SHEET ON TOP OF YOUR ANSWER",
    );
    sheet.centred(
        face,
        11.0,
        306.0,
        176.0,
        "Do not fold it, and do not write on the barcode.",
    );
    let code = crate::barcode::Symbology::Code39;
    kit::bars(&mut sheet, [234.0, 200.0], 44.0, code, &case.receipt);
    sheet.centred(face, 10.0, 306.0, 258.0, &case.receipt);
    let parcel = format!("{} {} {}", rng.digits(4), rng.digits(4), rng.digits(4));
    let line = format!("Courier waybill of our mailing (not a case number): {parcel}");
    sheet.centred(face, 9.0, 306.0, 300.0, &line);
    sheet
}

/// The running head of later pages.
fn running(sheet: &mut Sheet, letter: &Letter) {
    let face = Face::regular(letter.family);
    sheet.write(
        face,
        9.0,
        60.0,
        56.0,
        &format!("{} / {}", letter.receipt, letter.kind),
    );
    sheet.rule(60.0, 552.0, 62.0, 0.6);
}

/// Page number and form.
fn foot(sheet: &mut Sheet, letter: &Letter, page: usize) {
    let face = Face::regular(letter.family);
    sheet.centred(
        face,
        8.0,
        306.0,
        752.0,
        &format!("Page {page} of {}", letter.pages),
    );
    if letter.named {
        sheet.write(face, 8.0, 60.0, 752.0, "Form I-797E, Notice of Action");
    }
    sheet.flush_right(face, 8.0, 552.0, 752.0, "www.uscis.gov");
}
