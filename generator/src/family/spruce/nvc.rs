//! An approval that goes to the National Visa Center: a title-case grid with ruled cells.
use super::kit::{self, Column};
use super::stock;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The petitions that go abroad: code, title, class, section.
const PETITIONS: &[(&str, &str, &str, &str)] = &[
    (
        "I-130",
        "PETITION FOR ALIEN RELATIVE",
        "CR1",
        "Husband or wife of U.S. citizen, 201(b) INA",
    ),
    (
        "I-130",
        "PETITION FOR ALIEN RELATIVE",
        "F43",
        "Brother or sister of U.S. citizen, 203(a)(4)",
    ),
    (
        "I-130",
        "PETITION FOR ALIEN RELATIVE",
        "F21",
        "Spouse of permanent resident, 203(a)(2)(A)",
    ),
    (
        "I-129F",
        "PETITION FOR ALIEN FIANCE(E)",
        "K1",
        "Fiance(e) of U.S. citizen, 101(a)(15)(K)",
    ),
    (
        "I-140",
        "IMMIGRANT PETITION FOR ALIEN WORKER",
        "E31",
        "Skilled worker, 203(b)(3)(A)(i) INA",
    ),
];

/// One cell: its caption, what stands right of it, and the value.
struct Cell {
    caption: String,
    aside: String,
    value: String,
}

impl Cell {
    /// A cell without a text beside its caption.
    fn of(caption: &str, value: &str) -> Cell {
        Cell {
            caption: caption.into(),
            aside: String::new(),
            value: value.into(),
        }
    }
}

/// The approval notice.
pub(super) fn transfer(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Times, Family::LiberationSerif, Family::Helvetica]);
    let mut s = Sheet::letter(family);
    let form = rng.pick(&["I-797", "I-797", "I-797C"]);
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    let petition = rng.pick(PETITIONS);
    let (code, post) = rng.pick(stock::POSTS);
    head(&mut s, family, form);
    let y = grid(&mut s, rng, case, family, petition, &mut truth);
    let y = middle(&mut s, rng, case, family, (petition, post), y, &mut truth);
    let nvc = stock::nvc_case(rng, code, case.noticed.year);
    body(&mut s, rng, family, (&nvc, post), y);
    foot(&mut s, rng, case, family, form);
    Drawing {
        sheets: vec![s],
        truth,
    }
}

/// The letterhead of the page.
fn head(s: &mut Sheet, family: Family, form: &str) {
    s.bold(8.0, 40.0, 38.0, "Department of Homeland Security");
    s.plain(8.0, 40.0, 48.0, "U.S. Citizenship and Immigration Services");
    let title = format!("Form {form}, Notice of Action");
    s.flush_right(Face::bold(family), 11.0, 572.0, 46.0, &title);
    s.fill([40.0, 56.0, 572.0, 70.0], 0.86);
    let banner = match form {
        "I-797C" => "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.",
        _ => "THE UNITED STATES OF AMERICA",
    };
    s.centred(Face::bold(family), 9.0, 306.0, 66.3, banner);
}

/// The three or four rows; returns the grid's lower edge.
fn grid(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    petition: (&str, &str, &str, &str),
    truth: &mut NoticeTruth,
) -> f32 {
    let own = kit::own(rng, case, truth);
    let label = rng.pick(&[
        "USCIS Online Account Number",
        "Petitioner's USCIS Online Account Number",
        "USCIS Online Account No. (petitioner)",
        "USCIS Account Number",
        "Petitioner Online Acct. Number",
        "USCIS Online Account|Number",
        "USCIS Online|Account No. (petitioner)",
    ]);
    let account = Cell::of(label, own.text());
    let low = own.labelled() && rng.chance(0.4);
    let receipt = Cell::of("Receipt Number", &kit::receipt(rng, &case.receipt, truth));
    kit::note(&mut truth.fields.case_type, petition.0);
    let kind = format!("{} - {}", petition.0.replace('-', ""), petition.1);
    let kind = Cell::of("Case Type", &kind);
    let mut rows = Vec::new();
    match own.labelled() && !low {
        true => rows.push((
            vec![receipt, account, kind],
            vec![40.0, 180.0, 330.0, 572.0],
        )),
        false if low => {
            rows.push((vec![receipt, kind], vec![40.0, 214.0, 572.0]));
            rows.push((
                vec![account, Cell::of("Copy", "PETITIONER")],
                vec![40.0, 330.0, 572.0],
            ));
        }
        false => rows.push((vec![receipt, kind], vec![40.0, 214.0, 572.0])),
    }
    let spot = rows.len().min(1);
    let at = vec![40.0, rng.uniform(118.0, 130.0), 214.0, 572.0];
    rows.insert(spot, (dates(rng, case, truth), at.clone()));
    rows.push((people(rng, case, truth), at));
    let wrapped = own.labelled() && label.contains('|');
    let height = if wrapped {
        34.0
    } else {
        rng.uniform(26.0, 33.0)
    };
    let mut y = 78.0;
    for (cells, edges) in rows {
        strip(s, family, (y, height), &cells, &edges);
        y += height;
    }
    y
}

