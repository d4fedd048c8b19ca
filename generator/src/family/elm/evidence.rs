//! A word-processor letter that asks for evidence, with the account number in a sentence, in the
//! reference lines or on the cover sheet at the end.
use super::evidence_cover::{Letter, cover, running_head};
use super::kit::{
    Cuts, Own, center, cuts, dated, mention, note_roles, noted, prose, receipt_bars, role, stack,
};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LABELS: &[&str] = &[
    "USCIS Online Account",
    "Online Account No.",
    "USCIS online acct. number",
    "USCIS OAN",
    "Filer's Online Account #",
];

/// Chooses the wording; a blank cannot stand in a sentence.
fn letter(rng: &mut Rng, case: &Case, own: &Own) -> Letter {
    let print = rng.pick(&[1, 1, 2, 3]);
    let days = rng.pick(&[30, 33, 60, 84, 87]);
    let place = if own.number().is_some() {
        rng.below(3)
    } else {
        1 + rng.below(2)
    };
    Letter {
        title: rng.pick(&[
            "REQUEST FOR EVIDENCE",
            "Request for Evidence",
            "NOTICE OF INTENT TO DENY",
        ]),
        office: center(rng),
        noticed: dated(&case.noticed, print),
        due: dated(&case.noticed.later(0, days), print),
        receipt: case::printed_receipt(rng, &case.receipt),
        mark: case::printed_a_number(rng, &case.filer.a_number),
        label: rng.pick(LABELS),
        place,
        told: rng.below(4),
        left: rng.uniform(66.0, 80.0),
        size: rng.uniform(10.2, 11.2),
    }
}

/// A letter of two or three pages on form I-797E or on plain letter paper.
pub(super) fn evidence_letter(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Times,
        Family::LiberationSerif,
        Family::FreeSerif,
        Family::DejaVuSerif,
    ]);
    let cut = cuts(family);
    let own = Own::draw(rng, case, [46, 14, 51]);
    let letter = letter(rng, case, &own);
    let form = if rng.chance(0.55) { "I-797E" } else { "" };
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    let mut first = Sheet::letter(family);
    if !form.is_empty() {
        first.flush_right(
            cut.regular,
            8.0,
            612.0 - letter.left,
            762.0,
            "Form I-797E (Rev. 03/18)",
        );
    }
    letterhead(&mut first, &cut, &letter, case);
    let y = reference(&mut first, &cut, &letter, case, &own, &mut truth);
    opening(&mut first, &cut, &letter, case, &own, y);
    let mut sheets = vec![first];
    let total = if letter.place == 2 { 3 } else { 2 };
    sheets.push(demands(rng, family, &cut, &letter, case, total, &mut truth));
    if letter.place == 2 {
        sheets.push(cover(family, &cut, &letter, case, &own));
    }
    own.note(&mut truth);
    Drawing { sheets, truth }
}

/// The agency at the right, the date and the address at the left.
fn letterhead(sheet: &mut Sheet, cut: &Cuts, letter: &Letter, case: &Case) {
    let office = &letter.office;
    let lines = [
        "U.S. Department of Homeland Security",
        "U.S. Citizenship and Immigration Services",
        office.name,
        office.street,
        office.town,
    ];
    let size = super::kit::fit(cut.bold, 8.0, lines[1], 612.0 - letter.left - 392.0);
    stack(
        sheet,
        cut.bold,
        size,
        [392.0, 44.0, 9.8],
        &lines.map(String::from),
    );
    sheet.write(cut.bold, 19.0, letter.left, 64.0, "U.S. Citizenship");
    sheet.write(
        cut.bold,
        19.0,
        letter.left,
        83.0,
        "and Immigration Services",
    );
    sheet.write(
        cut.regular,
        letter.size,
        letter.left,
        118.0,
        &letter.noticed,
    );
    let lines = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    stack(
        sheet,
        cut.regular,
        letter.size,
        [letter.left, 144.0, 13.0],
        &lines,
    );
}

/// The reference lines with tabs; returns the next baseline.
fn reference(
    sheet: &mut Sheet,
    cut: &Cuts,
    letter: &Letter,
    case: &Case,
    own: &Own,
    truth: &mut NoticeTruth,
) -> f32 {
    let filer = case.filer.listed();
    let mut rows = vec![
        (
            if case.is_petition {
                "Petitioner:"
            } else {
                "RE:"
            },
            filer.clone(),
        ),
        (
            "Form:",
            format!("{}, {}", case.form_code, super::kit::titled(case.title)),
        ),
        ("Receipt:", letter.receipt.clone()),
        ("A-File:", letter.mark.clone()),
    ];
    if let (Some(text), 1) = (own.text(), letter.place) {
        rows.insert(3, (letter.label, text.to_string()));
    }
    let tab = if letter.place == 1 && own.text().is_some() {
        140.0
    } else {
        66.0
    };
    let mut y = 204.0;
    for (label, value) in &rows {
        sheet.write(cut.regular, letter.size, letter.left, y, label);
        let face = if *value == filer {
            cut.bold
        } else {
            cut.regular
        };
        let room = 612.0 - 2.0 * letter.left - tab;
        let size = super::kit::fit(face, letter.size, value, room);
        sheet.write(face, size, letter.left + tab, y, value);
        y += 13.5;
    }
    let modules = [612.0 - letter.left - 160.0, 120.0, 0.9, 24.0];
    receipt_bars(sheet, Symbology::Code128, modules, &case.receipt);
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    truth.fields.case_type = noted(case.form_code);
    truth.fields.notice_date = noted(&letter.noticed);
    truth.fields.notice_type = noted(letter.title);
    note_roles(truth, case, &filer, None);
    truth.fields.response_due = noted(&letter.due);
    y + 10.0
}

