//! The review page in a real browser, from opening the file to decisions in a finished report.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::program::{Folder, Run, extract, fixture};
use crate::truth::truths;

/// Found in scans and text, blank, missing, and a file that cannot be read.
const FILES: [&str; 7] = [
    "notices/biometrics-found.pdf",
    "notices/grid-found-fax.tif",
    "notices/grid-found-stamped.pdf",
    "notices/biometrics-blank-account.pdf",
    "notices/grid-absent-ioe.pdf",
    "notices/grid-absent-eac.pdf",
    "broken/truncated.pdf",
];

/// The review page of those files, written once.
fn review_page() -> &'static Path {
    static DESK: OnceLock<(Folder, PathBuf)> = OnceLock::new();
    let (_, path) = DESK.get_or_init(|| {
        let folder = Folder::new("review-page");
        let path = folder.path("report.html");
        written(&path, &FILES.map(fixture), &[]);
        (folder, path)
    });
    path
}

/// Writes a report on some paths.
fn written(report: &Path, paths: &[PathBuf], options: &[&str]) -> Run {
    let options = ["--exit-zero", "-o"].iter().chain(options).map(OsStr::new);
    let (first, rest): (Vec<_>, Vec<_>) =
        (options.clone().take(2).collect(), options.skip(2).collect());
    let args = [
        first,
        vec![report.as_os_str()],
        rest,
        paths.iter().map(|p| p.as_os_str()).collect(),
    ]
    .concat();
    let run = extract(&args);
    assert_eq!(run.status, Some(0), "{}", run.err);
    run
}

/// A browser at a file, in a folder of its own.
fn at(file: &Path) -> (Folder, Browser, Duration) {
    let folder = Folder::new("browser");
    let mut browser = Browser::start(folder.root());
    let took = browser.open(file);
    (folder, browser, took)
}

fn account_of(file: &str) -> String {
    let truth = truths()
        .into_iter()
        .find(|t| t.file == file)
        .expect("the fixture has its truth");
    truth.notices[0].account_numbers[0].clone()
}

const LISTED: &str = "section[aria-label='All notices'] .card";

#[test]
fn the_page_opens_from_disk_without_network() {
    let (_folder, mut browser, _) = at(review_page());
    assert_eq!(
        browser.count(&format!("document.querySelectorAll({LISTED:?}).length")),
        6
    );
    browser.until("document.querySelectorAll('.value img').length > 3");
    browser.until("[...document.querySelectorAll('.value img')].every((i) => i.complete && i.naturalWidth > 0)");
    // The mark lies within its crop.
    let marks = "[...document.querySelectorAll('.value .crop')].filter((c) => c.querySelector('.box')).map((c) => {
        const [b, p] = [c.querySelector('.box').getBoundingClientRect(), c.querySelector('img').getBoundingClientRect()];
        return b.left >= p.left - 6 && b.right <= p.right + 6 && b.top >= p.top - 6 && b.bottom <= p.bottom + 6 && b.width > 30; })";
    assert!(browser.count(&format!("{marks}.length")) > 3);
    assert_eq!(browser.eval(&format!("{marks}.every(Boolean)")), true);
    let (complaints, requests) = browser.complaints();
    assert_eq!(complaints, Vec::<String>::new());
    assert_eq!(requests, [format!("file://{}", review_page().display())]);
    // The policy would block it anyway.
    let tried = "fetch('https://example.com/').then(() => 'sent', () => 'refused')";
    assert_eq!(browser.eval(tried), "refused");
    let image = "new Promise((done) => { const i = new Image(); i.onload = () => done('sent'); i.onerror = () => done('refused'); \
                 i.src = 'https://example.com/a.png'; })";
    assert_eq!(browser.eval(image), "refused");
    let markup = "(() => { try { document.body.innerHTML = '<b>x</b>'; return 'set'; } catch { return 'refused'; } })()";
    assert_eq!(browser.eval(markup), "refused");
}

