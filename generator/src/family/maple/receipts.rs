//! Receipts: the fee sheet of a lockbox and the premium processing receipt with dot leaders.
use super::common::*;
use super::labels::{self, Style};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// An upper-case receipt: facts in boxes with the value at the right of its label, then fees.
pub(super) fn fee_sheet(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSansNarrow,
        Family::LiberationMono,
        Family::FreeSans,
    ]);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    sheet.bold(
        12.0,
        40.0,
        48.0,
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    sheet.plain(
        8.0,
        40.0,
        60.0,
        rng.pick(&["CHICAGO LOCKBOX", "DALLAS LOCKBOX", "ELGIN LOCKBOX"]),
    );
    sheet.flush_right(Face::bold(family), 9.0, 572.0, 48.0, "FORM I-797C");
    sheet.flush_right(Face::regular(family), 8.0, 572.0, 60.0, "NOTICE OF ACTION");
    let rows = sheet_facts(rng, case, &mut truth);
    let pitch = rng.uniform(16.0, 19.0);
    let split = rng.uniform(238.0, 262.0);
    let mut y = 76.0;
    for (label, value) in &rows {
        sheet.frame([40.0, y, 572.0, y + pitch], 0.5);
        let base = y + pitch - 5.0;
        labels::put(
            &mut sheet,
            Face::bold(family),
            8.0,
            (45.0, base),
            split - 53.0,
            label,
        );
        let room = 564.0 - split;
        labels::put(
            &mut sheet,
            Face::regular(family),
            9.5,
            (split, base),
            room,
            value,
        );
        y += pitch;
    }
    y = fee_table(&mut sheet, rng, family, y + 22.0, &mut truth);
    let mut at = y + 26.0;
    for line in addressee(case, rng.chance(0.4), &case.filer.name()) {
        labels::put(
            &mut sheet,
            Face::regular(family),
            9.0,
            (70.0, at),
            250.0,
            &line,
        );
        at += 11.5;
    }
    bar(&mut sheet, rng, (360.0, y + 18.0), 30.0, &case.receipt);
    let text = [
        "WE HAVE RECEIVED THE FORM LISTED ABOVE AND IT IS BEING PROCESSED. THE TABLE ABOVE SHOWS \
         WHAT WE COLLECTED. A CARD OR BANK STATEMENT MAY SHOW ANOTHER REFERENCE NUMBER.",
        "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT. IF YOU CREATE AN ONLINE \
         ACCOUNT AT MY.USCIS.GOV YOU CAN FOLLOW THE CASE WITH THE RECEIPT NUMBER.",
    ];
    let texts: Vec<String> = text.iter().map(|part| part.to_string()).collect();
    prose(
        &mut sheet,
        Face::regular(family),
        8.5,
        (40.0, at + 14.0),
        532.0,
        &texts,
    );
    sheet.plain(7.0, 40.0, 760.0, "FORM I-797C 04/01/19");
    let right = rng.pick(&["PLEASE KEEP THIS NOTICE", "SEE BACK FOR MORE INFORMATION"]);
    sheet.flush_right(Face::regular(family), 7.0, 572.0, 760.0, right);
    let mut sheets = vec![sheet];
    super::back::maybe(&mut sheets, rng, family, 0.4);
    Drawing { sheets, truth }
}

/// The boxes of the fee sheet.
fn sheet_facts(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let way = rng.pick(&[1, 1, 0]);
    let role = filer_role(case);
    let receipt = receipt_text(rng, truth, &case.receipt);
    let entry = |label: &str, value: String| (label.to_string(), value);
    let mut rows = vec![
        entry("NOTICE TYPE", "Receipt".into()),
        entry("CASE TYPE", format!("{} - {}", case.form_code, case.title)),
        entry(
            rng.pick(&["RECEIPT NUMBER", "RECEIPT NO.", "CASE RECEIPT NUMBER"]),
            receipt,
        ),
        entry("RECEIVED DATE", day(way, &case.received)),
        entry("NOTICE DATE", day(way, &case.noticed)),
        entry(&role.to_uppercase(), case.filer.listed()),
    ];
    if rng.chance(0.6) {
        let number = alien_text(rng, truth, &case.filer);
        rows.push(entry("USCIS ALIEN NUMBER", number));
    }
    let fate = fate(rng, case, 45, 15);
    if fate != Fate::Absent {
        let label = labels::own(rng, role, Style::Upper);
        let text = account_text(rng, case, truth, fate);
        let place = rng.pick(&[3, rows.len()]);
        rows.insert(place, (label, text));
    }
    rows.push(entry("DATE OF BIRTH", day(way, &case.filer.born)));
    if rng.chance(0.4) {
        let ssn = format!("{}-{}-{}", rng.digits(3), rng.digits(2), rng.digits(4));
        rows.push(entry("SOCIAL SECURITY NUMBER", ssn));
    }
    rows.push(entry("PAGE", "1 OF 1".into()));
    truth.fields.notice_type = Some("Receipt".into());
    truth.fields.case_type = Some(case.form_code.into());
    truth.fields.received_date = Some(day(way, &case.received));
    truth.fields.notice_date = Some(day(way, &case.noticed));
    note_people(truth, case, &case.filer.listed(), None);
    rows
}

