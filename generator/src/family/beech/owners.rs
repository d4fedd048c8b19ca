//! A notice with a table of parties: a row for each fact, a column for each party.
use super::kit::Leaf;
use super::prose;
use super::words::{self, Own};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSansNarrow,
        Family::DejaVuSansCondensed,
        Family::Helvetica,
    ]);
    let mut leaf = Leaf::new(family);
    let mut truth = words::truth("I-797", case);
    let kind = rng.pick(&["Transfer Notice", "Approval Notice", "Reopen Notice"]);
    truth.fields.notice_type = Some(kind.into());
    head(&mut leaf, rng);
    let y = margin(&mut leaf, rng, case, &mut truth, kind);
    let y = parties(&mut leaf, rng, case, &mut truth, y + 18.0);
    let last = match kind {
        "Transfer Notice" => {
            "We have sent your case to the office named above to speed up its \
            processing. That office will write to you."
        }
        "Approval Notice" => {
            "We have approved the filing named above. We will send the file on, \
            or make the card, as the instructions of the form say."
        }
        _ => "We have opened this case again on our own motion. You need not pay a fee.",
    };
    let mention = rng.pick(&prose::MENTIONS);
    let y = leaf.prose(
        9.5,
        (44.0, y + 24.0),
        524.0,
        &[last, prose::RECEIPT[1], prose::RECEIPT[2], mention],
    );
    foot(&mut leaf, rng, case, y);
    Drawing {
        sheets: vec![leaf.sheet],
        truth,
    }
}

/// Letterhead in four columns of small print.
fn head(leaf: &mut Leaf, rng: &mut Rng) {
    let [name, street, town] = words::office(rng);
    leaf.sheet.bold(13.0, 44.0, 48.0, "USCIS");
    leaf.sheet.upright(96.0, 34.0, 64.0, 0.6);
    leaf.lines(
        7.0,
        (104.0, 42.0),
        9.0,
        &["Department of", "Homeland Security"],
    );
    leaf.sheet.upright(196.0, 34.0, 64.0, 0.6);
    leaf.lines(7.0, (204.0, 42.0), 9.0, &[name, street, town]);
    leaf.sheet.upright(370.0, 34.0, 64.0, 0.6);
    leaf.lines(
        7.0,
        (378.0, 42.0),
        9.0,
        &["Tel. 800-375-5283", "TTY 800-767-1833"],
    );
    leaf.right(true, 10.0, (568.0, 48.0), "Form I-797");
    leaf.right(false, 8.0, (568.0, 59.0), "Notice of Action");
}

/// Labels that end at a common edge, values that begin right of it.
fn margin(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, kind: &str) -> f32 {
    let way = rng.below(3);
    let noticed = words::dated(way, &case.noticed);
    let received = words::dated(way, &case.received);
    let rows = [
        ("Notice Type", kind.to_string()),
        (words::receipt_label(rng), words::receipt(rng, case)),
        ("Form", words::kind(case)),
        (words::received_label(rng), received.clone()),
        (words::noticed_label(rng), noticed.clone()),
    ];
    truth.fields.notice_date = Some(noticed);
    truth.fields.received_date = Some(received);
    let edge = rng.uniform(126.0, 150.0);
    let pitch = rng.uniform(13.0, 16.0);
    let mut y = 92.0;
    for (label, value) in &rows {
        leaf.right(false, 8.5, (edge, y), label);
        leaf.put(true, 9.5, (edge + 10.0, y), 558.0 - edge, value);
        y += pitch;
    }
    leaf.sheet.upright(edge + 5.0, 82.0, y - pitch + 4.0, 0.8);
    y
}

