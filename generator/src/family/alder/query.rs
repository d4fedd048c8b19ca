//! "query": a letter that asks for evidence or says that a denial is meant.
use super::desk::{Desk, note};
use super::kit::{self, pair, tick};
use super::{prose, words};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the letter.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let families = [
        Family::Times,
        Family::LiberationSerif,
        Family::LiberationSans,
        Family::Courier,
    ];
    let ask = rng.chance(0.7);
    let form = if ask { "I-797E" } else { "" };
    let mut desk = Desk::open(rng, case, form, &families, (46, 10));
    desk.dates(&[1]);
    let noticed = desk.noticed();
    let due = if ask { desk.rng.between(60, 84) } else { 30 };
    let due = desk.date(&desk.case.noticed.later(0, due));
    desk.truth.fields.response_due = Some(due.clone());
    let mut sheet = desk.sheet();
    let y = head(&mut desk, &mut sheet, (ask, &noticed));
    let y = about(&mut desk, &mut sheet, y);
    let y = opening(&mut desk, &mut sheet, y, (ask, &due));
    let last = 2 + desk.rng.below(2);
    running(&mut desk, &mut sheet, (1, last), form);
    let at = [400.0, 726.0, 0.8, 18.0];
    if y < 715.0 {
        kit::bars(&mut sheet, Symbology::Code128, at, &desk.case.receipt);
    }
    let mut sheets = vec![sheet, evidence(&mut desk, last, form)];
    if last == 3 {
        sheets.push(cover(&mut desk, &due, form));
    }
    Drawing {
        sheets,
        truth: desk.truth,
    }
}

/// Letterhead, title, date line and addressee; returns the next baseline.
fn head(desk: &mut Desk, sheet: &mut Sheet, with: (bool, &str)) -> f32 {
    let hand = desk.hand;
    let office = desk.rng.pick(&words::OFFICES);
    let case = desk.case;
    let title = if with.0 {
        desk.pick(&[
            "REQUEST FOR EVIDENCE",
            "Request for Evidence",
            "Request for Evidence (Form I-797E)",
        ])
    } else {
        desk.pick(&["NOTICE OF INTENT TO DENY", "Notice of Intent to Deny"])
    };
    let kind = title.strip_suffix(" (Form I-797E)").unwrap_or(title);
    note(&mut desk.truth.fields.notice_type, kind);
    let middle = desk.percent(40);
    if middle {
        hand.bold(9.4).centre(sheet, 306.0, 44.0, words::AGENCY[0]);
        hand.plain(9.4).centre(sheet, 306.0, 56.0, words::AGENCY[1]);
        hand.plain(9.4)
            .centre(sheet, 306.0, 68.0, &office.join(", "));
    } else {
        hand.plain(8.8).stack(sheet, 376.0, 44.0, &words::AGENCY);
        hand.plain(8.8).stack(sheet, 376.0, 66.0, &office);
        let pen = hand.bold(17.0);
        sheet.write_shaded(pen.face, pen.size, 66.0, 62.0, "USCIS", 0.25);
    }
    hand.plain(10.0).at(sheet, 66.0, 118.0, with.1);
    let mut lines = vec![case.filer.name()];
    if desk.percent(50) {
        lines.push(format!("c/o {}", case.attorney.0));
        lines.push(case.attorney.1.clone());
    }
    lines.extend(case.address.iter().cloned());
    let y = hand.plain(10.0).stack(sheet, 66.0, 142.0, &lines);
    hand.bold(13.0).centre(sheet, 306.0, y + 18.0, title);
    y + 38.0
}

