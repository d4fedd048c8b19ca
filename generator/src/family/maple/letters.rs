//! Letters to an employer: the request for evidence and the notice of intent to revoke.
use super::common::*;
use super::labels::{self, Style};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A request for evidence: letterhead in three columns, two or three pages of prose.
pub(super) fn evidence(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Times, Family::LiberationSerif, Family::Helvetica]);
    let mut truth = NoticeTruth {
        form: "I-797E".into(),
        ..Default::default()
    };
    let employer = company(rng);
    let mut first = Sheet::letter(family);
    let fate = fate(rng, case, 45, 12);
    let told = fate == Fate::Shown && rng.chance(0.45);
    let bottom = letterhead(&mut first, rng, case, &employer, fate, told, &mut truth);
    let face = Face::regular(family);
    let mut opening = vec![
        "This office is unable to complete the processing of your petition without further \
         information. Please read this letter and send everything asked for, at one time."
            .to_string(),
    ];
    if told {
        let number = account_text(rng, case, &mut truth, fate);
        opening.push(match rng.below(3) {
            0 => format!(
                "A copy of this letter was placed in the petitioner's USCIS online account, \
                 number {number}, on the day on which it was mailed."
            ),
            1 => format!(
                "Your petition is linked to your USCIS online account (account number {number}). \
                 You may upload your answer there."
            ),
            _ => format!(
                "You may answer through your own online account. Your USCIS Online Account Number \
                 is {number}. Keep it with your records."
            ),
        });
    } else if fate == Fate::Absent && rng.chance(0.6) {
        opening.push(account_talk(rng));
    }
    opening.extend(evidence_body(rng, 6));
    let y = prose(&mut first, face, 10.5, (60.0, bottom), 492.0, &opening);
    bar(&mut first, rng, (60.0, y + 2.0), 24.0, &case.receipt);
    let pages = 2 + rng.below(2);
    foot(&mut first, family, case, 1, pages);
    let mut sheets = vec![first];
    for page in 2..=pages {
        let mut sheet = Sheet::letter(family);
        let head = format!("{}  /  {employer}", case.receipt);
        sheet.write(Face::italic(family), 9.0, 60.0, 46.0, &head);
        sheet.flush_right(face, 9.0, 552.0, 46.0, &format!("Page {page}"));
        sheet.rule(60.0, 552.0, 51.0, 0.5);
        let mut texts = evidence_body(rng, 9);
        if page == pages {
            texts.push(closing(rng));
        }
        prose(&mut sheet, face, 10.5, (60.0, 74.0), 492.0, &texts);
        foot(&mut sheet, family, case, page, pages);
        sheets.push(sheet);
    }
    Drawing { sheets, truth }
}

/// Three columns: date and addressee, case, answer; gives the first baseline of the prose.
fn letterhead(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    employer: &str,
    fate: Fate,
    told: bool,
    truth: &mut NoticeTruth,
) -> f32 {
    let office = rng.pick(&OFFICES);
    sheet.flush_right(
        sheet_bold(sheet),
        10.5,
        552.0,
        44.0,
        "U.S. Department of Homeland Security",
    );
    let line = format!("{}, {}, {}", office.name, office.street, office.city);
    sheet.flush_right(sheet_plain(sheet), 8.0, 552.0, 56.0, &line);
    sheet.centred(sheet_bold(sheet), 14.0, 306.0, 88.0, "REQUEST FOR EVIDENCE");
    sheet.rule(60.0, 552.0, 96.0, 0.8);
    let face = sheet_plain(sheet);
    let date = case.noticed.long();
    sheet.write(face, 10.0, 60.0, 112.0, &date);
    let mut y = 132.0;
    for part in addressee(case, rng.chance(0.75), employer) {
        labels::put(sheet, face, 9.0, (60.0, y), 160.0, &part);
        y += 11.5;
    }
    let due = case.noticed.later(rng.pick(&[1, 2]), rng.between(18, 26));
    let facts = evidence_facts(rng, case, employer, fate, told, truth);
    let mut low = 110.0;
    for (label, value) in &facts {
        labels::put(sheet, sheet_bold(sheet), 7.5, (232.0, low), 184.0, label);
        labels::put(sheet, face, 9.5, (232.0, low + 11.0), 184.0, value);
        low += 26.0;
    }
    sheet.upright(225.0, 102.0, low.max(200.0) - 8.0, 0.4);
    sheet.frame([424.0, 103.0, 552.0, 186.0], 1.0);
    sheet.write(
        sheet_bold(sheet),
        8.5,
        430.0,
        116.0,
        "YOUR RESPONSE MUST BE",
    );
    sheet.write(sheet_bold(sheet), 8.5, 430.0, 127.0, "RECEIVED BY");
    sheet.write(sheet_bold(sheet), 11.0, 430.0, 144.0, &due.long());
    sheet.write(face, 8.0, 430.0, 162.0, "at the address on the last page.");
    sheet.write(face, 8.0, 430.0, 173.0, "No more time can be given.");
    truth.fields.response_due = Some(due.long());
    truth.fields.notice_date = Some(date);
    truth.fields.notice_type = Some("REQUEST FOR EVIDENCE".into());
    low.max(y) + 14.0
}

