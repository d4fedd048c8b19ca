//! Designs of the family `poplar`: notices whose values stand on rules, behind dot leaders, in
//! combs, in sentences, in side columns and in the columns of a terminal.
use crate::family::Design;
mod access;
mod biometrics;
mod combs;
mod evidence;
mod household;
mod interview;
mod leaders;
mod matter;
mod parchment;
mod sidebar;
mod statement;
mod terminal;
mod tools;
mod transfer;
/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "interview",
        draw: interview::interview,
    },
    Design {
        name: "leaders",
        draw: leaders::leaders,
    },
    Design {
        name: "combs",
        draw: combs::combs_card,
    },
    Design {
        name: "household",
        draw: household::household,
    },
    Design {
        name: "evidence",
        draw: evidence::evidence,
    },
    Design {
        name: "access",
        draw: access::access,
    },
    Design {
        name: "transfer",
        draw: transfer::transfer,
    },
    Design {
        name: "biometrics",
        draw: biometrics::biometrics,
    },
    Design {
        name: "parchment",
        draw: parchment::parchment,
    },
    Design {
        name: "statement",
        draw: statement::statement,
    },
    Design {
        name: "sidebar",
        draw: sidebar::sidebar,
    },
    Design {
        name: "terminal",
        draw: terminal::terminal,
    },
];
