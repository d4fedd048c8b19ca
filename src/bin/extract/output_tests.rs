//! Reports in files: whole, private, and nothing else in their way.

use super::*;

/// An empty folder for one test, named after it.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("i797-output-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir(&folder).unwrap();
    folder
}

fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn a_file_appears_when_it_is_whole() {
    let folder = folder("whole");
    let path = folder.join("out.csv");
    fs::write(&path, "old").unwrap();
    let mut output = Output::file(&path, &Unfinished::default()).unwrap();
    output.write_all(b"new").unwrap();
    output.flush().unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    output.finish().unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    assert_eq!(names(&folder), ["out.csv"]);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_report_is_no_document() {
    let folder = folder("own");
    let report = folder.join("out.csv");
    for (name, own) in [
        ("out.csv", true),
        (".out.csv.17-0.part", true),
        ("out.partial.csv", true),
        ("out.csv.part", false),
        ("notice.pdf", false),
    ] {
        assert_eq!(
            is_report(&report, &folder.join(".").join(name)),
            own,
            "{name}"
        );
    }
    assert!(!is_report(&report, Path::new("elsewhere/out.csv")));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_is_not_complete_comes_beside_the_older_report() {
    let folder = folder("partial");
    let path = folder.join("out.csv");
    fs::write(&path, "old").unwrap();
    let mut output = Output::file(&path, &Unfinished::default()).unwrap();
    output.write_all(b"half").unwrap();
    let beside = output.finish_partly().unwrap();
    assert_eq!(beside, Some(folder.join("out.partial.csv")));
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(fs::read_to_string(beside.unwrap()).unwrap(), "half");
    assert_eq!(
        partial(Path::new("a/report")),
        Path::new("a/report.partial")
    );
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_a_killed_run_left_is_removed_and_what_a_live_one_writes_is_not() {
    let folder = folder("stale");
    let path = folder.join("out.csv");
    fs::write(folder.join(".out.csv.1-0.part"), "stale").unwrap();
    fs::write(folder.join(".other.csv.1-0.part"), "not ours").unwrap();
    let live = Output::file(&path, &Unfinished::default()).unwrap();
    let other = Output::file(&path, &Unfinished::default()).unwrap();
    assert_eq!(names(&folder).len(), 3, "{:?}", names(&folder));
    assert!(!folder.join(".out.csv.1-0.part").exists());
    live.finish().unwrap();
    other.finish().unwrap();
    assert_eq!(names(&folder).len(), 2, "{:?}", names(&folder));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn nothing_is_left_of_a_failure() {
    let folder = folder("failure");
    let unfinished = Unfinished::default();
    let mut output = Output::file(&folder.join("out.csv"), &unfinished).unwrap();
    output.write_all(b"half").unwrap();
    drop(output);
    assert!(names(&folder).is_empty());
    let output = Output::file(&folder.join("out.csv"), &unfinished).unwrap();
    unfinished.remove();
    assert!(names(&folder).is_empty());
    drop(output);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_is_in_the_way_is_named() {
    let folder = folder("way");
    let message = |path: &Path| {
        Output::file(path, &Unfinished::default())
            .err()
            .unwrap()
            .to_string()
    };
    assert!(message(&folder).contains("it is a folder"));
    assert!(message(&folder.join("no/out.csv")).contains("its folder does not exist"));
    fs::write(folder.join("file"), "").unwrap();
    assert!(message(&folder.join("file/out.csv")).contains("its folder is a file"));
    assert_eq!(names(&folder), ["file"]);
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(unix)]
#[test]
fn links_and_modes_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder("links");
    let real = folder.join("real.csv");
    fs::write(&real, "old").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&real, folder.join("link.csv")).unwrap();
    let mut output = Output::file(&folder.join("link.csv"), &Unfinished::default()).unwrap();
    output.write_all(b"new").unwrap();
    output.finish().unwrap();
    assert_eq!(fs::read_to_string(&real).unwrap(), "new");
    assert_eq!(
        fs::metadata(&real).unwrap().permissions().mode() & 0o777,
        0o640
    );
    assert!(
        fs::symlink_metadata(folder.join("link.csv"))
            .unwrap()
            .is_symlink()
    );
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_in_words() {
    let mut output = Output::file(Path::new("/dev/full"), &Unfinished::default()).unwrap();
    output.write_all(b"report").unwrap();
    assert_eq!(
        output.finish().unwrap_err().to_string(),
        "cannot write /dev/full: the disk is full"
    );
}

#[cfg(unix)]
#[test]
fn a_report_is_private_from_the_first_instant() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("private");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let path = folder.join("out.csv");
    let output = Output::file(&path, &Unfinished::default()).unwrap();
    let provisional = folder.join(&names(&folder)[0]);
    assert_eq!(mode(&provisional), 0o600);
    output.finish().unwrap();
    assert_eq!(mode(&path), 0o600);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_name_of_any_length_is_written() {
    let folder = folder("long");
    for name in [
        format!("{}.csv", "n".repeat(251)),
        format!("{}.csv", "é".repeat(125)),
    ] {
        let path = folder.join(&name);
        let mut output = Output::file(&path, &Unfinished::default()).unwrap();
        assert!(is_report(&path, &folder.join(&names(&folder)[0])));
        output.write_all(b"new").unwrap();
        output.finish().unwrap();
        assert_eq!(names(&folder), [name]);
        fs::remove_file(path).unwrap();
    }
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(unix)]
#[test]
fn a_name_made_of_a_document_replaces_only_files() {
    let folder = folder("beside");
    let real = folder.join("real");
    let link = folder.join("link");
    let old = folder.join("old");
    fs::write(&real, "real").unwrap();
    fs::write(&old, "old").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    assert!(Output::beside_others(&link).is_err());
    assert!(Output::beside_others(&folder).is_err());
    let mut output = Output::beside_others(&old).unwrap();
    output.write_all(b"new").unwrap();
    output.finish().unwrap();
    assert_eq!(fs::read_to_string(&real).unwrap(), "real");
    assert_eq!(fs::read_to_string(&old).unwrap(), "new");
    fs::remove_dir_all(folder).unwrap();
}
