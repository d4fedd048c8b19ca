//! The layouts of notices and of the papers between them.

pub mod appointment;
pub mod draft;
pub mod grid;
pub mod letter;
pub mod lockbox;
pub mod old;
pub mod other;
pub mod people;
pub mod sheet;
pub mod style;
pub mod table;
pub mod tear_off;
pub mod varied;
pub mod words;

use self::draft::Draft;
use self::other::Paper;
use self::sheet::Sheet;
use self::style::Style;
use crate::case::{Case, Wish};
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// A layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Title-case grid of receipt, approval and transfer notices.
    Grid,
    /// Upper-case receipt of the lockboxes and of ELIS.
    Lockbox,
    /// Biometrics appointment.
    Biometrics,
    /// Interview or oath.
    Interview,
    /// Asylum receipt with its table of applicants.
    Asylum,
    /// Request for evidence or intent to deny, I-797E.
    Letter,
    /// Account Access Notice.
    Access,
    /// I-797A with an I-94 to tear off.
    TearOff,
    /// Style of the 1990s to 2005.
    Old,
    /// A family with a case for each member.
    Family,
    /// Labels, positions, paper and type unlike all of these.
    Varied,
    /// Not a notice.
    Other(Paper),
}

impl Layout {
    /// All notice layouts with a fixed appearance.
    pub const NOTICES: [Layout; 10] = [
        Layout::Grid,
        Layout::Lockbox,
        Layout::Biometrics,
        Layout::Interview,
        Layout::Asylum,
        Layout::Letter,
        Layout::Access,
        Layout::TearOff,
        Layout::Old,
        Layout::Family,
    ];

    /// The name in the ground truth.
    pub fn name(self) -> &'static str {
        match self {
            Layout::Grid => "grid",
            Layout::Lockbox => "lockbox",
            Layout::Biometrics => "asc",
            Layout::Interview => "interview",
            Layout::Asylum => "asylum",
            Layout::Letter => "letter_rfe",
            Layout::Access => "access",
            Layout::TearOff => "i797a",
            Layout::Old => "old",
            Layout::Family => "family",
            Layout::Varied => "varied",
            Layout::Other(Paper::CoverLetter) => "cover",
            Layout::Other(Paper::Blank) => "blank",
            Layout::Other(Paper::PrintedBack) => "back",
            Layout::Other(_) => "not_notice",
        }
    }

    /// The layout with this name; `not_notice` is an electricity bill.
    pub fn named(name: &str) -> Option<Self> {
        let others = [
            Paper::ElectricityBill,
            Paper::CoverLetter,
            Paper::Blank,
            Paper::PrintedBack,
        ]
        .map(Layout::Other);
        Self::NOTICES
            .into_iter()
            .chain([Self::Varied])
            .chain(others)
            .find(|layout| layout.name() == name)
    }
}

/// A drawn paper: its pages, and its ground truth if it is a notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The layout.
    pub layout: Layout,
    /// The typeface family.
    pub family: Family,
    /// The pages.
    pub sheets: Vec<Sheet>,
    /// The truth, with pages counted from 1 within the item.
    pub truth: Option<NoticeTruth>,
}

/// Draws a case in a layout.
pub fn draw(rng: &mut Rng, layout: Layout, wish: Wish) -> Item {
    draw_case(rng, layout, wish, |_| ())
}

/// Draws a case in a layout after applying `change` to the case.
pub fn draw_case(
    rng: &mut Rng,
    layout: Layout,
    wish: Wish,
    change: impl FnOnce(&mut Case),
) -> Item {
    if let Layout::Other(paper) = layout {
        let sheet = other::draw(rng, paper);
        return Item {
            layout,
            family: sheet.family,
            sheets: vec![sheet],
            truth: None,
        };
    }
    let drawn = match layout {
        Layout::Letter => "I-797E",
        Layout::TearOff => "I-797A",
        Layout::Access | Layout::Family => rng.pick(&["I-797", "I-797C"]),
        Layout::Varied => rng.pick(&["I-797C", "I-797C", "I-797", "I-797B", "I-797D", "I-797F"]),
        Layout::Grid => rng.pick(&["I-797C", "I-797C", "I-797", "I-797B", "I-797D", "I-797F"]),
        Layout::Old => rng.pick(&["I-797C", "I-797", "I-797B"]),
        _ => "I-797C",
    };
    let form = wish.form.unwrap_or(drawn);
    let years = wish.years.or(match layout {
        Layout::Old => Some((1994, 2005)),
        Layout::Access => Some((2014, 2025)),
        _ if rng.chance(0.08) => Some((2006, 2010)),
        _ => None,
    });
    let prefix = wish.prefix.or((layout == Layout::Access).then_some("IOE"));
    let mut case = Case::draw(
        rng,
        Wish {
            prefix,
            years,
            ..wish
        },
    );
    change(&mut case);
    let plain = rng.chance(0.2) || wish.plain;
    let style = Style::draw(rng, plain);
    let mut draft = Draft::new(rng, form, style, case, wish);
    match layout {
        Layout::Grid => grid::draw(rng, &mut draft),
        Layout::Lockbox => lockbox::draw(rng, &mut draft),
        Layout::Biometrics => appointment::draw_biometrics(rng, &mut draft),
        Layout::Interview => appointment::draw_interview(rng, &mut draft),
        Layout::Asylum => people::draw_asylum(rng, &mut draft),
        Layout::Letter => letter::draw_request(rng, &mut draft),
        Layout::Access => letter::draw_access(rng, &mut draft),
        Layout::TearOff => tear_off::draw(rng, &mut draft),
        Layout::Old => old::draw(rng, &mut draft),
        Layout::Family => people::draw_family(rng, &mut draft),
        Layout::Varied => varied::draw(rng, &mut draft),
        Layout::Other(_) => {}
    }
    Item {
        layout,
        family: draft.style.family,
        sheets: draft.sheets,
        truth: Some(draft.truth),
    }
}