#[test]
fn the_list_is_filtered_searched_and_sorted() {
    let (_folder, mut browser, _) = at(review_page());
    let shown = |browser: &mut Browser| {
        browser.eval("[...document.querySelectorAll('section:not([hidden]) > .head h2')].map((h) => h.textContent)")
    };
    let all = json!([
        "Account number missing, but expected",
        "Files and pages that couldn't be read",
        "No account number (not unusual)",
        "All notices"
    ]);
    assert_eq!(shown(&mut browser), all);
    browser.eval(
        "document.getElementById('state').value = 'found'; document.getElementById('state').dispatchEvent(new Event('change'))",
    );
    assert_eq!(shown(&mut browser), json!(["All notices"]));
    assert_eq!(
        browser.count(&format!("document.querySelectorAll({LISTED:?}).length")),
        3
    );
    browser
        .eval("document.getElementById('state').value = ''; document.getElementById('state').dispatchEvent(new Event('change'))");
    // A number is found however its digits are grouped.
    let account = account_of(FILES[0]);
    let (a, b) = account.split_at(4);
    browser.keys("/");
    browser.keys(&format!("{a} {b}"));
    browser.until(&format!(
        "document.querySelectorAll({LISTED:?}).length === 1"
    ));
    let name = browser.eval(&format!(
        "document.querySelector({LISTED:?} + ' h3').textContent"
    ));
    assert!(
        name.as_str()
            .is_some_and(|n| n.contains("biometrics-found.pdf")),
        "{name}"
    );
    browser.eval(
        "document.getElementById('search').value = ''; document.getElementById('search').dispatchEvent(new Event('input'))",
    );
    browser.until(&format!(
        "document.querySelectorAll({LISTED:?}).length === 6"
    ));
    browser.eval(
        "document.getElementById('sort').value = 'file'; document.getElementById('sort').dispatchEvent(new Event('change'))",
    );
    let names = browser.eval(&format!(
        "[...document.querySelectorAll({LISTED:?} + ' h3 b')].map((b) => b.textContent)"
    ));
    let names: Vec<String> = serde_json::from_value(names).expect("names");
    assert!(names.is_sorted(), "{names:?}");
}

/// The decisions file that the page exported to its folder.
fn exported(browser: &mut Browser, folder: &Folder) -> PathBuf {
    let file = folder.path("decisions.json");
    browser.click("#export");
    let begun = std::time::Instant::now();
    while std::fs::read_to_string(&file)
        .is_ok_and(|t| t.ends_with("}\n"))
        .then_some(())
        .is_none()
    {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "no decisions were saved"
        );
        std::thread::sleep(Duration::from_millis(30));
    }
    file
}

