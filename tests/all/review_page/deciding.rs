//! Numbers and fields are checked and corrected with the keyboard, and what was decided reaches the
//! report.

use super::*;

/// Types into the open text field and saves.
fn enter(browser: &mut Browser, text: &str) {
    browser.eval(&format!("document.activeElement.value = {text:?}"));
    browser.enter();
}

#[test]
fn keyboard_decisions_reach_the_report() {
    let (folder, mut browser, _) = at(review_page());
    // The blank field: the reviewer enters the number and adds a note.
    let blank = opened(&mut browser, "biometrics-blank-account.pdf");
    focus(&mut browser, &blank, "USCIS online");
    browser.keys("e");
    browser.keys("12345");
    browser.enter();
    browser.until("document.querySelector('form.edit .wrong').textContent.includes('12 digits')");
    enter(&mut browser, "0011 2233 4455");
    browser.until(
        "document.activeElement.matches('.value') && \
         document.activeElement.textContent.includes('001122334455')",
    );
    browser.keys("o");
    browser.keys("by phone");
    browser.enter();
    browser.until("document.activeElement.textContent.includes('Note: by phone')");
    // Another one has none, and an accepted number is corrected.
    let absent = opened(&mut browser, "grid-absent-ioe.pdf");
    focus(&mut browser, &absent, "USCIS online");
    browser.keys("c");
    browser.until("decisions.size === 2");
    let sure = opened(&mut browser, "grid-found-fax.tif");
    focus(&mut browser, &sure, "A-Number");
    browser.keys("e");
    enter(&mut browser, "A 99 888 777");
    browser.until(&format!("{sure}.textContent.includes('A099888777')"));
    let file = exported(&mut browser, &folder);
    let (complaints, _) = browser.complaints();
    assert_eq!(complaints, Vec::<String>::new());

    // The files are moved and read again: decisions are matched by content hash.
    let moved = folder.path("moved");
    std::fs::create_dir(&moved).expect("a folder");
    for name in FILES {
        let end = Path::new(name).file_name().expect("a name");
        std::fs::copy(fixture(name), moved.join(end)).expect("a copy");
    }
    let report = applied(&[&file], &[moved]);
    let blank = &document(&report, "biometrics-blank-account.pdf")["notices"][0];
    assert_eq!(blank["account_number"], "found");
    let identifiers = blank["identifiers"].as_array().into_iter().flatten();
    let mut entered = identifiers.filter(|i| i["value"] == "001122334455");
    assert!(entered.any(|i| i["decided"]["action"] == "supplied"));
    let findings = blank["findings"].to_string();
    assert!(findings.contains("by phone") && !findings.contains("account-number-blank"));
    let absent = &document(&report, "grid-absent-ioe.pdf")["notices"][0];
    assert_eq!(absent["decided"][0]["action"], "checked");
    assert!(
        !absent["findings"]
            .to_string()
            .contains("account-number-missing")
    );
    let fax = document(&report, "grid-found-fax.tif")["notices"][0]["identifiers"].to_string();
    assert!(
        fax.contains("A099888777") && fax.contains("corrected by a person"),
        "{fax}"
    );
    assert!(no_findings(&report, "decision-unmatched"));

    // A new page imports them.
    let (_other, mut browser, _) = at(review_page());
    let text = std::fs::read_to_string(&file).expect("decisions");
    browser.eval(&format!("load(new File([{text:?}], 'decisions.json'))"));
    browser.until("decisions.size === 3");
}

