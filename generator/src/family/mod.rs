//! Notice designs by authors who know the field but not the program, to measure it on pages it was
//! not tuned on.
//!
//! Each author read a description of the notices only: never the source of `i797`, its vocabulary
//! or a page it failed on. Rules tuned on our own layouts measure themselves; these do not.

pub mod alder;
pub mod ash;
pub mod aspen;
pub mod beech;
pub mod birch;
pub mod cedar;
pub mod cypress;
pub mod elm;
pub mod fir;
pub mod hawthorn;
pub mod hazel;
pub mod juniper;
pub mod larch;
pub mod linden;
pub mod maple;
pub mod oak;
pub mod pine;
pub mod poplar;
pub mod rowan;
pub mod spruce;
pub mod sycamore;
pub mod walnut;
pub mod willow;
pub mod yew;

use crate::case::{Case, Wish};
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;

/// A notice as an author drew it.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The pages.
    pub sheets: Vec<Sheet>,
    /// What the pages say, with `pages` left empty: [`draw`] fills it in.
    pub truth: NoticeTruth,
}

/// One page design.
#[derive(Debug, Clone, Copy)]
pub struct Design {
    /// A short name, unique within its author's family.
    pub name: &'static str,
    /// Draws a case. The same seed must give the same pages.
    pub draw: fn(&mut Rng, &Case) -> Drawing,
}

/// All designs of one author.
#[derive(Debug, Clone, Copy)]
pub struct Author {
    /// The name of the family, such as `birch`.
    pub name: &'static str,
    /// Whether the family is kept out while rules are written, and only measured.
    pub kept_out: bool,
    /// The designs.
    pub designs: &'static [Design],
}

/// Draws a case of this seed in a design.
pub fn draw(design: &Design, seed: u64) -> Drawing {
    let mut rng = Rng::new(seed);
    let case = Case::draw(&mut rng, Wish::default());
    let mut drawing = (design.draw)(&mut rng, &case);
    drawing.truth.pages = (1..=drawing.sheets.len()).collect();
    drawing
}

/// The author and the design of the file of this index, and whether the file is to be native.
///
/// All designs come up once, in an order drawn from the seed, before any comes up again. Every
/// other file is native, and so is every other file of a design.
pub fn turn(authors: &[Author], seed: u64, index: u64) -> Option<(Author, Design, bool)> {
    let mut designs: Vec<(Author, Design)> = authors
        .iter()
        .flat_map(|author| author.designs.iter().map(|design| (*author, *design)))
        .collect();
    let mut rng = Rng::new(seed);
    for last in (1..designs.len()).rev() {
        designs.swap(last, rng.below(last + 1));
    }
    let round = index.checked_div(designs.len() as u64)?;
    let (author, design) = designs[(index % designs.len() as u64) as usize];
    // With an even number of designs the parity of the index alone would give a design the same
    // answer in every round.
    let shift = if designs.len().is_multiple_of(2) {
        round
    } else {
        0
    };
    Some((author, design, (index + shift).is_multiple_of(2)))
}

/// The families.
pub const AUTHORS: [Author; 24] = [
    Author {
        name: "birch",
        kept_out: false,
        designs: birch::DESIGNS,
    },
    Author {
        name: "cedar",
        kept_out: false,
        designs: cedar::DESIGNS,
    },
    Author {
        name: "maple",
        kept_out: false,
        designs: maple::DESIGNS,
    },
    Author {
        name: "oak",
        kept_out: false,
        designs: oak::DESIGNS,
    },
    Author {
        name: "willow",
        kept_out: false,
        designs: willow::DESIGNS,
    },
    Author {
        name: "hazel",
        kept_out: false,
        designs: hazel::DESIGNS,
    },
    Author {
        name: "rowan",
        kept_out: false,
        designs: rowan::DESIGNS,
    },
    Author {
        name: "alder",
        kept_out: false,
        designs: alder::DESIGNS,
    },
    Author {
        name: "linden",
        kept_out: false,
        designs: linden::DESIGNS,
    },
    Author {
        name: "aspen",
        kept_out: true,
        designs: aspen::DESIGNS,
    },
    Author {
        name: "poplar",
        kept_out: false,
        designs: poplar::DESIGNS,
    },
    Author {
        name: "juniper",
        kept_out: false,
        designs: juniper::DESIGNS,
    },
    Author {
        name: "spruce",
        kept_out: false,
        designs: spruce::DESIGNS,
    },
    Author {
        name: "cypress",
        kept_out: false,
        designs: cypress::DESIGNS,
    },
    Author {
        name: "elm",
        kept_out: false,
        designs: elm::DESIGNS,
    },
    Author {
        name: "larch",
        kept_out: false,
        designs: larch::DESIGNS,
    },
    Author {
        name: "beech",
        kept_out: false,
        designs: beech::DESIGNS,
    },
    Author {
        name: "ash",
        kept_out: false,
        designs: ash::DESIGNS,
    },
    Author {
        name: "hawthorn",
        kept_out: false,
        designs: hawthorn::DESIGNS,
    },
    Author {
        name: "sycamore",
        kept_out: true,
        designs: sycamore::DESIGNS,
    },
    Author {
        name: "fir",
        kept_out: false,
        designs: fir::DESIGNS,
    },
    Author {
        name: "pine",
        kept_out: false,
        designs: pine::DESIGNS,
    },
    Author {
        name: "yew",
        kept_out: false,
        designs: yew::DESIGNS,
    },
    Author {
        name: "walnut",
        kept_out: false,
        designs: walnut::DESIGNS,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn one_seed_one_drawing() {
        for author in AUTHORS {
            let names: BTreeSet<&str> = author.designs.iter().map(|design| design.name).collect();
            assert_eq!(names.len(), author.designs.len(), "names are unique");
            assert!(names.len() >= 10, "{}", author.name);
            for design in author.designs {
                for seed in [1, 2, u64::MAX] {
                    let first = draw(design, seed);
                    let name = format!("{}/{} {seed}", author.name, design.name);
                    assert!(first == draw(design, seed), "{name}");
                    assert!(!first.sheets.is_empty(), "{name}");
                }
                assert!(draw(design, 1) != draw(design, 2), "{}", design.name);
            }
        }
    }
}
