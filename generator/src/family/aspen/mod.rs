//! Designs of the family `aspen`: a cross-section of thirty years of agency printing.
//!
//! Line-printer notices with dot leaders, security paper with captions under the values, lockbox
//! rejections with comb boxes, letters of asylum offices with a family table, prints of the web
//! portal, appointments with a stub, fee notices with coupons, long requests with running heads,
//! family transfers, an I-797A with its I-94, typed field-office forms, and margin-column letters.
mod captions;
mod carriage;
mod combs;
mod continuance;
mod counterfoil;
mod docket;
mod kit;
mod margin;
mod portal;
mod reasoning;
mod remittance;
mod roll;
mod tearoff;
mod words;

use crate::family::Design;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "aspen-carriage",
        draw: carriage::draw,
    },
    Design {
        name: "aspen-captions",
        draw: captions::draw,
    },
    Design {
        name: "aspen-combs",
        draw: combs::draw,
    },
    Design {
        name: "aspen-docket",
        draw: docket::draw,
    },
    Design {
        name: "aspen-portal",
        draw: portal::draw,
    },
    Design {
        name: "aspen-counterfoil",
        draw: counterfoil::draw,
    },
    Design {
        name: "aspen-remittance",
        draw: remittance::draw,
    },
    Design {
        name: "aspen-reasoning",
        draw: reasoning::draw,
    },
    Design {
        name: "aspen-roll",
        draw: roll::draw,
    },
    Design {
        name: "aspen-tearoff",
        draw: tearoff::draw,
    },
    Design {
        name: "aspen-continuance",
        draw: continuance::draw,
    },
    Design {
        name: "aspen-margin",
        draw: margin::draw,
    },
];
