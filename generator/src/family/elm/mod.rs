//! Designs of the family elm.
mod access;
mod asc;
mod asylum;
mod departure;
mod evidence;
mod evidence_cover;
mod grid;
mod grid_text;
mod kit;
mod ledger;
mod oath;
mod printer;
mod returned;
mod roster;
mod stub;
mod webprint;
use crate::family::Design;
/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "laser_grid",
        draw: grid::laser_grid,
    },
    Design {
        name: "line_printer",
        draw: printer::line_printer,
    },
    Design {
        name: "asc_boxes",
        draw: asc::asc_boxes,
    },
    Design {
        name: "lockbox_ledger",
        draw: ledger::lockbox_ledger,
    },
    Design {
        name: "access_panel",
        draw: access::access_panel,
    },
    Design {
        name: "evidence_letter",
        draw: evidence::evidence_letter,
    },
    Design {
        name: "interview_roster",
        draw: roster::interview_roster,
    },
    Design {
        name: "web_print",
        draw: webprint::web_print,
    },
    Design {
        name: "returned_filing",
        draw: returned::returned_filing,
    },
    Design {
        name: "oath_comb",
        draw: oath::oath_comb,
    },
    Design {
        name: "security_stub",
        draw: stub::security_stub,
    },
    Design {
        name: "asylum_columns",
        draw: asylum::asylum_columns,
    },
];
