//! Interview notice: each value stands on a line, its caption in small type under the line.
use super::matter::*;
use super::tools::*;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LEFT: f32 = 46.0;
const RIGHT: f32 = 566.0;

/// A value on a rule, its caption beneath.
fn slot(sheet: &mut Sheet, cuts: Cuts, span: [f32; 2], y: f32, pair: &[String; 2]) {
    let width = span[1] - span[0] - 6.0;
    fitted(sheet, cuts.bold, 10.0, [span[0] + 3.0, y], width, &pair[1]);
    sheet.rule(span[0], span[1], y + 3.5, 0.5);
    fitted(
        sheet,
        cuts.plain,
        6.6,
        [span[0] + 3.0, y + 11.0],
        width,
        &pair[0],
    );
}

/// The captions for the account number.
fn account_caption(rng: &mut Rng, case: &Case) -> String {
    let owner = role(case);
    match rng.below(6) {
        0 => format!("{owner}'s USCIS online account number"),
        1 => format!("USCIS ONLINE ACCOUNT NO. OF {}", owner.to_uppercase()),
        2 => "Online account no. with USCIS (12 digits, if assigned)".to_string(),
        3 => "USCIS Online Account ID".to_string(),
        4 => format!("Account number, {} (my.uscis.gov)", owner.to_lowercase()),
        _ => "Your USCIS online acct. #".to_string(),
    }
}

/// All captions with their values, in order.
fn slots(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, manner: usize) -> Vec<[String; 2]> {
    let mut all = Vec::new();
    truth.prints_receipt(&case.receipt);
    let label = rng.pick(&[
        "Receipt number of this case",
        "Receipt no.",
        "CASE RECEIPT NUMBER",
    ]);
    all.push([label.into(), receipt_form(rng, &case.receipt)]);
    let noticed = when(manner, &case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    all.push([
        rng.pick(&["Date of this notice", "Notice date", "NOTICE DATED"])
            .into(),
        noticed,
    ]);
    truth.fields.case_type = Some(case.form_code.to_string());
    all.push([
        "Form and type of case".into(),
        format!("{}, {}", case.form_code, case.title),
    ]);
    let order = rng.below(2);
    let name = named(order, &case.filer);
    notes_filer(truth, case, &name);
    all.push([format!("{} (full legal name)", role(case)), name]);
    persons(rng, case, truth, order, &mut all);
    let own = Own::draw(rng, 45, 22);
    if let Some(text) = own.text(rng, case, truth) {
        let caption = account_caption(rng, case);
        all.insert(rng.between(2, all.len() as i64) as usize, [caption, text]);
    }
    if rng.chance(0.4) {
        let attorney = attorney_account(rng, truth);
        all.push([
            "Attorney of record: USCIS online account number".into(),
            attorney,
        ]);
    }
    all
}

/// The A-Number and the beneficiary.
fn persons(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    order: usize,
    all: &mut Vec<[String; 2]>,
) {
    let holder = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    let mut label = rng
        .pick(&["Alien registration number", "A-Number", "A-File No."])
        .to_string();
    if case.is_petition {
        let name = named(order, holder);
        truth.fields.beneficiary = Some(name.clone());
        all.push(["Beneficiary (full legal name)".into(), name]);
        label += ", beneficiary";
    }
    truth.prints_a_number(&holder.a_number);
    all.push([label, alien_form(rng, &holder.a_number)]);
}

/// Puts the slots in two columns, a long value on a row of its own; gives the next baseline.
fn grid(sheet: &mut Sheet, cuts: Cuts, all: &[[String; 2]], top: f32) -> f32 {
    let middle = (LEFT + RIGHT) / 2.0 - 30.0;
    let mut y = top;
    let mut left = true;
    for pair in all {
        let long = cuts.bold.width(&pair[1], 10.0) > middle - LEFT - 8.0;
        if long && !left {
            y += 33.0;
        }
        match (long, left || long) {
            (true, _) => slot(sheet, cuts, [LEFT, RIGHT], y, pair),
            (_, true) => slot(sheet, cuts, [LEFT, middle], y, pair),
            _ => slot(sheet, cuts, [middle + 14.0, RIGHT], y, pair),
        }
        if long || !left {
            y += 33.0;
        }
        left = long || !left;
    }
    if left { y } else { y + 33.0 }
}

/// The head: agency left, office right, the title on a band.
fn head(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, office: Office) -> &'static str {
    sheet.write(
        cuts.plain,
        8.0,
        LEFT,
        44.0,
        "Department of Homeland Security",
    );
    sheet.write(
        cuts.bold,
        12.0,
        LEFT,
        58.0,
        "U.S. Citizenship and Immigration Services",
    );
    for (number, line) in [office.name, office.street, office.place]
        .into_iter()
        .enumerate()
    {
        sheet.flush_right(cuts.plain, 8.0, RIGHT, 42.0 + 10.0 * number as f32, line);
    }
    let title = rng.pick(&[
        "Request for Applicant to Appear for Initial Interview",
        "Notice of Interview Appointment",
        "Interview Appointment Notice",
        "Request to Appear for Interview",
    ]);
    let dark = rng.chance(0.5);
    sheet.fill([LEFT, 74.0, RIGHT, 95.0], if dark { 0.0 } else { 0.88 });
    let x = (LEFT + RIGHT - cuts.bold.width(title, 12.0)) / 2.0;
    sheet.write_shaded(
        cuts.bold,
        12.0,
        x,
        89.0,
        title,
        if dark { 1.0 } else { 0.0 },
    );
    title
}

