//! Annotated pages.

use std::ffi::OsStr;

use crate::program::{Folder, extract, fixture};
use crate::truth::truths;

#[test]
fn a_page_is_drawn_with_annotations() {
    let folder = Folder::new("explain");
    let page = folder.path("page.png");
    let run = extract(&[
        OsStr::new("explain"),
        fixture("notices/biometrics-found.pdf").as_os_str(),
        OsStr::new("-o"),
        page.as_os_str(),
    ]);
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(
        run.text().contains("accepted") && run.text().contains("“ACCOUNT NUMBER”"),
        "{}",
        run.text()
    );
    let drawn = image::open(&page).expect("an image").into_rgb8();
    // A letter page of 8.5 by 11 inches and the list under it.
    assert!(
        drawn.width() == 1020 && drawn.height() > 1320,
        "{:?}",
        drawn.dimensions()
    );
    let colours = |wanted: [u8; 3]| drawn.pixels().filter(|p| p.0 == wanted).count();
    assert!(
        colours([0, 125, 50]) > 500 && colours([40, 90, 200]) > 300,
        "frames of numbers and of labels"
    );
}

#[test]
fn several_pages_are_numbered_and_inputs_are_never_overwritten() {
    let folder = Folder::new("annotate");
    let bundle = fixture("notices/bundle-letter-and-three-notices.pdf");
    let page = folder.path("page.png");
    extract(&[
        OsStr::new("explain"),
        bundle.as_os_str(),
        OsStr::new("-o"),
        page.as_os_str(),
    ]);
    let names = folder.names();
    assert!(names.len() > 2 && names[0] == "page-1.png", "{names:?}");
    // The same name in two folders.
    let drawn = folder.path("drawn");
    for sub in ["a", "b"] {
        std::fs::create_dir(folder.path(sub)).expect("a folder");
        std::fs::copy(
            fixture("notices/grid-found.pdf"),
            folder.path(sub).join("same.pdf"),
        )
        .expect("a copy");
    }
    let a = folder.path("a");
    let b = folder.path("b");
    let run = extract(&[
        OsStr::new("--annotate"),
        drawn.as_os_str(),
        a.as_os_str(),
        b.as_os_str(),
    ]);
    assert!(
        !run.text().contains("png") && run.documents().len() == 2,
        "the report contains no images"
    );
    let mut names: Vec<_> = std::fs::read_dir(&drawn)
        .expect("the folder")
        .map(|e| e.expect("an entry").file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["same.pdf-page1-2.png", "same.pdf-page1.png"]);
    // An image never overwrites the notice it is drawn from.
    let scan = folder.path("scan.png");
    std::fs::copy(fixture("notices/grid-found-png.png"), &scan).expect("a copy");
    let run = extract(&[
        OsStr::new("explain"),
        scan.as_os_str(),
        OsStr::new("-o"),
        scan.as_os_str(),
    ]);
    assert!(
        run.status == Some(2) && run.err.contains("is both an input and the output"),
        "{}",
        run.err
    );
}

#[test]
fn masked_images_cannot_be_read_back() {
    let folder = Folder::new("masked-images");
    let drawn = folder.path("drawn");
    let names = [
        "grid-found-fax.tif",
        "grid-found-photo.jpg",
        "grid-found-stamped.pdf",
        "family-found.pdf",
        "access-found.pdf",
        "lockbox-found-penned.pdf",
    ];
    let paths: Vec<_> = names.iter().map(|n| fixture("notices").join(n)).collect();
    let options = [
        OsStr::new("--mask"),
        OsStr::new("--annotate"),
        drawn.as_os_str(),
    ];
    extract(
        &[
            &options[..],
            &paths.iter().map(|p| p.as_os_str()).collect::<Vec<_>>(),
        ]
        .concat(),
    );
    let images = std::fs::read_dir(&drawn).expect("the folder").count();
    assert!(images >= names.len(), "{images} images");
    // The program's own eyes, on every candidate whatever became of it.
    let read = extract(&[OsStr::new("--explain"), drawn.as_os_str()]);
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let seen: Vec<String> = read
        .documents()
        .iter()
        .flat_map(|d| d.explanations.iter().map(|e| digits(&e.printed)))
        .collect();
    let known = truths()
        .into_iter()
        .filter(|t| names.iter().any(|n| t.file.ends_with(n)))
        .flat_map(|t| t.notices);
    let numbers: Vec<String> = known
        .flat_map(|n| [n.receipt_numbers, n.a_numbers, n.account_numbers].concat())
        .map(|n| digits(&n))
        .collect();
    assert!(numbers.len() > 12);
    for number in numbers {
        let shown = |s: &String| {
            number
                .as_bytes()
                .windows(6)
                .any(|w| s.contains(std::str::from_utf8(w).unwrap_or_default()))
        };
        assert!(
            !seen.iter().any(shown),
            "six digits of a number can be read: {seen:?}"
        );
    }
    // And the test would see it: without the mask they are read.
    let bare = folder.path("bare");
    extract(&[
        OsStr::new("--annotate"),
        bare.as_os_str(),
        paths[0].as_os_str(),
    ]);
    assert!(
        !extract(&[bare.as_os_str()]).documents()[0].notices[0]
            .identifiers
            .is_empty()
    );
}