#[test]
fn fields_are_checked_and_corrected_like_numbers() {
    let (folder, mut browser, _) = at(review_page());
    let card = opened(&mut browser, "grid-absent-eac.pdf");
    let error = "document.querySelector('form.edit .wrong').textContent";
    // A date that is none is refused; another one is taken however it is written.
    focus(&mut browser, &card, "Notice date");
    browser.keys("e");
    enter(&mut browser, "02/30/2021");
    browser.until(&format!("{error}.includes('a date')"));
    enter(&mut browser, "February 28, 2021");
    browser.until(&format!("{card}.textContent.includes('2021-02-28')"));
    // A form that does not exist is refused.
    focus(&mut browser, &card, "Case type");
    browser.keys("e");
    enter(&mut browser, "I-999");
    browser.until(&format!("{error}.includes('a form')"));
    enter(&mut browser, "i485");
    browser.until("decisions.size === 2");
    // A name has letters; a corrected one heads the card.
    focus(&mut browser, &card, "Applicant");
    browser.keys("e");
    enter(&mut browser, "12");
    browser.until(&format!("{error}.includes('a name')"));
    enter(&mut browser, "DOE, JANE");
    browser.until(&format!(
        "{card}.querySelector('h3').textContent === 'DOE, JANE'"
    ));
    browser.keys("u");
    browser.until("decisions.size === 2");
    // One is not there, one was not read.
    focus(&mut browser, &card, "Received date");
    browser.keys("x");
    browser.until("decisions.size === 3");
    browser.eval(&format!(
        "(() => {{ const list = {card}.querySelector('.adder select'); list.value = 'class'; \
         list.dispatchEvent(new Event('change')); }})()"
    ));
    browser.until("document.activeElement.matches('form.edit input')");
    enter(&mut browser, "H1B");
    browser.until("decisions.size === 4");
    let file = exported(&mut browser, &folder);
    let report = applied(&[&file], &[fixture("notices/grid-absent-eac.pdf")]);
    let notice = &document(&report, "grid-absent-eac.pdf")["notices"][0];
    let fields = &notice["fields"];
    assert_eq!(fields["notice_date"]["value"], "2021-02-28");
    assert_eq!(fields["notice_date"]["decided"]["action"], "corrected");
    assert_eq!(notice["notice_date"], "2021-02-28");
    assert_eq!(fields["case_type"]["value"], "I-485");
    assert_eq!(fields["received_date"], Value::Null);
    assert_eq!(notice["decided"][0]["kind"], "received_date");
    assert!(
        !notice["findings"].to_string().contains("received date"),
        "no new to-do"
    );
    assert_eq!(fields["class"]["value"], "H1B");
    assert_eq!(fields["class"]["sightings"][0]["source"], "person");
    assert!(
        no_findings(&report, "decision-unmatched"),
        "{}",
        report["findings"]
    );
}

#[test]
fn every_decision_can_be_undone() {
    let (_folder, mut browser, _) = at(review_page());
    let card = opened(&mut browser, "grid-found-fax.tif");
    for name in ["A-Number", "Receipt"] {
        focus(&mut browser, &card, name);
        browser.keys("x");
    }
    browser.until("decisions.size === 2");
    // It goes to what is open again.
    focus(&mut browser, &card, "USCIS online");
    browser.undo();
    browser.until("decisions.size === 1");
    browser.until("place.value.name.startsWith('Receipt')");
    browser.click("#undo");
    browser.until("decisions.size === 0");
    browser.undo();
    browser.until("document.getElementById('said').textContent === 'Nothing to undo'");
    // `u` takes back the decision where the reviewer is.
    browser.keys("x");
    browser.until("decisions.size === 1");
    browser.keys("u");
    browser.until("decisions.size === 0");
}

#[test]
fn readings_that_differ_say_so_in_words() {
    let folder = Folder::new("words");
    let report = folder.path("report.html");
    written(&report, &[fixture("notices/grid-found-copied.pdf")], &[]);
    let (_home, mut browser, _) = at(&report);
    let text = browser.eval("document.querySelector('.g-review .body').textContent");
    let text = text.as_str().expect("text").to_lowercase();
    assert!(text.contains("read with low confidence"), "{text}");
    assert!(!text.contains("too weak"));
    // The figure is in the details, closed.
    let open = "[...document.querySelectorAll('.why[open]')].length";
    assert_eq!(browser.count(open), 0);
    let words = browser.eval(
        "[...new Set(items.flatMap((i) => i.values).filter((v) => v.record && !v.asked)\
         .map((v) => sureness(v.record.confidence)))]",
    );
    let words: Vec<String> = serde_json::from_value(words).expect("words");
    assert!(
        words
            .iter()
            .all(|w| ["sure", "likely", "unsure"].contains(&w.as_str()))
    );
}