/// The box with date, time and place of the interview.
fn appointment(
    sheet: &mut Sheet,
    cuts: Cuts,
    rng: &mut Rng,
    date: String,
    truth: &mut NoticeTruth,
    office: Office,
    top: f32,
) -> f32 {
    let time = rng.pick(&["8:15 AM", "9:00 AM", "10:45 AM", "1:30 PM", "2:20 PM"]);
    truth.fields.appointment_date = Some(date.clone());
    truth.fields.appointment_time = Some(time.to_string());
    sheet.frame([LEFT, top, RIGHT, top + 62.0], 1.2);
    let middle = LEFT + 250.0;
    let lead = rng.pick(&[
        "You are to appear",
        "Please come to the office below",
        "PLEASE APPEAR",
    ]);
    sheet.write(cuts.slant, 9.0, LEFT + 8.0, top + 14.0, lead);
    sheet.write(cuts.plain, 9.0, LEFT + 8.0, top + 32.0, "ON:");
    sheet.write(cuts.bold, 11.0, LEFT + 40.0, top + 32.0, &date);
    sheet.write(cuts.plain, 9.0, LEFT + 8.0, top + 50.0, "AT:");
    sheet.write(cuts.bold, 11.0, LEFT + 40.0, top + 50.0, time);
    sheet.upright(middle, top, top + 62.0, 0.6);
    let place = ["USCIS", office.name, office.street, office.place];
    stack(
        sheet,
        cuts.plain,
        9.5,
        [middle + 10.0, top + 15.0],
        13.0,
        &place,
    );
    top + 62.0
}

/// The list of things to bring, each with a box to tick.
fn check_list(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, top: f32) -> f32 {
    let things = [
        "This notice, every page, and a government-issued photo identification.",
        "Your passport and any Form I-94 with the 11-character number printed on it.",
        "Originals of the civil documents that you sent with the form, with translations.",
        "Your Permanent Resident Card, if you have one (card numbers look like SRC0000000000).",
        "Tax transcripts for the last three years and evidence of your marriage, if any.",
        "A sealed Form I-693, unless you have already given it to us.",
        "If you use a USCIS online account, the Account Access Notice that shows its number.",
    ];
    let first = rng.below(2);
    let mut y = top;
    for thing in &things[first..first + 5 + rng.below(2)] {
        sheet.frame([LEFT + 4.0, y - 7.0, LEFT + 12.0, y + 1.0], 0.6);
        y = sheet.paragraph(cuts.plain, 9.0, LEFT + 20.0, y, RIGHT - LEFT - 24.0, thing) + 3.0;
    }
    y
}

