//! Designs of the family cedar: plain-language letters, panels, cards, questions and answers.
mod access;
mod cards;
mod evidence;
mod facts;
mod kit;
mod letters;
mod returned;
mod sidebar;
mod tables;
mod teller;
mod traps;
mod words;
use crate::family::Design;
/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "cedar-summary",
        draw: letters::summary,
    },
    Design {
        name: "cedar-questions",
        draw: letters::questions,
    },
    Design {
        name: "cedar-cards",
        draw: cards::cards,
    },
    Design {
        name: "cedar-appointment",
        draw: cards::appointment,
    },
    Design {
        name: "cedar-sidebar",
        draw: sidebar::sidebar,
    },
    Design {
        name: "cedar-approval",
        draw: sidebar::approval,
    },
    Design {
        name: "cedar-welcome",
        draw: access::welcome,
    },
    Design {
        name: "cedar-bilingual",
        draw: access::bilingual,
    },
    Design {
        name: "cedar-family",
        draw: tables::family,
    },
    Design {
        name: "cedar-coupon",
        draw: tables::coupon,
    },
    Design {
        name: "cedar-evidence",
        draw: evidence::evidence,
    },
    Design {
        name: "cedar-returned",
        draw: returned::returned,
    },
];
