use super::*;

#[test]
fn what_systems_leave_behind_is_not_taken() {
    let selection = Selection::default();
    let file = |name: &str| selection.takes(Path::new(name), false);
    for name in [
        ".DS_Store",
        "a/Thumbs.db",
        "DESKTOP.INI",
        "~$letter.docx",
        "._a.pdf",
    ] {
        assert!(!file(name), "{name}");
    }
    for name in [
        "a.pdf",
        ".a.pdf",
        "thumbs.pdf",
        "a~$.pdf",
        "desktop.ini.pdf",
    ] {
        assert!(file(name), "{name}");
    }
    let folder = |name: &str| selection.takes(Path::new(name), true);
    assert!(!folder(".git") && !folder("a/.cache") && !folder("__MACOSX"));
    assert!(folder("a") && folder("Thumbs.db"));
    let hidden = selection.clone().with_hidden(true);
    assert!(hidden.takes(Path::new(".git"), true));
    assert!(!hidden.takes(Path::new(".DS_Store"), false));
    assert!(hidden.takes(Path::new("._a.pdf"), false));
}

#[test]
fn somebody_else_has_the_last_word() {
    let selection = Selection::default().with_wanted(|path, _| path != Path::new("sub/a.pdf"));
    assert!(selection.takes(Path::new("a.pdf"), false));
    assert!(!selection.takes(Path::new("sub/a.pdf"), false));
}