#[test]
fn keyboard_decisions_reach_the_report() {
    let (folder, mut browser, _) = at(review_page());
    // The first open item is the blank field; the reviewer enters the number and adds a note.
    browser.keys("n");
    browser.until("document.activeElement.matches('.value.current')");
    let first =
        browser.eval("document.activeElement.closest('.card').querySelector('h3').textContent");
    assert!(
        first
            .as_str()
            .is_some_and(|f| f.contains("biometrics-blank-account.pdf")),
        "{first}"
    );
    browser.keys("e");
    browser.keys("12345");
    browser.enter();
    browser.until("document.querySelector('form.edit .wrong').textContent.includes('12 digits')");
    browser.keys("0011 2233 4455");
    browser.eval("document.activeElement.value = '0011 2233 4455'");
    browser.enter();
    browser.until("document.activeElement.matches('.value') && document.activeElement.textContent.includes('001122334455')");
    browser.keys("o");
    browser.keys("by phone");
    browser.enter();
    browser.until("document.activeElement.textContent.includes('Note: by phone')");
    // The next one is checked, then an accepted number is corrected.
    browser.keys("n");
    browser.keys("c");
    browser.until("document.getElementById('progress').textContent.includes('2 of 2 checked')");
    let sure = format!(
        "[...document.querySelectorAll({LISTED:?})].find((c) => c.textContent.includes('grid-found-fax.tif'))"
    );
    browser.eval(&format!("{sure}.querySelector('button.more').click()"));
    browser.until(&format!("{sure}.querySelectorAll('.value').length === 3"));
    browser.eval(&format!("[...{sure}.querySelectorAll('.value')].find((r) => r.textContent.includes('A-Number')).focus()"));
    browser.keys("e");
    browser.eval("document.activeElement.value = 'A 99 888 777'");
    browser.enter();
    browser.until(&format!("{sure}.textContent.includes('A099888777')"));
    let file = exported(&mut browser, &folder);
    let (complaints, _) = browser.complaints();
    assert_eq!(complaints, Vec::<String>::new());

    // The files are moved and read again: decisions are matched by content hash.
    let moved = folder.path("moved");
    std::fs::create_dir(&moved).expect("a folder");
    for (index, name) in FILES.iter().enumerate() {
        let ending = Path::new(name)
            .extension()
            .and_then(OsStr::to_str)
            .expect("an ending");
        std::fs::copy(fixture(name), moved.join(format!("{index}.{ending}"))).expect("a copy");
    }
    let args = [
        OsStr::new("apply"),
        file.as_os_str(),
        moved.as_os_str(),
        OsStr::new("--format"),
        OsStr::new("json"),
    ];
    let run = extract(&args);
    let report: Value = serde_json::from_str(run.text()).expect("a report");
    let of = |index: usize| {
        report["documents"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|d| {
                d["path"]
                    .as_str()
                    .is_some_and(|p| p.contains(&format!("/{index}.")))
            })
            .expect("a document")
    };
    let blank = &of(3)["notices"][0];
    assert_eq!(blank["account_number"], "found");
    assert!(
        blank["identifiers"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|i| i["value"] == "001122334455" && i["verdict"] == "accepted")
    );
    assert!(
        blank["findings"].to_string().contains("by phone")
            && !blank["findings"]
                .to_string()
                .contains("account-number-blank")
    );
    assert!(
        of(4)["notices"][0]["findings"]
            .to_string()
            .contains("a person looked")
    );
    let fax = of(1)["notices"][0]["identifiers"].to_string();
    assert!(
        fax.contains("A099888777") && fax.contains("corrected by a person"),
        "{fax}"
    );
    assert!(
        !report["findings"]
            .to_string()
            .contains("decision-unmatched")
    );

    // A new page imports them.
    let (_other, mut browser, _) = at(review_page());
    let text = std::fs::read_to_string(&file).expect("decisions");
    browser.eval(&format!("load(new File([{text:?}], 'decisions.json'))"));
    browser.until(
        "document.getElementById('progress').textContent.includes('2 of 2 checked; 3 decisions')",
    );
}

