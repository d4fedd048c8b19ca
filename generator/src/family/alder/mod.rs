//! The family "alder": notices near those that offices send, in their own set.
use crate::family::Design;

mod bounce;
mod chorus;
mod desk;
mod foyer;
mod granite;
mod kinsfolk;
mod kit;
mod latchkey;
mod ledgerbox;
mod prose;
mod query;
mod relay;
mod stub;
mod vellum;
mod whorl;
mod words;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "granite",
        draw: granite::draw,
    },
    Design {
        name: "vellum",
        draw: vellum::draw,
    },
    Design {
        name: "stub",
        draw: stub::draw,
    },
    Design {
        name: "ledgerbox",
        draw: ledgerbox::draw,
    },
    Design {
        name: "whorl",
        draw: whorl::draw,
    },
    Design {
        name: "foyer",
        draw: foyer::draw,
    },
    Design {
        name: "chorus",
        draw: chorus::draw,
    },
    Design {
        name: "kinsfolk",
        draw: kinsfolk::draw,
    },
    Design {
        name: "query",
        draw: query::draw,
    },
    Design {
        name: "latchkey",
        draw: latchkey::draw,
    },
    Design {
        name: "relay",
        draw: relay::draw,
    },
    Design {
        name: "bounce",
        draw: bounce::draw,
    },
];
