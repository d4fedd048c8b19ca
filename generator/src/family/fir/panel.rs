//! Vendor-printed sheets: a data panel with coded headings and a key, and a sealed mailer.
use super::back::back;
use super::words::{
    ACCOUNT, ACCOUNT_SHORT, ALIEN, Facts, Look, MONO, RECEIPT, SANS, address, cell, coded, date,
    fit, note_filer, perforation, role, shuffle, subject,
};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Face;

/// Mail-merge sheet whose panel has coded headings; the key to the codes is in the small print.
pub(super) fn keyed_panel(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 10);
    let family = rng.pick(&SANS);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let (plain, bold) = (Face::regular(family), Face::bold(family));
    let data = Face::regular(rng.pick(&MONO));

    let line = format!(
        "DPS-{}  JOB {}  SEQ {:04} OF {:04}  MSN {}  PRESORTED FIRST-CLASS",
        rng.between(11, 48),
        rng.digits(6),
        rng.between(1, 480),
        rng.between(481, 2200),
        rng.digits(12)
    );
    sheet.write(data, 7.0, 36.0, 28.0, &line);
    let is_c = rng.chance(0.6);
    if is_c {
        truth.form = "I-797C".into();
        sheet.bold(13.0, 36.0, 50.0, "Form I-797C, Notice of Action");
        sheet.bold(
            8.0,
            36.0,
            64.0,
            "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.",
        );
    } else {
        sheet.bold(13.0, 36.0, 50.0, "Notice about your case");
        sheet.plain(8.5, 36.0, 64.0, "U.S. Citizenship and Immigration Services");
    }

    let swapped = rng.chance(0.35);
    let (window, panel) = if swapped {
        (312.0, 36.0)
    } else {
        (36.0, 316.0)
    };
    // The window with the return address above it.
    sheet.frame([window, 84.0, window + 264.0, 226.0], 0.5);
    let office = facts.office.to_uppercase();
    address(
        &mut sheet,
        plain,
        7.0,
        (window + 12.0, 100.0),
        &[
            "USCIS",
            &office,
            facts.office_lines[0],
            facts.office_lines[1],
        ],
    );
    let name = case.filer.name();
    sheet.write(
        data,
        7.0,
        window + 12.0,
        154.0,
        "**************SCH 5-DIGIT ",
    );
    address(
        &mut sheet,
        data,
        9.0,
        (window + 12.0, 168.0),
        &[&name, &case.address[0], &case.address[1]],
    );
    truth.fields.addressee = Some(name);

    let codes = rng.pick(&[
        [
            "RCN", "OLA", "ALN", "NTD", "RCD", "FRM", "APL", "RAN", "NTY",
        ],
        [
            "F01", "F07", "F04", "F02", "F03", "F05", "F06", "F09", "F08",
        ],
        ["R", "U", "A", "D", "E", "C", "P", "G", "T"],
    ]);
    let kind = rng.pick(&["Receipt Notice", "Transfer Notice", "Reopen Notice"]);
    let listed = case.filer.listed();
    let mut rows = vec![
        (codes[0], "receipt number", facts.receipt.clone()),
        (
            codes[2],
            "A-Number of the person in the name field",
            facts.a_number.clone(),
        ),
        (codes[3], "notice date", facts.noticed.clone()),
        (codes[4], "received date", facts.received.clone()),
        (codes[5], "form type", case.form_code.to_owned()),
        (codes[6], role_words(case), listed.clone()),
        (codes[8], "notice type", kind.to_owned()),
    ];
    if facts.has_cell() {
        let words = rng.pick(&[
            "USCIS online account number of the person in the name field",
            "online account number (USCIS), if one is on file",
            "your USCIS online account number",
        ]);
        rows.push((codes[1], words, facts.account_value("")));
    }
    if let Some(rep) = &facts.rep {
        let words = "USCIS online account number of the attorney or representative";
        rows.push((codes[7], words, rep.clone()));
    }
    shuffle(rng, &mut rows);
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    facts.note_accounts(case, &mut truth);
    truth.fields.notice_date = Some(facts.noticed.clone());
    truth.fields.received_date = Some(facts.received.clone());
    truth.fields.case_type = Some(case.form_code.to_owned());
    truth.fields.notice_type = Some(kind.to_owned());
    note_filer(case, &listed, &mut truth);

    // Codes beside the values, or the whole words where the rng has it so.
    let step = 16.0;
    let bottom = 88.0 + rows.len() as f32 * step;
    sheet.frame([panel, 84.0, panel + 264.0, bottom], 1.0);
    sheet.upright(panel + 38.0, 84.0, bottom, 0.4);
    let dotted = rng.chance(0.5);
    for (at, (code, _, value)) in rows.iter().enumerate() {
        let y = 96.0 + at as f32 * step;
        let head = if dotted {
            format!("{code}.")
        } else {
            (*code).to_owned()
        };
        sheet.write(bold, 8.0, panel + 6.0, y, &head);
        fit(&mut sheet, data, 9.0, (panel + 44.0, y), 214.0, value);
        if at + 1 < rows.len() {
            sheet.rule(panel, panel + 264.0, y + 4.0, 0.3);
        }
    }
    coded(&mut sheet, rng, (panel + 14.0, 254.0), 24.0, &case.receipt);
    truth.fields.office = Some(facts.office.to_owned());

    let ending = rng.pick(&[
        "Have this sheet at hand when you call. We never ask for your password by telephone.",
        "If a fact in the panel is wrong, call the USCIS Contact Center at 800-375-5283.",
    ]);
    let mut y = 320.0;
    let body = [
        format!(
            "The {} took action on the case in the panel above. The codes in the left column \
             of the panel are explained in the key below.",
            facts.office
        ),
        format!(
            "The case will stay with us until it is decided. You may follow it at \
             egov.uscis.gov/casestatus. {ending}"
        ),
    ];
    for text in body {
        y = sheet.paragraph(plain, 10.0, 36.0, y, 530.0, &text) + 8.0;
    }
    y = if rng.chance(0.4) { 690.0 } else { y + 10.0 };
    sheet.write(bold, 8.0, 36.0, y, "KEY TO THE PANEL");
    y += 12.0;
    let mut key = rows.clone();
    key.sort_by_key(|row| row.0);
    for (at, (code, words, _)) in key.iter().enumerate() {
        let left = if at % 2 == 0 { 36.0 } else { 312.0 };
        sheet.write(bold, 7.0, left, y, code);
        fit(&mut sheet, plain, 7.5, (left + 26.0, y), 240.0, words);
        if at % 2 == 1 {
            y += 11.0;
        }
    }
    if is_c {
        sheet.plain(7.5, 36.0, 764.0, "Form I-797C 04/01/19 Y");
    }
    let mut sheets = vec![sheet];
    let foot = if is_c {
        "Form I-797C 04/01/19 Y"
    } else {
        "Notice about your case"
    };
    if rng.chance(0.4) {
        sheets.push(back(rng, family, foot));
    }
    let page = format!("Page 1 of {}", sheets.len());
    sheets[0].flush_right(plain, 7.5, 576.0, 764.0, &page);
    Drawing { sheets, truth }
}

