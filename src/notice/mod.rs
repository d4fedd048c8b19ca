//! Pages to notices: which pages belong together, and what each notice carries.

mod assemble;
pub mod marks;

pub use assemble::{AccountCell, PageReading, assemble};