/// The table of the parties.
fn parties(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, top: f32) -> f32 {
    let filer = case.filer.listed();
    words::note_filer(truth, case, &filer);
    truth.prints_a_number(&case.filer.a_number);
    let own = words::own(rng, case, truth, (0.5, 0.26));
    let alien = words::alien(rng, &case.filer.a_number);
    let mut columns = vec![[
        words::role(case).to_uppercase(),
        filer,
        alien,
        case.filer.born.numeric(),
        words::own_value(rng, case, own),
        town(case),
    ]];
    if case.is_petition {
        let name = case.beneficiary.listed();
        truth.fields.beneficiary = Some(name.clone());
        truth.prints_a_number(&case.beneficiary.a_number);
        columns.push([
            "BENEFICIARY".into(),
            name,
            words::alien(rng, &case.beneficiary.a_number),
            case.beneficiary.born.numeric(),
            "—".into(),
            "—".into(),
        ]);
    }
    let shown = own != Own::Absent && rng.chance(0.75);
    let digits = if shown {
        case::account(rng).to_string()
    } else {
        String::new()
    };
    if shown {
        truth.prints_representative_account(&digits);
    }
    columns.push([
        "REPRESENTATIVE".into(),
        case.attorney.0.clone(),
        "—".into(),
        "—".into(),
        digits,
        case.attorney.1.clone(),
    ]);
    let mut labels = vec![
        (0, ""),
        (1, "Name"),
        (2, words::alien_label(rng)),
        (3, "Date of birth"),
    ];
    if own != Own::Absent {
        let label = rng.pick(&[
            "USCIS Online Account No.",
            "Online Account Number (own)",
            "myUSCIS account number",
            "USCIS Online Acct. ID",
        ]);
        labels.insert(2 + rng.below(3), (4, label));
    } else if rng.chance(0.6) {
        labels.push((6, "Payment tracking no."));
    }
    labels.push((5, "City / firm"));
    draw_table(leaf, rng, &labels, &columns, top)
}

/// City and ZIP code of the filer.
fn town(case: &Case) -> String {
    case.address[1].clone()
}

/// Draws rows of labels and cells; row 6 is a payment number for the first party only.
fn draw_table(
    leaf: &mut Leaf,
    rng: &mut Rng,
    labels: &[(usize, &str)],
    columns: &[[String; 6]],
    top: f32,
) -> f32 {
    let row = rng.uniform(17.0, 22.0);
    let (first, full) = (118.0, 524.0);
    let width = (full - first) / columns.len() as f32;
    let shade = rng.pick(&[0.2, 0.85]);
    leaf.sheet.fill([44.0, top, 568.0, top + row], shade);
    let payment = rng.digits(12);
    for (line, (fact, label)) in labels.iter().enumerate() {
        let y = top + line as f32 * row;
        let base = y + row * 0.66;
        leaf.put(false, 8.0, (48.0, base), first - 8.0, label);
        for (index, column) in columns.iter().enumerate() {
            let x = 44.0 + first + index as f32 * width;
            leaf.sheet.upright(x, y, y + row, 0.4);
            let text = match fact {
                6 if index == 0 => payment.as_str(),
                6 => "—",
                _ => column[*fact].as_str(),
            };
            if line == 0 {
                let ink = if shade < 0.5 { 1.0 } else { 0.0 };
                leaf.grey(true, 8.0, (x + 5.0, base), text, ink);
            } else {
                leaf.put(false, 9.0, (x + 5.0, base), width - 9.0, text);
            }
        }
        leaf.sheet.rule(44.0, 568.0, y + row, 0.4);
    }
    let bottom = top + labels.len() as f32 * row;
    leaf.sheet.frame([44.0, top, 568.0, bottom], 0.8);
    bottom
}

/// The window address at the foot of the page, bars and form line.
fn foot(leaf: &mut Leaf, rng: &mut Rng, case: &Case, y: f32) {
    let top = (y + 20.0).max(600.0);
    leaf.mail_bars(rng, (64.0, top));
    let to_attorney = rng.chance(0.5);
    leaf.lines(
        10.0,
        (64.0, top + 20.0),
        12.0,
        &words::addressee(case, to_attorney),
    );
    leaf.bars(Symbology::Code39, (350.0, top), 0.85, 28.0, &case.receipt);
    leaf.sheet
        .plain(7.5, 350.0, top + 38.0, &format!("*{}*", case.receipt));
    leaf.sheet.plain(
        7.0,
        44.0,
        756.0,
        &format!("Form I-797 {}", words::edition(case)),
    );
    leaf.right(false, 7.0, (568.0, 756.0), "Page 1 of 1");
}
