//! Designs of the family walnut: employment petitions at service centers, portal print-outs and
//! e-mails, classic grids with small variations.
mod appointment;
mod caption;
mod email;
mod grid;
mod inbox;
mod ledger;
mod portal;
mod rejection;
mod request;
mod roster;
mod slip;
mod tearoff;
mod transfer;
mod words;

use crate::family::Design;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "center-grid",
        draw: grid::draw,
    },
    Design {
        name: "tearoff-i94",
        draw: tearoff::draw,
    },
    Design {
        name: "premium-email",
        draw: email::draw,
    },
    Design {
        name: "portal-case",
        draw: portal::draw,
    },
    Design {
        name: "coapplicant-roster",
        draw: roster::draw,
    },
    Design {
        name: "employer-request",
        draw: request::draw,
    },
    Design {
        name: "typed-transfer",
        draw: transfer::draw,
    },
    Design {
        name: "lockbox-rejection",
        draw: rejection::draw,
    },
    Design {
        name: "inbox-questions",
        draw: inbox::draw,
    },
    Design {
        name: "withdrawal-slip",
        draw: slip::draw,
    },
    Design {
        name: "fee-ledger",
        draw: ledger::draw,
    },
    Design {
        name: "denial-caption",
        draw: caption::draw,
    },
    Design {
        name: "center-appointment",
        draw: appointment::draw,
    },
];
