//! What labels are found with, below the files that each find some of them.

use super::sheet::Sheet;
use super::value::Value;

/// A page with its values, which no label may hold.
pub(super) struct Labeller<'a> {
    pub sheet: &'a Sheet,
    pub values: &'a [Value],
}