/// The middle column of the letterhead.
fn evidence_facts(
    rng: &mut Rng,
    case: &Case,
    employer: &str,
    fate: Fate,
    told: bool,
    truth: &mut NoticeTruth,
) -> Vec<(String, String)> {
    let receipt = receipt_text(rng, truth, &case.receipt);
    let (code, title) = rng.pick(&[
        ("I-129", "Petition for a Nonimmigrant Worker"),
        ("I-140", "Immigrant Petition for Alien Workers"),
    ]);
    let entry = |label: &str, value: String| (label.to_string(), value);
    let mut facts = vec![
        entry(
            rng.pick(&["RECEIPT NUMBER", "RE: RECEIPT #", "Case Receipt"]),
            receipt,
        ),
        entry("FORM TYPE", format!("{code}, {title}")),
        entry("PETITIONER", employer.to_string()),
        entry("BENEFICIARY", case.beneficiary.listed()),
    ];
    if !told && fate != Fate::Absent {
        let label = labels::own(rng, "Petitioner", Style::Upper);
        let text = account_text(rng, case, truth, fate);
        facts.insert(rng.pick(&[1, 3, 4]), (label, text));
    }
    if rng.chance(0.5) {
        let number = alien_text(rng, truth, &case.beneficiary);
        facts.push(entry("A-FILE OF BENEFICIARY", number));
    }
    if rng.chance(0.35) && accounts_exist(case) {
        let number = twelve(rng);
        truth.prints_representative_account(&number);
        facts.push((labels::attorney(rng, Style::Upper), number));
    }
    truth.fields.case_type = Some(code.into());
    truth.fields.petitioner = Some(employer.into());
    truth.fields.beneficiary = Some(case.beneficiary.listed());
    facts
}

/// A sentence on account numbers that gives none, or only an example.
fn account_talk(rng: &mut Rng) -> String {
    match rng.below(3) {
        0 => "If the petitioner has a USCIS online account, write its 12-digit account number \
              at the top of each page of your answer (for example: 000012345678)."
            .to_string(),
        1 => "Do not write a USCIS Online Account Number in place of the receipt number.".into(),
        _ => format!(
            "A USCIS online account number looks like {}; this is an example and not the number \
             of any account. We have no account of yours on file.",
            rng.pick(&["012345678901", "0123-4567-8901", "123456789012"])
        ),
    }
}

/// Paragraphs that ask for this and that.
fn evidence_body(rng: &mut Rng, count: usize) -> Vec<String> {
    let asks = [
        "Specialty occupation. Submit a detailed statement of the duties, the share of time for \
         each duty, and the education that the position normally requires in the industry. You \
         may add letters from similar employers, job postings, and an opinion of an expert who \
         explains on what facts the opinion rests.",
        "Employer and employee. Submit contracts, work orders or letters of end clients that \
         show who will supervise the beneficiary, and where the work will be done. A letter of a \
         vendor alone is not enough where another firm stands between the vendor and the client.",
        "Ability to pay. Submit annual reports, federal tax returns or audited financial \
         statements from the priority date until now. See 8 CFR 204.5(g)(2). A petitioner with \
         one hundred workers or more may submit a statement of a financial officer instead.",
        "Maintenance of status. Submit copies of the beneficiary's pay records and Forms W-2 for \
         the last two years. Black out bank account numbers before you copy them. Explain any \
         month for which there is no record of pay.",
        "Qualifications. Submit an evaluation of foreign degrees by a reliable service, with the \
         diplomas and the transcripts on which it rests. If experience is to count in place of \
         education, submit letters of former employers with dates, duties and hours.",
        "Labor condition application. The application must be certified for the place of work \
         and for a period that covers the dates asked for in the petition. A certificate that \
         was issued after the petition was filed cannot cure the defect.",
        "Signature. The Form G-28 bears a signature that we cannot attribute to the petitioner. \
         Submit a new Form G-28 signed by the petitioner and by the attorney. Until then this \
         office writes to the petitioner alone.",
        "Itinerary. If the beneficiary will work in more than one place, submit the dates and \
         the places, with the name and the telephone number of a person at each of them.",
        "Translations. Every document in another language needs a full English translation and \
         the translator's certificate that it is complete and that the translator is competent.",
    ];
    let start = rng.below(asks.len());
    (0..count)
        .map(|step| asks[(start + step) % asks.len()].to_string())
        .collect()
}

/// Where to send the answer, with a parcel number that is nobody's account.
fn closing(rng: &mut Rng) -> String {
    let office = rng.pick(&OFFICES);
    format!(
        "Place this letter on top of your answer. Send it to: USCIS, {}, {}, {}. A prepaid label \
         is enclosed (tracking number {}). Officer {}.",
        office.name,
        office.street,
        office.city,
        twelve(rng),
        rng.digits(4)
    )
}

