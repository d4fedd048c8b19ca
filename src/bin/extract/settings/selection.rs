//! `--exclude`, `--include` and `--hidden`: which entries of folders are looked at. The globs are
//! those of `.gitignore`, anchored at each named folder.

use i797::pipeline::selection::Selection;
use ignore::overrides::OverrideBuilder;

use crate::cli::RunArgs;

/// What the arguments ask for.
///
/// # Errors
/// If a glob is none.
pub(super) fn selection(args: &RunArgs) -> Result<Selection, String> {
    let selection = Selection::default().with_hidden(args.hidden);
    if args.include.is_empty() && args.exclude.is_empty() {
        return Ok(selection);
    }
    let mut globs = OverrideBuilder::new("");
    let included = args.include.iter().cloned();
    // The last glob that matches decides: what is excluded stays so.
    let excluded = args.exclude.iter().map(|glob| format!("!{glob}"));
    for glob in included.chain(excluded) {
        globs
            .add(&glob)
            .map_err(|_| format!("{} is not a glob", glob.trim_start_matches('!')))?;
    }
    let globs = globs.build().map_err(|error| error.to_string())?;
    Ok(selection.with_wanted(move |path, is_folder| !globs.matched(path, is_folder).is_ignore()))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use clap::Parser;

    use super::*;
    use crate::cli::Cli;

    #[test]
    fn globs_are_those_of_gitignore() {
        let wanted = |options: &[&str], path: &str, is_folder: bool| {
            let line = [&["extract"], options, &["x"]].concat();
            let cli = Cli::try_parse_from(line).unwrap();
            selection(&cli.args)
                .unwrap()
                .takes(Path::new(path), is_folder)
        };
        let exclude = &["--exclude", "*draft*", "--exclude", "/old"];
        assert!(!wanted(exclude, "a/draft 1.pdf", false));
        assert!(!wanted(exclude, "old", true) && wanted(exclude, "a/old", true));
        assert!(wanted(exclude, "a/b.pdf", false));
        let include = &["--include", "*.pdf", "--exclude", "x.pdf"];
        assert!(wanted(include, "a/b.pdf", false) && wanted(include, "a", true));
        assert!(!wanted(include, "a/b.tif", false) && !wanted(include, "a/x.pdf", false));
    }
}