/// The sentence that gives the filer's own account number.
fn told(way: usize, paper: &str, received: &str, number: &str) -> String {
    match way {
        0 => format!(
            "You submitted this {paper} on {received} through your USCIS online account, number \
             {number}, and this letter has also been placed there."
        ),
        1 => format!(
            "We received your {paper} on {received}. A copy of this letter is in your online \
             account with USCIS (account no. {number})."
        ),
        2 => format!(
            "This concerns the {paper} that you submitted on {received}. According to our records \
             your USCIS online account number is {number}; please use it in all further filings."
        ),
        _ => format!(
            "We received your {paper} on {received} and linked it to {number}, which is your \
             USCIS online account number."
        ),
    }
}

/// The title and the paragraphs of the first page.
fn opening(sheet: &mut Sheet, cut: &Cuts, letter: &Letter, case: &Case, own: &Own, y: f32) {
    sheet.centred(cut.bold, 13.0, 306.0, y + 6.0, letter.title);
    let person = role(case).to_lowercase();
    let paper = if case.title.contains("PETITION") {
        "petition"
    } else {
        "application"
    };
    let received = case.received.long();
    let way = match (own.number(), letter.place) {
        (Some(number), 0) => told(letter.told, paper, &received, number),
        _ => format!(
            "You submitted this {paper} on {received}. If you have a USCIS online account, a copy \
             of this letter may be placed there too."
        ),
    };
    let ask = format!(
        "The documents submitted so far are not sufficient to show that you qualify. This notice \
         lists what is still required of the {person}. Your response must be received in this \
         office by {}. Please note that you have only one opportunity to respond; you must submit \
         all the requested materials together.",
        letter.due
    );
    let texts = [
        way.as_str(),
        ask.as_str(),
        "If you submit only some of the requested evidence, we will treat it as a request for a \
         decision on the record. If we do not receive your response by the date shown above, the \
         case may be denied as abandoned. See 8 CFR 103.2(b)(11) and (13).",
        "You must submit a full English translation of each document in a foreign language, with \
         the translator's certification that it is complete and accurate.",
        "The burden of proof in these proceedings rests with you. Unless a regulation says \
         otherwise, a preponderance of the evidence is enough: it must be more likely than not \
         that what you claim is true. We consider each piece for its relevance and credibility.",
        "Submit copies unless originals are asked for. Do not send this letter to a lockbox; mail \
         your response to the office named at the top, or upload it if you filed on line.",
    ];
    let measure = 612.0 - 2.0 * letter.left;
    let size = letter.size;
    let y = sheet.paragraph(
        cut.regular,
        size,
        letter.left,
        y + 32.0,
        measure,
        "Dear Sir or Madam:",
    );
    prose(
        sheet,
        cut.regular,
        size,
        [letter.left, y + 6.0, measure],
        &texts,
    );
}

/// The second page: what is asked for, the signature and the copies.
fn demands(
    rng: &mut Rng,
    family: Family,
    cut: &Cuts,
    letter: &Letter,
    case: &Case,
    of: usize,
    truth: &mut NoticeTruth,
) -> Sheet {
    let mut sheet = Sheet::letter(family);
    running_head(&mut sheet, cut, letter, case, 2, of);
    let measure = 612.0 - 2.0 * letter.left;
    let size = letter.size;
    sheet.write(
        cut.bold,
        size,
        letter.left,
        76.0,
        "Evidence that is required",
    );
    let texts = [
        "•  A copy of the biographic page of each passport that was valid at the time of entry.",
        "•  Copies of federal income tax returns or IRS transcripts for the last three years.",
        "•  A legible copy of the marriage certificate, front and back, as issued by the civil \
         authority. A church or hospital record is not sufficient by itself.",
        "•  Bank statements. You may strike out all but the last four digits of account numbers.",
        "•  A copy of the prior approval notice (the case number of the consulate, such as \
         GUZ2019123456, should be legible).",
    ];
    let inset = letter.left + 14.0;
    let y = prose(
        &mut sheet,
        cut.regular,
        size,
        [inset, 96.0, measure - 14.0],
        &texts,
    );
    let texts = [
        "Place this letter, or the sheet that came with it, on top of your response. Do not send \
         originals unless we have asked for them.",
        mention(rng),
    ];
    let y = prose(
        &mut sheet,
        cut.regular,
        size,
        [letter.left, y + 8.0, measure],
        &texts,
    );
    sheet.write(cut.regular, size, letter.left, y + 16.0, "Sincerely,");
    let name = rng.pick(&[
        "Lorna K. Mattox",
        "Corwin Nylund",
        "Tess A. Rowland",
        "Garrick Moss",
    ]);
    sheet.write(cut.italic, size + 4.0, letter.left + 8.0, y + 40.0, name);
    sheet.write(cut.regular, size, letter.left, y + 58.0, name);
    sheet.write(cut.regular, size, letter.left, y + 71.0, "Director");
    if rng.chance(0.5) {
        let copy = format!("cc:  {}, {}", case.attorney.0, case.attorney.1);
        sheet.write(cut.regular, 9.5, letter.left, y + 100.0, &copy);
        if rng.chance(0.7) {
            let number = case::account(rng);
            let line = format!("Attorney's USCIS Online Account Number: {number}");
            sheet.write(cut.regular, 9.5, letter.left + 20.0, y + 112.0, &line);
            truth.prints_representative_account(&number);
        }
    }
    sheet
}
