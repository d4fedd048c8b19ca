//! Account Access Notice, and the letter that invites to open an account.
use super::matter::*;
use super::tools::*;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LEFT: f32 = 60.0;
const RIGHT: f32 = 552.0;

/// The label of the number, and whether it is printed large over or beside the number.
fn account_label(rng: &mut Rng, case: &Case) -> String {
    let owner = role(case);
    match rng.below(6) {
        0 => "Your USCIS Online Account Number:".to_string(),
        1 => "USCIS Online Account Number".to_string(),
        2 => format!("{owner}'s Online Account Number with USCIS:"),
        3 => "Online Account ID (USCIS)".to_string(),
        4 => "Número de cuenta en línea de USCIS / USCIS Online Account Number".to_string(),
        _ => "YOUR USCIS ONLINE ACCOUNT IS NO.".to_string(),
    }
}

/// The large box at the top; gives its lower edge.
fn panel(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, label: &str, text: &str, top: f32) -> f32 {
    let code = format!("{}-{}", rng.letters(4), rng.digits(4));
    let shade = rng.pick(&[0.93, 1.0]);
    let tall = 68.0;
    sheet.fill([LEFT, top, RIGHT, top + tall], shade);
    sheet.frame([LEFT, top, RIGHT, top + tall], 1.2);
    if rng.chance(0.5) {
        fitted(
            sheet,
            cuts.plain,
            9.5,
            [LEFT + 12.0, top + 25.0],
            258.0,
            label,
        );
        sheet.write(cuts.bold, 17.0, LEFT + 280.0, top + 27.0, text);
        sheet.write(
            cuts.plain,
            9.5,
            LEFT + 12.0,
            top + 52.0,
            "Online Access Code",
        );
        sheet.write(cuts.bold, 13.0, LEFT + 280.0, top + 54.0, &code);
    } else {
        let first = LEFT + 12.0;
        let second = LEFT + 318.0;
        fitted(sheet, cuts.plain, 9.0, [first, top + 18.0], 290.0, label);
        sheet.write(cuts.bold, 19.0, first, top + 46.0, text);
        sheet.upright(second - 12.0, top, top + tall, 0.6);
        sheet.write(cuts.plain, 9.0, second, top + 18.0, "Online Access Code");
        sheet.write(cuts.bold, 14.0, second, top + 46.0, &code);
    }
    top + tall
}

/// The box of the invitation: only a code.
fn code_only(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, top: f32) -> f32 {
    let code = rng.digits(12);
    let middle = (LEFT + RIGHT) / 2.0;
    sheet.frame([LEFT + 90.0, top, RIGHT - 90.0, top + 56.0], 1.0);
    let label = rng.pick(&[
        "ONLINE ACCESS CODE",
        "Your one-time access code",
        "Access Code",
    ]);
    sheet.centred(cuts.plain, 9.5, middle, top + 18.0, label);
    sheet.centred(cuts.bold, 16.0, middle, top + 42.0, &grouped(&code, 4, "-"));
    top + 56.0
}

/// The letterhead; gives the title.
fn head(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, invited: bool) -> &'static str {
    sheet.fill([LEFT, 36.0, LEFT + 5.0, 70.0], 0.0);
    sheet.write(cuts.bold, 14.0, LEFT + 14.0, 50.0, "USCIS");
    let line = "U.S. Citizenship and Immigration Services  ·  Department of Homeland Security";
    sheet.write(cuts.plain, 8.5, LEFT + 14.0, 64.0, line);
    let title = if invited {
        rng.pick(&["Welcome Notice", "Invitation to Create an Online Account"])
    } else {
        rng.pick(&[
            "USCIS Account Access Notice",
            "Account Access Notice",
            "Welcome Notice",
        ])
    };
    sheet.flush_right(cuts.bold, 13.0, RIGHT, 90.0, title);
    title
}

