//! A page of the online account, printed from a browser: cards, a table of documents.
use super::kit::{self, Own};
use super::stock;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What all parts of the page need.
struct Page {
    family: Family,
    receipt: String,
    title: &'static str,
    clock: String,
    left: f32,
}

/// The printed page, one or two sheets.
pub(super) fn printed(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::DejaVuSans, Family::LiberationSans, Family::FreeSans]);
    let mut truth = NoticeTruth::default();
    let own = kit::own(rng, case, &mut truth);
    let receipt = stock::ioe(rng, case);
    truth.prints_receipt(&receipt);
    let page = Page {
        family,
        receipt,
        title: rng.pick(&[
            "myUSCIS | My Cases",
            "My Account - USCIS",
            "Case details | myUSCIS",
        ]),
        clock: clock(rng, case),
        left: rng.pick(&[44.0, 60.0, 150.0]),
    };
    let mut first = Sheet::letter(family);
    chrome(&mut first, &page, 1);
    let mut y = banner(&mut first, rng, case, &page, &mut truth);
    let high = rng.chance(0.5);
    if high {
        y = profile(&mut first, rng, case, &page, &own, y, &mut truth);
    }
    y = status(&mut first, rng, case, &page, y, &mut truth);
    if !high {
        y = profile(&mut first, rng, case, &page, &own, y, &mut truth);
    }
    let y = documents(&mut first, rng, case, &page, y + 12.0, &mut truth);
    steps(&mut first, rng, &page, y);
    let mut second = Sheet::letter(family);
    chrome(&mut second, &page, 2);
    payments(&mut second, rng, &page, 44.0, &mut truth);
    Drawing {
        sheets: vec![first, second],
        truth,
    }
}

/// The browser's date and time, some days after the notice.
fn clock(rng: &mut Rng, case: &Case) -> String {
    let day = case.noticed.later(0, rng.between(2, 60));
    let hour = rng.between(1, 11);
    let minute = rng.between(10, 59);
    let half = rng.pick(&["AM", "PM"]);
    format!(
        "{}/{}/{:02}, {hour}:{minute} {half}",
        day.month,
        day.day,
        day.year % 100
    )
}

/// What the browser adds: date, title, address, page.
fn chrome(s: &mut Sheet, page: &Page, number: usize) {
    let face = Face::regular(Family::LiberationSans);
    s.write(face, 7.5, 26.0, 22.0, &page.clock);
    s.centred(face, 7.5, 330.0, 22.0, page.title);
    let address = format!(
        "https://my.uscis.gov/account/applicant/cases/{}",
        page.receipt
    );
    s.write(face, 7.5, 26.0, 780.0, &address);
    s.flush_right(face, 7.5, 586.0, 780.0, &format!("{number}/2"));
}

/// The site's bar, the menu and the heading; returns the next y.
fn banner(s: &mut Sheet, rng: &mut Rng, case: &Case, page: &Page, truth: &mut NoticeTruth) -> f32 {
    let bold = Face::bold(page.family);
    s.fill([26.0, 34.0, 586.0, 60.0], 0.2);
    s.write_shaded(bold, 12.0, 36.0, 51.0, "myUSCIS", 1.0);
    let hello = format!("Welcome, {}", stock::title_case(&case.filer.given));
    let face = Face::regular(page.family);
    let x = 576.0 - face.width(&hello, 8.0);
    s.write_shaded(face, 8.0, x, 50.0, &hello, 1.0);
    if page.left > 100.0 {
        for (step, entry) in ["My Cases", "Documents", "Inbox", "Profile", "Sign out"]
            .iter()
            .enumerate()
        {
            s.plain(8.5, 30.0, 92.0 + 18.0 * step as f32, entry);
            s.rule(30.0, 130.0, 98.0 + 18.0 * step as f32, 0.2);
        }
    }
    let heading = format!("{} ({})", stock::title_case(case.title), case.form_code);
    kit::note(&mut truth.fields.case_type, case.form_code);
    kit::fitted(
        s,
        bold,
        14.0,
        [page.left, 92.0],
        572.0 - page.left,
        &heading,
    );
    let label = rng.pick(&["Receipt Number", "Receipt #", "Case receipt number:"]);
    let end = s.plain(9.0, page.left, 110.0, label);
    s.bold(9.0, end + 6.0, 110.0, &page.receipt);
    126.0
}