/// The RE block, labels left and values in a column; returns the next baseline.
fn about(desk: &mut Desk, sheet: &mut Sheet, y: f32) -> f32 {
    let hand = desk.hand;
    let paper = desk.rng.pick(&words::APPLICATIONS);
    desk.truth.fields.case_type = Some(paper.code.into());
    let filer = desk.case.filer.clone();
    let receipt = desk.receipt();
    let who = desk.pick(&["A-File:", "File Number:", "A-Number:"]);
    let mut rows = vec![("RE:", format!("Form {}", paper.comma()))];
    rows.push((
        "Applicant:",
        note(&mut desk.truth.fields.applicant, &filer.listed()),
    ));
    rows.push((who, desk.alien(&filer)));
    rows.push((
        desk.pick(&["Receipt Number:", "Receipt #:", "Receipt:"]),
        receipt,
    ));
    if desk.percent(40) {
        rows.push(("Received:", desk.received()));
    }
    let label = words::own(desk, false);
    let label = format!("{label}:");
    let spoken = desk.own.as_ref().is_some_and(|own| !own.is_empty()) && desk.percent(30);
    if let Some(own) = desk.own.clone().filter(|_| !spoken) {
        rows.push((label.as_str(), own));
    }
    let size = if matches!(desk.family, Family::Courier) {
        8.4
    } else {
        10.0
    };
    let mut y = y;
    let widest = rows
        .iter()
        .map(|row| hand.bold(size).width(row.0))
        .fold(60.0, f32::max);
    for (label, value) in rows {
        hand.bold(size).at(sheet, 66.0, y, label);
        y = hand
            .plain(size)
            .block(sheet, 78.0 + widest, y, 468.0 - widest, &value)
            + 2.0;
    }
    if let Some(own) = desk.own.clone().filter(|_| spoken) {
        let text = desk.pick(&[
            "The number of your USCIS online account is",
            "Our record shows that this case is in your own USCIS online account, number",
            "Your USCIS Online Account Number is",
        ]);
        let text = format!("{text} {}.", own.replace(' ', "-"));
        y = hand.plain(size).block(sheet, 66.0, y + 6.0, 480.0, &text);
    }
    y + 10.0
}

/// The opening with the due date; returns the next baseline.
fn opening(desk: &mut Desk, sheet: &mut Sheet, y: f32, with: (bool, &str)) -> f32 {
    let hand = desk.hand;
    let size = if matches!(desk.family, Family::Courier) {
        8.6
    } else {
        10.2
    };
    let due = with.1;
    let first = if with.0 {
        "We are working on the form named above. The papers that you sent do not yet show that \
         you are eligible. Please send what is listed on the next page."
    } else {
        "The agency means to deny the form named above for the reasons on the next page. Before \
         a decision is made you may answer and send evidence against it."
    };
    let y = hand
        .plain(size)
        .flow(sheet, 66.0, y, 480.0, &[first.to_string()]);
    let y = match desk.rng.below(3) {
        0 => {
            sheet.frame([66.0, y - 2.0, 546.0, y + 34.0], 0.9);
            let text = "YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY:";
            hand.bold(9.4)
                .fitted(320.0, text)
                .at(sheet, 76.0, y + 20.0, text);
            hand.bold(11.0).right(sheet, 538.0, y + 20.0, due);
            y + 52.0
        }
        1 => {
            let pens = (hand.bold(size), hand.bold(size));
            pair(sheet, pens, 66.0, y + 6.0, ("Response Due:", due));
            y + 26.0
        }
        _ => {
            let text = format!(
                "Submit all of it together, with this letter on top, no later than {due}. A \
                 partial answer is taken as a request to decide on what we have."
            );
            hand.bold(size).block(sheet, 66.0, y + 4.0, 480.0, &text) + 6.0
        }
    };
    let mut texts = vec![
        "This period cannot be lengthened (8 CFR 103.2(b)(8)(iv)). If nothing comes, the case \
         may be treated as given up and denied."
            .to_string(),
        "Copies will do unless an original is asked for. Put the letter's bar code page on top \
         so that the mail room can match your answer with the case."
            .to_string(),
    ];
    if desk.percent(50) {
        texts.push(prose::account_talk(desk).to_string());
    }
    let count = 1 + desk.rng.below(2);
    texts.extend(prose::more(desk, count));
    texts.push("Sincerely,".into());
    let y = hand.plain(size).flow(sheet, 66.0, y, 480.0, &texts);
    let title = desk.pick(&["Director", "Acting Center Director", "Officer 0417"]);
    hand.plain(size).stack(
        sheet,
        66.0,
        y + 22.0,
        &[title, "Officer of the United States"],
    )
}

