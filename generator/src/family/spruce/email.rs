//! An electronic message of the agency, printed from a mail program, with an older one quoted.
use super::kit::{self, Column, Own};
use super::stock;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What the message is about: subject, notice type, first sentence.
const NEWS: &[(&str, &str, &str)] = &[
    (
        "Receipt confirmation",
        "Receipt Confirmation",
        "we received your form and the fee.",
    ),
    (
        "Transfer of your case",
        "Transfer Notice",
        "we moved your case to another office, which has \
        more room for work of this kind. The transfer does not change your place in line.",
    ),
    (
        "Premium processing receipt",
        "Premium Processing Receipt",
        "the premium processing unit \
        received your request. The period in which we act began on the received date below.",
    ),
    (
        "Address change confirmation",
        "Change of Address Confirmation",
        "we changed the address of \
        your case. No further step is needed.",
    ),
];

/// The message.
pub(super) fn message(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
        Family::FreeSans,
    ]);
    let mut s = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let news = rng.pick(NEWS);
    kit::note(&mut truth.fields.notice_type, news.1);
    let own = kit::own(rng, case, &mut truth);
    let mut text = Column {
        family,
        size: 10.2,
        left: 48.0,
        measure: 516.0,
        y: 44.0,
    };
    head(&mut s, rng, case, &mut text, news);
    greeting(&mut s, rng, case, &mut text, news);
    facts(&mut s, rng, case, &mut text, (&own, news), &mut truth);
    advice(&mut s, rng, &mut text);
    quoted(&mut s, rng, case, &mut text, &mut truth);
    small(&mut s, rng, &mut text);
    Drawing {
        sheets: vec![s],
        truth,
    }
}

/// The mail program's head: name of the mailbox, then the lines of the message.
fn head(s: &mut Sheet, rng: &mut Rng, case: &Case, text: &mut Column, news: (&str, &str, &str)) {
    let owner = stock::title_case(&case.filer.name());
    s.bold(12.0, text.left, text.y, &owner);
    s.rule(text.left, 564.0, text.y + 6.0, 2.0);
    text.y += 24.0;
    let clock = format!(
        "{}:{} {}",
        rng.between(1, 11),
        rng.between(10, 59),
        rng.pick(&["AM", "PM"])
    );
    let sent = format!("{} {clock}", case.noticed.long());
    let to = format!(
        "{}.{}@mail.example",
        &case.filer.given[..1],
        case.filer.family.replace(' ', "")
    );
    let to = to.to_lowercase();
    let subject = format!("{} ({})", news.0, case.form_code);
    let from = rng.pick(&[
        "USCIS <noreply@notices.uscis.example>",
        "myUSCIS Notifications",
    ]);
    let rows = [
        ("From:", from),
        ("Sent:", &sent),
        ("To:", &to),
        ("Subject:", &subject),
    ];
    for (label, value) in rows {
        s.bold(text.size, text.left, text.y, label);
        s.plain(text.size, text.left + 92.0, text.y, value);
        text.y += text.size * 1.34;
    }
    if rng.chance(0.5) {
        s.bold(text.size, text.left, text.y, "Attachments:");
        let file = format!("notice_{}.pdf", rng.digits(9));
        s.plain(text.size, text.left + 92.0, text.y, &file);
        text.y += text.size * 1.34;
    }
    text.y += 16.0;
}

/// The greeting and the first sentence.
fn greeting(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    text: &mut Column,
    news: (&str, &str, &str),
) {
    let name = stock::title_case(&case.filer.name());
    text.say(s, &format!("{} {name},", rng.pick(&["Dear", "Hello"])));
    text.say(s, &format!("This is to tell you that {}", news.2));
    text.y += 4.0;
}

/// The facts, plain lines or a ruled table of two columns.
fn facts(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    text: &mut Column,
    (own, news): (&Own, (&str, &str, &str)),
    truth: &mut NoticeTruth,
) {
    let mut rows = vec![("Notice type", news.1.to_string())];
    let receipt = kit::receipt(rng, &case.receipt, truth);
    rows.push((rng.pick(&["Receipt number", "Receipt #"]), receipt));
    dates(rng, case, &mut rows, truth);
    let told = own.filled() && rng.chance(0.35);
    if told {
        let text_of = rng.pick(&[
            "The case was added to your USCIS online account, number #.",
            "Your USCIS online account number is #. The case is shown there.",
        ]);
        text.say(s, &text_of.replace('#', own.text()));
        text.y += 8.0;
    } else if own.labelled() {
        let label = rng.pick(&[
            "Your USCIS online account number",
            "USCIS online account no.",
            "Account holder's USCIS online account #",
            "USCIS Online Account Number",
        ]);
        let spot = rng.below(rows.len()) + 1;
        rows.insert(spot, (label, own.text().to_string()));
    }
    rows.push((
        rng.pick(&["Message ID", "Contact ticket", "Delivery number"]),
        rng.digits(12),
    ));
    let table = rng.chance(0.5);
    let middle = rng.uniform(262.0, 300.0);
    for (label, value) in rows {
        if table {
            s.frame([60.0, text.y - 11.0, middle, text.y + 5.0], 0.4);
            s.frame([middle, text.y - 11.0, 520.0, text.y + 5.0], 0.4);
            s.plain(9.6, 66.0, text.y, label);
            kit::fitted(
                s,
                Face::bold(text.family),
                9.6,
                [middle + 6.0, text.y],
                220.0,
                &value,
            );
            text.y += 16.0;
        } else {
            s.plain(text.size, text.left + 14.0, text.y, "-");
            let end = s.plain(text.size, text.left + 24.0, text.y, &format!("{label}:"));
            let width = 540.0 - end;
            kit::fitted(
                s,
                Face::bold(text.family),
                text.size,
                [end + 5.0, text.y],
                width,
                &value,
            );
            text.y += text.size * 1.36;
        }
    }
    text.y += 14.0;
}

