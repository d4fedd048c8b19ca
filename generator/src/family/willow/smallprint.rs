//! The standing paragraphs that fill the lower half of a notice, in four arrangements.
use super::kit;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Heading and text of the standing paragraphs.
const STOCK: &[(&str, &str)] = &[
    (
        "Change of address",
        "If your mailing address changes, tell USCIS within 10 days. Use Form AR-11 or the \
         change of address page at www.uscis.gov. The Post Office does not forward these \
         notices.",
    ),
    (
        "Customer service",
        "You may call the USCIS Contact Center at 800-375-5283 (TTY 800-767-1833). Have \
      your receipt number at hand. We can't discuss a case with a person who is not named on it.",
    ),
    (
        "Online account",
        "A USCIS online account lets you follow a case, answer requests and read notices. An \
         account number has 12 digits. It is not an A-Number, a receipt number or a bank \
         account.",
    ),
    (
        "Paper forms",
        "Some forms ask for a USCIS Online Account Number (if any). Leave the space empty if \
      you never opened an account. Do not enter an attorney's account number there.",
    ),
    (
        "Family members",
        "Each person listed keeps an own A-Number. If a name is misspelled or a person is \
      missing, write to the office shown above before the next appointment.",
    ),
    (
        "Fees",
        "Fees are not refunded whatever the decision. A returned check may lead to rejection. \
      Questions on payments go to the lockbox, not to a field office.",
    ),
    (
        "Travel",
        "Leaving the United States while a case is pending may be taken as giving it up, unless \
      you have asked for advance parole first. See the instructions of Form I-131.",
    ),
    (
        "Privacy Act",
        "The information is collected under 8 U.S.C. 1103 and may be shared with other \
      agencies as the system of records notices allow. A Social Security number is voluntary.",
    ),
    (
        "Fraud warning",
        "USCIS never asks for money by telephone and never by gift card. Report suspicious \
      calls. Do not give your account number or Online Access Code to anyone.",
    ),
    (
        "Translations",
        "Any document in a foreign language must come with a full English translation and \
      the translator's certificate of competence (8 CFR 103.2(b)(3)).",
    ),
    (
        "Disability",
        "If you need an accommodation because of a disability, ask for it online at \
      www.uscis.gov/accommodations or by telephone as soon as you receive this notice.",
    ),
    (
        "Small business",
        "The Office of the National Ombudsman receives comments from small businesses \
      about Federal enforcement: 1-888-734-3247, www.ombudsman.sba.gov.",
    ),
    (
        "Processing times",
        "Current processing times are posted at www.uscis.gov/processingtimes. Please \
      do not ask about a case before the posted time has passed.",
    ),
    (
        "Keep this notice",
        "Keep the original with your records. Bring it, with photo identification, to \
      every appointment. A copy is as good as the original for an inquiry.",
    ),
];

/// How the paragraphs are set.
#[derive(Clone, Copy, PartialEq)]
enum Setting {
    Plain,
    Headed,
    Numbered,
    Columns,
}

/// Fills the place between two heights with standing paragraphs, or leaves it empty now and then.
pub(super) fn fill(s: &mut Sheet, f: Family, rng: &mut Rng, across: (f32, f32), down: (f32, f32)) {
    if rng.chance(0.15) || down.1 - down.0 < 40.0 {
        return;
    }
    let setting = rng.pick(&[
        Setting::Plain,
        Setting::Headed,
        Setting::Numbered,
        Setting::Columns,
    ]);
    let size = rng.uniform(7.8, 10.0);
    let first = rng.below(STOCK.len());
    let most = rng.between(3, 14) as usize;
    let (left, right) = across;
    if setting == Setting::Columns {
        let measure = (right - left - 18.0) / 2.0;
        for side in 0..2 {
            let x = left + side as f32 * (measure + 18.0);
            let from = first + side * (most / 2);
            let place = Place {
                x,
                measure,
                top: down.0,
                bottom: down.1,
            };
            set(s, f, size, &place, Setting::Headed, from, most / 2);
        }
        return;
    }
    let place = Place {
        x: left,
        measure: right - left,
        top: down.0,
        bottom: down.1,
    };
    set(s, f, size, &place, setting, first, most);
}

/// The place of one column.
struct Place {
    x: f32,
    measure: f32,
    top: f32,
    bottom: f32,
}

/// Sets one column of paragraphs.
fn set(
    s: &mut Sheet,
    f: Family,
    size: f32,
    at: &Place,
    setting: Setting,
    first: usize,
    most: usize,
) {
    let r = Face::regular(f);
    let b = Face::bold(f);
    let indent = if setting == Setting::Numbered {
        18.0
    } else {
        0.0
    };
    let mut y = at.top;
    for step in 0..most.min(STOCK.len()) {
        let (head, text) = STOCK[(first + step) % STOCK.len()];
        let count = kit::lines(r, size, at.measure - indent, text).len() as f32;
        let above = if setting == Setting::Headed {
            size * 1.2
        } else {
            0.0
        };
        if y + above + (count - 1.0) * size * 1.18 > at.bottom {
            break;
        }
        if setting == Setting::Headed {
            s.write(b, size, at.x, y, head);
        }
        if setting == Setting::Numbered {
            s.write(b, size, at.x, y, &format!("{}.", step + 1));
        }
        y = s.paragraph(r, size, at.x + indent, y + above, at.measure - indent, text) + size * 0.6;
    }
}