/// The running foot.
fn running(desk: &mut Desk, sheet: &mut Sheet, pages: (usize, usize), form: &str) {
    let pen = desk.hand.plain(8.0);
    let receipt = desk.receipt();
    let mark = if form.is_empty() {
        receipt
    } else {
        format!("{receipt}   Form {form} 05/05/06")
    };
    pen.at(sheet, 66.0, 760.0, &mark);
    pen.right(
        sheet,
        546.0,
        760.0,
        &format!("Page {} of {}", pages.0, pages.1),
    );
}

/// The page of evidence.
fn evidence(desk: &mut Desk, last: usize, form: &str) -> Sheet {
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    let size = if matches!(desk.family, Family::Courier) {
        8.4
    } else {
        10.0
    };
    hand.bold(size + 1.0)
        .at(&mut sheet, 66.0, 60.0, "What is missing");
    let items = [
        "Birth record. The copy in the file cannot be read. Send a copy of the long form with a \
         translation into English.",
        "Lawful entry. Send both sides of Form I-94 (eleven characters, such as 000000000 A0) or \
         the page of the passport with the stamp of admission.",
        "Medical examination. Form I-693 was not in its sealed envelope. Ask the civil surgeon \
         for a new one.",
        "Support. Send the sponsor's federal tax transcript and W-2 for the last year; cover the \
         Social Security number (it looks like 000-00-0000) if you wish.",
        "Status. Show that you kept a lawful status on each day: pay slips, letters of a school, \
         a SEVIS record (N0000000000) if you studied.",
        "Good cause. Say in a signed letter why the first interview was missed.",
    ];
    let count = 3 + desk.rng.below(4);
    let from = desk.rng.below(3);
    let mut y = 82.0;
    for item in items.iter().cycle().skip(from).take(count) {
        y = tick(&mut sheet, hand.plain(size), [72.0, y, 474.0], item, false) + 4.0;
    }
    hand.bold(size)
        .at(&mut sheet, 66.0, y + 12.0, "Send your answer to");
    let office = desk.rng.pick(&words::OFFICES);
    let y = hand.plain(size).stack(&mut sheet, 78.0, y + 28.0, &office);
    if desk.percent(40) {
        let text = format!(
            "Courier label of an earlier parcel in the file: {}",
            desk.rng.digits(12)
        );
        hand.plain(size - 1.0).at(&mut sheet, 66.0, y + 12.0, &text);
    }
    running(desk, &mut sheet, (2, last), form);
    sheet
}

/// The sheet to put on top of the answer.
fn cover(desk: &mut Desk, due: &str, form: &str) -> Sheet {
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    sheet.frame([66.0, 60.0, 546.0, 300.0], 1.4);
    hand.bold(15.0)
        .centre(&mut sheet, 306.0, 92.0, "PUT THIS SHEET ON TOP");
    let at = [180.0, 112.0, 1.0, 44.0];
    let end = kit::bars(&mut sheet, Symbology::Code39, at, &desk.case.receipt);
    let receipt = desk.receipt();
    hand.plain(11.0)
        .centre(&mut sheet, (180.0 + end) / 2.0, 172.0, &receipt);
    let pens = (hand.bold(10.5), hand.plain(10.5));
    pair(&mut sheet, pens, 90.0, 204.0, ("Response Due:", due));
    if let Some(own) = desk.own.clone() {
        pair(
            &mut sheet,
            pens,
            90.0,
            222.0,
            ("USCIS Online Account Number:", &own),
        );
    }
    let text = "Do not fold or staple. Papers without this sheet may go to the wrong file.";
    hand.plain(10.0).at(&mut sheet, 90.0, 276.0, text);
    running(desk, &mut sheet, (3, 3), form);
    sheet
}
