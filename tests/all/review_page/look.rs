//! How the page looks: at any width, in the dark, on paper, and to a screen reader.

use serde_json::json;

use super::*;

/// Elements that stick out of their card, or lie over a button of it.
const CROWDED: &str = "[...document.querySelectorAll('.card')].slice(0, 40).flatMap((card) => {
    const c = card.getBoundingClientRect();
    const more = card.querySelector('.more').getBoundingClientRect();
    if (c.width === 0) return [];
    const out = [...card.querySelectorAll('.top *, .what, .says, .acts, .crop')].filter((e) => {
        const b = e.getBoundingClientRect();
        return b.width > 0 && (b.left < c.left - 1 || b.right > c.right + 1); });
    const under = [...card.querySelectorAll('.fact, .kind, .id, .top .badge')].filter((e) => {
        const b = e.getBoundingClientRect();
        return b.width > 0 && more.width > 0 && b.right > more.left + 1
            && b.left < more.right - 1 && b.bottom > more.top + 1 && b.top < more.bottom - 1; });
    return [...out, ...under].map((e) => e.className + ': ' + e.textContent.slice(0, 40)); })";

/// The review page with a contradiction, something to review and files that cannot be read.
fn full_page(folder: &Folder) -> PathBuf {
    let report = folder.path("report.html");
    let more = [
        "notices/grid-found-copied.pdf",
        "notices/family-found.pdf",
        "notices/bundle-printed-backs.pdf",
    ];
    let files = FILES.iter().chain(&CONFLICT).chain(&more);
    let files: Vec<PathBuf> = files.map(|f| fixture(f)).collect();
    written(&report, &files, &[]);
    report
}

#[test]
fn nothing_is_cut_at_any_width() {
    let folder = Folder::new("widths");
    let report = full_page(&folder);
    let (_home, mut browser, _) = at(&report);
    // A crop that is narrower than its card begins where its frame does.
    let shifted = "[...document.querySelectorAll('.crop .marked')].filter((m) => \
                   m.getBoundingClientRect().left > \
                   m.closest('.crop').getBoundingClientRect().left + 3).length";
    for width in [1400, 1180, 800, 420, 320] {
        browser.resize(width, 900);
        browser.until("document.querySelectorAll('.value').length > 5");
        assert_eq!(browser.count(shifted), 0, "{width}: crops are shifted");
        let wide = browser.eval("document.documentElement.scrollWidth <= innerWidth");
        assert_eq!(wide, true, "{width}: the page scrolls sideways");
        assert_eq!(browser.eval(CROWDED), json!([]), "{width}");
    }
}

#[test]
fn tools_take_one_row_and_fold_on_a_phone() {
    let (_folder, mut browser, _) = at(review_page());
    browser.resize(1400, 1000);
    let one_row = "(() => { const middles = [...document.querySelectorAll('.bar button, \
                   .bar select, .bar input, .bar summary')].filter((e) => e.checkVisibility())\
                   .map((e) => e.getBoundingClientRect()).map((r) => r.top + r.height / 2); \
                   return Math.max(...middles) - Math.min(...middles) < 12; })()";
    assert_eq!(browser.eval(one_row), true);
    browser.resize(420, 900);
    let folded = "document.getElementById('sieve').getBoundingClientRect().height";
    assert_eq!(browser.count(folded), 0);
    let top = browser.eval("document.querySelector('.card').getBoundingClientRect().top");
    assert!(
        top.as_f64().is_some_and(|top| top < 620.0),
        "the first card is at {top}"
    );
    browser.click("#filters");
    assert_ne!(browser.count(&format!("Math.round({folded})")), 0);
    let small = "[...document.querySelectorAll('button, select, input, summary')]\
                 .filter((e) => e.checkVisibility()).map((e) => \
                 [e, e.getBoundingClientRect()]).filter(([e, r]) => r.width > 0 && r.height < 43.5 \
                 && e.type !== 'checkbox').map(([e]) => e.outerHTML.slice(0, 80))";
    assert_eq!(browser.eval(small), json!([]));
}

