//! Designs of the family beech: notices as service centers and lockboxes print them in numbers.
mod billing;
mod biocomb;
mod bounced;
mod cards;
mod grid;
mod impact;
mod keycard;
mod kinroll;
mod kit;
mod longask;
mod owners;
mod prose;
mod sidebar;
mod tearoff;
mod tillslip;
mod words;

use crate::family::Design;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "tillslip",
        draw: tillslip::draw,
    },
    Design {
        name: "impact",
        draw: impact::draw,
    },
    Design {
        name: "cards",
        draw: cards::draw,
    },
    Design {
        name: "biocomb",
        draw: biocomb::draw,
    },
    Design {
        name: "bounced",
        draw: bounced::draw,
    },
    Design {
        name: "kinroll",
        draw: kinroll::draw,
    },
    Design {
        name: "tearoff",
        draw: tearoff::draw,
    },
    Design {
        name: "longask",
        draw: longask::draw,
    },
    Design {
        name: "owners",
        draw: owners::draw,
    },
    Design {
        name: "keycard",
        draw: keycard::draw,
    },
    Design {
        name: "sidebar",
        draw: sidebar::draw,
    },
    Design {
        name: "billing",
        draw: billing::draw,
    },
];
