//! What labels are found with.

use super::sheet::Sheet;
use super::value::Value;

/// What is needed to find labels.
pub(super) struct Labeller<'a> {
    pub sheet: &'a Sheet,
    pub values: &'a [Value],
}