#[test]
fn the_whole_page_opens_with_its_place_marked_and_goes_on() {
    let (_folder, mut browser, _) = at(review_page());
    let card = opened(&mut browser, "grid-found-fax.tif");
    focus(&mut browser, &card, "Receipt");
    browser.keys("z");
    browser.until("document.getElementById('whole').open");
    let mark = "(() => { const i = document.querySelector('.sheet img').getBoundingClientRect(); \
                const b = document.querySelector('.sheet .box').getBoundingClientRect(); \
                return b.left > i.left && b.right < i.right && b.top > i.top && \
                b.bottom < i.bottom && b.width > 20; })()";
    browser.until("document.querySelector('.sheet img').naturalWidth > 400");
    assert_eq!(browser.eval(mark), true);
    let title = "document.getElementById('whole-title').textContent";
    let first = browser.eval(title);
    browser.keys("j");
    assert_ne!(browser.eval(title), first);
    assert_eq!(browser.eval("document.getElementById('whole').open"), true);
    browser.keys("k");
    assert_eq!(browser.eval(title), first);
    // It ends where the reviewer went on to, and edits what it shows.
    browser.keys("j");
    let here = browser.eval("place.value.key");
    browser.keys("z");
    browser.until("!document.getElementById('whole').open");
    browser.until("document.activeElement === place.card.rows.get(place.value)");
    assert_eq!(browser.eval("place.value.key"), here);
    browser.keys("z");
    browser.keys("k");
    browser.keys("e");
    browser.until("document.activeElement.matches('form.edit input')");
    let edited = "document.activeElement.closest('.value') === place.card.rows.get(place.value) && \
                  place.value.name.startsWith('Receipt')";
    assert_eq!(browser.eval(edited), true);
    browser.eval("document.querySelector('form.edit button[type=button]').click()");
    // The room for pictures is printed.
    browser.click("#about");
    let about = browser.eval("document.getElementById('dialog').textContent");
    let about = about.as_str().expect("text");
    assert!(
        about.contains("Pictures of whole pages: ") && about.contains("of at most"),
        "{about}"
    );
    assert!(about.contains("KB per notice"), "{about}");
}

#[test]
fn the_whole_page_of_a_contradiction_shows_both_pages() {
    let folder = Folder::new("both");
    let report = conflict_page(&folder);
    let (_home, mut browser, _) = at(&report);
    browser.eval("document.querySelector('.card.n-conflict .value').focus()");
    browser.keys("z");
    browser.until("document.querySelectorAll('#whole .sheet').length === 2");
    let beside = "(() => { const [a, b] = [...document.querySelectorAll('#whole .sheet')]\
                  .map((s) => s.getBoundingClientRect()); return a.top === b.top && \
                  a.right <= b.left && a.width > 400; })()";
    assert_eq!(browser.eval(beside), true);
    let marks = "[...document.querySelectorAll('#whole .sheet')]\
                 .every((s) => s.querySelector('.box:not(.other)'))";
    assert_eq!(browser.eval(marks), true);
}

#[test]
fn a_phone_shows_crops_at_reading_size_and_the_whole_menu() {
    let folder = Folder::new("phone");
    let report = folder.path("report.html");
    let worn = [
        "notices/lockbox-found-mixed.pdf",
        "notices/grid-found-photo.jpg",
    ];
    written(&report, &worn.map(fixture), &[]);
    let (_home, mut browser, _) = at(&report);
    browser.resize(420, 900);
    // The mark is seen whole, and print is no smaller than on a wide screen.
    let shown = "[...document.querySelectorAll('.g-review .asked .crop:not(.of-cut)')].map((c) => {
        const [m, k, i] = [c.querySelector('.box'), c, c.querySelector('img')]
            .map((e) => e.getBoundingClientRect());
        return m.left >= k.left && m.right <= k.right && \
            i.width >= Number(c.querySelector('img').getAttribute('width')) - 1; })";
    assert!(browser.count(&format!("{shown}.length")) >= 3);
    assert_eq!(browser.eval(&format!("{shown}.every(Boolean)")), true);
    browser.click(".menu > summary");
    let covered = "[...document.querySelectorAll('.menu button')].filter((b) => {
        const r = b.getBoundingClientRect();
        const top = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
        return !b.contains(top); }).length";
    assert_eq!(browser.count(covered), 0);
}

