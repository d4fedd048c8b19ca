//! Notice with a shaded column at one side where each label stands over its value.
use super::matter::*;
use super::tools::*;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// Where the column and the text stand.
struct Plan {
    cuts: Cuts,
    column: [f32; 2],
    text: [f32; 2],
}

/// The label for the filer's own account number.
fn account_label(rng: &mut Rng, case: &Case) -> String {
    let owner = role(case);
    match rng.below(6) {
        0 => "USCIS Online Account Number¹".to_string(),
        1 => format!("Online account no. of {}", owner.to_lowercase()),
        2 => "USCIS online account".to_string(),
        3 => format!("{owner} – USCIS Acct. No."),
        4 => "Your online account (USCIS)".to_string(),
        _ => "USCIS ELIS Number".to_string(),
    }
}

/// The persons and their numbers in the column.
fn persons(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, all: &mut Vec<[String; 2]>) {
    let order = rng.below(2);
    let name = named(order, &case.filer);
    notes_filer(truth, case, &name);
    all.push([role(case).to_string(), name]);
    if rng.chance(0.5) {
        truth.prints_a_number(&case.filer.a_number);
        let label = rng.pick(&["A-Number", "Alien Reg. No.", "USCIS#"]);
        let label = format!("{label} ({})", role(case).to_lowercase());
        all.push([label, alien_form(rng, &case.filer.a_number)]);
    }
    if case.is_petition {
        let name = named(order, &case.beneficiary);
        truth.fields.beneficiary = Some(name.clone());
        all.push(["Beneficiary".to_string(), name]);
        truth.prints_a_number(&case.beneficiary.a_number);
        let alien = alien_form(rng, &case.beneficiary.a_number);
        all.push(["A-Number (beneficiary)".to_string(), alien]);
    }
}