/// A table of payments, each with a reference of twelve digits; gives its bottom.
fn fee_table(
    sheet: &mut Sheet,
    rng: &mut Rng,
    family: Family,
    top: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let columns = [44.0, 200.0, 290.0, 400.0];
    let reference = rng.pick(&[
        "PAY.GOV TRACKING ID",
        "AGENCY TRACKING ID",
        "BANK REFERENCE",
    ]);
    let heads = ["PAYMENT INFORMATION", "METHOD", reference];
    sheet.fill([40.0, top - 11.0, 572.0, top + 4.0], 0.88);
    for (x, head) in columns.iter().zip(heads) {
        sheet.bold(8.0, *x, top, head);
    }
    sheet.flush_right(Face::bold(family), 8.0, 568.0, top, "AMOUNT");
    let kinds = [
        "APPLICATION FEE",
        "BIOMETRICS FEE",
        "ASYLUM PROGRAM FEE",
        "FRAUD FEE",
        "ACWIA FEE",
    ];
    let mut total = 0;
    let mut y = top;
    for kind in kinds.iter().take(1 + rng.below(5)) {
        y += 14.0;
        let amount = 5 * rng.between(17, 260);
        total += amount;
        sheet.plain(8.5, columns[0], y, kind);
        sheet.plain(8.5, columns[1], y, rng.pick(&["CHECK", "CARD", "ACH"]));
        sheet.plain(8.5, columns[2], y, &twelve(rng));
        sheet.flush_right(
            Face::regular(family),
            8.5,
            568.0,
            y,
            &format!("${amount}.00"),
        );
        sheet.rule(40.0, 572.0, y + 4.0, 0.3);
    }
    y += 15.0;
    let text = if total >= 1000 {
        format!("${},{:03}.00", total / 1000, total % 1000)
    } else {
        format!("${total}.00")
    };
    sheet.bold(8.5, columns[0], y, "TOTAL AMOUNT RECEIVED:");
    sheet.flush_right(Face::bold(family), 8.5, 568.0, y, &text);
    sheet.plain(8.5, columns[0], y + 13.0, "TOTAL BALANCE DUE:");
    sheet.flush_right(Face::regular(family), 8.5, 568.0, y + 13.0, "$0.00");
    sheet.frame([40.0, top - 11.0, 572.0, y + 19.0], 0.8);
    truth.fields.amount = Some(text);
    y + 19.0
}