/// The outline and heading of a card; returns the first baseline in it.
fn card(s: &mut Sheet, page: &Page, top: f32, height: f32, heading: &str) -> f32 {
    s.frame([page.left, top, 576.0, top + height], 0.5);
    s.fill([page.left + 0.5, top + 0.5, 575.5, top + 20.0], 0.93);
    s.bold(10.0, page.left + 10.0, top + 14.0, heading);
    top + 38.0
}

/// The account's card.
fn profile(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    page: &Page,
    own: &Own,
    top: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let name = case.filer.name();
    let role = if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    match case.is_petition {
        true => kit::note(&mut truth.fields.petitioner, &name),
        false => kit::note(&mut truth.fields.applicant, &name),
    }
    let mut rows = vec![
        (role, name),
        (
            "Sign-in",
            format!("{}***@mail.example", &case.filer.given[..1]),
        ),
    ];
    if own.labelled() {
        let label = rng.pick(&[
            "USCIS Online Account Number",
            "Online Account Number",
            "My USCIS Account #",
        ]);
        rows.insert(rng.below(3), (label, own.text().to_string()));
    }
    if rng.chance(0.6) {
        rows.push(("A-Number", kit::a_number(rng, &case.filer, truth)));
    }
    rows.push(("Mobile phone", stock::phone(rng)));
    if rng.chance(0.35) {
        let number = case::account(rng);
        truth.prints_representative_account(&number);
        rows.push(("Attorney", stock::title_case(&case.attorney.0)));
        rows.push(("Attorney's Online Account Number", number));
    }
    let heading = rng.pick(&["Account Information", "My profile", "Your account"]);
    let under = rng.chance(0.4);
    let count = rows.len();
    let step = if under { 27.0 } else { 17.0 };
    let height = 34.0
        + step
            * if under {
                count.div_ceil(2) as f32
            } else {
                count as f32
            };
    let y = card(s, page, top, height, heading);
    let half = (556.0 - page.left) / 2.0;
    for (spot, (label, value)) in rows.iter().enumerate() {
        if under {
            let x = page.left + 10.0 + half * (spot % 2) as f32;
            let y = y - 4.0 + step * (spot / 2) as f32;
            s.write_shaded(Face::regular(page.family), 7.4, x, y, label, 0.35);
            kit::fitted(
                s,
                Face::bold(page.family),
                9.0,
                [x, y + 11.0],
                half - 12.0,
                value,
            );
        } else {
            let y = y + step * spot as f32;
            kit::fitted(
                s,
                Face::regular(page.family),
                9.0,
                [page.left + 10.0, y],
                165.0,
                label,
            );
            s.bold(9.0, page.left + 185.0, y, value);
        }
    }
    top + height + 16.0
}

/// The card of the case's status.
fn status(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    page: &Page,
    top: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let y = card(
        s,
        page,
        top,
        116.0,
        rng.pick(&["Case status", "Status", "Where is my case?"]),
    );
    let left = page.left + 10.0;
    let measure = 556.0 - page.left;
    let mut text = kit::Column {
        family: page.family,
        size: 9.0,
        left,
        measure,
        y,
    };
    text.head(
        s,
        rng.pick(&[
            "Case Was Received",
            "We received your case",
            "Case Is Being Reviewed",
        ]),
    );
    let received = case.received.long();
    kit::note(&mut truth.fields.received_date, &received);
    text.y += 3.0;
    text.entry(s, rng.pick(&["Received Date", "Date received"]), &received);
    text.y += 4.0;
    text.say(
        s,
        "We sent you a receipt notice with more about your case. If you paid by card, the \
        payment is shown on the next page. The estimate below changes as cases are completed.",
    );
    text.entry(
        s,
        "Estimated time until decision",
        rng.pick(&["4 months", "11 weeks", "8 months"]),
    );
    top + 132.0
}