/// The lines of the case under the address.
fn particulars(
    sheet: &mut Sheet,
    cuts: Cuts,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    truth.prints_receipt(&case.receipt);
    truth.fields.case_type = Some(case.form_code.to_string());
    let noticed = when(rng.below(3), &case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    let name = case.filer.name();
    notes_filer(truth, case, &name);
    let receipt = receipt_form(rng, &case.receipt);
    let mut all = vec![
        [rng.pick(&["Notice Date", "Date"]).to_string(), noticed],
        [role(case).to_string(), name],
        ["Form".to_string(), case.form_code.to_string()],
        [
            rng.pick(&["Receipt Number", "Receipt", "Case receipt"])
                .to_string(),
            receipt,
        ],
    ];
    if rng.chance(0.5) {
        truth.prints_a_number(&case.filer.a_number);
        let alien = alien_form(rng, &case.filer.a_number);
        all.push([
            rng.pick(&["A-Number", "Alien Number", "USCIS A#"])
                .to_string(),
            alien,
        ]);
    }
    let across = rng.chance(0.4);
    for (number, pair) in all.iter().enumerate() {
        if across {
            let at = [LEFT + 98.0 * number as f32, top];
            under(sheet, [cuts.plain, cuts.bold], [7.5, 9.0], at, 92.0, pair);
        } else {
            let y = top + 13.0 * number as f32;
            beside(
                sheet,
                [cuts.bold, cuts.plain],
                9.5,
                [LEFT, LEFT + 110.0, RIGHT],
                y,
                pair,
            );
        }
    }
    top + if across {
        28.0
    } else {
        13.0 * all.len() as f32 + 4.0
    }
}

/// The steps to sign in, numbered.
fn steps(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, invited: bool, top: f32) -> f32 {
    let third = if invited {
        "When the account is open we will mail you its number. It has 12 digits and may look like \
         0420 1187 9635 (an example only)."
    } else {
        "Choose \"I received an Account Access Notice in the mail\", and type the access code. \
         The code is good for 90 days."
    };
    let all = [
        "Go to my.uscis.gov and choose \"Create an account\". Use an e-mail address of your own, \
         not that of a friend, an employer or your attorney.",
        "Confirm the address from the message that you receive, and choose a way to be reached \
         each time you sign in.",
        third,
        "Add the paper-filed case with its receipt number, and keep this page in a safe place.",
    ];
    let mut y = top;
    for (number, step) in all.iter().enumerate() {
        sheet.write(cuts.bold, 11.0, LEFT, y, &format!("{}", number + 1));
        y = sheet.paragraph(cuts.plain, 9.8, LEFT + 20.0, y, RIGHT - LEFT - 20.0, step) + 5.0;
    }
    let help = format!(
        "Trouble signing in? Help desk {} (order no. {} when they ask for the mailing).",
        phone(rng),
        rng.digits(9)
    );
    sheet.write(cuts.slant, 8.8, LEFT, y + 4.0, &help);
    y + 22.0
}

/// A second page with questions and answers.
fn questions(cuts: Cuts, case: &Case, rng: &mut Rng) -> Sheet {
    let mut sheet = Sheet::letter(cuts.family);
    sheet.write(cuts.bold, 13.0, LEFT, 60.0, "Questions and answers");
    sheet.flush_right(cuts.plain, 8.5, RIGHT, 60.0, &case.receipt);
    let mut all = [
        (
            "Is the account number the same as my A-Number?",
            "No. An A-Number has up to nine digits.",
        ),
        (
            "May my attorney use my account?",
            "No. Attorneys have accounts and numbers of their own.",
        ),
        (
            "What if I have two numbers?",
            "Call 800-375-5283. Cases in two accounts stay apart.",
        ),
        (
            "Where do I write the number?",
            "In the item \"USCIS Online Account Number (if any)\".",
        ),
        (
            "I lost this letter.",
            "Sign in; the number is under Profile, Account Information.",
        ),
        (
            "Do I have to open an account?",
            "No. Mail from us will come to you in any case.",
        ),
    ];
    let turn = rng.below(all.len());
    all.rotate_left(turn);
    let mut y = 92.0;
    for (question, answer) in all {
        sheet.write(cuts.bold, 10.0, LEFT, y, question);
        sheet.write(cuts.plain, 10.0, LEFT + 14.0, y + 14.0, answer);
        y += 38.0;
    }
    let more = filler(rng, 5);
    paragraphs(
        &mut sheet,
        cuts.plain,
        9.8,
        [LEFT, RIGHT],
        y + 8.0,
        700.0,
        &more,
    );
    sheet
}

/// Account Access Notice.
pub(super) fn access(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::DejaVuSans,
        Family::LiberationSans,
        Family::DejaVuSerif,
    ];
    let cuts = Cuts::any(rng, &faces);
    let mut sheet = Sheet::letter(cuts.family);
    let form = rng.pick(&["I-797", "I-797C", ""]);
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    let own = Own::draw(rng, 72, 8);
    let invited = own == Own::Nothing;
    let title = head(&mut sheet, cuts, rng, invited);
    truth.fields.notice_type = Some(title.to_string());
    let high = rng.chance(0.6);
    let mut y = if high { 102.0 } else { 112.0 };
    let text = own.text(rng, case, &mut truth);
    let label = account_label(rng, case);
    if let (Some(text), true) = (&text, high) {
        y = panel(&mut sheet, cuts, rng, &label, text, y) + 14.0;
    }
    let lines = addressee(rng, case);
    y = stack(
        &mut sheet,
        cuts.plain,
        10.0,
        [LEFT + 10.0, y + 14.0],
        12.5,
        &lines,
    ) + 16.0;
    y = particulars(&mut sheet, cuts, rng, case, &mut truth, y) + 10.0;
    match &text {
        Some(text) if !high => {
            y = panel(&mut sheet, cuts, rng, &label, text, y) + 22.0;
        }
        Some(_) => y += 8.0,
        None => y = code_only(&mut sheet, cuts, rng, y) + 22.0,
    }
    y = steps(&mut sheet, cuts, rng, invited, y);
    let more = filler(rng, 3);
    paragraphs(
        &mut sheet,
        cuts.plain,
        9.8,
        [LEFT, RIGHT],
        y + 6.0,
        720.0,
        &more,
    );
    let mut sheets = vec![sheet];
    if rng.chance(0.5) {
        sheets.push(questions(cuts, case, rng));
    }
    let of = sheets.len();
    for (number, sheet) in sheets.iter_mut().enumerate() {
        let label = if form.is_empty() {
            String::new()
        } else {
            format!("Form {form}")
        };
        sheet.write(cuts.plain, 7.5, LEFT, 757.0, &label);
        let page = format!("Page {} of {of}", number + 1);
        sheet.flush_right(cuts.plain, 7.5, RIGHT, 757.0, &page);
    }
    Drawing { sheets, truth }
}
