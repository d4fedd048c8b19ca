//! A notice of the on-line account: cards with shaded title bars, a QR block, running heads.
use super::kit::{At, Leaf};
use super::prose;
use super::words::{self, Own};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// A line of a card: its label and its value.
type Row = (String, String);

/// The look of the cards.
struct Look {
    shade: f32,
    beside: bool,
    size: f32,
}

/// Draws the notice on two pages.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::DejaVuSansCondensed,
        Family::LiberationSans,
        Family::DejaVuSans,
    ]);
    let look = Look {
        shade: rng.pick(&[0.25, 0.82, 0.9]),
        beside: rng.chance(0.5),
        size: rng.uniform(8.2, 9.2),
    };
    let mut truth = words::truth("I-797C", case);
    let mut first = Leaf::new(family);
    running(&mut first, case, 1);
    title(&mut first, rng, &mut truth);
    let account = account_card(rng, case, &mut truth);
    let summary = summary_card(rng, case, &mut truth);
    let people = people_card(rng, case, &mut truth);
    let y = 150.0;
    let a = card(
        &mut first,
        &look,
        [36.0, y, 300.0],
        "Case summary",
        &summary,
    );
    let b = card(
        &mut first,
        &look,
        [312.0, y, 576.0],
        "Account holder",
        &account,
    );
    let y = a.max(b) + 12.0;
    let a = card(
        &mut first,
        &look,
        [36.0, y, 300.0],
        "People on this case",
        &people,
    );
    let paid = payment_card(rng, &mut truth);
    let b = card(&mut first, &look, [312.0, y, 576.0], "Payments", &paid);
    let mention = rng.chance(0.5);
    let texts = prose::receipt(rng, 5, mention);
    first.prose(look.size, (36.0, a.max(b) + 26.0), 540.0, &texts);
    let second = back(rng, case, family, &look);
    Drawing {
        sheets: vec![first.sheet, second.sheet],
        truth,
    }
}

/// The running head and foot.
fn running(leaf: &mut Leaf, case: &Case, page: usize) {
    let head = format!("{}  |  Case {}", case.noticed.numeric(), case.receipt);
    leaf.grey(false, 7.0, (36.0, 28.0), &head, 0.35);
    leaf.right(false, 7.0, (576.0, 28.0), "USCIS online notices");
    leaf.sheet.rule(36.0, 576.0, 33.0, 0.4);
    leaf.sheet.rule(36.0, 576.0, 756.0, 0.4);
    let link = format!(
        "https://my.uscis.gov/account/notices/{}",
        case.receipt.to_lowercase()
    );
    leaf.grey(false, 6.5, (36.0, 765.0), &link, 0.35);
    leaf.right(false, 6.5, (576.0, 765.0), &format!("{page}/2"));
}

/// The agency, the title and the QR block.
fn title(leaf: &mut Leaf, rng: &mut Rng, truth: &mut NoticeTruth) {
    let kind = rng.pick(&["Receipt Notice", "Transfer Notice", "Welcome Notice"]);
    truth.fields.notice_type = Some(kind.into());
    leaf.sheet.bold(
        11.0,
        36.0,
        56.0,
        "U.S. Citizenship and Immigration Services",
    );
    leaf.sheet.bold(20.0, 36.0, 86.0, kind);
    leaf.sheet
        .plain(8.5, 36.0, 102.0, "Form I-797C, Notice of Action");
    leaf.sheet.plain(8.0, 36.0, 120.0, prose::BANNER);
    leaf.qr(rng, (506.0, 46.0), 70.0);
    leaf.mid(false, 6.0, (541.0, 126.0), "Scan to open your case");
}

/// Draws a card ([left, top, right]) and returns its bottom.
fn card(leaf: &mut Leaf, look: &Look, at: [f32; 3], name: &str, rows: &[Row]) -> f32 {
    let [left, top, right] = at;
    let pitch = if look.beside {
        look.size * 1.9
    } else {
        look.size * 2.7
    };
    let bottom = top + 26.0 + pitch * rows.len() as f32;
    leaf.sheet.frame([left, top, right, bottom], 0.5);
    leaf.band(
        [left, top, right, top + 17.0],
        look.shade,
        look.size + 0.6,
        name,
    );
    let mut y = top + 17.0 + pitch * 0.75;
    for (label, value) in rows {
        row(
            leaf,
            look,
            (left + 8.0, y),
            right - left - 16.0,
            (label, value),
        );
        y += pitch;
    }
    bottom
}

