//! A page of the online case system printed from a browser: cards with captions under values.
use super::{kit, smallprint};
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The cases that a family files together online.
const MATTERS: &[(&str, &str)] = &[
    (
        "I-485",
        "Application to Register Permanent Residence or Adjust Status",
    ),
    ("I-539", "Application to Extend/Change Nonimmigrant Status"),
    ("I-765", "Application for Employment Authorization"),
    ("I-90", "Application to Replace Permanent Resident Card"),
    ("N-400", "Application for Naturalization"),
];

/// The lines that a browser adds above and below.
fn browser(s: &mut Sheet, f: Family, case: &Case, stamp: &str, page: &str) {
    let face = Face::regular(f);
    let title = "Case document | my.uscis.gov";
    s.write(
        face,
        7.0,
        26.0,
        22.0,
        &format!("{}, {stamp}", case.noticed.numeric()),
    );
    s.centred(face, 7.0, 330.0, 22.0, title);
    s.write(
        face,
        7.0,
        26.0,
        778.0,
        "https://my.uscis.gov/account/case-service/documents/print",
    );
    s.flush_right(face, 7.0, 586.0, 778.0, page);
}

/// A card: the value large, the caption grey under it.
fn card(s: &mut Sheet, f: Family, style: usize, at: [f32; 4], caption: &str, value: &str) {
    let [left, top, right, bottom] = at;
    match style {
        0 => s.frame([left, top, right, bottom], 0.6),
        1 => s.fill([left, top, right, bottom], 0.93),
        _ => s.rule(left, right, bottom, 0.8),
    }
    let room = right - left - 16.0;
    kit::fit(s, Face::bold(f), 12.0, left + 8.0, top + 20.0, room, value);
    let y = bottom - 8.0;
    let face = Face::regular(f);
    let size = (7.4 * room / face.width(caption, 7.4)).min(7.4);
    s.write_shaded(face, size, left + 8.0, y, caption, 0.25);
}

/// The cards of the page: receipt, dates, the account and perhaps a rival.
fn cards(
    rng: &mut Rng,
    case: &Case,
    matter: &str,
    truth: &mut NoticeTruth,
) -> Vec<(String, String)> {
    let mut set = vec![];
    let number = kit::receipt(rng, &case.receipt, truth);
    set.push((
        rng.pick(&["Receipt number", "Your receipt number", "Receipt #"])
            .into(),
        number,
    ));
    let mine = kit::own(rng, case, truth);
    if let Some(value) = &mine {
        let caption = rng.pick(&[
            "Your USCIS online account number",
            "USCIS online account no. of the person signed in",
            "My USCIS account number",
            "Online account number (yours)",
            "USCIS Online Account ID - applicant",
        ]);
        set.push((caption.into(), value.clone()));
    }
    truth.fields.notice_date = Some(case.noticed.long());
    set.push((
        rng.pick(&["Notice date", "Date of this notice"]).into(),
        case.noticed.long(),
    ));
    truth.fields.received_date = Some(case.received.long());
    set.push((
        rng.pick(&["Date received", "Received date"]).into(),
        case.received.long(),
    ));
    truth.fields.case_type = Some(matter.into());
    set.push((rng.pick(&["Form type", "Case type"]).into(), matter.into()));
    if kit::trap(rng, &mine) {
        set.push(rival(rng, truth));
    }
    set
}

/// A card whose number a hurried reader might take for the account.
fn rival(rng: &mut Rng, truth: &mut NoticeTruth) -> (String, String) {
    match rng.below(4) {
        0 => ("Pay.gov payment tracking number".into(), rng.digits(12)),
        1 => {
            let account = case::account(rng);
            truth.prints_representative_account(&account);
            (
                "Your attorney's USCIS online account number".into(),
                account,
            )
        }
        2 => ("Secure message thread".into(), rng.digits(12)),
        _ => ("Online Access Code (valid 90 days)".into(), rng.digits(12)),
    }
}

/// The table of the people on the case, zebra rows.
fn people(
    s: &mut Sheet,
    f: Family,
    rng: &mut Rng,
    y: f32,
    who: &[Person],
    truth: &mut NoticeTruth,
) -> f32 {
    let regular = Face::regular(f);
    let bold = Face::bold(f);
    let columns = [46.0, 226.0, 330.0, 420.0];
    s.write(
        bold,
        12.5,
        40.0,
        y,
        rng.pick(&["People on this case", "Household", "Who is included"]),
    );
    let mut y = y + 20.0;
    let heads = [
        "Name",
        rng.pick(&["A-Number", "Alien number"]),
        "Date of birth",
        "Relationship",
    ];
    s.fill([40.0, y - 11.0, 572.0, y + 5.0], 0.85);
    for (x, head) in columns.iter().zip(heads) {
        s.write(bold, 8.5, *x, y, head);
    }
    let mut spouse = false;
    for (index, person) in who.iter().enumerate() {
        y += 16.0;
        if index % 2 == 1 {
            s.fill([40.0, y - 11.0, 572.0, y + 5.0], 0.95);
        }
        let number = kit::alien(rng, person, truth);
        let kin = kit::tie(&who[0], person, &mut spouse);
        let tie = if index == 0 { "Account holder" } else { kin };
        kit::fit(s, regular, 9.0, columns[0], y, 172.0, &person.name());
        s.write(regular, 9.0, columns[1], y, &number);
        s.write(regular, 9.0, columns[2], y, &person.born.numeric());
        s.write(regular, 9.0, columns[3], y, tie);
    }
    s.rule(40.0, 572.0, y + 6.0, 0.6);
    y + 28.0
}

