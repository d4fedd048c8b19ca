//! Request for evidence: a letter of two or three pages with a block of references.
use super::matter::*;
use super::tools::*;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LEFT: f32 = 72.0;
const RIGHT: f32 = 540.0;

/// The title of the letter and the form it is printed on.
fn titles(rng: &mut Rng) -> (&'static str, &'static str) {
    rng.pick(&[
        ("Request for Evidence", "I-797E"),
        ("REQUEST FOR EVIDENCE", "I-797E"),
        ("Notice of Intent to Deny", ""),
        ("Request for Initial Evidence", "I-797E"),
        ("NOTICE OF INTENT TO DENY", ""),
    ])
}

/// The label for the filer's own account number in the block of references.
fn account_label(rng: &mut Rng, case: &Case) -> String {
    let owner = role(case);
    match rng.below(6) {
        0 => "USCIS Online Account".to_string(),
        1 => format!("{owner}'s USCIS OAN"),
        2 => "Your USCIS Online Account No.".to_string(),
        3 => format!("Online Acct. ({owner}, USCIS)"),
        4 => "USCIS Acct No.".to_string(),
        _ => format!("USCIS Online Acct. ({})", owner.to_lowercase()),
    }
}

/// The block of references.
fn references(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<[String; 2]> {
    truth.prints_receipt(&case.receipt);
    truth.fields.case_type = Some(case.form_code.to_string());
    let mut all = vec![[
        rng.pick(&["Receipt", "Receipt Number", "Our file", "Receipt #"])
            .to_string(),
        receipt_form(rng, &case.receipt),
    ]];
    let short = rng.chance(0.5);
    let form = if short {
        case.form_code.into()
    } else {
        format!("Form {}", case.form_code)
    };
    all.push([
        rng.pick(&["Form Type", "Form", "Case Type"]).to_string(),
        form,
    ]);
    let order = rng.below(2);
    let name = named(order, &case.filer);
    notes_filer(truth, case, &name);
    all.push([role(case).to_string(), name]);
    let mut holder = &case.filer;
    if case.is_petition {
        let name = named(order, &case.beneficiary);
        truth.fields.beneficiary = Some(name.clone());
        all.push(["Beneficiary".to_string(), name]);
        holder = &case.beneficiary;
    }
    if rng.chance(0.75) {
        truth.prints_a_number(&holder.a_number);
        let label = rng.pick(&["A-File", "A-Number", "File Number", "Alien File Number"]);
        all.push([label.to_string(), alien_form(rng, &holder.a_number)]);
    }
    if let Some(text) = Own::draw(rng, 44, 16).text(rng, case, truth) {
        all.push([account_label(rng, case), text]);
    }
    traps(rng, case, truth, &mut all);
    all
}

/// Other numbers among the references.
fn traps(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, all: &mut Vec<[String; 2]>) {
    if rng.chance(0.35) {
        all.push([
            "Attorney's USCIS Online Acct.".to_string(),
            attorney_account(rng, truth),
        ]);
    }
    if case.form_code == "I-140" || case.form_code == "I-129" {
        let value = format!("G-100-{}-{}", rng.digits(5), rng.digits(6));
        all.push(["ETA Case Number".to_string(), value]);
        let value = format!("{}-{}", rng.digits(2), rng.digits(7));
        all.push(["FEIN of employer".to_string(), value]);
    } else if rng.chance(0.4) {
        let value = format!("GUZ20{}{}", rng.between(12, 24), rng.digits(6));
        all.push(["NVC case".to_string(), value]);
    }
    if rng.chance(0.3) {
        all.push(["Certified mail piece".to_string(), rng.digits(12)]);
    }
}

/// The letterhead and the date line; gives the next baseline.
fn head(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> f32 {
    let office = center(rng);
    let noticed = when(rng.pick(&[1, 2, 1]), &case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    let lines = [
        "U.S. Department of Homeland Security",
        office.name,
        office.street,
        office.place,
    ];
    let on_right = rng.chance(0.6);
    if on_right {
        stack(sheet, cuts.plain, 8.0, [398.0, 46.0], 10.0, &lines);
        sheet.rule(LEFT, 384.0, 62.0, 0.6);
        sheet.write(
            cuts.bold,
            11.5,
            LEFT,
            56.0,
            "U.S. Citizenship and Immigration Services",
        );
        sheet.write(cuts.plain, 10.5, LEFT, 100.0, &noticed);
    } else {
        sheet.write(
            cuts.bold,
            11.5,
            LEFT,
            46.0,
            "U.S. Citizenship and Immigration Services",
        );
        stack(sheet, cuts.plain, 8.0, [LEFT, 57.0], 10.0, &lines[1..]);
        sheet.flush_right(cuts.plain, 10.5, RIGHT, 100.0, &noticed);
    }
    let lines = addressee(rng, case);
    stack(sheet, cuts.plain, 10.5, [LEFT, 122.0], 12.5, &lines) + 8.0
}

/// The foot of a page.
fn foot(sheet: &mut Sheet, cuts: Cuts, form: &str, page: usize, of: usize) {
    let text = if form.is_empty() {
        "www.uscis.gov".to_string()
    } else {
        format!("Form {form}")
    };
    sheet.write(cuts.plain, 8.0, LEFT, 758.0, &text);
    sheet.flush_right(
        cuts.plain,
        8.0,
        RIGHT,
        758.0,
        &format!("Page {page} of {of}"),
    );
}

/// The paragraph that says when the answer is due; gives the next baseline.
fn due(
    sheet: &mut Sheet,
    cuts: Cuts,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    y: f32,
) -> f32 {
    let deny = truth
        .fields
        .notice_type
        .as_deref()
        .is_some_and(|t| t.to_lowercase().contains("deny"));
    let last = if deny {
        case.noticed.later(0, 33)
    } else {
        case.noticed.later(2, 18)
    }
    .long();
    let text = match rng.below(3) {
        0 => format!("YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY {last}."),
        1 => format!("Submit everything asked for, in one packet, no later than {last}."),
        _ => format!("Response Due: {last}"),
    };
    truth.fields.response_due = Some(last);
    sheet.frame([LEFT, y - 13.0, RIGHT, y + 7.0], 0.9);
    let middle = (LEFT + RIGHT) / 2.0;
    sheet.centred(
        cuts.bold,
        shrunk(cuts.bold, 10.5, RIGHT - LEFT - 12.0, &text),
        middle,
        y,
        &text,
    );
    y + 24.0
}

/// Running head of a later page.
fn running(cuts: Cuts, rng: &mut Rng, case: &Case, title: &str) -> Sheet {
    let mut sheet = Sheet::letter(cuts.family);
    sheet.write(cuts.plain, 8.5, LEFT, 44.0, &case.receipt);
    let name = format!("{} / {}", case.filer.listed(), case.form_code);
    sheet.flush_right(cuts.plain, 8.5, RIGHT, 44.0, &name);
    if rng.chance(0.6) {
        receipt_bars(
            &mut sheet,
            Symbology::Code128,
            [238.0, 32.0],
            120.0,
            14.0,
            &case.receipt,
        );
    }
    sheet.rule(LEFT, RIGHT, 50.0, 0.5);
    sheet.write(cuts.slant, 9.5, LEFT, 66.0, &format!("{title} (continued)"));
    sheet
}

/// The second page: what is missing, as a numbered list with footnotes.
fn list(cuts: Cuts, rng: &mut Rng, case: &Case, title: &str) -> Sheet {
    let mut sheet = running(cuts, rng, case, title);
    let wants = [
        "Evidence of the relationship: civil records with English translations.[1]",
        "A letter from the employer on its paper that names the duties, the hours and the pay.",
        "Copies of every page of the passport, and of the Form I-94 in force on the day of filing.",
        "Federal tax transcripts for the last three years, with Forms W-2 or 1099.",
        "A detailed statement, signed and dated, that explains the absences named on the form.",
        "If an earlier petition was filed under another online account, such as one opened by a \
         former employer, a copy of its approval; do not send us the account's password.",
    ];
    let first = rng.below(3);
    let mut y = 90.0;
    for (number, want) in wants[first..].iter().enumerate() {
        sheet.write(
            cuts.plain,
            10.5,
            LEFT + 10.0,
            y,
            &format!("{}.", number + 1),
        );
        y = sheet.paragraph(cuts.plain, 10.5, LEFT + 32.0, y, RIGHT - LEFT - 32.0, want) + 6.0;
    }
    let more = filler(rng, 4);
    paragraphs(
        &mut sheet,
        cuts.plain,
        10.5,
        [LEFT, RIGHT],
        y + 8.0,
        670.0,
        &more,
    );
    sheet.rule(LEFT, LEFT + 140.0, 706.0, 0.4);
    let note = "[1] 8 CFR 103.2(b)(3); 8 CFR 204.2(a)(2). Translations must be certified.";
    sheet.write(cuts.plain, 7.5, LEFT, 717.0, note);
    let note = "[2] Matter of Chawathe, 25 I&N Dec. 369, 375-76 (AAO 2010).";
    sheet.write(cuts.plain, 7.5, LEFT, 727.0, note);
    sheet
}

/// The third page: a cover slip to send back.
fn slip(cuts: Cuts, rng: &mut Rng, case: &Case, title: &str) -> Sheet {
    let mut sheet = running(cuts, rng, case, title);
    let text = "Put this page on top of what you send. Do not write in the shaded part.";
    sheet.write(cuts.bold, 10.5, LEFT, 92.0, text);
    sheet.fill([LEFT, 104.0, RIGHT, 190.0], 0.9);
    receipt_bars(
        &mut sheet,
        Symbology::Code39,
        [LEFT + 20.0, 118.0],
        280.0,
        34.0,
        &case.receipt,
    );
    sheet.write(cuts.plain, 10.0, LEFT + 20.0, 168.0, &case.receipt);
    let office = center(rng);
    let lines = [
        "USCIS",
        office.name,
        "Attn: RFE",
        office.street,
        office.place,
    ];
    stack(&mut sheet, cuts.plain, 10.5, [LEFT, 222.0], 13.0, &lines);
    let text = format!("Fax (only if an officer has asked for it): {}", phone(rng));
    sheet.write(cuts.plain, 9.5, LEFT, 310.0, &text);
    for number in 0..7 {
        let y = 346.0 + 26.0 * number as f32;
        sheet.frame([LEFT, y - 8.0, LEFT + 9.0, y + 1.0], 0.6);
        sheet.rule(LEFT + 20.0, RIGHT, y + 1.0, 0.3);
    }
    sheet
}

/// Writes the block of references; gives the next baseline.
fn block(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, all: &[[String; 2]], top: f32) -> f32 {
    let indent = rng.pick(&[0.0, 60.0, 110.0]);
    let right_labels = rng.chance(0.35);
    let start = LEFT + indent + if indent > 0.0 { 0.0 } else { 28.0 };
    sheet.write(cuts.bold, 10.5, start - 28.0, top, "RE:");
    let column = start + 190.0;
    for (number, pair) in all.iter().enumerate() {
        let y = top + 13.0 * number as f32;
        let label = format!("{}:", pair[0]);
        let size = shrunk(cuts.bold, 10.0, 182.0, &label);
        if right_labels {
            sheet.flush_right(cuts.bold, size, column - 6.0, y, &label);
        } else {
            sheet.write(cuts.bold, size, start, y, &label);
        }
        fitted(
            sheet,
            cuts.plain,
            10.5,
            [column, y],
            RIGHT - column,
            &pair[1],
        );
    }
    top + 13.0 * all.len() as f32 + 12.0
}

/// Letter asking for evidence.
pub(super) fn evidence(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::Times,
        Family::LiberationSerif,
        Family::FreeSerif,
        Family::Courier,
    ];
    let cuts = Cuts::any(rng, &faces);
    let mut sheet = Sheet::letter(cuts.family);
    let (title, form) = titles(rng);
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    truth.fields.notice_type = Some(title.to_string());
    let mut y = head(&mut sheet, cuts, rng, case, &mut truth);
    let all = references(rng, case, &mut truth);
    y = block(&mut sheet, cuts, rng, &all, y);
    sheet.centred(cuts.bold, 13.0, (LEFT + RIGHT) / 2.0, y + 8.0, title);
    y = due(&mut sheet, cuts, rng, case, &mut truth, y + 36.0);
    let greeting = rng.pick(&["Dear Sir or Madam:", "To the person named above:"]);
    sheet.write(cuts.plain, 10.5, LEFT, y, greeting);
    let text = format!(
        "You filed Form {}, {}. The record does not yet show that you are eligible. The next page \
         lists what is needed. All of it must come together, with this letter on top; a partial \
         answer is taken as a request to decide on the record.",
        case.form_code, case.title
    );
    y = sheet.paragraph(cuts.plain, 10.5, LEFT, y + 18.0, RIGHT - LEFT, &text) + 7.0;
    let more = filler(rng, 3);
    y = paragraphs(&mut sheet, cuts.plain, 10.5, [LEFT, RIGHT], y, 660.0, &more);
    sheet.write(cuts.plain, 10.5, LEFT, y + 14.0, "Sincerely,");
    sheet.write(cuts.plain, 10.5, LEFT, y + 50.0, "Director");
    let mut sheets = vec![sheet, list(cuts, rng, case, title)];
    if rng.chance(0.35) {
        sheets.push(slip(cuts, rng, case, title));
    }
    let of = sheets.len();
    for (number, sheet) in sheets.iter_mut().enumerate() {
        foot(sheet, cuts, form, number + 1, of);
    }
    Drawing { sheets, truth }
}
