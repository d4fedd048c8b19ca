//! A typewritten request for evidence: memorandum head, check list, cover sheet to send back.
use super::kit::*;
use super::prose::{self, Body};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const OWN: &[&str] = &[
    "YOUR USCIS ONLINE ACCT NO",
    "YOUR ONLINE ACCOUNT",
    "{R} ONLINE ACCT",
    "USCIS ACCT ({R})",
    "ONLINE ACCT, {R}",
];

const SENTENCES: &[&str] = &[
    "The form was filed under your USCIS online account, number #, and the request can also be \
     answered there.",
    "You may upload the evidence after you sign in to your USCIS online account (account number \
     #).",
    "Our records show # as your USCIS online account number. Please copy it onto any form that \
     you send with the answer.",
    "Your own USCIS online account number is #. It is not the receipt number.",
];

const ITEMS: &[&str] = &[
    "COPY OF BIRTH CERTIFICATE WITH CERTIFIED TRANSLATION",
    "TWO PASSPORT-STYLE PHOTOGRAPHS TAKEN WITHIN 30 DAYS",
    "FORM I-864 WITH FEDERAL TAX TRANSCRIPT, MOST RECENT YEAR",
    "FORM I-693 IN SEALED ENVELOPE FROM CIVIL SURGEON",
    "COPY OF FORM I-94, FRONT AND BACK",
    "MARRIAGE CERTIFICATE AND PROOF OF END OF PRIOR MARRIAGES",
    "CERTIFIED COURT DISPOSITION FOR EACH ARREST",
    "EVIDENCE OF MAINTENANCE OF STATUS",
    "COPY OF PASSPORT, BIOGRAPHIC PAGE",
    "LETTER FROM EMPLOYER ON COMPANY LETTERHEAD",
    "PROOF OF COMMON RESIDENCE",
    "SIGNED FORM G-28, ORIGINAL",
];

/// One line of the memorandum's head: label in capitals, colon, value at the tab.
fn entry(sheet: &mut Sheet, faces: [Face; 2], y: &mut f32, tab: f32, label: &str, value: &str) {
    let label = format!("{label}:");
    if tab > 236.0 {
        sheet.flush_right(faces[1], 10.0, tab - 10.0, *y, &label);
    } else {
        sheet.write(faces[1], 10.0, 60.0, *y, &label);
    }
    fitted(sheet, faces[0], 10.0, [tab, *y, 552.0 - tab], value);
    *y += 14.0;
}