/// The foot of each page.
fn foot(sheet: &mut Sheet, family: Family, case: &Case, page: usize, pages: usize) {
    let face = Face::regular(family);
    sheet.write(face, 7.5, 60.0, 758.0, "Form I-797E (Rev. 01/10/20)");
    sheet.centred(face, 7.5, 306.0, 758.0, &case.receipt);
    sheet.flush_right(face, 7.5, 552.0, 758.0, &format!("{page} of {pages}"));
}

/// The bold face of a letter.
fn sheet_bold(_sheet: &Sheet) -> Face {
    Face::bold(Family::Helvetica)
}

/// The plain face of a letterhead.
fn sheet_plain(_sheet: &Sheet) -> Face {
    Face::regular(Family::Helvetica)
}

/// A notice of intent to revoke: a table of the parties with prior petitioner and attorney.
pub(super) fn intent(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::LiberationSans, Family::Times, Family::DejaVuSans]);
    let mut truth = NoticeTruth::default();
    let employer = company(rng);
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    let bold = Face::bold(family);
    let office = rng.pick(&OFFICES);
    sheet.write(
        bold,
        11.0,
        60.0,
        48.0,
        "U.S. Citizenship and Immigration Services",
    );
    lines(
        &mut sheet,
        face,
        8.5,
        (60.0, 60.0),
        &[office.name, office.street, office.city],
    );
    sheet.flush_right(face, 10.0, 552.0, 48.0, &case.noticed.long());
    let title = rng.pick(&["NOTICE OF INTENT TO REVOKE", "Notice of Intent to Revoke"]);
    sheet.centred(bold, 13.0, 306.0, 112.0, title);
    let receipt = receipt_text(rng, &mut truth, &case.receipt);
    sheet.write(bold, 10.0, 60.0, 134.0, &format!("RE:  {receipt}"));
    let form = "I-140, Immigrant Petition for Alien Workers";
    sheet.write(face, 10.0, 60.0, 147.0, &format!("Form:  {form}"));
    truth.fields.notice_type = Some(title.into());
    truth.fields.case_type = Some("I-140".into());
    truth.fields.notice_date = Some(case.noticed.long());
    truth.fields.petitioner = Some(employer.clone());
    truth.fields.beneficiary = Some(case.beneficiary.listed());
    let prior = loop {
        let name = company(rng);
        if name != employer {
            break name;
        }
    };
    let number = twelve(rng);
    let names = (employer.as_str(), prior.as_str(), number.as_str());
    let y = super::parties::table(&mut sheet, rng, case, family, names, &mut truth);
    let texts = intent_text(rng, case, (&prior, &number), &mut truth);
    prose(&mut sheet, face, 9.5, (60.0, y + 24.0), 492.0, &texts);
    sheet.flush_right(face, 8.0, 552.0, 756.0, "Page 1 of 2");
    let mut second = Sheet::letter(family);
    second.write(
        face,
        8.5,
        60.0,
        48.0,
        &format!("{}  (continued)", case.receipt),
    );
    let mut more = evidence_body(rng, 8);
    let due = case.noticed.later(1, 3).long();
    more.push(format!(
        "Your answer must reach this office no later than {due}. If none is received by then, the \
         approval will be revoked on the grounds given above."
    ));
    truth.fields.response_due = Some(due);
    let y = prose(&mut second, face, 9.5, (60.0, 72.0), 492.0, &more);
    second.write(face, 9.5, 60.0, y + 20.0, "Sincerely,");
    second.write(face, 9.5, 60.0, y + 62.0, "Director");
    second.write(
        face,
        8.5,
        60.0,
        y + 90.0,
        &format!("cc: {}", case.attorney.0),
    );
    second.flush_right(face, 8.0, 552.0, 756.0, "Page 2 of 2");
    Drawing {
        sheets: vec![sheet, second],
        truth,
    }
}

/// The reasons of the intended revocation.
fn intent_text(
    rng: &mut Rng,
    case: &Case,
    (prior, number): (&str, &str),
    truth: &mut NoticeTruth,
) -> Vec<String> {
    let older = case::receipt(rng, "LIN", case.priority.year);
    truth.prints_receipt(&older);
    let mut texts = vec![
        "Dear Sir or Madam:".to_string(),
        format!(
            "Your petition was approved. Our records show that an earlier petition for the same \
             beneficiary was filed by {prior} under receipt number {older} and was withdrawn."
        ),
    ];
    if rng.chance(0.6) && accounts_exist(case) {
        texts.push(format!(
            "The withdrawal was sent through the USCIS online account of {prior}, account number \
             {number}, to which you have no access. That number belongs to {prior} only and must \
             not be used on your forms."
        ));
    }
    texts.extend(evidence_body(rng, 6));
    texts
}
