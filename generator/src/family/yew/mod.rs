//! Designs of an asylum division, humanitarian units, naturalization ceremonies and a scanning
//! contractor.

mod asylum;
mod cards;
mod intent;
mod memo;
mod oath;
mod page;
mod prose;
mod scan;
mod tongues;
mod unit;
mod words;

use crate::family::Design;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "asylum_acknowledgment",
        draw: asylum::acknowledgment,
    },
    Design {
        name: "asylum_interview",
        draw: asylum::interview,
    },
    Design {
        name: "scan_cover",
        draw: scan::cover,
    },
    Design {
        name: "returned_package",
        draw: scan::returned,
    },
    Design {
        name: "survivor_evidence",
        draw: unit::evidence,
    },
    Design {
        name: "follow_to_join",
        draw: unit::follow,
    },
    Design {
        name: "oath_combs",
        draw: oath::ceremony,
    },
    Design {
        name: "interview_results",
        draw: oath::results,
    },
    Design {
        name: "transfer_slip",
        draw: memo::slip,
    },
    Design {
        name: "account_review",
        draw: memo::review,
    },
    Design {
        name: "courtesy_copy",
        draw: tongues::copy,
    },
    Design {
        name: "intent_to_deny",
        draw: intent::deny,
    },
    Design {
        name: "family_cards",
        draw: cards::approval,
    },
];
