//! Letters: line printer transfer, questions and answers, a decision with footnotes.
use super::words::{
    Facts, MONO, SANS, SERIF, address, coded, date, note_filer, role, shuffle, subject,
};
use crate::case::{Case, Person, account, printed_a_number, receipt};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::Face;

/// Transfer notice from a line printer: captions with dot leaders on striped paper.
pub(super) fn line_printer_transfer(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 5);
    let family = rng.pick(&MONO);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let plain = Face::regular(family);
    let size = 9.0;
    if rng.chance(0.6) {
        for stripe in 0..12 {
            let top = 24.0 + stripe as f32 * 62.4;
            sheet.fill([20.0, top, 592.0, top + 31.2], 0.94);
        }
    }
    let mut y = 45.0;
    let line = format!(
        "RPT NTC-{}   USCIS {}",
        rng.digits(3),
        facts.office.to_uppercase()
    );
    sheet.plain(size, 40.0, y, &line);
    sheet.flush_right(plain, size, 572.0, y, "PAGE 1 OF 1");
    y += 31.2;
    let name = case.filer.name();
    y = address(
        &mut sheet,
        plain,
        size,
        (76.0, y),
        &[&name, &case.address[0], &case.address[1]],
    );
    truth.fields.addressee = Some(name);
    y += 20.0;

    let listed = case.filer.listed();
    let target = rng.pick(&[
        "NEBRASKA SERVICE CENTER",
        "NEWARK FIELD OFFICE",
        "POTOMAC SVC CTR",
    ]);
    let mut rows = vec![
        (
            rng.pick(&["RECEIPT NBR", "RECEIPT NUMBER", "RCPT NO"]),
            facts.receipt.clone(),
        ),
        (
            rng.pick(&["ALIEN REG NBR", "A-NUMBER", "A-FILE NO"]),
            facts.a_number.clone(),
        ),
        (
            rng.pick(&["NOTICE DATE", "DATE OF NOTICE"]),
            facts.noticed.clone(),
        ),
        (
            rng.pick(&["RECEIVED DATE", "DATE RECEIVED"]),
            facts.received.clone(),
        ),
        ("CASE TYPE", case.form_code.to_owned()),
        ("TRANSFERRED TO", target.to_owned()),
        ("PREPARER BATCH CTL NBR", rng.digits(12)),
    ];
    rows.push(if role(case) == "Petitioner" {
        ("PETITIONER", listed.clone())
    } else {
        ("APPLICANT", listed.clone())
    });
    if facts.has_cell() {
        let label = rng.pick(&[
            "ONLINE ACCT NBR",
            "USCIS ONLINE ACCOUNT NUMBER",
            "USCIS ACCT NUMBER (ONLINE)",
            "ELIS ACCOUNT NUMBER",
        ]);
        rows.push((label, facts.account_value("")));
    }
    if let Some(rep) = &facts.rep {
        rows.push(("ATTORNEY ONLINE ACCOUNT NUMBER", rep.clone()));
    }
    shuffle(rng, &mut rows);
    rows.insert(0, ("NOTICE TYPE", "TRANSFER NOTICE".to_owned()));
    let columns = if family == crate::typeface::Family::DejaVuSansMono {
        32
    } else {
        36
    };
    for (label, value) in &rows {
        let mut caption = (*label).to_owned();
        while caption.len() < columns {
            caption.push_str(if caption.len() % 2 == 0 { " " } else { "." });
        }
        let x = sheet.plain(size, 40.0, y, &format!("{caption}:"));
        sheet.plain(size, x + 10.0, y, value);
        y += 15.6;
    }
    truth.fields.notice_type = Some("TRANSFER NOTICE".into());
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    truth.fields.notice_date = Some(facts.noticed.clone());
    truth.fields.received_date = Some(facts.received.clone());
    truth.fields.case_type = Some(case.form_code.to_owned());
    note_filer(case, &listed, &mut truth);
    facts.note_accounts(case, &mut truth);
    y += 16.0;
    let texts = [
        "WE HAVE MOVED THE CASE NAMED ABOVE TO ANOTHER OFFICE IN ORDER TO SPEED UP PROCESSING. \
         THAT OFFICE WILL WRITE TO YOU WHEN A DECISION IS MADE OR MORE FACTS ARE NEEDED.",
        "THE BATCH CONTROL NUMBER IS FOR OUR OWN USE. DO NOT COPY IT ONTO ANY FORM.",
        "CALL 1-800-375-5283 IF YOU HAVE NOT HEARD FROM US WITHIN 120 DAYS.",
    ];
    for text in texts {
        y = sheet.paragraph(plain, size, 40.0, y, 520.0, text) + 10.0;
    }
    coded(&mut sheet, rng, (40.0, 700.0), 24.0, &case.receipt);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Welcome letter made of questions and answers.