/// One line of a card: the value beside or under its label.
fn row(leaf: &mut Leaf, look: &Look, at: At, width: f32, row: (&str, &str)) {
    let (x, y) = at;
    if look.beside {
        leaf.put(false, look.size * 0.92, at, width * 0.49, row.0);
        leaf.put(true, look.size, (x + width * 0.5, y), width * 0.5, row.1);
    } else {
        let size = look.size * 0.78;
        leaf.grey(false, size, (x, y - look.size * 0.55), row.0, 0.3);
        leaf.put(
            true,
            look.size * 1.05,
            (x, y + look.size * 0.6),
            width,
            row.1,
        );
    }
}

/// Makes a line of a card.
fn line(label: &str, value: &str) -> Row {
    (label.into(), value.into())
}

/// Number, form and dates.
fn summary_card(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Row> {
    let way = rng.below(2);
    let noticed = words::dated(way, &case.noticed);
    let received = words::dated(way, &case.received);
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    let mut rows = vec![
        line(words::receipt_label(rng), &words::receipt(rng, case)),
        line("Form", case.form_code),
        line(words::received_label(rng), &received),
        line(words::noticed_label(rng), &noticed),
    ];
    if rng.chance(0.4) {
        rows.push(line(
            "Submitted",
            rng.pick(&["Online", "By mail", "Online (representative)"]),
        ));
    }
    rows
}

/// Who holds the account, and its number.
fn account_card(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Row> {
    let name = case.filer.name();
    words::note_filer(truth, case, &name);
    let mut rows = vec![line("Name", &name), line("Role", words::role(case))];
    let own = words::own(rng, case, truth, (0.6, 0.16));
    if own == Own::Absent {
        let text = rng.pick(&["Not yet linked to this case", "Sign in to see it"]);
        rows.push(line("Online access", text));
    } else {
        let label = rng.pick(&[
            "USCIS Online Account",
            "Online Account ID",
            "USCIS account no.",
            "USCIS Online Account Number",
        ]);
        rows.push(line(label, &words::own_value(rng, case, own)));
    }
    if rng.chance(0.45) {
        let digits = case::account(rng).to_string();
        truth.prints_representative_account(&digits);
        rows.push(line("Attorney", &case.attorney.0));
        rows.push(line("Attorney's Online Account No.", &digits));
    }
    rows
}

/// The persons with their A-Numbers.
fn people_card(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Row> {
    let label = words::alien_label(rng);
    let person = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    let mut rows = Vec::new();
    if case.is_petition {
        truth.fields.beneficiary = Some(person.name());
        rows.push(line("Beneficiary", &person.name()));
    }
    truth.prints_a_number(&person.a_number);
    rows.push(line(label, &words::alien(rng, &person.a_number)));
    rows.push(line("Date of birth", &person.born.numeric()));
    rows
}

/// The payment with its tracking number.
fn payment_card(rng: &mut Rng, truth: &mut NoticeTruth) -> Vec<Row> {
    let amount = words::money(rng);
    truth.fields.amount = Some(amount.clone());
    let label = rng.pick(&[
        "Pay.gov tracking ID",
        "Payment reference",
        "Agency tracking ID",
    ]);
    vec![
        line("Amount received", &amount),
        line(label, &rng.digits(12)),
        line("Card ending", &format!("**** {}", rng.digits(4))),
    ]
}

/// The second page: questions and answers.
fn back(rng: &mut Rng, case: &Case, family: Family, look: &Look) -> Leaf {
    let mut leaf = Leaf::new(family);
    running(&mut leaf, case, 2);
    leaf.sheet
        .bold(13.0, 36.0, 62.0, "Questions that people ask");
    let asked = [
        (
            "Where do I find my online account number?",
            prose::MENTIONS[2],
        ),
        ("What does it look like?", prose::MENTIONS[1]),
        ("Must I have an account?", prose::MENTIONS[5]),
        ("What if I move?", prose::RECEIPT[4]),
        ("Is this notice proof of status?", prose::RECEIPT[0]),
    ];
    let mut y = 76.0;
    for (question, answer) in asked.iter().skip(rng.below(2)) {
        leaf.band([36.0, y, 576.0, y + 16.0], look.shade, look.size, question);
        y = leaf.para(look.size, (42.0, y + 30.0), 528.0, answer) + 6.0;
    }
    leaf.sheet
        .plain(look.size, 36.0, y + 12.0, &prose::telephone(rng));
    leaf
}
