//! Designs of the family sycamore: plain official notices, as the agency prints them today and
//! printed them twenty years ago.
use crate::family::Design;

mod access;
mod approval;
mod asc;
mod asylum;
mod back;
mod common;
mod elis;
mod evidence;
mod grid;
mod interview;
mod parties;
mod prose;
mod rejection;
mod transfer;
mod typed;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "sycamore-service-center-grid",
        draw: grid::draw,
    },
    Design {
        name: "sycamore-lockbox-receipt",
        draw: elis::draw,
    },
    Design {
        name: "sycamore-support-center-call",
        draw: asc::draw,
    },
    Design {
        name: "sycamore-account-access",
        draw: access::draw,
    },
    Design {
        name: "sycamore-rejection-sheet",
        draw: rejection::draw,
    },
    Design {
        name: "sycamore-evidence-letter",
        draw: evidence::draw,
    },
    Design {
        name: "sycamore-transfer-caption-under",
        draw: transfer::draw,
    },
    Design {
        name: "sycamore-approval-with-stub",
        draw: approval::draw,
    },
    Design {
        name: "sycamore-interview-margin",
        draw: interview::draw,
    },
    Design {
        name: "sycamore-typed-2002",
        draw: typed::draw,
    },
    Design {
        name: "sycamore-asylum-table",
        draw: asylum::draw,
    },
    Design {
        name: "sycamore-parties-table",
        draw: parties::draw,
    },
];
