//! The receipt for the immigrant fee, paid before travel on a visa: tiles and a table of people.
use super::kit::{self, Column, Own};
use super::stock;
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The fee receipt.
pub(super) fn receipt(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
        Family::Helvetica,
    ]);
    let mut s = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let own = kit::own(rng, case, &mut truth);
    head(&mut s, rng, family, &mut truth);
    let number = stock::ioe(rng, case);
    let noticed = case.noticed.long();
    let total = tiles(&mut s, rng, family, (&number, &noticed), &mut truth);
    let y = payer(&mut s, rng, case, family, &own);
    let y = table(&mut s, rng, case, family, (y, total), &mut truth);
    body(&mut s, rng, family, y);
    foot(&mut s, family);
    Drawing {
        sheets: vec![s],
        truth,
    }
}

/// The band with the title.
fn head(s: &mut Sheet, rng: &mut Rng, family: Family, truth: &mut NoticeTruth) {
    s.fill([0.0, 0.0, 612.0, 62.0], 0.9);
    s.bold(
        15.0,
        46.0,
        36.0,
        "U.S. Citizenship and Immigration Services",
    );
    s.plain(
        9.0,
        46.0,
        50.0,
        "USCIS Electronic Immigration System (USCIS ELIS)",
    );
    let title = rng.pick(&[
        "USCIS Immigrant Fee Receipt",
        "Immigrant Fee: Payment Receipt",
        "PAYMENT RECEIPT - USCIS IMMIGRANT FEE",
    ]);
    kit::note(&mut truth.fields.notice_type, title);
    s.centred(Face::bold(family), 13.0, 306.0, 88.0, title);
}

/// Three tiles; returns the number of people paid for.
fn tiles(
    s: &mut Sheet,
    rng: &mut Rng,
    family: Family,
    (number, noticed): (&str, &str),
    truth: &mut NoticeTruth,
) -> usize {
    let people = rng.below(4) + 1;
    let amount = format!("${}.00", 220 * people);
    truth.prints_receipt(number);
    kit::note(&mut truth.fields.notice_date, noticed);
    kit::note(&mut truth.fields.amount, &amount);
    let mut tiles = [
        (
            rng.pick(&["RECEIPT NUMBER", "Receipt Number"]),
            number.to_string(),
        ),
        (
            rng.pick(&["NOTICE DATE", "Date of Notice"]),
            noticed.to_string(),
        ),
        (
            rng.pick(&["TOTAL AMOUNT RECEIVED", "Amount received"]),
            amount,
        ),
    ];
    tiles.rotate_left(rng.below(3));
    for (step, (label, value)) in tiles.iter().enumerate() {
        let left = 46.0 + 176.0 * step as f32;
        s.frame([left, 104.0, left + 168.0, 150.0], 1.0);
        s.write(Face::regular(family), 7.4, left + 9.0, 118.0, label);
        kit::fitted(
            s,
            Face::bold(family),
            13.0,
            [left + 9.0, 138.0],
            150.0,
            value,
        );
    }
    people
}

/// Who paid and how, in two columns with the labels above the values.
fn payer(s: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, own: &Own) -> f32 {
    let mut cells = vec![
        ("Paid by", stock::title_case(&case.filer.name())),
        (
            rng.pick(&["Pay.gov Tracking ID", "Agency Tracking ID"]),
            rng.digits(12),
        ),
        ("Payment method", format!("Card ending {}", rng.digits(4))),
    ];
    if rng.chance(0.5) {
        cells.push(("Card authorization", rng.digits(6)));
    }
    if rng.chance(0.4) {
        cells.push(("Merchant account no.", rng.digits(12)));
    }
    if own.labelled() {
        let label = rng.pick(&[
            "Your USCIS Online Account Number",
            "USCIS ELIS Account Number",
            "USCIS Online Account No. of payer",
            "Your USCIS online account (ID)",
        ]);
        let spot = rng.below(cells.len()) + 1;
        cells.insert(spot, (label, own.text().to_string()));
    }
    let columns = rng.below(2) + 2;
    let pitch = 522.0 / columns as f32;
    for (spot, (label, value)) in cells.iter().enumerate() {
        let x = 46.0 + pitch * (spot % columns) as f32;
        let y = 176.0 + 34.0 * (spot / columns) as f32;
        s.rule(x, x + pitch - 12.0, y - 10.0, 0.4);
        kit::fitted(s, Face::italic(family), 7.8, [x, y], pitch - 14.0, label);
        kit::fitted(
            s,
            Face::regular(family),
            10.0,
            [x, y + 14.0],
            pitch - 14.0,
            value,
        );
    }
    176.0 + 34.0 * cells.len().div_ceil(columns) as f32 + 14.0
}