/// Received and priority date, and the petitioner.
fn dates(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Cell> {
    let received = case.received.numeric();
    kit::note(&mut truth.fields.received_date, &received);
    let mut priority = String::new();
    if rng.chance(0.7) {
        priority = case.priority.numeric();
        kit::note(&mut truth.fields.priority_date, &priority);
    }
    let name = case.filer.listed();
    kit::note(&mut truth.fields.petitioner, &name);
    let mut who = Cell::of("Petitioner", &name);
    if rng.chance(0.4) {
        who.aside = kit::a_number(rng, &case.filer, truth);
    }
    vec![
        Cell::of("Received Date", &received),
        Cell::of("Priority Date", &priority),
        who,
    ]
}

/// Notice date, page, and the beneficiary.
fn people(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Cell> {
    let noticed = case.noticed.numeric();
    kit::note(&mut truth.fields.notice_date, &noticed);
    let person = match case.is_petition {
        true => case.beneficiary.clone(),
        false => case::Person::draw(rng),
    };
    kit::note(&mut truth.fields.beneficiary, &person.listed());
    let mut who = Cell::of("Beneficiary", &person.listed());
    if rng.chance(0.6) {
        who.aside = kit::a_number(rng, &person, truth);
    }
    vec![
        Cell::of("Notice Date", &noticed),
        Cell::of("Page", "1 of 1"),
        who,
    ]
}

/// One row of ruled cells.
fn strip(s: &mut Sheet, family: Family, (y, height): (f32, f32), cells: &[Cell], edges: &[f32]) {
    let face = Face::regular(family);
    for (cell, edge) in cells.iter().zip(edges.windows(2)) {
        s.frame([edge[0], y, edge[1], y + height], 0.6);
        let width = edge[1] - edge[0] - 8.0;
        let (first, second) = cell.caption.split_once('|').unwrap_or((&cell.caption, ""));
        let size = kit::fit(face, 6.6, first, width);
        let end = s.write(face, size, edge[0] + 4.0, y + 9.0, first);
        s.write(face, size, edge[0] + 4.0, y + 16.2, second);
        s.write(face, 8.5, end + 12.0, y + 9.5, &cell.aside);
        kit::fitted(
            s,
            face,
            9.2,
            [edge[0] + 4.0, y + height - 5.5],
            width,
            &cell.value,
        );
    }
}

/// The address and the right block; returns the next baseline.
fn middle(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    (petition, post): ((&str, &str, &str, &str), &str),
    y: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let attorney = rng.chance(0.4);
    let name = case.filer.name();
    let who = case.attorney.0.as_str();
    let firm = case.attorney.1.as_str();
    let mut lines = match attorney {
        true => vec![who, firm],
        false => vec![name.as_str()],
    };
    lines.extend([case.address[0].as_str(), case.address[1].as_str()]);
    let mut left = Column {
        family,
        size: 9.5,
        left: 58.0,
        measure: 240.0,
        y: y + 34.0,
    };
    left.lines(s, &lines);
    let mut right = Column {
        family,
        size: 9.0,
        left: rng.uniform(318.0, 336.0),
        measure: 240.0,
        y: y + 22.0,
    };
    kit::note(&mut truth.fields.notice_type, "Approval Notice");
    right.entry(s, "Notice Type:", "Approval Notice");
    kit::note(&mut truth.fields.class, petition.2);
    right.entry(s, "Class:", petition.2);
    kit::note(&mut truth.fields.section, petition.3);
    right.entry(s, "Section:", petition.3);
    let place = if rng.chance(0.5) {
        "NATIONAL VISA CENTER"
    } else {
        post
    };
    kit::note(&mut truth.fields.consulate, place);
    right.entry(s, "Consulate:", place);
    if attorney && rng.chance(0.6) {
        let number = case::account(rng);
        truth.prints_representative_account(&number);
        right.entry(s, "Attorney USCIS Online Acct. No.:", &number);
    }
    left.y.max(right.y) + 24.0
}

/// What the letter says.
fn body(s: &mut Sheet, rng: &mut Rng, family: Family, (nvc, post): (&str, &str), y: f32) {
    let mut text = Column {
        family,
        size: 10.4,
        left: 40.0,
        measure: 532.0,
        y,
    };
    text.say(
        s,
        "The above petition has been approved. The original visa petition has been sent to \
        the Department of State National Visa Center (NVC), 31 Rochester Avenue, Suite 200, \
        Portsmouth NH 03801-2915. This completes all USCIS action on this petition.",
    );
    let sentence = match rng.below(4) {
        0 => format!("The NVC has opened case number {nvc}. Use it in all dealings with the NVC."),
        1 => format!(
            "NVC Case Number: {nvc}. Invoice ID Number: {}. Post: {post}. The case number and \
            invoice number are needed to sign in at ceac.state.gov; they are not USCIS numbers.",
            rng.digits(12)
        ),
        2 => format!(
            "An earlier petition for the same beneficiary, by {} (USCIS online account {}), was \
            withdrawn and has no bearing on this one.",
            case::Person::draw(rng).name(),
            case::account(rng)
        ),
        _ => "The NVC will process the petition and give it a case number, which has three \
            letters and ten digits. Please allow 60 days before you ask about it."
            .to_string(),
    };
    text.say(s, &sentence);
    text.say(
        s,
        "The NVC processes all approved immigrant visa petitions that need consular \
        action. It also decides which consular post is the right one to complete visa processing. \
        The approval of this visa petition does not in itself grant any immigration status and \
        does not guarantee that the beneficiary will be found eligible for a visa, for admission \
        to the United States, or for adjustment of status.",
    );
    if rng.chance(0.6) {
        text.head(s, "Documents that the NVC may ask for");
        for line in [
            "Form I-864, Affidavit of Support, with tax transcripts for the three last years",
            "civil documents: birth, marriage, divorce and police certificates",
            "the biographic page of each traveler's passport",
        ] {
            text.item(s, "\u{2022}", line);
        }
        text.y += 5.0;
    }
    if rng.chance(0.5) {
        text.say(
            s,
            "The NVC will contact the person for whom you are petitioning. If you have not \
            heard from the NVC within 90 days, you may call (603) 334-0700. Please have the \
            receipt number of this notice, the full name and the date of birth at hand.",
        );
    }
    text.say(s, rng.pick(&[
        "THIS FORM IS NOT A VISA AND MAY NOT BE USED IN PLACE OF A VISA.",
        "If you file again for this person, please give your USCIS online account number, if you \
        have one, on the new form. The number has 12 digits (example: 0123 4567 8901).",
        "Please read the back of this form carefully for more information.",
    ]));
}

/// The office, the bars and the foot line.
fn foot(s: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, form: &str) {
    let mut text = Column {
        family,
        size: 8.6,
        left: 40.0,
        measure: 300.0,
        y: 684.0,
    };
    text.lines(
        s,
        &rng.pick(&[
            [
                "Nebraska Service Center",
                "U. S. CITIZENSHIP & IMMIGRATION SVC",
                "P.O. Box 82521",
                "Lincoln NE 68501-2521",
                "Customer Service Telephone: 800-375-5283",
            ],
            [
                "California Service Center",
                "U. S. CITIZENSHIP & IMMIGRATION SVC",
                "P.O. Box 30111",
                "Laguna Niguel CA 92607-0111",
                "Customer Service Telephone: 800-375-5283",
            ],
            [
                "Potomac Service Center",
                "U. S. CITIZENSHIP & IMMIGRATION SVC",
                "2200 Potomac Center",
                "Arlington VA 22202-8010",
                "Customer Service Telephone: 800-375-5283",
            ],
        ]),
    );
    let kind = kit::symbology(rng);
    kit::stripe(s, kind, &case.receipt, [350.0, 690.0, 210.0, 28.0]);
    s.rule(40.0, 572.0, 746.0, 0.5);
    let face = Face::regular(family);
    s.write(
        face,
        7.5,
        40.0,
        756.0,
        "Please see the additional information on the back.",
    );
    let mark = format!(
        "Form {form} {}",
        rng.pick(&["01/31/05 N", "04/01/19", "(Rev. 08/31/16) N"])
    );
    s.flush_right(Face::bold(family), 8.0, 572.0, 756.0, &mark);
}