/// The table of documents; returns the y below it.
fn documents(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    page: &Page,
    top: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let noticed = case.noticed.numeric();
    kit::note(&mut truth.fields.notice_date, &noticed);
    kit::note(&mut truth.fields.notice_type, "Receipt Notice");
    s.bold(
        12.0,
        page.left,
        top,
        rng.pick(&["Documents from USCIS", "Latest notice"]),
    );
    let file = format!("{}_{}.pdf", rng.digits(12), rng.letters(3));
    let left = page.left;
    let width = 576.0 - page.left;
    let edges = [
        left,
        left + width * 0.3,
        left + width * 0.52,
        left + width * 0.86,
        576.0,
    ];
    let heads = ["Notice Type", "Notice Date", "File", "Size"];
    let size = format!("{} KB", rng.between(38, 290));
    let rows = [heads, ["Receipt Notice", noticed.as_str(), &file, &size]];
    for (step, cells) in rows.iter().enumerate() {
        let y = top + 22.0 + 18.0 * step as f32;
        for (cell, edge) in cells.iter().zip(edges.windows(2)) {
            let face = if step == 0 {
                Face::bold(page.family)
            } else {
                Face::regular(page.family)
            };
            kit::fitted(
                s,
                face,
                8.6,
                [edge[0] + 4.0, y],
                edge[1] - edge[0] - 8.0,
                cell,
            );
        }
        s.rule(left, 576.0, y + 6.0, if step == 0 { 0.9 } else { 0.3 });
    }
    top + 76.0
}

/// What comes next.
fn steps(s: &mut Sheet, rng: &mut Rng, page: &Page, y: f32) {
    let left = page.left;
    let measure = 576.0 - page.left;
    let mut text = kit::Column {
        family: page.family,
        size: 9.0,
        left,
        measure,
        y,
    };
    text.head(s, rng.pick(&["What to expect next", "Next steps"]));
    for line in [
        "If we need your fingerprints, we mail an appointment notice to the address on file.",
        "If we need more evidence, you will find a request in your documents and in the mail.",
        "When we decide, you get an e-mail that asks you to sign in.",
    ] {
        text.item(s, "\u{2022}", line);
    }
}

/// The payments, and help at the end.
fn payments(s: &mut Sheet, rng: &mut Rng, page: &Page, top: f32, truth: &mut NoticeTruth) {
    let amount = stock::dollars(rng);
    kit::note(&mut truth.fields.amount, amount);
    let y = card(
        s,
        page,
        top,
        92.0,
        rng.pick(&["Payment", "Payment history"]),
    );
    let rows = [
        ("Amount received", amount.to_string()),
        (
            rng.pick(&["Pay.gov tracking ID", "Payment tracking number"]),
            rng.digits(12),
        ),
        ("Card", format!("ending in {}", rng.digits(4))),
    ];
    for (step, (label, value)) in rows.iter().enumerate() {
        let y = y + 18.0 * step as f32;
        s.plain(9.0, page.left + 10.0, y, label);
        s.bold(9.0, page.left + 185.0, y, value);
    }
    let left = page.left;
    let measure = 576.0 - page.left;
    let mut text = kit::Column {
        family: page.family,
        size: 8.8,
        left,
        measure,
        y: top + 124.0,
    };
    text.head(s, "Need help?");
    text.say(s, rng.pick(&[
        "Chat with Emma, or call the USCIS Contact Center at 800-375-5283.",
        "To add a case that you filed on paper, you need its receipt number and the Online Access \
        Code from your Account Access Notice. The code has 8 characters.",
        "Where is my account number? Open your profile and choose Account Information. An account \
        number has 12 digits, for example 0000 1111 2222.",
    ]));
    text.say(
        s,
        "Related: Change of address \u{b7} Ask about a case outside normal times \u{b7} \
        Reschedule biometrics \u{b7} Fee calculator \u{b7} Find a doctor",
    );
    let line = "An official website of the U.S. Department of Homeland Security";
    s.write_shaded(Face::regular(page.family), 7.6, page.left, 742.0, line, 0.3);
}
