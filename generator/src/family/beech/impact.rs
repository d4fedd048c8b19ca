//! Notices of the years before the on-line system, as line printers struck them.
use super::kit::{At, Leaf};
use super::words;
use crate::barcode::Symbology;
use crate::case::{self, Case, Date};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// The dates and the number of the old case.
struct Old {
    receipt: String,
    received: Date,
    noticed: Date,
    approval: bool,
}

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Courier, Family::LiberationMono, Family::FreeMono]);
    let mut leaf = Leaf::new(family);
    let old = invent(rng, case);
    let mut truth = NoticeTruth {
        form: "I-797".into(),
        ..Default::default()
    };
    truth.prints_receipt(&old.receipt);
    truth.fields.case_type = Some(case.form_code.into());
    head(&mut leaf, &old);
    grid(&mut leaf, rng, case, &old, &mut truth);
    blocks(&mut leaf, rng, case, &old, &mut truth);
    body(&mut leaf, rng, &old);
    foot(&mut leaf, rng, &old);
    Drawing {
        sheets: vec![leaf.sheet],
        truth,
    }
}

/// Invents the dates between 1998 and 2011.
fn invent(rng: &mut Rng, case: &Case) -> Old {
    let year = rng.between(1998, 2011);
    let received = Date {
        year,
        month: rng.between(1, 12),
        day: rng.between(1, 28),
    };
    let noticed = received.later(rng.between(0, 5), rng.between(1, 12));
    let prefix = rng.pick(&["EAC", "WAC", "LIN", "SRC"]);
    let receipt = case::receipt(rng, prefix, year).to_string();
    Old {
        receipt,
        received,
        noticed,
        approval: case.is_petition && rng.chance(0.6),
    }
}

/// The department of the year, the form and the banner.
fn head(leaf: &mut Leaf, old: &Old) {
    let late = old.noticed.year >= 2003;
    let (department, agency) = if late {
        (
            "Department of Homeland Security",
            "U.S. Citizenship and Immigration Services",
        )
    } else {
        (
            "U.S. Department of Justice",
            "Immigration and Naturalization Service",
        )
    };
    leaf.sheet.plain(9.0, 36.0, 40.0, department);
    leaf.sheet.plain(9.0, 36.0, 51.0, agency);
    leaf.right(true, 11.0, (576.0, 46.0), "I-797, Notice of Action");
    leaf.sheet.fill([36.0, 58.0, 576.0, 76.0], 0.85);
    leaf.mid(true, 12.0, (306.0, 71.0), "THE UNITED STATES OF AMERICA");
}

/// Caption and value of a struck cell.
fn struck(leaf: &mut Leaf, rect: [f32; 4], caption: &str, value: &str) {
    leaf.sheet.frame(rect, 0.9);
    let room = rect[2] - rect[0] - 8.0;
    leaf.put(false, 6.5, (rect[0] + 4.0, rect[1] + 8.0), room, caption);
    leaf.put(true, 9.5, (rect[0] + 4.0, rect[3] - 5.0), room, value);
}

/// The ruled grid.
fn grid(leaf: &mut Leaf, rng: &mut Rng, case: &Case, old: &Old, truth: &mut NoticeTruth) {
    let code = case.form_code.replace('-', "");
    let dashed = format!(
        "{}-{}-{}-{}",
        &old.receipt[..3],
        &old.receipt[3..5],
        &old.receipt[5..8],
        &old.receipt[8..]
    );
    struck(leaf, [36.0, 84.0, 200.0, 110.0], "RECEIPT NUMBER", &dashed);
    struck(
        leaf,
        [200.0, 84.0, 576.0, 110.0],
        "CASE TYPE",
        &format!("{code}  {}", case.title),
    );
    let received = old.received.long();
    struck(
        leaf,
        [36.0, 110.0, 200.0, 136.0],
        "RECEIVED DATE",
        &received,
    );
    truth.fields.received_date = Some(received);
    let priority = if rng.chance(0.3) {
        old.received.long()
    } else {
        String::new()
    };
    struck(
        leaf,
        [200.0, 110.0, 330.0, 136.0],
        "PRIORITY DATE",
        &priority,
    );
    truth.fields.priority_date = Some(priority).filter(|date| !date.is_empty());
    let role = words::role(case).to_uppercase();
    let alien = words::alien(rng, &case.filer.a_number);
    truth.prints_a_number(&case.filer.a_number);
    let name = case.filer.listed();
    struck(
        leaf,
        [330.0, 110.0, 576.0, 136.0],
        &format!("{role}   {alien}"),
        &name,
    );
    words::note_filer(truth, case, &name);
    let noticed = old.noticed.long();
    struck(leaf, [36.0, 136.0, 200.0, 162.0], "NOTICE DATE", &noticed);
    truth.fields.notice_date = Some(noticed);
    struck(leaf, [200.0, 136.0, 330.0, 162.0], "PAGE", "1 of 1");
    let rect = [330.0, 136.0, 576.0, 162.0];
    if case.is_petition {
        let other = case.beneficiary.listed();
        struck(leaf, rect, "BENEFICIARY", &other);
        truth.fields.beneficiary = Some(other);
    } else {
        struck(leaf, rect, "FEE REGISTER ITEM", &rng.digits(12));
    }
}