/// The form, the person and the dates.
fn dates(
    rng: &mut Rng,
    case: &Case,
    rows: &mut Vec<(&'static str, String)>,
    truth: &mut NoticeTruth,
) {
    kit::note(&mut truth.fields.case_type, case.form_code);
    rows.push(("Form", case.form_code.to_string()));
    let received = case.received.long();
    let noticed = case.noticed.long();
    kit::note(&mut truth.fields.received_date, &received);
    rows.push((rng.pick(&["Received date", "Date received"]), received));
    kit::note(&mut truth.fields.notice_date, &noticed);
    rows.push(("Notice date", noticed));
    let name = case.filer.listed();
    match case.is_petition {
        true => kit::note(&mut truth.fields.petitioner, &name),
        false => kit::note(&mut truth.fields.applicant, &name),
    }
    rows.push((
        if case.is_petition {
            "Petitioner"
        } else {
            "Applicant"
        },
        name,
    ));
    if rng.chance(0.4) {
        rows.push(("A-Number", kit::a_number(rng, &case.filer, truth)));
    }
}

/// What to do next.
fn advice(s: &mut Sheet, rng: &mut Rng, text: &mut Column) {
    text.say(s, rng.pick(&[
        "To see the notice itself, sign in at my.uscis.gov. For your safety this message has no \
        link. We never ask for your password or your account number by mail.",
        "A paper notice follows by U.S. mail to the address in our records. It may take ten days. \
        Please wait for it before you call.",
        "You get this message because Form G-1145 was clipped to your filing. It is not evidence \
        of any status and gives no right to work.",
    ]));
    text.say(
        s,
        "Do not reply to this address; the mailbox is not read. To ask about a case, call \
        the USCIS Contact Center, 800-375-5283 (TTY 800-767-1833), Monday to Friday.",
    );
    text.say(s, "Thank you,");
    text.say(s, "U.S. Citizenship and Immigration Services");
}

/// An older message, quoted below.
fn quoted(s: &mut Sheet, rng: &mut Rng, case: &Case, text: &mut Column, truth: &mut NoticeTruth) {
    if rng.chance(0.4) {
        return;
    }
    let lawyer = stock::title_case(&case.attorney.0);
    let number = rng.digits(12);
    let mut lines = vec![format!("{lawyer} wrote:")];
    match rng.below(3) {
        0 => {
            let own = case::account(rng);
            truth.prints_representative_account(&own);
            lines.push("Please note our appearance (Form G-28) in this case.".into());
            lines.push(format!("Attorney's USCIS Online Account Number: {own}"));
        }
        1 => lines.push(format!(
            "The check cleared on our account {number} at First Harbor Bank."
        )),
        _ => {
            lines.push(format!(
                "The packet went by FedEx, no. {number}, and was signed for."
            ));
            lines.push(format!(
                "Please call {} ext. {}.",
                stock::phone(rng),
                rng.digits(3)
            ));
        }
    }
    text.y += 6.0;
    for line in lines {
        s.upright(text.left + 4.0, text.y - 10.0, text.y + 4.0, 1.2);
        let face = Face::italic(text.family);
        s.write(face, text.size - 0.8, text.left + 14.0, text.y, &line);
        text.y += 13.6;
    }
}

/// The small print and the printing program's foot.
fn small(s: &mut Sheet, rng: &mut Rng, text: &mut Column) {
    let mut small = Column {
        family: text.family,
        size: 7.4,
        left: 48.0,
        measure: 516.0,
        y: 700.0,
    };
    small.y = small.y.max(text.y + 20.0);
    small.say(
        s,
        &format!(
            "This message and any file attached to it are meant for the person named above. If you \
        got it by mistake, delete it. Preferences: subscriber {}-{}. USCIS, 5900 Capital Gateway \
        Drive, Camp Springs MD 20588-0009.",
            rng.digits(4),
            rng.digits(5)
        ),
    );
    s.centred(Face::regular(text.family), 8.0, 306.0, 770.0, "1");
}