#[test]
fn the_page_can_be_printed() {
    let folder = Folder::new("print");
    let report = full_page(&folder);
    let mut browser = Browser::start(folder.root());
    // On this day the deadline of a notice is near.
    let clock = "{ const Real = Date; Date = class extends Real { constructor(...given) { \
                 super(...(given.length ? given : ['2022-01-20T12:00:00'])); } }; }";
    browser.call(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": clock }),
    );
    browser.open(&report);
    ready(&mut browser);
    // Before printing, all open cards are filled, including those out of view.
    browser.eval("window.dispatchEvent(new Event('beforeprint'))");
    let empty = "[...document.querySelectorAll('.card.open .body')]\
                 .filter((b) => b.childElementCount === 0).length";
    assert_eq!(browser.count(empty), 0);
    browser.resize(700, 1000);
    browser.call("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    assert_eq!(browser.eval(CROWDED), json!([]));
    let whole = "[...document.querySelectorAll('.card')].every((c) => \
                 getComputedStyle(c).breakInside === 'avoid')";
    assert_eq!(browser.eval(whole), true);
    let tools = "[...document.querySelectorAll('.bar, .acts, .more, #progress')]\
                 .every((e) => e.getBoundingClientRect().height === 0)";
    assert_eq!(browser.eval(tools), true);
    // What is cut out of a page keeps its place in print.
    let card = "document.querySelector('.card.n-deadline')";
    let cut = format!(
        "(() => {{ const [i, c] = ['.cut img', '.cut'].map((s) => {card}.querySelector(s)\
         .getBoundingClientRect()); return i.width > c.width && i.height > c.height; }})()"
    );
    browser.until(&cut);
    browser.call("Emulation.setEmulatedMedia", json!({ "media": "" }));
    let pdf = browser.call("Page.printToPDF", json!({}));
    assert!(pdf["data"].as_str().is_some_and(|d| d.len() > 20_000));
}

/// The checks of axe-core, where scripts/page.sh could install it.
fn axe() -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(root.join("tests/page/node_modules/axe-core/axe.min.js")).ok()
}

#[test]
fn nobody_is_shut_out() {
    let Some(axe) = axe() else {
        eprintln!("axe-core is not installed (scripts/page.sh --tools): not checked");
        return;
    };
    let folder = Folder::new("axe");
    let report = full_page(&folder);
    let (_home, mut browser, _) = at(&report);
    browser.eval(&format!("{axe}; 0"));
    browser.eval("document.querySelectorAll('.n-review .why').forEach((d) => { d.open = true; })");
    let run = "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', \
               'wcag22aa', 'best-practice'] }).then((r) => r.violations.map((v) => v.id + ': ' + \
               v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + ' ' + \
               (n.any[0]?.message ?? '').slice(0, 160)).join(' | ')))";
    for theme in ["light", "dark"] {
        browser.eval(&format!(
            "document.documentElement.dataset.theme = {theme:?}"
        ));
        assert_eq!(browser.eval(run), json!([]), "{theme}");
    }
    browser.keys("n");
    browser.keys("z");
    browser.until("document.getElementById('whole').open");
    assert_eq!(browser.eval(run), json!([]), "the whole page");
    browser.resize(420, 900);
    browser.eval("document.getElementById('whole').close()");
    browser.click("#filters");
    assert_eq!(browser.eval(run), json!([]), "on a phone");
}

#[test]
fn every_control_has_a_name() {
    let (_folder, mut browser, _) = at(review_page());
    browser.until("document.querySelectorAll('.value').length > 3");
    browser.call("Accessibility.enable", json!({}));
    let tree = browser.call("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("nodes");
    for role in [
        "button",
        "image",
        "combobox",
        "searchbox",
        "checkbox",
        "region",
        "progressbar",
    ] {
        let mut named = nodes
            .iter()
            .filter(|n| n["role"]["value"] == role && n["ignored"] == false);
        assert!(named.clone().next().is_some(), "{role}");
        assert!(
            named.all(|n| n["name"]["value"].as_str().is_some_and(|n| !n.is_empty())),
            "{role}"
        );
    }
    let rows = "[...document.querySelectorAll('.value')]\
                .every((r) => r.getAttribute('aria-label').length > 10)";
    assert_eq!(browser.eval(rows), true);
    // The theme changes the colors.
    let paper = "getComputedStyle(document.body).backgroundColor";
    let mut seen: Vec<Value> = Vec::new();
    for _ in 0..3 {
        browser.click("#theme");
        seen.push(browser.eval(paper));
    }
    seen.dedup();
    assert!(seen.len() >= 2, "{seen:?}");
}

#[test]
fn an_accepted_field_shows_its_place_on_the_page() {
    let (_folder, mut browser, _) = at(review_page());
    let card = opened(&mut browser, "grid-absent-eac.pdf");
    for width in [1400, 420] {
        browser.resize(width, 900);
        focus(&mut browser, &card, "Notice date");
        let cut = format!("{card}.querySelector('.value.current .of-cut')");
        browser.until(&format!("{cut}?.querySelector('img').complete"));
        // The mark lies within the cut, and the cut within the card.
        let inside = format!(
            "(() => {{ const [m, c, k] = [{cut}.querySelector('.box'), {cut}, {card}]\
             .map((e) => e.getBoundingClientRect()); \
             return m.width > 20 && m.left >= c.left && m.right <= c.right && m.top >= c.top \
             && m.bottom <= c.bottom && c.left >= k.left && c.right <= k.right; }})()"
        );
        assert_eq!(browser.eval(&inside), true, "{width}");
    }
}
