//! Decisions are kept as they are made, with who and when.

use super::*;

/// Decides on the first two open items.
fn decide_two(browser: &mut Browser) {
    browser.keys("n");
    browser.until("document.activeElement.matches('.value.current')");
    browser.keys("c");
    browser.until("decisions.size === 1");
    browser.keys("c");
    browser.until("decisions.size === 2");
}

#[test]
fn a_killed_browser_loses_nothing() {
    let (folder, mut browser, _) = at(review_page());
    decide_two(&mut browser);
    let done = "document.getElementById('done').textContent";
    let before = browser.eval(done);
    let kept = "document.getElementById('kept').textContent";
    let said = browser.eval(kept);
    assert_eq!(said, "2 decisions kept in this browser, on this computer");
    // Decisions are on the disk; the place in the page is written a little later.
    std::thread::sleep(Duration::from_secs(1));
    browser.kill();

    let mut browser = Browser::start(folder.root());
    browser.open(review_page());
    ready(&mut browser);
    assert_eq!(browser.eval(done), before);
    assert_eq!(browser.eval(kept), said);
    let list = browser.eval("[...decisions.values()].every((d) => d.action && d.at)");
    assert_eq!(list, true);
    // The reviewer is at the last decision, if not further.
    let back = "place.value && (decided(place.value) || place.value.asked)";
    assert_eq!(browser.eval(&format!("Boolean({back})")), true);
    // Forgotten, nothing comes back.
    browser.click("#forget");
    browser.until("decisions.size === 0");
    browser.until("document.getElementById('said').textContent.includes('Forgotten')");
    browser.open(review_page());
    ready(&mut browser);
    assert_eq!(browser.count("decisions.size"), 0);
    assert_eq!(
        browser.eval("document.getElementById('forget').hidden"),
        true
    );
}

#[test]
fn the_place_is_found_again() {
    let (_folder, mut browser, _) = at(review_page());
    let card = opened(&mut browser, "grid-found-fax.tif");
    focus(&mut browser, &card, "A-Number");
    let place = browser.eval("place.value.key");
    browser.open(review_page());
    ready(&mut browser);
    assert_eq!(browser.eval("place.value.key"), place);
    let seen = "(() => { const r = place.card.rows.get(place.value).getBoundingClientRect(); \
                return r.top >= 0 && r.bottom <= innerHeight; })()";
    browser.until(seen);
}

#[test]
fn initials_are_asked_once_and_stay_with_each_decision() {
    let folder = Folder::new("initials");
    let mut browser = Browser::start(folder.root());
    browser.open(review_page());
    ready(&mut browser);
    browser.keys("n");
    browser.keys("c");
    browser.until("document.getElementById('who').open");
    assert_eq!(browser.count("decisions.size"), 1);
    browser.eval("document.getElementById('initials').focus()");
    browser.keys("AB");
    browser.enter();
    browser.until("!document.getElementById('who').open");
    browser.until("[...decisions.values()].every((d) => d.by === 'AB')");
    browser.keys("n");
    browser.keys("c");
    browser.until("decisions.size === 2");
    assert_eq!(browser.eval("document.getElementById('who').open"), false);
    assert_eq!(
        browser.eval("[...decisions.values()].every((d) => d.by === 'AB')"),
        true
    );
    browser.click("#export");
    let file = folder.path("decisions-AB.json");
    saved(&file);
    let text = std::fs::read_to_string(&file).expect("decisions");
    assert_eq!(text.matches("\"by\": \"AB\"").count(), 2);
    assert_eq!(text.matches("\"at\": \"20").count(), 2);
}

#[test]
fn what_was_decided_stays_decided_after_apply() {
    let (folder, mut browser, _) = at(review_page());
    browser.eval("setInitials('AB')");
    // No number is there, and an accepted number is another one.
    let find = |file: &str| {
        format!("items.find((i) => i.kind === 'notice' && i.doc.record.path.includes({file:?}))")
    };
    let none = format!("{}.values.find((v) => v.asked)", find("grid-absent-ioe"));
    browser.eval(&format!(
        "act({none}, {{ action: 'checked', value: null }})"
    ));
    let number = format!(
        "{}.values.find((v) => v.kind === 'a_number')",
        find("grid-found-fax")
    );
    let change = "{ action: 'corrected', value: 'A099888777' }";
    browser.eval(&format!("act({number}, {change})"));
    browser.click("#export");
    let file = folder.path("decisions-AB.json");
    saved(&file);

    let page = folder.path("after.html");
    let mut args = vec![OsStr::new("apply"), file.as_os_str()];
    let files = FILES.map(fixture);
    args.extend(files.iter().map(|f| f.as_os_str()));
    args.extend([
        OsStr::new("--exit-zero"),
        OsStr::new("-o"),
        page.as_os_str(),
    ]);
    assert_eq!(extract(&args).status, Some(0));
    let (_home, mut browser, _) = at(&page);
    let need = browser.eval(&format!("{}.need", find("grid-absent-ioe")));
    assert_eq!(need, Value::Null, "it is no to-do any more");
    let card = opened(&mut browser, "grid-absent-ioe.pdf");
    let text = browser.eval(&format!("{card}.textContent"));
    assert!(
        text.to_string().contains("checked by AB: none there"),
        "{text}"
    );
    let card = opened(&mut browser, "grid-found-fax.tif");
    let row = browser.eval(&format!(
        "[...{card}.querySelectorAll('.value')].find((r) => r.textContent.includes('A099888777'))\
         .textContent"
    ));
    let row = row.as_str().expect("a row");
    assert!(
        row.contains("corrected by AB") && !row.contains("100 %"),
        "{row}"
    );
}
