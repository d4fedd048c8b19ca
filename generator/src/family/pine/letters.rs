//! An approval in two columns, and a denial typed on a machine.

use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::flow;
use super::words::{self, Facts};

/// A fact in the margin: label and value.
type Fact = (String, String);

/// The class that a form may ask for.
fn class(rng: &mut Rng, form: &str) -> Option<&'static str> {
    match form {
        "I-129" => Some(rng.pick(&["H1B", "L1A", "O1", "TN"])),
        "I-539" => Some(rng.pick(&["F1", "B2", "H4"])),
        _ => None,
    }
}

/// An approval letter, the facts of the case in a narrow column beside it.
pub(super) fn approval(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 6);
    let family = rng.pick(&[
        Family::FreeSerif,
        Family::LiberationSans,
        Family::DejaVuSerif,
    ]);
    let size = if family == Family::DejaVuSerif {
        9.2
    } else {
        10.5
    };
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: rng
            .pick(if case.is_petition {
                &["I-797", "I-797B"]
            } else {
                &["I-797"]
            })
            .to_owned(),
        ..NoticeTruth::default()
    };
    let kind = "Approval Notice";
    truth.fields.notice_type = Some(kind.to_owned());
    let face = Face::bold(family);
    sheet.fill([0.0, 28.0, 612.0, 56.0], 0.85);
    sheet.centred(face, 13.0, 306.0, 47.0, "THE UNITED STATES OF AMERICA");
    let under = format!("Form {}, Notice of Action", truth.form);
    sheet.centred(Face::regular(family), 9.0, 306.0, 72.0, &under);
    let swap = rng.chance(0.4);
    let (margin, main) = if swap { (404.0, 54.0) } else { (54.0, 230.0) };
    let list = approval_facts(rng, case, &facts, &mut truth);
    let mut y = 112.0;
    for (label, value) in &list {
        y = flow::rich(&mut sheet, 7.5, margin, y, 154.0, label);
        y = flow::rich(
            &mut sheet,
            9.5,
            margin,
            y + 2.0,
            154.0,
            &format!("*{value}*"),
        );
        y = if value.is_empty() { y + 20.0 } else { y + 8.0 };
    }
    let line = if swap { 392.0 } else { 216.0 };
    sheet.upright(line, 92.0, 700.0, 0.5);
    let name = facts.name(&case.filer);
    truth.fields.addressee = Some(name.clone());
    let mut y = 112.0;
    for text in [&name, &case.address[0], &case.address[1]] {
        sheet.plain(size, main, y, text);
        y += size * flow::LEAD;
    }
    y += 18.0;
    sheet.bold(15.0, main, y, kind);
    y += 22.0;
    let validity = matches!(
        case.form_code,
        "I-129" | "I-539" | "I-765" | "I-131" | "I-821"
    );
    let mut body = vec![format!(
        "Good news: we approved the {} named beside this letter. You don't need to send anything.",
        words::filing(case)
    )];
    if validity {
        let from = facts.dates.print(case.noticed);
        let to = facts.dates.print(case.noticed.later(24, -1));
        body.push(match rng.below(2) {
            0 => format!(
                "*Valid from* {} *to* {}.",
                words::tie(&from),
                words::tie(&to)
            ),
            _ => format!(
                "It is valid from {} to {}.",
                words::tie(&from),
                words::tie(&to)
            ),
        });
        truth.fields.valid_from = Some(from);
        truth.fields.valid_to = Some(to);
    }
    body.push(
        "This letter isn't a visa, and can't be used in place of one. A consular officer or an \
         inspector at the border decides whether a person may enter."
            .to_owned(),
    );
    if case.is_petition && rng.chance(0.5) {
        let company = case::account(rng);
        body.push(format!(
            "A filing with a similar name on it went through another person's online account ({}). \
             It isn't yours, and that number isn't for this case.",
            words::tie(&case::printed_account(rng, &company))
        ));
    }
    if let Some((printed, _)) = &facts.agent {
        facts.agent_truth(&mut truth);
        body.push(format!(
            "A courtesy copy goes to your attorney, {}; attorney's USCIS online account number: \
             {}.",
            words::title(&case.attorney.0),
            words::tie(printed)
        ));
    }
    body.push(
        "Please tell us of every new address within ten days of the move. You will be notified \
         separately about any other cases you filed."
            .to_owned(),
    );
    body.extend(words::boiler(rng, 4).into_iter().map(str::to_owned));
    for text in &body {
        y = flow::rich(&mut sheet, size, main, y, 320.0, text) + 8.0;
    }
    let (officer, rank) = words::officer(rng);
    sheet.plain(size, main, y + 30.0, &format!("{officer}, {rank}"));
    let foot = format!("Form {}  04/01/19", truth.form);
    sheet.plain(7.5, 54.0, 752.0, &foot);
    sheet.flush_right(Face::regular(family), 7.5, 558.0, 752.0, "Page 1 of 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The facts in the margin.
fn approval_facts(rng: &mut Rng, case: &Case, facts: &Facts, truth: &mut NoticeTruth) -> Vec<Fact> {
    let fact = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    let tied = words::tie;
    truth.prints_receipt(&case.receipt);
    truth.fields.case_type = Some(case.form_code.to_owned());
    let noticed = facts.dates.print(case.noticed);
    let received = facts.dates.print(case.received);
    let mut list = vec![
        fact("Receipt number", &tied(&facts.receipt)),
        fact("Received date", &tied(&received)),
        fact("Notice date", &tied(&noticed)),
        fact(
            "Case type",
            &format!("{} - {}", case.form_code, words::title(case.title)),
        ),
    ];
    truth.fields.received_date = Some(received);
    truth.fields.notice_date = Some(noticed);
    let name = facts.name(&case.filer);
    words::filer_truth(case, truth, &name);
    list.push(fact(words::role(case), &name));
    if case.is_petition {
        let name = facts.name(&case.beneficiary);
        list.push(fact("Beneficiary", &name));
        truth.fields.beneficiary = Some(name);
    }
    truth.prints_a_number(&case.beneficiary.a_number);
    let number = case::printed_a_number(rng, &case.beneficiary.a_number);
    let whose = if case.is_petition {
        "Beneficiary's A-Number"
    } else {
        "A-Number"
    };
    list.push(fact(whose, &tied(&number)));
    if facts.has_label() {
        facts.account_truth(case, truth);
        let label = match (case.is_petition, rng.below(3)) {
            (true, 0) => "Petitioner's USCIS online account number",
            (_, 1) => "Online account number (through which the case was filed or is shown)",
            _ => "USCIS online account no.",
        };
        list.insert(rng.below(list.len() + 1), fact(label, &tied(facts.shown())));
    }
    if let Some(class) = class(rng, case.form_code) {
        truth.fields.class = Some(class.to_owned());
        list.push(fact("Class", class));
    }
    if rng.chance(0.5) {
        let first = rng.below(list.len());
        list.rotate_left(first);
    }
    list
}

/// A denial on a typewriter: dot leaders, capitals, a carbon list.
pub(super) fn typed(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 7);
    let family = rng.pick(&[Family::Courier, Family::FreeMono, Family::LiberationMono]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let size = 10.0;
    let row = 13.2;
    let (place, street, city) = words::office(rng);
    for (index, line) in [
        "U.S. DEPARTMENT OF HOMELAND SECURITY",
        "CITIZENSHIP AND IMMIGRATION SERVICES",
        &format!("{} SUB OFFICE", place.to_uppercase()),
        &street.to_uppercase(),
        &city.to_uppercase(),
    ]
    .iter()
    .enumerate()
    {
        let face = Face::regular(family);
        sheet.centred(face, size, 306.0, 54.0 + row * index as f32, line);
    }
    let mut y = 146.0;
    let heading = rng.pick(&["DECISION", "NOTICE OF DENIAL", "NOTICE OF DECISION"]);
    truth.fields.notice_type = Some(heading.to_owned());
    sheet.bold(size, 72.0, y, heading);
    sheet.rule(72.0, 72.0 + 6.0 * heading.len() as f32, y + 2.5, 0.7);
    y += 2.0 * row;
    let leader = rng.pick(&['.', '.', ' ', '-']);
    for (label, value) in &typed_rows(rng, case, &facts, &mut truth) {
        let tail: String = std::iter::repeat_n(leader, 30 - label.len().min(29)).collect();
        let text = match leader {
            ' ' => format!("{label}:"),
            _ => format!("{label} {tail}"),
        };
        sheet.plain(size, 72.0, y, &text);
        sheet.plain(size, 276.0, y, value);
        y += row;
    }
    y += row;
    let former = case::account(rng);
    let mut body = vec![
        format!(
            "YOUR {}, FORM {}, IS DENIED. YOU WERE ASKED FOR PROOF OF SUPPORT AND DID NOT SEND IT \
             IN THE TIME THAT WAS GIVEN.",
            words::filing(case).to_uppercase(),
            case.form_code
        ),
        "THIS OFFICE HAS NO DISCRETION IN THE MATTER. SEE 8 CFR 103.2(B)(13). THE FEE IS NOT \
         RETURNED."
            .to_owned(),
    ];
    if rng.chance(0.5) {
        body.push(format!(
            "YOUR SISTER'S FILING, WHICH WAS SENT IN THE SAME ENVELOPE UNDER HER OWN ONLINE \
             ACCOUNT NUMBER {}, IS DECIDED SEPARATELY.",
            words::tie(&case::printed_account(rng, &former))
        ));
    }
    body.push(format!(
        "THERE IS NO APPEAL. A MOTION ON FORM I-290B MAY BE FILED WITHIN 30 DAYS. OUR TELEPHONE IS \
         {}, EXTENSION {}.",
        words::phone(rng),
        rng.digits(2)
    ));
    for text in &body {
        y = flow::rich(&mut sheet, size, 72.0, y, 468.0, text) + row * 0.8;
    }
    let (officer, rank) = words::officer(rng);
    y += 3.0 * row;
    sheet.plain(size, 276.0, y, &officer.to_uppercase());
    sheet.plain(size, 276.0, y + row, &rank.to_uppercase());
    y += 4.0 * row;
    sheet.plain(size, 72.0, y, "CC: FILE");
    if let Some((printed, _)) = &facts.agent {
        facts.agent_truth(&mut truth);
        let line = format!("    {}, ATTY", case.attorney.0);
        sheet.plain(size, 72.0, y + row, &line);
        let line = format!("    ATTY'S ONLINE ACCT NO. {printed}");
        sheet.plain(size, 72.0, y + 2.0 * row, &line);
    }
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The typed lines with their labels.
fn typed_rows(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    truth: &mut NoticeTruth,
) -> Vec<(&'static str, String)> {
    let noticed = facts.dates.print(case.noticed).to_uppercase();
    let received = facts.dates.print(case.received).to_uppercase();
    let name = if facts.listed {
        case.filer.listed()
    } else {
        case.filer.name()
    };
    words::filer_truth(case, truth, &name);
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    truth.fields.case_type = Some(case.form_code.to_owned());
    let role = if words::is_petitioner(case) {
        "PETITIONER"
    } else {
        "APPLICANT"
    };
    let mut rows = vec![
        ("NOTICE DATE", noticed),
        ("RECEIVED DATE", received),
        ("FORM", case.form_code.to_owned()),
        (role, name),
        (
            "ALIEN FILE NUMBER",
            case::printed_a_number(rng, &case.filer.a_number),
        ),
        ("RECEIPT NO", facts.receipt.clone()),
    ];
    if facts.has_label() {
        facts.account_truth(case, truth);
        let label = rng.pick(&[
            "ACCT NO (ON-LINE)",
            "USCIS ACCOUNT NUMBER",
            "ONLINE ACCOUNT NO",
        ]);
        rows.insert(
            rng.between(3, 6) as usize,
            (label, facts.shown().to_uppercase()),
        );
    }
    if rng.chance(0.5) {
        rows.insert(0, ("FAX CONTROL", words::tracking(rng)));
    }
    if rng.chance(0.4) {
        let start = rng.below(3);
        rows.rotate_left(start);
    }
    rows
}