/// The people for whom the fee was paid.
fn table(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    (top, count): (f32, usize),
    truth: &mut NoticeTruth,
) -> f32 {
    let post = rng.pick(stock::POSTS);
    let nvc = stock::nvc_case(rng, post.0, case.received.year);
    let edges = [46.0, 70.0, 236.0, 338.0, 452.0, 568.0];
    let name = rng.pick(&["Immigrant", "Name of Immigrant"]);
    let heads = [
        "#",
        name,
        rng.pick(&["A-Number", "Alien Number"]),
        "DOS Case ID",
        "Fee",
    ];
    s.fill([46.0, top, 568.0, top + 17.0], 0.25);
    for (cell, edge) in heads.iter().zip(edges) {
        s.write_shaded(Face::bold(family), 8.4, edge + 4.0, top + 12.0, cell, 1.0);
    }
    let mut y = top + 17.0;
    for step in 0..count {
        let person = member(rng, case, step);
        let number = kit::a_number(rng, &person, truth);
        let cells = [
            &(step + 1).to_string(),
            &person.listed(),
            &number,
            &nvc,
            "$220.00",
        ];
        if step % 2 == 1 {
            s.fill([46.0, y, 568.0, y + 17.0], 0.95);
        }
        for (cell, edge) in cells.iter().zip(edges.windows(2)) {
            let width = edge[1] - edge[0] - 8.0;
            kit::fitted(
                s,
                Face::regular(family),
                9.0,
                [edge[0] + 4.0, y + 12.0],
                width,
                cell,
            );
        }
        y += 17.0;
    }
    s.rule(46.0, 568.0, y, 0.8);
    y + 28.0
}

/// The payer first, then relatives.
fn member(rng: &mut Rng, case: &Case, step: usize) -> Person {
    if step == 0 {
        case.filer.clone()
    } else {
        case.filer.relative(rng)
    }
}

/// What the payer should know.
fn body(s: &mut Sheet, rng: &mut Rng, family: Family, y: f32) {
    let mut text = Column {
        family,
        size: 9.8,
        left: 46.0,
        measure: 522.0,
        y,
    };
    text.head(s, "Thank you for your payment.");
    text.say(
        s,
        "The fee pays for the handling of the visa packet that you carry from the U.S. \
        embassy or consulate, and for making your Permanent Resident Card. The card is mailed to \
        the address that you gave at the port of entry, usually within 90 days of arrival.",
    );
    text.head(
        s,
        rng.pick(&["Keep these numbers apart", "About the numbers on this page"]),
    );
    text.item(
        s,
        "\u{2022}",
        "The A-Number is the letter A and 8 or 9 digits. It stands on the \
        immigrant data summary, on the visa packet, and on the visa itself (registration number).",
    );
    text.item(
        s,
        "\u{2022}",
        "The DOS Case ID has three letters and ten digits, or for diversity \
        visas four digits, two letters and five digits (2016AF00012345). USCIS does not assign it.",
    );
    text.item(
        s,
        "\u{2022}",
        rng.pick(&[
            "The tracking ID of the payment is for your bank only.",
            "A USCIS online account number has 12 digits and is shown in the account's profile.",
            "The visa foil number (8 digits, in red) is not used for this fee.",
        ]),
    );
    text.y += 6.0;
    text.head(s, "If you have not received your card");
    let phone = stock::phone(rng);
    text.say(s, &format!(
        "Call 1-800-375-5283 in the United States, or {phone} from abroad, and have this receipt \
        at hand. Do not pay twice: fees are not refunded, whether or not the visa is used."
    ));
}

/// The foot.
fn foot(s: &mut Sheet, family: Family) {
    s.fill([0.0, 762.0, 612.0, 792.0], 0.9);
    let face = Face::regular(family);
    s.write(face, 7.6, 46.0, 778.0, "uscis.gov/uscis-immigrant-fee");
    s.flush_right(
        face,
        7.6,
        568.0,
        778.0,
        "This receipt is not evidence of immigration status.",
    );
}