/// All that stands in the column.
fn entries(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<[String; 2]> {
    let manner = rng.below(4);
    truth.prints_receipt(&case.receipt);
    let noticed = when(manner, &case.noticed);
    let received = when(manner, &case.received);
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    truth.fields.case_type = Some(case.form_code.to_string());
    let receipt = receipt_form(rng, &case.receipt);
    let mut all = vec![
        [
            rng.pick(&["Receipt number", "Receipt", "Case no. (receipt)"])
                .to_string(),
            receipt,
        ],
        [
            rng.pick(&["Form", "Form type"]).to_string(),
            case.form_code.to_string(),
        ],
        [
            rng.pick(&["Notice date", "Dated", "Date of notice"])
                .to_string(),
            noticed,
        ],
        [
            rng.pick(&["Received", "Received date"]).to_string(),
            received,
        ],
    ];
    if rng.chance(0.35) {
        let priority = when(manner, &case.priority);
        truth.fields.priority_date = Some(priority.clone());
        all.push(["Priority date".to_string(), priority]);
    }
    persons(rng, case, truth, &mut all);
    if let Some(text) = Own::draw(rng, 46, 14).text(rng, case, truth) {
        let place = rng.between(1, all.len() as i64) as usize;
        all.insert(place, [account_label(rng, case), text]);
    }
    if rng.chance(0.35) {
        let number = attorney_account(rng, truth);
        let label = rng.pick(&[
            "Attorney's USCIS online acct.",
            "Rep. USCIS online account no.",
        ]);
        all.push([label.to_string(), number]);
    }
    if rng.chance(0.4) {
        all.push(["Print job".to_string(), rng.digits(12)]);
    }
    if rng.chance(0.3) {
        all.push(["SEVIS ID".to_string(), format!("N{}", rng.digits(10))]);
    }
    all
}

/// Draws the column with its entries.
fn column(sheet: &mut Sheet, plan: &Plan, rng: &mut Rng, case: &Case, all: &[[String; 2]]) {
    let cuts = plan.cuts;
    let [left, right] = plan.column;
    let style = rng.below(3);
    if style != 1 {
        sheet.fill([left - 8.0, 96.0, right + 8.0, 730.0], 0.91);
    } else {
        sheet.upright(right + 8.0, 96.0, 730.0, 0.8);
    }
    let label = if style == 2 { cuts.bold } else { cuts.slant };
    let value = if style == 2 { cuts.plain } else { cuts.bold };
    let pitch = (540.0 / all.len() as f32).min(38.0);
    for (number, pair) in all.iter().enumerate() {
        let y = 114.0 + pitch * number as f32;
        under(
            sheet,
            [label, value],
            [7.4, 9.6],
            [left, y],
            right - left,
            pair,
        );
    }
    let at = [left, 690.0];
    receipt_bars(
        sheet,
        Symbology::Code128,
        at,
        right - left,
        26.0,
        &case.receipt,
    );
}

/// The head above both.
fn head(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, form: &str) {
    let middle = 306.0;
    let office = center(rng);
    sheet.centred(
        cuts.bold,
        12.5,
        middle,
        46.0,
        "U.S. Citizenship and Immigration Services",
    );
    let place = format!("{} · {} · {}", office.name, office.street, office.place);
    sheet.centred(cuts.plain, 8.4, middle, 58.0, &place);
    let line = format!("Form {form}, Notice of Action");
    sheet.centred(cuts.plain, 9.0, middle, 76.0, &line);
    sheet.rule(40.0, 572.0, 84.0, 1.0);
}

/// The result: kind of notice and what is said of it.
fn outcome(rng: &mut Rng) -> (&'static str, &'static str) {
    rng.pick(&[
        (
            "Approval Notice",
            "has been approved. This notice is evidence of the approval only",
        ),
        (
            "Reopen Notice",
            "was reopened on our own motion and will be looked at again",
        ),
        ("Receipt Notice", "has been received and is being worked on"),
        (
            "Notice of Decision",
            "was decided. The decision is in the paragraphs below",
        ),
        (
            "Premium Processing Receipt",
            "will be looked at within the time of premium service",
        ),
    ])
}

/// The text beside the column.
fn text(
    sheet: &mut Sheet,
    plan: &Plan,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    footnote: bool,
) {
    let cuts = plan.cuts;
    let left = plan.text[0];
    let width = plan.text[1] - plan.text[0];
    let (kind, fact) = outcome(rng);
    truth.fields.notice_type = Some(kind.to_string());
    let lines = addressee(rng, case);
    let mut y = stack(sheet, cuts.plain, 10.0, [left + 8.0, 120.0], 12.0, &lines) + 20.0;
    if rng.chance(0.5) {
        sheet.write(cuts.bold, 14.0, left, y, kind);
    } else {
        sheet.write(cuts.bold, 10.5, left, y, &format!("Notice Type: {kind}"));
    }
    let lead = format!("The filing named {}, {fact}.", case.title);
    y = sheet.paragraph(cuts.plain, 10.0, left, y + 22.0, width, &lead) + 7.0;
    if let Some(text) = section(rng, case) {
        sheet.write(cuts.plain, 10.0, left, y, &format!("Section: {text}"));
        truth.fields.section = Some(text);
        y += 20.0;
    }
    if rng.chance(0.4) {
        let digits = rng.digits(12);
        let text = format!("The fee was paid by card; the processor's reference is {digits}.");
        y = sheet.paragraph(cuts.plain, 10.0, left, y, width, &text) + 7.0;
    }
    let count = 4 + rng.below(3);
    let more = filler(rng, count);
    y = paragraphs(sheet, cuts.plain, 10.0, plan.text, y, 650.0, &more);
    sheet.write(cuts.plain, 10.0, left, y + 8.0, "For the Director,");
    sheet.write(cuts.slant, 10.0, left, y + 22.0, "Adjudications Section");
    if footnote {
        sheet.rule(left, left + 90.0, 706.0, 0.4);
        let note = "¹ Of the person who filed. Please give it on later forms.";
        fitted(sheet, cuts.plain, 7.6, [left, 716.0], width, note);
    }
}

/// Notice with a column at the side.
pub(super) fn sidebar(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::LiberationSans,
        Family::DejaVuSerif,
        Family::Times,
        Family::Helvetica,
    ];
    let cuts = Cuts::any(rng, &faces);
    let wide = rng.uniform(158.0, 184.0);
    let plan = if rng.chance(0.6) {
        Plan {
            cuts,
            column: [48.0, 48.0 + wide],
            text: [76.0 + wide, 568.0],
        }
    } else {
        Plan {
            cuts,
            column: [564.0 - wide, 564.0],
            text: [44.0, 536.0 - wide],
        }
    };
    let mut sheet = Sheet::letter(cuts.family);
    let form = rng.pick(&["I-797", "I-797B", "I-797C"]);
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    head(&mut sheet, cuts, rng, form);
    let all = entries(rng, case, &mut truth);
    let footnote = all.iter().any(|pair| pair[0].ends_with('¹'));
    column(&mut sheet, &plan, rng, case, &all);
    text(&mut sheet, &plan, rng, case, &mut truth, footnote);
    sheet.write(cuts.plain, 7.5, 44.0, 757.0, &format!("Form {form}"));
    sheet.flush_right(cuts.plain, 7.5, 568.0, 757.0, "Page 1 of 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