/// The address on the left, the facts of the action on the right.
fn blocks(leaf: &mut Leaf, rng: &mut Rng, case: &Case, old: &Old, truth: &mut NoticeTruth) {
    let for_attorney = rng.chance(0.6);
    leaf.lines(
        9.0,
        (40.0, 186.0),
        11.0,
        &words::addressee(case, for_attorney),
    );
    let kind = if old.approval {
        "Approval Notice"
    } else {
        "Receipt Notice"
    };
    truth.fields.notice_type = Some(kind.into());
    let at: At = (345.0, 186.0);
    leaf.sheet
        .bold(9.0, at.0, at.1, &format!("Notice Type: {kind}"));
    let second = if old.approval {
        let section = rng.pick(&["Sec. 201 INA", "Skilled Worker, 203(b)(3) INA"]);
        truth.fields.section = Some(section.into());
        format!("Section: {section}")
    } else {
        let amount = rng.pick(&["$ 110.00", "$ 185.00", "$ 325.00", "$ 1,010.00"]);
        truth.fields.amount = Some(amount.into());
        format!("Amount received: {amount}")
    };
    leaf.sheet.plain(9.0, at.0, at.1 + 12.0, &second);
    let remitter = format!("Remitter bank acct {}", rng.digits(12));
    if rng.chance(0.5) {
        leaf.put(false, 8.0, (at.0, at.1 + 24.0), 228.0, &remitter);
    }
}

/// The text of an approval or a receipt.
fn body(leaf: &mut Leaf, rng: &mut Rng, old: &Old) {
    let visa = format!("GUZ{}{}", old.noticed.year, rng.digits(6));
    let approval = format!(
        "The above petition or application has been approved. The file has been sent to the \
         National Visa Center, which will use case number {visa}. The center will write to you \
         when a visa may be asked for. Questions about the visa go to the center, telephone \
         (603) 334-0700, and not to this office."
    );
    let receipt = format!(
        "Receipt is acknowledged of the above form and fee. It usually takes {} to {} days from \
         the date of this receipt for us to process this type of case. Please notify us \
         immediately if any of the above information is incorrect. We will send you a written \
         notice as soon as we make a decision on this case.",
        90 + rng.below(60),
        180 + rng.below(300)
    );
    let first = if old.approval { approval } else { receipt };
    let second = "You can find out the status of a case by telephone at any hour. Have the receipt \
         number ready. A person who pays by check will find the receipt number on the back of the \
         cancelled check.";
    let third = "This form is not a visa nor may it be used in place of a visa. THIS FORM MAY NOT \
         BE USED AS EVIDENCE OF EMPLOYMENT AUTHORIZATION.";
    leaf.prose(9.0, (36.0, 290.0), 540.0, &[&first, second, third]);
}

/// The bars, the office and the foot line.
fn foot(leaf: &mut Leaf, rng: &mut Rng, old: &Old) {
    let [name, street, town] = match &old.receipt[..3] {
        "WAC" => [
            "California Service Center",
            "P.O. Box 30111",
            "Laguna Niguel CA 92607-0111",
        ],
        "LIN" => [
            "Nebraska Service Center",
            "P.O. Box 82521",
            "Lincoln NE 68501-2521",
        ],
        "SRC" => [
            "Texas Service Center",
            "P.O. Box 851488",
            "Mesquite TX 75185-1488",
        ],
        _ => [
            "Vermont Service Center",
            "75 Lower Welden Street",
            "St. Albans VT 05479-0001",
        ],
    };
    let y = 600.0;
    leaf.sheet.plain(
        8.5,
        36.0,
        y,
        "Please see the additional information on the back. You will",
    );
    leaf.sheet.plain(
        8.5,
        36.0,
        y + 11.0,
        "be notified separately about any other cases you filed.",
    );
    leaf.lines(
        9.0,
        (36.0, y + 30.0),
        11.0,
        &[
            name.to_uppercase(),
            street.to_uppercase(),
            town.to_uppercase(),
        ],
    );
    leaf.sheet.bold(
        9.0,
        36.0,
        y + 66.0,
        "Customer Service Telephone: (800) 375-5283",
    );
    leaf.bars(
        Symbology::Code39,
        (350.0, y + 40.0),
        0.75,
        28.0,
        &old.receipt,
    );
    let late = old.noticed.year > 2005 || (old.noticed.year == 2005 && rng.chance(0.5));
    let edition = if late {
        "(Rev. 01/31/05)N"
    } else {
        "(Rev. 09/07/93)N"
    };
    leaf.sheet
        .plain(8.0, 36.0, 752.0, &format!("Form I-797 {edition}"));
}