/// The prose of the page: headings and paragraphs.
fn prose(s: &mut Sheet, f: Family, rng: &mut Rng, y: f32, most: usize) -> f32 {
    let stock = [
        (
            "What happens next",
            "We will review the case in the order in which we received it. You can follow \
          each step under My Account. We may ask for more evidence or for an interview.",
        ),
        (
            "Keep your account safe",
            "Never share your password. Your USCIS online account number is in your \
          profile; it has 12 digits and is not your A-Number and not your receipt number.",
        ),
        (
            "If you move",
            "Tell us within 10 days. Change the address in your account or file Form AR-11. \
          Telling the Post Office alone is not enough.",
        ),
        (
            "Filing on paper later",
            "Write your online account number on the paper form. If you leave it out \
          we may open a second account for you, and the two cannot be merged.",
        ),
        (
            "Need help?",
            "Call the USCIS Contact Center at 800-375-5283 (TTY 800-767-1833), Monday to Friday, \
          8 a.m. to 8 p.m. Eastern.",
        ),
    ];
    let first = rng.below(stock.len());
    let mut y = y;
    for step in 0..most.min(stock.len()) {
        let (head, text) = stock[(first + step) % stock.len()];
        s.write(Face::bold(f), 10.5, 40.0, y, head);
        y = s.paragraph(Face::regular(f), 9.2, 40.0, y + 14.0, 532.0, text) + 10.0;
    }
    y
}

/// The dark bar at the head, with the name of the person signed in.
fn masthead(s: &mut Sheet, f: Family, rng: &mut Rng, case: &Case) {
    s.fill([26.0, 34.0, 586.0, 60.0], 0.15);
    s.write_shaded(Face::bold(f), 13.0, 40.0, 52.0, "myUSCIS", 1.0);
    let hello = format!(
        "{} {}",
        rng.pick(&["Signed in as", "Welcome,", "Hello,"]),
        case.filer.name()
    );
    let face = Face::regular(f);
    let wide = face.width(&hello, 8.5).min(360.0);
    s.write_shaded(face, 8.5, 574.0 - wide, 51.0, &hello, 1.0);
}

/// The design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let f = rng.pick(&[
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
        Family::FreeSans,
        Family::Helvetica,
    ]);
    let matter = rng.pick(MATTERS);
    let mut truth = kit::truth("I-797C");
    let mut s = Sheet::letter(f);
    let stamp = kit::hour(rng);
    let two = rng.chance(0.4);
    browser(&mut s, f, case, &stamp, if two { "1/2" } else { "1/1" });
    masthead(&mut s, f, rng, case);
    let kind = rng.pick(&["Receipt Notice", "Transfer Notice", "Reopened Case Notice"]);
    truth.fields.notice_type = Some(kind.into());
    s.write(Face::bold(f), 19.0, 40.0, 92.0, kind);
    let line = format!("Form I-797C, Notice of Action. {}, {}", matter.0, matter.1);
    s.write(Face::regular(f), 9.5, 40.0, 108.0, &line);
    truth.fields.applicant = Some(case.filer.name());
    let set = cards(rng, case, matter.0, &mut truth);
    let style = rng.below(3);
    let across = rng.pick(&[2usize, 3]);
    let gap = 10.0;
    let high = rng.uniform(40.0, 48.0);
    let wide = (532.0 - gap * (across as f32 - 1.0)) / across as f32;
    for (index, (caption, value)) in set.iter().enumerate() {
        let left = 40.0 + (index % across) as f32 * (wide + gap);
        let top = 122.0 + (index / across) as f32 * (high + 8.0);
        card(
            &mut s,
            f,
            style,
            [left, top, left + wide, top + high],
            caption,
            value,
        );
    }
    let mut y = 122.0 + set.len().div_ceil(across) as f32 * (high + 8.0) + 22.0;
    let mut who = kit::household(rng, case, 1, 5);
    who.insert(0, case.filer.clone());
    y = people(&mut s, f, rng, y, &who, &mut truth);
    let head = rng.pick(&["Applicant and mailing address", "Applicant - mail goes to"]);
    s.write(Face::bold(f), 10.5, 40.0, y, head);
    let block = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    y = kit::stack(&mut s, Face::regular(f), 9.2, 40.0, y + 14.0, &block) + 12.0;
    y = prose(&mut s, f, rng, y, if two { 2 } else { 4 });
    smallprint::fill(&mut s, f, rng, (40.0, 572.0), (y + 6.0, 745.0));
    let mut sheets = vec![s];
    if two {
        let mut back = Sheet::letter(f);
        browser(&mut back, f, case, &stamp, "2/2");
        let y = prose(&mut back, f, rng, 60.0, 5);
        smallprint::fill(&mut back, f, rng, (40.0, 572.0), (y + 6.0, 745.0));
        sheets.push(back);
    }
    Drawing { sheets, truth }
}
