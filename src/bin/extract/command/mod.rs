//! The subcommands and `--version`, one file each.

pub mod about;
pub mod apply;
pub mod explain;
pub mod version;
