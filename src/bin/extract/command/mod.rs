//! The subcommands and `--version`, one file each.

pub(crate) mod about;
pub(crate) mod apply;
pub(crate) mod completions;
pub(crate) mod convert;
pub(crate) mod earlier;
pub(crate) mod explain;
pub(crate) mod man;
mod merged;
pub(crate) mod schema;
pub(crate) mod split;
pub(crate) mod state;
pub(crate) mod version;
pub(crate) mod watch;