fn role_words(case: &Case) -> &'static str {
    if role(case) == "Petitioner" {
        "name field: petitioner"
    } else {
        "name field: applicant"
    }
}

/// Pressure-sealed mailer of three panels with a wallet card to cut off.
pub(super) fn seal_mailer(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 11);
    let family = rng.pick(&SANS);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let (plain, bold) = (Face::regular(family), Face::bold(family));
    let data = Face::regular(rng.pick(&MONO));

    let words = "REMOVE SIDE EDGES FIRST, THEN FOLD AND TEAR ALONG THIS PERFORATION";
    perforation(&mut sheet, 250.0, words);
    perforation(&mut sheet, 560.0, "FOLD HERE");

    // Outside of the mailer.
    address(
        &mut sheet,
        plain,
        8.0,
        (40.0, 40.0),
        &[
            "U.S. Citizenship and Immigration Services",
            facts.office,
            facts.office_lines[0],
            facts.office_lines[1],
        ],
    );
    sheet.frame([480.0, 30.0, 572.0, 78.0], 0.6);
    for (at, line) in ["FIRST-CLASS MAIL", "POSTAGE & FEES PAID", "PERMIT NO. G-3"]
        .iter()
        .enumerate()
    {
        sheet.centred(plain, 7.5, 526.0, 46.0 + at as f32 * 11.0, line);
    }
    sheet.write(bold, 8.0, 40.0, 100.0, "RETURN SERVICE REQUESTED");
    let name = case.filer.name();
    let imb = format!("{} {}", rng.digits(12), rng.digits(8));
    address(
        &mut sheet,
        data,
        10.0,
        (250.0, 150.0),
        &[&imb, &name, &case.address[0], &case.address[1]],
    );
    truth.fields.addressee = Some(name);

    // Inside.
    let kind = rng.pick(&["Receipt Notice", "Transfer Notice"]);
    sheet.centred(bold, 12.0, 306.0, 276.0, "Notice of Action");
    if rng.chance(0.7) {
        truth.form = "I-797C".into();
        sheet.flush_right(plain, 8.0, 576.0, 276.0, "Form I-797C");
    }
    let look = Look {
        label: plain,
        value: data,
        small: 7.0,
        large: 9.0,
        weight: 0.5,
        under: rng.chance(0.5),
    };
    let who = subject(case);
    let other = if case.is_petition {
        "Beneficiary"
    } else {
        "Date of birth"
    };
    let other_value = if case.is_petition {
        who.listed()
    } else {
        date(facts.style, who.born)
    };
    let a_label = format!("{} of {}", rng.pick(&ALIEN), role(case).to_lowercase());
    let mut cells = vec![
        (rng.pick(&RECEIPT).to_owned(), facts.receipt.clone()),
        ("Notice Type".to_owned(), kind.to_owned()),
        ("Form".to_owned(), case.form_code.to_owned()),
        ("Received Date".to_owned(), facts.received.clone()),
        ("Notice Date".to_owned(), facts.noticed.clone()),
        (a_label, facts.a_number.clone()),
        (role(case).to_owned(), case.filer.listed()),
        (other.to_owned(), other_value),
    ];
    if facts.has_cell() {
        let label = rng.pick(&ACCOUNT).to_owned();
        cells.push((label, facts.account_value("")));
    } else {
        cells.push(("Mail piece no.".to_owned(), rng.digits(12)));
    }
    if case.is_petition {
        truth.fields.beneficiary = Some(who.listed());
        note_filer(case, &case.filer.listed(), &mut truth);
    } else {
        note_filer(case, &case.filer.listed(), &mut truth);
    }
    shuffle(rng, &mut cells);
    for (at, (label, value)) in cells.iter().enumerate() {
        let (row, column) = (at / 3, at % 3);
        let (left, top) = (36.0 + column as f32 * 180.0, 288.0 + row as f32 * 38.0);
        cell(
            &mut sheet,
            look,
            [left, top, left + 180.0, top + 38.0],
            label,
            value,
        );
    }
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    truth.fields.notice_type = Some(kind.to_owned());
    truth.fields.case_type = Some(case.form_code.to_owned());
    truth.fields.received_date = Some(facts.received.clone());
    truth.fields.notice_date = Some(facts.noticed.clone());
    let text = format!(
        "We have your {}, {}. Keep this mailer. {}If we need anything else from you, we will \
         write to the address on the outside of this mailer.",
        case.form_code,
        case.title.to_lowercase(),
        if facts.has_cell() {
            ""
        } else {
            "You can open an online account at my.uscis.gov at any time and add this case to it. "
        }
    );
    let y = sheet.paragraph(plain, 9.5, 36.0, 422.0, 540.0, &text) + 6.0;
    if let Some(rep) = &facts.rep {
        let line = format!(
            "A copy goes to {}, {} (representative's USCIS online account number {rep}).",
            case.attorney.0, case.attorney.1
        );
        sheet.paragraph(plain, 8.0, 36.0, y, 540.0, &line);
    }
    sheet.write(
        bold,
        8.5,
        36.0,
        540.0,
        "Questions? 800-375-5283 (TTY 800-767-1833)",
    );

    // The wallet card.
    sheet.frame([60.0, 592.0, 330.0, 742.0], 0.8);
    sheet.write(bold, 9.0, 72.0, 608.0, "KEEP THIS CARD WITH YOUR PAPERS");
    let mut lines = vec![
        ("Case", facts.receipt.clone()),
        ("A#", facts.a_number.clone()),
        ("Name", case.filer.listed()),
    ];
    if facts.has_cell() {
        lines.push((rng.pick(&ACCOUNT_SHORT), facts.account_value("")));
    }
    for (at, (label, value)) in lines.iter().enumerate() {
        let y = 628.0 + at as f32 * 16.0;
        let x = sheet.write(plain, 7.5, 72.0, y, &format!("{label}:"));
        fit(&mut sheet, data, 9.0, (x.max(160.0) + 4.0, y), 160.0, value);
    }
    coded(&mut sheet, rng, (100.0, 702.0), 20.0, &case.receipt);
    sheet.paragraph(
        plain,
        8.0,
        360.0,
        612.0,
        200.0,
        "Cut along the frame. The card is not evidence of status and cannot be used to travel or \
         to work.",
    );
    facts.note_accounts(case, &mut truth);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
