//! Designs of the family pine: plain-language pages, local field offices and legal writers.

mod cards;
mod evidence;
mod flow;
mod interview;
mod legal;
mod letters;
mod mail;
mod roster;
mod steps;
mod words;

use crate::family::Design;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "pine-cards",
        draw: cards::cards,
    },
    Design {
        name: "pine-lettered",
        draw: cards::lettered,
    },
    Design {
        name: "pine-steps",
        draw: steps::steps,
    },
    Design {
        name: "pine-questions",
        draw: steps::questions,
    },
    Design {
        name: "pine-motion",
        draw: legal::motion,
    },
    Design {
        name: "pine-intent",
        draw: legal::intent,
    },
    Design {
        name: "pine-evidence",
        draw: evidence::evidence,
    },
    Design {
        name: "pine-roster",
        draw: roster::roster,
    },
    Design {
        name: "pine-interview",
        draw: interview::interview,
    },
    Design {
        name: "pine-returned",
        draw: mail::returned,
    },
    Design {
        name: "pine-moved",
        draw: mail::moved,
    },
    Design {
        name: "pine-approval",
        draw: letters::approval,
    },
    Design {
        name: "pine-typed",
        draw: letters::typed,
    },
];