/// The head and the number lines; returns the next baseline.
fn head(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    family: Family,
    own_line: Option<(String, String)>,
) -> f32 {
    let faces = [Face::regular(family), Face::bold(family)];
    let place = office(rng);
    sheet.write(
        faces[1],
        10.0,
        60.0,
        50.0,
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    sheet.write(
        faces[0],
        10.0,
        60.0,
        63.0,
        &format!("{}, {}", place[0], place[2]),
    );
    let style = rng.pick(&[1, 2, 3]);
    let noticed = date_text(&case.noticed, style);
    truth.fields.notice_date = some(&noticed);
    let mut y = 92.0;
    let tab = rng.pick(&[224.0, 230.0, 240.0]);
    let receipt = receipt_text(rng, case, truth);
    let subject = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    let a_number = a_text(rng, &subject.a_number, truth);
    let filer = case.filer.name();
    let beneficiary = case.beneficiary.name();
    note_people(truth, case, &filer, Some(&beneficiary));
    truth.fields.case_type = some(case.form_code);
    entry(sheet, faces, &mut y, tab, "DATE", &noticed);
    let to = format!("{filer}, {}, {}", case.address[0], case.address[1]);
    entry(sheet, faces, &mut y, tab, "TO", &to);
    entry(
        sheet,
        faces,
        &mut y,
        tab,
        "FORM",
        &format!("{} {}", case.form_code, case.title),
    );
    entry(
        sheet,
        faces,
        &mut y,
        tab,
        rng.pick(&["RECEIPT", "RE RECEIPT NO", "OUR REF"]),
        &receipt,
    );
    if let Some((label, value)) = &own_line {
        entry(sheet, faces, &mut y, tab, label, value);
    }
    entry(sheet, faces, &mut y, tab, role(case), &filer);
    if case.is_petition {
        entry(sheet, faces, &mut y, tab, "BENEFICIARY", &beneficiary);
    }
    entry(
        sheet,
        faces,
        &mut y,
        tab,
        rng.pick(&["A-FILE", "FILE NO", "ALIEN NO"]),
        &a_number,
    );
    if rng.chance(0.4) {
        let year = case.noticed.year - 3;
        let other = format!(
            "{}{year}{}",
            rng.pick(&["GUZ", "MNL", "BMB"]),
            rng.digits(6)
        );
        entry(sheet, faces, &mut y, tab, "NVC CASE", &other);
    }
    sheet.rule(60.0, 552.0, y - 4.0, 0.8);
    y + 16.0
}

/// Pages two and three: the check list, and the cover sheet with the bars.
fn list_page(rng: &mut Rng, case: &Case, family: Family, page: &str) -> Sheet {
    let face = Face::regular(family);
    let mut sheet = Sheet::letter(family);
    sheet.write(face, 9.0, 60.0, 46.0, &case.receipt);
    sheet.flush_right(face, 9.0, 552.0, 46.0, page);
    sheet.write(
        Face::bold(family),
        10.0,
        60.0,
        76.0,
        "EVIDENCE CHECK LIST (ITEMS MARKED X)",
    );
    let mut y = 98.0;
    let first = rng.below(5);
    for (place, item) in ITEMS.iter().enumerate().skip(first) {
        let ticked = (place + first) % 3 != 1;
        tick(&mut sheet, face, 60.0, y, ticked);
        sheet.write(
            face,
            9.5,
            76.0,
            y,
            &format!("{:>2}  {item}", place + 1 - first),
        );
        y += 18.0;
    }
    sheet.paragraph(
        face,
        9.5,
        60.0,
        y + 14.0,
        492.0,
        "SEND ALL ITEMS AT ONE TIME. A PARTIAL ANSWER WILL BE TAKEN AS A REQUEST FOR A DECISION \
         ON THE RECORD. DO NOT SEND ORIGINALS UNLESS ASKED.",
    );
    sheet
}

/// The cover sheet to lay on top of the answer.
fn cover(rng: &mut Rng, case: &Case, family: Family, page: &str, due: &str) -> Sheet {
    let face = Face::regular(family);
    let bold = Face::bold(family);
    let mut sheet = Sheet::letter(family);
    sheet.flush_right(face, 9.0, 552.0, 46.0, page);
    sheet.frame([54.0, 60.0, 558.0, 330.0], 2.0);
    sheet.centred(bold, 15.0, 306.0, 90.0, "RFE RESPONSE - PLACE ON TOP");
    bars(
        &mut sheet,
        case,
        Symbology::Code39,
        [213.0, 110.0],
        1.05,
        40.0,
    );
    sheet.centred(face, 11.0, 306.0, 166.0, &case.receipt);
    sheet.write(face, 10.0, 70.0, 200.0, &format!("FORM {}", case.form_code));
    sheet.write(face, 10.0, 70.0, 216.0, &format!("DUE  {due}"));
    let courier = format!("RETURN AIRBILL NO. {}", rng.digits(12));
    if rng.chance(0.6) {
        sheet.write(face, 10.0, 70.0, 232.0, &courier);
    }
    sheet.write(face, 10.0, 70.0, 260.0, "SIGNATURE");
    sheet.rule(140.0, 360.0, 262.0, 0.6);
    sheet.write(face, 10.0, 380.0, 260.0, "DATE");
    sheet.rule(412.0, 545.0, 262.0, 0.6);
    sheet.write(face, 8.0, 70.0, 300.0, "DAYTIME TEL (      )");
    sheet.rule(180.0, 360.0, 302.0, 0.6);
    sheet
}

/// Draws the request for evidence.
pub(super) fn memo(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Courier, Family::LiberationMono, Family::FreeMono]);
    let form = if rng.chance(0.6) { "I-797E" } else { "" };
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    let own = own(rng, case);
    let in_text = own == Own::Filled && rng.chance(0.5);
    let value = own_value(rng, case, &mut truth, own);
    let own_line =
        (own != Own::Nothing && !in_text).then(|| (worded(rng, OWN, case), value.clone()));
    let mut sheet = Sheet::letter(family);
    let mut y = head(&mut sheet, rng, case, &mut truth, family, own_line);
    let face = Face::regular(family);
    let bold = Face::bold(family);
    let kind = rng.pick(&["REQUEST FOR EVIDENCE", "REQUEST FOR ADDITIONAL EVIDENCE"]);
    truth.fields.notice_type = some(kind);
    sheet.write(bold, 12.0, 60.0, y, kind);
    y += 20.0;
    let days = rng.pick(&[30, 84, 87]);
    let due = date_text(&case.noticed.later(0, days), 1);
    truth.fields.response_due = some(&due);
    let mut parts = vec![
        "The documentation you submitted is not enough to support a decision. Send the items \
         marked on the list that follows."
            .to_string(),
        format!("YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY {due}."),
    ];
    if in_text {
        let sentence = rng.pick(SENTENCES).replace('#', &value);
        parts.insert(rng.below(3), sentence);
    } else if rng.chance(0.7) {
        parts.push(talk(rng).to_string());
    }
    parts.push(
        "If we do not receive the evidence by that date, the case may be denied as abandoned \
                under 8 CFR 103.2(b)(13). This letter does not extend any authorized stay."
            .into(),
    );
    for part in parts {
        y = sheet.paragraph(face, 9.8, 60.0, y, 492.0, &part) + 8.0;
    }
    let body = Body {
        face,
        size: 9.4,
        left: 60.0,
        measure: 492.0,
        capitals: rng.chance(0.3),
    };
    y = prose::general(&mut sheet, rng, &body, y + 4.0, 690.0);
    sheet.write(
        face,
        9.8,
        60.0,
        y + 16.0,
        rng.pick(&["ADJ. OFFICER 0412", "OFFICER XM1183"]),
    );
    if !form.is_empty() {
        sheet.write(face, 8.0, 60.0, 750.0, "FORM I-797E, NOTICE OF ACTION");
    }
    let pages = rng.pick(&[1, 2, 3, 3]);
    sheet.flush_right(face, 8.0, 552.0, 750.0, &format!("PAGE 1 OF {pages}"));
    let mut sheets = vec![sheet];
    if pages > 1 {
        sheets.push(list_page(rng, case, family, &format!("PAGE 2 OF {pages}")));
    }
    if pages > 2 {
        sheets.push(cover(rng, case, family, "PAGE 3 OF 3", &due));
    }
    Drawing { sheets, truth }
}