pub(super) fn questions(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 6);
    let family = rng.pick(&SANS);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let (plain, bold) = (Face::regular(family), Face::bold(family));
    sheet.fill([0.0, 0.0, 12.0, 792.0], 0.3);
    sheet.write(bold, 16.0, 40.0, 56.0, "Your case: questions and answers");
    sheet.plain(9.0, 40.0, 72.0, "U.S. Citizenship and Immigration Services");
    sheet.flush_right(
        plain,
        9.0,
        572.0,
        72.0,
        &format!("Notice Date: {}", facts.noticed),
    );
    truth.fields.notice_date = Some(facts.noticed.clone());
    let name = case.filer.name();
    address(
        &mut sheet,
        plain,
        10.0,
        (60.0, 110.0),
        &[&name, &case.address[0], &case.address[1]],
    );
    truth.fields.addressee = Some(name.clone());

    let mut items = vec![
        (
            "What did you receive, and when?".to_owned(),
            format!(
                "Your Form {}, {}. Received Date: {}.",
                case.form_code,
                case.title.to_lowercase(),
                facts.received
            ),
        ),
        (
            "What is the receipt number of my case?".to_owned(),
            format!("{}. Use it whenever you ask about the case.", facts.receipt),
        ),
        (
            "Do you have an A-Number for me?".to_owned(),
            format!("Yes. It is {}. It stays the same for life.", facts.a_number),
        ),
    ];
    truth.fields.case_type = Some(case.form_code.to_owned());
    truth.fields.received_date = Some(facts.received.clone());
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    let code = format!("{}-{}-{}", rng.digits(4), rng.digits(4), rng.digits(4));
    let access = format!("Online Access Code: {code} (good for 90 days from the notice date).");
    let account_item = match facts.cell {
        AccountCell::Filled => (
            rng.pick(&[
                "What is my USCIS online account number?",
                "Which online account number do I write on my next form?",
                "What is the number of my USCIS account?",
            ])
            .to_owned(),
            format!(
                "{} {}. {access}",
                rng.pick(&["It is", "Yours is", "We have opened an account for you:"]),
                facts.account
            ),
        ),
        AccountCell::Blank => (
            "What is my USCIS online account number?".to_owned(),
            "____________________ (space for you to note it; the mail room does not have it). \
             It is a number of 12 digits and is not the receipt number."
                .to_owned(),
        ),
        AccountCell::Absent => (
            "Can I follow the case online?".to_owned(),
            format!("Yes, with the receipt number. {access} No online account is linked yet."),
        ),
    };
    items.push(account_item);
    if let Some(rep) = &facts.rep {
        items.push((
            "Who gets copies of what you send me?".to_owned(),
            format!(
                "{} of {}, who uses the representative's USCIS online account number {rep}.",
                case.attorney.0, case.attorney.1
            ),
        ));
    }
    let paid = super::words::fee(rng);
    truth.fields.amount = Some(paid.clone());
    items.push((
        "How did I pay?".to_owned(),
        format!(
            "With a card. Pay.gov reference {}, amount {paid}.",
            rng.digits(12)
        ),
    ));
    shuffle(rng, &mut items);
    facts.note_accounts(case, &mut truth);
    let beside = rng.chance(0.4);
    let mut y = 186.0;
    for (question, answer) in &items {
        if beside {
            let low = sheet.paragraph(bold, 10.0, 40.0, y, 180.0, question);
            let end = sheet.paragraph(plain, 10.0, 236.0, y, 330.0, answer);
            y = low.max(end) + 12.0;
            sheet.rule(40.0, 572.0, y - 14.0, 0.3);
            y += 6.0;
        } else {
            let marked = format!("Q.  {question}");
            y = sheet.paragraph(bold, 10.0, 40.0, y, 520.0, &marked) + 2.0;
            let marked = format!("A.  {answer}");
            y = sheet.paragraph(plain, 10.0, 54.0, y, 510.0, &marked) + 12.0;
        }
    }
    sheet.plain(
        9.0,
        40.0,
        700.0,
        "Call 800-375-5283 (TTY 800-767-1833) for anything else.",
    );
    coded(&mut sheet, rng, (380.0, 716.0), 24.0, &case.receipt);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Decision with a caption like a court's; other cases and persons in text and footnotes.