/// The receipt of the premium unit: a letter whose facts stand behind dot leaders.
pub(super) fn premium(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Times, Family::FreeSerif, Family::DejaVuSerif]);
    let mut truth = NoticeTruth {
        form: "I-797".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let office = rng.pick(&OFFICES);
    let bold = Face::bold(family);
    sheet.centred(bold, 13.0, 306.0, 52.0, "PREMIUM PROCESSING RECEIPT");
    let unit = format!("{} - Premium Processing Unit", office.name);
    sheet.centred(Face::regular(family), 9.5, 306.0, 66.0, &unit);
    let line = format!("{}, {}", office.street, office.city);
    sheet.centred(Face::regular(family), 8.5, 306.0, 78.0, &line);
    sheet.rule(72.0, 540.0, 86.0, 1.0);
    let employer = company(rng);
    let mut y = 116.0;
    for part in addressee(case, rng.chance(0.8), &employer) {
        labels::put(
            &mut sheet,
            Face::regular(family),
            10.0,
            (72.0, y),
            300.0,
            &part,
        );
        y += 12.5;
    }
    let rows = premium_facts(rng, case, &employer, &mut truth);
    let stop = rng.uniform(305.0, 335.0);
    y += 20.0;
    for (label, value) in &rows {
        let size = fit(Face::regular(family), 10.0, label, stop - 100.0);
        let end = sheet.plain(size, 72.0, y, label);
        leaders(&mut sheet, family, end + 3.0, stop, y);
        labels::put(&mut sheet, bold, 10.0, (stop + 8.0, y), 532.0 - stop, value);
        y += 17.0;
    }
    let texts = premium_text(rng);
    y = prose(
        &mut sheet,
        Face::regular(family),
        10.0,
        (72.0, y + 12.0),
        468.0,
        &texts,
    );
    bar(&mut sheet, rng, (72.0, y + 8.0), 26.0, &case.receipt);
    sheet.plain(7.5, 72.0, 752.0, "Form I-797 (Notice of Action)");
    sheet.flush_right(Face::regular(family), 7.5, 540.0, 752.0, "Page 1 of 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Dots from one place to another, on a grid so that they stand below one another.
fn leaders(sheet: &mut Sheet, family: Family, from: f32, to: f32, y: f32) {
    let mut x = (from / 5.0).ceil() * 5.0;
    while x < to {
        sheet.write(Face::regular(family), 9.0, x, y, ".");
        x += 5.0;
    }
}

/// The lines with leaders.
fn premium_facts(
    rng: &mut Rng,
    case: &Case,
    employer: &str,
    truth: &mut NoticeTruth,
) -> Vec<(String, String)> {
    let way = rng.below(3);
    let receipt = receipt_text(rng, truth, &case.receipt);
    let older = case::receipt(rng, "WAC", case.received.year);
    truth.prints_receipt(&older);
    let amount = rng.pick(&["$1,225.00", "$2,500.00", "$2,805.00", "$1,440.00"]);
    let entry = |label: &str, value: &str| (label.to_string(), value.to_string());
    let mut rows = vec![
        entry("Receipt number", &receipt),
        entry("Form", "I-907, REQUEST FOR PREMIUM PROCESSING"),
        entry("Date received", &day(way, &case.received)),
        entry("Date of this notice", &day(way, &case.noticed)),
        entry("Petitioner", employer),
        entry("Beneficiary", &case.beneficiary.listed()),
        entry("Receipt number of the underlying petition", &older),
        entry("Amount received", amount),
    ];
    let fate = fate(rng, case, 45, 15);
    if fate != Fate::Absent {
        let label = labels::own(rng, "Petitioner", Style::Title);
        let text = account_text(rng, case, truth, fate);
        rows.insert(rng.pick(&[1, 5, 8]), (label, text));
    }
    for _ in 0..rng.below(3) {
        let label = labels::decoy(rng, Style::Title);
        if !rows.iter().any(|row| row.0 == label) {
            rows.push((label, twelve(rng)));
        }
    }
    if rng.chance(0.4) {
        rows.push(entry(
            "Fax for evidence",
            &format!("802-288-{} ext. 012", rng.digits(4)),
        ));
    }
    truth.fields.notice_type = Some("PREMIUM PROCESSING RECEIPT".into());
    truth.fields.case_type = Some("I-907".into());
    truth.fields.received_date = Some(day(way, &case.received));
    truth.fields.notice_date = Some(day(way, &case.noticed));
    truth.fields.petitioner = Some(employer.into());
    truth.fields.beneficiary = Some(case.beneficiary.listed());
    truth.fields.amount = Some(amount.into());
    rows
}

/// What the premium unit says.
fn premium_text(rng: &mut Rng) -> Vec<String> {
    let mut texts = vec![
        "We received your request for premium processing. Within the premium period we will \
         approve or deny the petition, ask for evidence, or open an inquiry. The period begins \
         on the day on which the request was properly received."
            .to_string(),
    ];
    if rng.chance(0.5) {
        texts.push(format!(
            "Questions on the courier packet: give the airbill number to the courier and not to \
             USCIS. Airbill numbers have 12 digits, for example {}. They say nothing on your case.",
            twelve(rng)
        ));
    }
    if rng.chance(0.5) {
        texts.push(
            "The attorney of record may write to the mailbox of this unit. The subject line \
             should be the receipt number. Do not send the number of an online account by email."
                .to_string(),
        );
    }
    texts
}
