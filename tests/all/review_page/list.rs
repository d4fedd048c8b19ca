//! What the eye meets, in which order, and how it is found.

use super::*;

fn shown(browser: &mut Browser) -> Value {
    browser.eval(
        "[...document.querySelectorAll('section:not([hidden]) > .head h2')]\
         .map((h) => h.textContent)",
    )
}

#[test]
fn what_costs_most_comes_first_and_all_counts_agree() {
    let folder = Folder::new("order");
    let report = folder.path("report.html");
    let files: Vec<PathBuf> = FILES.iter().chain(&CONFLICT).map(|f| fixture(f)).collect();
    written(&report, &files, &[]);
    let (_home, mut browser, _) = at(&report);
    let titles: Vec<String> = serde_json::from_value(shown(&mut browser)).expect("titles");
    let order = [
        "Contradictions across documents",
        "Needs review",
        "Missing, but expected",
        "Unreadable",
        "Files and pages that couldn't be read",
        "Deadlines that are near",
        "Notes about the run",
        "All notices",
    ];
    let places = titles.iter().map(|t| order.iter().position(|o| o == t));
    let places: Vec<usize> = places.map(|p| p.expect("a known section")).collect();
    assert!(places.is_sorted() && places[0] == 0, "{titles:?}");
    // Sections, legend and progress count the same cards.
    let sections = browser.count(
        "sections.filter((s) => needs.includes(s.need)).reduce((n, s) => n + s.cards.length, 0)",
    );
    let legend = browser.count(
        "[...document.querySelectorAll('.overview li button')]\
         .reduce((n, b) => n + parseInt(b.textContent, 10), 0)",
    );
    let progress = browser.eval("document.getElementById('done').textContent");
    assert_eq!(legend, sections);
    assert_eq!(progress, format!("0 of {sections} done"));
    // Everything that asks for action is among them.
    assert_eq!(
        browser.count("items.filter((i) => asks(i)).length"),
        sections
    );
}

#[test]
fn a_contradiction_shows_both_sides_and_can_be_checked_off() {
    let folder = Folder::new("sides");
    let report = conflict_page(&folder);
    let (home, mut browser, _) = at(&report);
    let card = "document.querySelector('.card.n-conflict')";
    assert_eq!(
        browser.count(&format!("{card}.querySelectorAll('.side').length")),
        2
    );
    for file in CONFLICT {
        let account = account_of(file);
        let side = format!(
            "[...{card}.querySelectorAll('.side')].filter((s) => \
             s.textContent.includes({account:?}) && s.querySelector('img') \
             && s.querySelector('a[href*=\".pdf#page=1\"]')).length"
        );
        assert_eq!(browser.count(&side), 1, "{file}");
    }
    let beside = format!(
        "(() => {{ const [a, b] = [...{card}.querySelectorAll('.side')]\
         .map((s) => s.getBoundingClientRect()); return a.top === b.top && a.right <= b.left; }})()"
    );
    assert_eq!(browser.eval(&beside), true);
    let before = browser.count("items.filter((i) => asks(i) && finished(i)).length");
    browser.eval(&format!("{card}.querySelector('.value').focus()"));
    browser.keys("c");
    browser.until(&format!(
        "items.filter((i) => asks(i) && finished(i)).length === {}",
        before + 1
    ));
    // After `apply` it is a note that says who checked it, and no contradiction.
    let file = exported(&mut browser, &home);
    let report = applied(&[&file], &CONFLICT.map(fixture));
    let finding = &report["findings"][0];
    assert_eq!(finding["kind"], "two-accounts", "{finding}");
    assert_eq!(finding["severity"], "info");
    assert_eq!(finding["decided"]["action"], "checked");
}

