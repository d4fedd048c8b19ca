//! Legal writers: a decision on a motion under a caption, and an intent to deny with footnotes.

use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::flow::{self, Book};
use super::words::{self, Facts};

/// A decision on a motion to reopen, over two or three pages with running heads.
pub(super) fn motion(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 4);
    let family = rng.pick(&[Family::Times, Family::FreeSerif, Family::LiberationSerif]);
    let mut book = Book::new(family, (84.0, 528.0), (90.0, 710.0), 11.5);
    let mut truth = NoticeTruth::default();
    let heading = rng.pick(&["DECISION", "NOTICE OF DECISION"]);
    truth.fields.notice_type = Some(heading.to_owned());
    let bold = Face::bold(family);
    let (place, street, city) = words::office(rng);
    book.page.centred(
        bold,
        11.0,
        306.0,
        56.0,
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    let court = format!("{} FIELD OFFICE", place.to_uppercase());
    book.page.centred(bold, 11.0, 306.0, 71.0, &court);
    let at = format!("{street}, {city}");
    book.page
        .centred(Face::regular(family), 9.5, 306.0, 84.0, &at);

    book.y = 122.0;
    let who = case.filer.name();
    let matter = if facts.capitals {
        who.clone()
    } else {
        words::title(&who)
    };
    words::filer_truth(case, &mut truth, &matter);
    let number = case::printed_a_number(rng, &case.filer.a_number);
    truth.prints_a_number(&case.filer.a_number);
    truth.prints_receipt(&case.receipt);
    caption(rng, case, &facts, &mut book, &mut truth, (&matter, &number));
    book.page.centred(bold, 12.5, 306.0, book.y, heading);
    let motion = rng.pick(&["ON MOTION TO REOPEN", "ON MOTION TO RECONSIDER"]);
    book.page.centred(bold, 11.0, 306.0, book.y + 15.0, motion);
    book.gap(42.0);
    motion_text(rng, case, &facts, &mut book, &mut truth);
    let noticed = facts.dates.print(case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    let (name, rank) = words::officer(rng);
    book.room(90.0);
    book.gap(14.0);
    let dated = rng.pick(&["Notice date:", "Date of this decision:", "Dated:"]);
    book.text(&format!("{dated} {}", words::tie(&noticed)));
    book.gap(20.0);
    book.indented(220.0, &name);
    book.indented(220.0, rank);
    let head = format!("Matter of {matter}, {number}");
    let sheets = book.close(|sheet, page, total| {
        let face = Face::italic(family);
        if page > 1 {
            sheet.write(face, 9.5, 84.0, 54.0, &head);
            sheet.rule(84.0, 528.0, 60.0, 0.4);
        }
        let foot = format!("Page {page} of {total}");
        sheet.centred(face, 9.0, 306.0, 752.0, &foot);
    });
    Drawing { sheets, truth }
}

/// The caption: parties at the left of a bracket, numbers at its right.
fn caption(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    book: &mut Book,
    truth: &mut NoticeTruth,
    (matter, number): (&str, &str),
) {
    let top = book.y;
    let role = words::role(case);
    let left = [
        "In the Matter of".to_owned(),
        String::new(),
        format!("{matter},"),
        format!("          {role}."),
    ];
    let file = rng.pick(&["File No.", "A-File:", "Alien File Number:"]);
    let mut right = vec![
        format!("{file} {}", words::tie(number)),
        format!("Receipt No. {}", words::tie(&facts.receipt)),
        format!("Form {}", case.form_code),
    ];
    truth.fields.case_type = Some(case.form_code.to_owned());
    facts.account_truth(case, truth);
    if facts.has_label() {
        let label = rng.pick(&[
            "Movant's USCIS Online Account No.",
            "Online Account No.",
            "USCIS Acct. No. (online)",
        ]);
        let at = rng.between(1, 2) as usize;
        right.insert(at, format!("{label} {}", words::tie(&facts.account)));
    }
    if case.is_petition {
        let name = words::title(&case.beneficiary.name());
        truth.fields.beneficiary = Some(name.clone());
        right.push(format!("Beneficiary: {name}"));
    }
    for (row, line) in left.iter().enumerate() {
        book.page.plain(11.5, 84.0, top + 15.0 * row as f32, line);
    }
    let mut y = top;
    for line in &right {
        y = flow::rich(&mut book.page, 11.0, 312.0, y, 216.0, line) + 2.0;
    }
    let end = y.max(top + 62.0);
    let mark = rng.pick(&[")", ":", "|"]);
    let mut at = top;
    while at < end {
        book.page.plain(11.0, 296.0, at, mark);
        at += 13.0;
    }
    book.y = end + 22.0;
    if let Some((printed, _)) = &facts.agent {
        facts.agent_truth(truth);
        let text = format!(
            "*ON BEHALF OF {}:* {}, Esquire (counsel's USCIS online account number {})",
            role.to_uppercase(),
            words::title(&case.attorney.0),
            words::tie(printed)
        );
        book.text(&text);
        book.gap(12.0);
    }
}

/// The reasons.
fn motion_text(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    book: &mut Book,
    truth: &mut NoticeTruth,
) {
    let what = words::filing(case);
    let role = words::role(case).to_lowercase();
    let other = case::receipt(rng, "IOE", case.received.year);
    truth.prints_receipt(&other);
    let before = facts.dates.print(case.received.later(-14, 3));
    book.heading(11.5, "I.  PROCEDURAL HISTORY");
    book.text(&format!(
        "The {role} filed the {what} named above. We denied it on {}. The {role} then filed Form \
         I-290B, Notice of Appeal or Motion, which was given receipt number {other}.",
        words::tie(&before)
    ));
    if rng.chance(0.6) {
        let owner = case::account(rng);
        book.text(&format!(
            "The record also holds a petition of {}, who was the {role}'s employer until {}. That \
             petition was filed online through the employer's own account (USCIS online account \
             number {owner}); it was withdrawn and is not before us.",
            words::title(&Person::draw(rng).name()),
            case.received.year - 4,
        ));
    }
    book.heading(11.5, "II.  LAW");
    book.text(
        "A motion to reopen must state new facts and be supported by documentary evidence. \
         8 C.F.R. § 103.5(a)(2). A motion to reconsider must show that the decision was based on \
         an incorrect application of law or policy, and that it was incorrect on the evidence of \
         record at that time. 8 C.F.R. § 103.5(a)(3). A motion that does not meet these \
         requirements must be dismissed. 8 C.F.R. § 103.5(a)(4).",
    );
    book.heading(11.5, "III.  ANALYSIS");
    book.text(&format!(
        "On motion, the {role} submits a brief, two sworn statements and copies of pages from a \
         passport. The brief states that our earlier decision overlooked the tax returns filed \
         with the response to the request for evidence. We have read the returns again. They \
         cover {} and {}, and were part of the record when we decided.",
        case.received.year - 3,
        case.received.year - 2
    ));
    book.text(
        "The sworn statements are new, but they do not speak to the ground of the denial. Neither \
         person claims to have seen the events, and neither explains how the date of entry was \
         learned. We give them little weight. See Matter of Chawathe, 25 I&N Dec. 369, 376 \
         (AAO 2010).",
    );
    if rng.chance(0.6) {
        book.text(
            "Counsel argues that the mailing to an earlier address made the notice defective. The \
             envelope was returned on the ninth day and mailed again to the address on the most \
             recent Form AR-11. The response arrived within the time allowed. No prejudice is \
             shown, and none is claimed beyond the delay itself.",
        );
        book.text(
            "We also note that the brief cites no precedent, regulation or statement of policy \
             that our decision misapplied. Disagreement with the weight given to the evidence is \
             not an error of law.",
        );
    }
    book.heading(11.5, "IV.  ORDER");
    let order = rng.pick(&["dismissed", "granted, and the decision is reopened"]);
    book.text(&format!("*IT IS ORDERED* that the motion is {order}."));
    book.text(
        "You may not appeal this decision, but you may file another motion within 30 days (33 \
         days if it was mailed to you).",
    );
}

/// A notice of intent to deny with a block of references and footnotes.
pub(super) fn intent(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 5);
    let family = rng.pick(&[Family::DejaVuSerif, Family::Times, Family::Helvetica]);
    let size = if family == Family::DejaVuSerif {
        rng.pick(&[9.2, 10.5])
    } else {
        rng.pick(&[10.5, 12.0])
    };
    let mut book = Book::new(family, (72.0, 540.0), (84.0, 690.0), size);
    let mut truth = NoticeTruth::default();
    let heading = if case.is_petition {
        rng.pick(&["Notice of Intent to Deny", "Notice of Intent to Revoke"])
    } else {
        "Notice of Intent to Deny"
    };
    truth.fields.notice_type = Some(heading.to_owned());
    let noticed = facts.dates.print(case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    truth.prints_receipt(&case.receipt);
    let name = facts.name(&case.filer);
    truth.fields.addressee = Some(name.clone());
    let lines = [&noticed, "", &name, &case.address[0], &case.address[1]];
    for (row, line) in lines.iter().enumerate() {
        book.page.plain(10.0, 72.0, 62.0 + 13.0 * row as f32, line);
    }
    let right = Face::regular(family);
    let mut refs = vec![
        format!("Form {}", case.form_code),
        format!("Receipt number {}", facts.receipt),
    ];
    truth.fields.case_type = Some(case.form_code.to_owned());
    let person = &case.beneficiary;
    truth.prints_a_number(&person.a_number);
    refs.push(case::printed_a_number(rng, &person.a_number));
    let noted = facts.has_label() && rng.chance(0.5);
    let label = rng.pick(&["Online Account Number", "USCIS account number", "Your OAN"]);
    if facts.has_label() {
        let value = if noted { "[1]" } else { facts.account.as_str() };
        refs.insert(rng.below(3), format!("{label} {value}"));
    }
    facts.account_truth(case, &mut truth);
    if let Some((printed, _)) = &facts.agent {
        facts.agent_truth(&mut truth);
        refs.push(format!("Your attorney's account number {printed}"));
    }
    for (row, line) in refs.iter().enumerate() {
        book.page
            .flush_right(right, 10.0, 540.0, 62.0 + 13.0 * row as f32, line);
    }
    book.y = 156.0;
    book.heading(15.0, heading);
    intent_text(rng, case, &facts, &mut book, &mut truth);
    for text in words::boiler(rng, 4) {
        book.text(text);
    }
    let (officer, rank) = words::officer(rng);
    book.room(70.0);
    book.text("Sincerely,");
    book.gap(22.0);
    book.text(&format!("{officer}, {rank}"));
    let note = match facts.cell {
        AccountCell::Filled => format!("[1] {label}: {}.", facts.account),
        _ => format!("[1] {label}: ____________ (to be completed when known)"),
    };
    let receipt = facts.receipt.clone();
    let sheets = book.close(|sheet, page, total| {
        if page > 1 {
            sheet.plain(8.5, 72.0, 50.0, &format!("{receipt}   Page {page}"));
            let face = Face::bold(family);
            sheet.flush_right(face, 8.5, 540.0, 50.0, heading);
        } else if noted {
            sheet.rule(72.0, 200.0, 708.0, 0.5);
            sheet.plain(8.5, 72.0, 720.0, &note);
        }
        sheet.plain(7.5, 72.0, 756.0, "www.uscis.gov");
        let face = Face::regular(family);
        sheet.flush_right(face, 7.5, 540.0, 756.0, &format!("{page}/{total}"));
    });
    Drawing { sheets, truth }
}

/// The grounds and the time to respond.
fn intent_text(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    book: &mut Book,
    truth: &mut NoticeTruth,
) {
    let what = words::filing(case);
    book.text(&format!(
        "This is about the Form {}, {}, that you filed. We intend to act against it for the \
         reasons below, and give you the chance to answer first.",
        case.form_code,
        words::title(case.title)
    ));
    book.heading(11.0, "What we found");
    let former = Person::draw(rng);
    let number = case::account(rng);
    let center = rng.pick(&["EAC", "WAC", "LIN"]);
    let old = case::receipt(rng, center, case.received.year - 3);
    book.text(&format!(
        "Our records show an earlier petition by a different petitioner, {} (that petitioner's \
         online account number: {}; that petition's receipt number: {old}). It was denied because \
         the marriage was not shown to be genuine.",
        words::title(&former.name()),
        words::tie(&case::printed_account(rng, &number))
    ));
    book.text(
        "At your interview you said that you had never met that person. The earlier file holds a \
         lease that both of you signed. You did not explain this difference. It is for you to \
         resolve it with independent, objective evidence.",
    );
    book.heading(11.0, "What the law asks");
    book.text(
        "You carry the burden of proof, by a preponderance of the evidence. INA § 291; 8 U.S.C. \
         § 1361. Doubt about one part of the proof may lead to doubt about the rest.",
    );
    if rng.chance(0.5) {
        book.heading(11.0, "What you may send");
        for (mark, text) in [
            (
                "(a)",
                "Sworn statements of people who know the facts at first hand.",
            ),
            (
                "(b)",
                "Records of the lease, of insurance and of bank accounts. Cover the account \
                     numbers of other people before you copy them.",
            ),
            (
                "(c)",
                "Police, court or school records, with certified translations.",
            ),
            (
                "(d)",
                "A letter in which you explain the difference in your own words.",
            ),
        ] {
            book.item(mark, 22.0, text);
        }
    }
    book.heading(11.0, "When and where");
    let due = facts.dates.print(case.noticed.later(1, 2));
    let at = words::tie(&due);
    book.text(&match rng.below(3) {
        0 => format!("Your response must be received by *{at}*."),
        1 => format!("*Response due:* {at}. We can't extend this time."),
        _ => format!("We must have your answer no later than {at}, or we decide without it."),
    });
    truth.fields.response_due = Some(due);
    let (place, street, city) = words::office(rng);
    book.text(&format!(
        "Put this notice on top of your {what} papers and mail all at once to USCIS {place}, \
         {street}, {city}."
    ));
}