/// The foot with the form's name, the bars and the page.
fn foot(sheet: &mut Sheet, cuts: Cuts, case: &Case, page: usize, of: usize) {
    receipt_bars(
        sheet,
        Symbology::Code128,
        [LEFT, 716.0],
        170.0,
        22.0,
        &case.receipt,
    );
    sheet.rule(LEFT, RIGHT, 746.0, 0.8);
    sheet.write(cuts.plain, 7.5, LEFT, 757.0, "Form I-797C   04/01/19");
    sheet.flush_right(
        cuts.plain,
        7.5,
        RIGHT,
        757.0,
        &format!("Page {page} of {of}"),
    );
}

/// What follows the list: telephone, and what happens to those who stay away.
fn prose(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, top: f32) {
    let text = format!(
        "If you cannot come on this day, write to this office or call 1-800-375-5283 (TTY \
         1-800-767-1833) at once. If you do not appear, your case may be denied as abandoned \
         under 8 CFR 103.2(b)(13). For directions the duty desk answers at {}. Persons with a \
         hearing impairment may ask for an interpreter ten days before.",
        phone(rng)
    );
    let y = sheet.paragraph(cuts.plain, 9.0, LEFT, top, RIGHT - LEFT, &text) + 6.0;
    let more = filler(rng, 4);
    paragraphs(sheet, cuts.plain, 9.0, [LEFT, RIGHT], y, 704.0, &more);
}

/// The second page: rules of the interview under a running head.
fn second(cuts: Cuts, case: &Case, truth: &NoticeTruth) -> Sheet {
    let mut sheet = Sheet::letter(cuts.family);
    sheet.write(
        cuts.bold,
        9.0,
        LEFT,
        44.0,
        "What you should know before the interview",
    );
    let name = truth.fields.notice_type.clone().unwrap_or_default();
    sheet.flush_right(cuts.slant, 8.0, RIGHT, 44.0, &name);
    sheet.rule(LEFT, RIGHT, 50.0, 0.8);
    let parts = [
        "An officer will place you under oath and go through the answers on your form. You may \
         bring an attorney or accredited representative who has filed Form G-28.",
        "Bring an interpreter if you do not speak English well. The interpreter must be at least \
         18 years old and must not be a witness in your case.",
        "Telling us your new address: use Form AR-11 or your online account within 10 days of a \
         move. The post does not forward our letters. You do not need an account number to call.",
        "Do not bring cameras, weapons, or food. Leave time for the security check at the door.",
    ];
    let mut y = 72.0;
    for part in parts {
        y = sheet.paragraph(cuts.plain, 10.0, LEFT, y, RIGHT - LEFT, part) + 8.0;
    }
    foot(&mut sheet, cuts, case, 2, 2);
    sheet
}

/// Interview notice with captions under the values.
pub(super) fn interview(rng: &mut Rng, case: &Case) -> Drawing {
    let cuts = Cuts::any(
        rng,
        &[Family::Times, Family::LiberationSerif, Family::DejaVuSerif],
    );
    let mut sheet = Sheet::letter(cuts.family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let office = field_office(rng);
    let manner = rng.below(4);
    let title = head(&mut sheet, cuts, rng, office);
    truth.fields.notice_type = Some(title.to_string());
    let mut y = 122.0;
    let all = slots(rng, case, &mut truth, manner);
    y = grid(&mut sheet, cuts, &all, y);
    let lines = addressee(rng, case);
    y = stack(
        &mut sheet,
        cuts.plain,
        10.0,
        [LEFT + 30.0, y + 4.0],
        12.0,
        &lines,
    ) + 4.0;
    let date = when(manner, &case.noticed.later(1, rng.between(2, 20)));
    y = appointment(&mut sheet, cuts, rng, date, &mut truth, office, y) + 20.0;
    sheet.write(
        cuts.bold,
        10.0,
        LEFT,
        y,
        "Bring with you, as far as it applies to you:",
    );
    y = check_list(&mut sheet, cuts, rng, y + 16.0);
    prose(&mut sheet, cuts, rng, y + 8.0);
    let of = 1 + rng.below(2);
    foot(&mut sheet, cuts, case, 1, of);
    let mut sheets = vec![sheet];
    if of == 2 {
        sheets.push(second(cuts, case, &truth));
    }
    Drawing { sheets, truth }
}