pub(super) fn footnoted_decision(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 7);
    let family = rng.pick(&SERIF);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let (plain, bold) = (Face::regular(family), Face::bold(family));
    sheet.centred(
        bold,
        12.0,
        306.0,
        56.0,
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    sheet.centred(plain, 10.0, 306.0, 70.0, facts.office);
    sheet.centred(bold, 13.0, 306.0, 100.0, "NOTICE OF DECISION");
    truth.fields.notice_type = Some("Notice of Decision".into());

    // The caption.
    let who = subject(case);
    let title = role(case);
    sheet.plain(10.5, 60.0, 132.0, "In the matter of:");
    sheet.plain(10.5, 76.0, 152.0, &format!("{},", case.filer.name()));
    sheet.plain(10.5, 180.0, 166.0, &format!("{title},"));
    note_filer(case, &case.filer.name(), &mut truth);
    if case.is_petition {
        sheet.plain(10.5, 76.0, 184.0, &format!("{},", who.name()));
        sheet.plain(10.5, 180.0, 198.0, "Beneficiary.");
        truth.fields.beneficiary = Some(who.name());
    }
    sheet.upright(300.0, 124.0, 210.0, 0.8);
    sheet.rule(60.0, 300.0, 210.0, 0.8);
    let a_number = if case.is_petition {
        &facts.other_a
    } else {
        &facts.a_number
    };
    let rows = [
        format!("Receipt No. {}", facts.receipt),
        format!("File No. {a_number}"),
        format!("Form {}", case.form_code),
        format!("Notice Date: {}", facts.noticed),
    ];
    for (at, row) in rows.iter().enumerate() {
        sheet.plain(10.5, 316.0, 136.0 + at as f32 * 17.0, row);
    }
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&who.a_number);
    truth.fields.case_type = Some(case.form_code.to_owned());
    truth.fields.notice_date = Some(facts.noticed.clone());

    let prior = Person::draw(rng);
    let prior_a = printed_a_number(rng, &prior.a_number);
    let prior_account = account(rng);
    let own = receipt(rng, "IOE", case.received.year);
    let mut texts = [
        format!(
            "On {} you filed Form {}. After a review of the record, the request is denied.(1)",
            facts.received, case.form_code
        ),
        format!(
            "The record shows that an earlier petition in favor of the same person was filed by \
             {} ({prior_a}), who is not a party to this case.(2) It was withdrawn before a \
             decision was made.",
            prior.name()
        ),
        format!(
            "Your other request, receipt number {own}, is not touched by this decision and stays \
             pending."
        ),
        "A motion to reopen or to reconsider must be filed on Form I-290B within thirty (30) \
         days, thirty-three (33) if this decision was mailed. 8 CFR 103.5(a)(1)(i)."
            .to_owned(),
    ];
    truth.prints_receipt(&own);
    shuffle(rng, &mut texts[1..]);
    let mut y = 240.0;
    for text in &texts {
        y = sheet.paragraph(plain, 11.0, 60.0, y, 492.0, text) + 9.0;
    }
    sheet.plain(11.0, 316.0, y + 24.0, "Director");
    sheet.plain(11.0, 316.0, y + 38.0, facts.office);

    // The footnotes.
    let owner = title.to_lowercase();
    let first = match facts.cell {
        AccountCell::Filled => {
            let words = rng.pick(&[
                "The {owner}'s USCIS online account number is {number}.",
                "USCIS online account of the {owner}: number {number}.",
                "Served through the {owner}'s USCIS account, account number {number}.",
            ]);
            words
                .replace("{owner}", &owner)
                .replace("{number}", &facts.account)
        }
        AccountCell::Blank => format!("USCIS online account number of the {owner}: ____________"),
        AccountCell::Absent => "Served by first-class mail to the address on file.".to_owned(),
    };
    let mut notes = vec![
        format!("(1) {first}"),
        format!(
            "(2) The earlier petitioner's USCIS online account number, {prior_account}, belongs to \
             that person alone and is cited for the record of {}.",
            date(facts.style, case.priority)
        ),
    ];
    if let Some(rep) = &facts.rep {
        notes.push(format!(
            "cc: {}, {}; attorney's USCIS online account number {rep}",
            case.attorney.0, case.attorney.1
        ));
    }
    facts.note_accounts(case, &mut truth);
    sheet.rule(60.0, 200.0, 640.0, 0.5);
    let mut y = 654.0;
    for note in &notes {
        y = sheet.paragraph(plain, 8.5, 60.0, y, 492.0, note) + 3.0;
    }
    sheet.centred(plain, 8.0, 306.0, 764.0, "Page 1 of 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