#[test]
fn the_list_is_filtered_searched_and_sorted() {
    let (_folder, mut browser, _) = at(review_page());
    let listed = format!("document.querySelectorAll({LISTED:?}).length");
    choose(&mut browser, "state", "found");
    assert_eq!(browser.count(&listed), 3);
    choose(&mut browser, "state", "");
    // A number is found however its digits are grouped.
    let account = account_of(FILES[0]);
    let (a, b) = account.split_at(4);
    browser.keys("/");
    browser.keys(&format!("{a} {b}"));
    browser.until(&format!("{listed} === 1"));
    let card = format!("document.querySelector({LISTED:?})");
    assert!(file_of(&mut browser, &card).contains("biometrics-found.pdf"));
    // A person and a file are found too.
    let search = |browser: &mut Browser, text: &str| {
        browser.eval(&format!(
            "(() => {{ const s = document.getElementById('search'); s.value = {text:?}; \
             s.dispatchEvent(new Event('input')); }})()"
        ));
    };
    let person = browser
        .eval("personOf(items.find((i) => i.doc?.record.path.includes('grid-absent-eac')).notice)");
    let person = person.as_str().expect("a person").to_lowercase();
    search(&mut browser, &person);
    browser.until(&format!(
        "{listed} >= 1 && {listed} < 6 && [...document.querySelectorAll({LISTED:?})].some((c) => \
         c.textContent.includes('grid-absent-eac.pdf'))"
    ));
    search(&mut browser, "found-stamped");
    browser.until(&format!(
        "{listed} === 1 && {card}.textContent.includes('grid-found-stamped.pdf')"
    ));
    search(&mut browser, "");
    browser.until(&format!("{listed} === 6"));
    choose(&mut browser, "sort", "file");
    let names = browser.eval(&format!(
        "[...document.querySelectorAll({LISTED:?} + ' .path > :first-child')]\
         .map((b) => b.textContent)"
    ));
    let names: Vec<String> = serde_json::from_value(names).expect("names");
    assert!(names.is_sorted() && names.len() == 6, "{names:?}");
}

#[test]
fn one_folder_can_be_shown() {
    let (_folder, mut browser, _) = at(review_page());
    let folders =
        browser.eval("[...document.getElementById('folder').options].map((o) => o.value)");
    let folders: Vec<String> = serde_json::from_value(folders).expect("folders");
    assert_eq!(folders.len(), 3, "{folders:?}");
    let broken = folders
        .iter()
        .find(|f| f.contains("broken"))
        .expect("it is listed");
    choose(&mut browser, "folder", broken);
    let count = "document.querySelectorAll('section:not([hidden]) .card').length";
    assert_eq!(browser.count(count), 1);
    assert!(
        file_of(&mut browser, "document.querySelector('.card.n-failed')").contains("truncated")
    );
}

#[test]
fn a_card_begins_with_the_person_and_the_file() {
    let (_folder, mut browser, _) = at(review_page());
    let card = format!("document.querySelector({LISTED:?})");
    let id = browser.eval(&format!(
        "[...{card}.querySelector('.id').children].map((e) => e.textContent)"
    ));
    assert_eq!(id.as_array().map(Vec::len), Some(2), "{id}");
    let folder = format!(
        "(() => {{ const [f, n] = ['.folder', 'h3'].map((s) => getComputedStyle({card}\
         .querySelector(s))); return parseFloat(f.fontSize) < parseFloat(n.fontSize) && \
         f.color !== n.color; }})()"
    );
    assert_eq!(browser.eval(&folder), true);
}

#[test]
fn a_deadline_that_is_near_has_a_card_of_its_own() {
    use jiff::{Timestamp, ToSpan};

    let folder = Folder::new("near");
    let mut record = record_of(FILES[0]);
    let soon = Timestamp::now().checked_add(240.hours()).expect("a time");
    let soon = soon.to_string().chars().take(10).collect::<String>();
    let place = record["notices"][0]["identifiers"][0]["sightings"].clone();
    record["notices"][0]["fields"]["response_due"] = serde_json::json!({ "value": soon,
        "printed": soon, "verdict": "accepted", "confidence": 1.0, "sightings": place,
        "evidence": ["directly after its label"] });
    let (_home, mut browser, _) = at(&page_of(&folder, &[record]));
    let card = "document.querySelector('.card.n-deadline')";
    let text = browser.eval(&format!("{card}.textContent"));
    let text = text.as_str().expect("a card");
    assert!(text.contains(&soon) && text.contains("days)"), "{text}");
    assert!(text.contains("Response due"), "{text}");
    // Done, it is done on the card of its notice too.
    browser.eval(&format!("{card}.querySelector('.value').focus()"));
    browser.keys("c");
    browser.until(&format!(
        "{card}.querySelector('.badge').textContent === 'done'"
    ));
    let of_notice = "[...decisions.keys()].every((k) => valuesByKey.get(k).length === 2)";
    assert_eq!(browser.eval(of_notice), true);
}
