//! Designs of the family willow: print templates of case systems, families on one notice.
mod approval;
mod ascroster;
mod asylum;
mod datasheet;
mod evidence;
mod greenbar;
mod interview;
mod kit;
mod oath;
mod rejection;
mod reopening;
mod smallprint;
mod transfer;
mod webprint;

use crate::family::Design;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "greenbar",
        draw: greenbar::draw,
    },
    Design {
        name: "webprint",
        draw: webprint::draw,
    },
    Design {
        name: "transfer",
        draw: transfer::draw,
    },
    Design {
        name: "reopening",
        draw: reopening::draw,
    },
    Design {
        name: "oath",
        draw: oath::draw,
    },
    Design {
        name: "ascroster",
        draw: ascroster::draw,
    },
    Design {
        name: "interview",
        draw: interview::draw,
    },
    Design {
        name: "rejection",
        draw: rejection::draw,
    },
    Design {
        name: "approval",
        draw: approval::draw,
    },
    Design {
        name: "datasheet",
        draw: datasheet::draw,
    },
    Design {
        name: "asylum",
        draw: asylum::draw,
    },
    Design {
        name: "evidence",
        draw: evidence::draw,
    },
];