#[test]
fn the_page_is_accessible_and_printable() {
    let (_folder, mut browser, _) = at(review_page());
    browser.until("document.querySelectorAll('.value img').length > 3");
    browser.call("Accessibility.enable", json!({}));
    let tree = browser.call("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("nodes");
    let named = |role: &str| {
        nodes
            .iter()
            .filter(|n| n["role"]["value"] == role && n["ignored"] == false)
            .map(|n| n["name"]["value"].as_str().unwrap_or_default())
            .collect::<Vec<_>>()
    };
    for role in [
        "button",
        "image",
        "combobox",
        "searchbox",
        "checkbox",
        "main",
        "region",
        "group",
        "progressbar",
    ] {
        let names = named(role);
        assert!(!names.is_empty(), "{role}");
        // A `details` is a group of its own, named by its summary.
        let must = !matches!(role, "main" | "group");
        assert!(
            !must || names.iter().all(|n| !n.is_empty()),
            "{role}: {names:?}"
        );
    }
    assert!(named("heading").len() > 8);
    assert_eq!(
        browser.eval("[...document.querySelectorAll('.value')].every((r) => r.getAttribute('aria-label').length > 10)"),
        true
    );
    // Before printing, all open cards are filled, including those out of view.
    browser.eval("window.dispatchEvent(new Event('beforeprint'))");
    let empty = "[...document.querySelectorAll('.card.open .body')].filter((b) => b.childElementCount === 0).length";
    assert_eq!(browser.count(empty), 0);
    let pdf = browser.call("Page.printToPDF", json!({}));
    assert!(pdf["data"].as_str().is_some_and(|d| d.len() > 20_000));
    // The theme changes the colors.
    let paper = "getComputedStyle(document.body).backgroundColor";
    let mut seen: Vec<Value> = (0..3)
        .map(|_| {
            browser.click("#theme");
            browser.eval(paper)
        })
        .collect();
    seen.dedup();
    assert!(seen.len() >= 2, "{seen:?}");
}

/// The review page that `apply` writes for an edited JSON Lines report, without decisions.
fn page_of(folder: &Folder, lines: &[Value]) -> PathBuf {
    let report = folder.path("report.jsonl");
    let none = folder.path("none.json");
    let page = folder.path("report.html");
    let text: String = lines.iter().map(|l| format!("{l}\n")).collect();
    std::fs::write(&report, text).expect("a report");
    std::fs::write(&none, r#"{"schema_version":1,"decisions":[]}"#).expect("no decisions");
    let run = extract(&[
        OsStr::new("apply"),
        none.as_os_str(),
        report.as_os_str(),
        OsStr::new("--exit-zero"),
        OsStr::new("-o"),
        page.as_os_str(),
    ]);
    assert_eq!(run.status, Some(0), "{}", run.err);
    page
}

/// The record of a fixture.
fn record_of(name: &str) -> Value {
    let run = extract(&[fixture(name)]);
    // The last line is about the batch.
    let line = run.text().lines().next().unwrap_or_default();
    serde_json::from_str(line).expect("a record")
}

#[test]
fn markup_on_a_page_stays_text() {
    let folder = Folder::new("markup");
    let evil = "</script><script>window.owned = 1</script><img src=x onerror='window.owned = 2'>\u{202e}<!--";
    let mut record = record_of(FILES[0]);
    record["path"] = evil.into();
    let notice = &mut record["notices"][0];
    for field in ["form", "notice_type", "notice_date"] {
        notice[field] = evil.into();
    }
    let number = &mut notice["identifiers"][0];
    number["evidence"] = json!([evil]);
    number["verdict"] = "review".into();
    for field in ["printed", "label"] {
        number["sightings"][0][field] = evil.into();
    }
    let (_home, mut browser, _) = at(&page_of(&folder, &[record]));
    browser.until("document.querySelectorAll('.value').length > 0");
    assert_eq!(browser.eval("window.owned ?? 'nothing'"), "nothing");
    assert_eq!(
        browser.count("document.querySelectorAll('img[src=x]').length"),
        0
    );
    let text = browser.eval("document.getElementById('work').textContent");
    let text = text.as_str().expect("text");
    assert!(
        text.contains("<script>window.owned = 1</script>")
            && text.contains("\\u{202e}")
            && !text.contains('\u{202e}')
    );
    let (complaints, requests) = browser.complaints();
    assert_eq!((complaints, requests.len()), (Vec::new(), 1));
}

/// An image of noise, as large as crops of scans.
fn noise(seed: u32) -> String {
    let mut state = seed.wrapping_mul(2_654_435_761).max(1);
    let image = image::GrayImage::from_fn(340, 70, |_, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        image::Luma([if y < 12 { (state >> 24) as u8 } else { 255 }])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    image
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("an image");
    i797::model::record::Png(bytes.into_inner()).base64()
}

#[test]
fn two_thousand_notices_stay_quick() {
    let folder = Folder::new("thousands");
    let mut record = record_of("notices/grid-found-stamped.pdf");
    let sightings: Vec<Value> = record["notices"][0]["identifiers"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|i| i["sightings"][0].clone())
        .collect();
    let crop = |s: &Value, seed: u32| {
        json!({
            "page": s["page"], "box": s["box"], "shows": "value", "size": [340, 70],
            "mark": [60, 20, 200, 44], "png": noise(seed),
        })
    };
    let lines: Vec<Value> = (0..2000u32)
        .map(|n| {
            record["path"] = format!("scans/{n:04}.pdf").into();
            record["content_hash"] = format!("{n:064}").into();
            let state = if n % 4 == 0 { "review" } else { "accepted" };
            record["notices"][0]["identifiers"][0]["verdict"] = state.into();
            let crops = sightings.iter().zip(n * 4..);
            record["crops"] = crops.map(|(s, seed)| crop(s, seed)).collect();
            record.clone()
        })
        .collect();
    let page = page_of(&folder, &lines);
    let (_home, mut browser, took) = at(&page);
    let size = std::fs::metadata(&page).expect("a file").len();
    let timed = |browser: &mut Browser, work: &str| {
        browser.eval(&format!("new Promise((done) => {{ const t = performance.now(); {work}; requestAnimationFrame(() => setTimeout(() => done(performance.now() - t))); }})")).as_f64().expect("a time")
    };
    let step = timed(&mut browser, "step(1, true); step(1, true); step(1, true)") / 3.0;
    let search = timed(
        &mut browser,
        "document.getElementById('search').value = '1234.pdf'; arrange()",
    );
    assert_eq!(
        browser.count(&format!("document.querySelectorAll({LISTED:?}).length")),
        1
    );
    let back = timed(
        &mut browser,
        "document.getElementById('search').value = ''; arrange()",
    );
    println!(
        "2000 notices, {size} bytes: open {took:?}, step {step:.0} ms, search {search:.0} ms, all again {back:.0} ms"
    );
    assert_eq!(
        browser.count("document.querySelectorAll('article').length"),
        2500
    );
    // Images are decoded only when they come into view.
    assert!(browser.count("document.querySelectorAll('img').length") < 120);
    // Generous limits, so that only a page that hangs fails on a busy machine.
    assert!(took < Duration::from_secs(12) && step < 1000.0 && search < 2000.0 && back < 3000.0);
}

#[test]
fn a_masked_page_shows_last_digits_and_takes_decisions() {
    let folder = Folder::new("masked");
    let path = folder.path("report.html");
    written(&path, &[fixture(FILES[0]), fixture(FILES[1])], &["--mask"]);
    let text = std::fs::read_to_string(&path).expect("a page");
    let accounts = [FILES[0], FILES[1]].map(account_of);
    for account in &accounts {
        assert!(
            !text.contains(account.as_str())
                && text.contains(&format!("xxxxxxxx{}", &account[8..]))
        );
    }
    let (home, mut browser, _) = at(&path);
    browser.eval("document.querySelectorAll('button.more').forEach((b) => b.click())");
    browser.until("document.querySelectorAll('.value').length > 3");
    browser.eval("[...document.querySelectorAll('.value')].find((r) => r.textContent.includes('online account')).focus()");
    browser.keys("c");
    let file = exported(&mut browser, &home);
    let decisions = std::fs::read_to_string(&file).expect("decisions");
    assert!(
        decisions.contains("confirmed") && accounts.iter().all(|a| !decisions.contains(a.as_str())),
        "{decisions}"
    );
    let run = extract(&[
        OsStr::new("apply"),
        file.as_os_str(),
        fixture(FILES[0]).as_os_str(),
        fixture(FILES[1]).as_os_str(),
    ]);
    assert_eq!(
        run.text().matches("confirmed by a person").count(),
        1,
        "{}",
        run.text()
    );
}
