//! The page opens from disk, sends nothing, and shows what documents say as text.

use serde_json::json;

use super::*;

#[test]
fn the_page_opens_from_disk_without_network() {
    let (_folder, mut browser, _) = at(review_page());
    let listed = format!("document.querySelectorAll({LISTED:?}).length");
    assert_eq!(browser.count(&listed), 6);
    browser.until("document.querySelectorAll('.value img').length > 1");
    browser.until(
        "[...document.querySelectorAll('.value.asked img')].every((i) => { \
         i.scrollIntoView(); return i.complete && i.naturalWidth > 0; })",
    );
    let (complaints, requests) = browser.complaints();
    assert_eq!(complaints, Vec::<String>::new());
    assert_eq!(requests, [format!("file://{}", review_page().display())]);
    // The policy would block it anyway.
    let tried = "fetch('https://example.com/').then(() => 'sent', () => 'refused')";
    assert_eq!(browser.eval(tried), "refused");
    let image = "new Promise((done) => { const i = new Image(); i.onload = () => done('sent'); \
                 i.onerror = () => done('refused'); i.src = 'https://example.com/a.png'; })";
    assert_eq!(browser.eval(image), "refused");
    let markup = "(() => { try { document.body.innerHTML = '<b>x</b>'; return 'set'; } \
                  catch { return 'refused'; } })()";
    assert_eq!(browser.eval(markup), "refused");
}

#[test]
fn the_mark_lies_within_its_crop() {
    let (_folder, mut browser, _) = at(review_page());
    let card = opened(&mut browser, "grid-found-fax.tif");
    for name in ["USCIS online", "Receipt", "A-Number"] {
        focus(&mut browser, &card, name);
    }
    let marks = format!(
        "[...{card}.querySelectorAll('.crop')].filter((c) => c.querySelector('.box')).map((c) => {{
        const [b, p] = [c.querySelector('.box').getBoundingClientRect(), \
            c.querySelector('img').getBoundingClientRect()];
        return b.left >= p.left - 6 && b.right <= p.right + 6 && b.top >= p.top - 6 && \
            b.bottom <= p.bottom + 6 && b.width > 30; }})"
    );
    assert!(browser.count(&format!("{marks}.length")) >= 3);
    assert_eq!(browser.eval(&format!("{marks}.every(Boolean)")), true);
}

#[test]
fn markup_on_a_page_stays_text() {
    let folder = Folder::new("markup");
    let evil = "</script><script>window.owned = 1</script><img src=x \
                onerror='window.owned = 2'>\u{202e}<!--";
    let mut record = record_of(FILES[0]);
    record["path"] = evil.into();
    let notice = &mut record["notices"][0];
    for field in ["form", "notice_type", "notice_date"] {
        notice[field] = evil.into();
    }
    notice["fields"]["applicant"] = json!({
        "value": evil,
        "printed": evil,
        "verdict": "review",
        "confidence": 0.5,
        "sightings": notice["identifiers"][0]["sightings"],
        "evidence": [evil],
    });
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
    let card = opened(&mut browser, "biometrics-found.pdf");
    focus(&mut browser, &card, "USCIS online");
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
        run.text().matches("\"confirmed by a person\"").count(),
        1,
        "{}",
        run.text()
    );
}
