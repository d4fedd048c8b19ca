//! A report of 2,000 notices with pictures of their pages: its size, and how quickly it answers.

use serde_json::json;

use super::*;

/// A picture that compresses as badly as `bytes` of a scan do.
fn noise(seed: u32, (width, height): (u32, u32), inked: u32) -> String {
    let mut state = seed.wrapping_mul(2_654_435_761).max(1);
    let image = image::GrayImage::from_fn(width, height, |_, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        image::Luma([if y < inked { (state >> 24) as u8 } else { 255 }])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    image
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("an image");
    i797::model::record::Png(bytes.into_inner()).base64()
}

/// The records of 2,000 notices, each with crops and a picture of its page of 14 KB.
fn thousands() -> Vec<Value> {
    let mut record = record_of("notices/grid-found-stamped.pdf");
    let identifiers = record["notices"][0]["identifiers"].clone();
    let identifiers = identifiers.as_array().into_iter().flatten();
    let places: Vec<Value> = identifiers.map(|i| i["sightings"][0].clone()).collect();
    let crop = |s: &Value, seed: u32| {
        json!({ "page": s["page"], "box": s["box"], "shows": "value", "size": [340, 70],
            "mark": [60, 20, 200, 44], "png": noise(seed, (340, 70), 6) })
    };
    let pages: Vec<String> = (0..16).map(|seed| noise(seed, (680, 880), 20)).collect();
    (0..2000u32)
        .map(|n| {
            record["path"] = format!("scans/{n:04}.pdf").into();
            record["content_hash"] = format!("{n:064}").into();
            let state = if n % 4 == 0 { "review" } else { "accepted" };
            record["notices"][0]["identifiers"][0]["verdict"] = state.into();
            let mut crops: Vec<Value> = places
                .iter()
                .zip(n * 4..)
                .map(|(s, i)| crop(s, i))
                .collect();
            crops.push(
                json!({ "page": 1, "box": [0.0, 0.0, 612.0, 792.0], "shows": "overview",
                "size": [680, 880], "png": pages[(n % 16) as usize] }),
            );
            record["crops"] = crops.into();
            record.clone()
        })
        .collect()
}

/// What the page itself does in a frame; painting depends on the graphics card.
const WORK: [&str; 3] = ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"];

/// Seconds that the page has spent on some kinds of work.
fn spent(browser: &mut Browser, kinds: &[&str]) -> f64 {
    let answer = browser.call("Performance.getMetrics", json!({}));
    let metrics = answer["metrics"].as_array().expect("metrics").iter();
    let counted = metrics.filter(|m| kinds.iter().any(|kind| m["name"] == *kind));
    counted.filter_map(|m| m["value"].as_f64()).sum()
}

#[test]
fn two_thousand_notices_stay_quick() {
    let folder = Folder::new("thousands");
    let page = page_of(&folder, &thousands());
    let mut browser = Browser::start(folder.root());
    // In the time of the page's thread, which other programs on the machine do not take.
    browser.call("Performance.enable", json!({ "timeDomain": "threadTicks" }));
    let took = browser.open(&page);
    ready(&mut browser);
    browser.eval("small.set('initials', '')");
    let opening = spent(&mut browser, &["TaskDuration"]);
    let size = std::fs::metadata(&page).expect("a file").len();
    let timed = |browser: &mut Browser, work: &str| {
        let took = browser.eval(&format!(
            "new Promise((done) => {{ const t = performance.now(); {work}; \
             requestAnimationFrame(() => setTimeout(() => done(performance.now() - t))); }})"
        ));
        took.as_f64().expect("a time")
    };
    let step = timed(&mut browser, "step(1, true); step(1, true); step(1, true)") / 3.0;
    let search =
        |text: &str| format!("document.getElementById('search').value = {text:?}; arrange()");
    let found = timed(&mut browser, &search("1234.pdf"));
    let listed = format!("document.querySelectorAll({LISTED:?}).length");
    assert_eq!(browser.count(&listed), 1);
    let back = timed(&mut browser, &search(""));
    let before = spent(&mut browser, &WORK);
    let frames = browser.eval(
        "new Promise((done) => { const times = []; let last = performance.now(); scrollTo(0, 0); \
         const frame = () => { const now = performance.now(); times.push(now - last); last = now; \
         scrollBy(0, 120); if (times.length < 120) requestAnimationFrame(frame); else { \
         times.sort((a, b) => a - b); done(times[60]); } }; requestAnimationFrame(frame); })",
    );
    let frame = frames.as_f64().expect("a time");
    let work = (spent(&mut browser, &WORK) - before) / 120.0;
    println!(
        "of its own: open {opening:.2} s, a frame {:.1} ms",
        work * 1e3
    );
    println!(
        "2000 notices, {size} bytes, {} per notice: open {took:?}, step {step:.0} ms, search \
         {found:.0} ms, all again {back:.0} ms, a frame while scrolling {frame:.1} ms (median)",
        size / 2000
    );
    let cards = "document.querySelectorAll('article').length";
    let asking = browser.count("items.filter((i) => asks(i)).length");
    assert_eq!(browser.count(cards), 2000 + asking);
    assert!(size < 100_000_000, "{size} bytes");
    let shown = browser.count("batch.overviews.pages");
    assert_eq!(shown + browser.count("batch.overviews.left_out"), 2000);
    // Images are decoded only when they come into view.
    assert!(browser.count("document.querySelectorAll('img').length") < 400);
    // Generous limits, so that only a page that hangs fails on a busy machine.
    assert!(took < Duration::from_secs(20) && step < 1000.0 && found < 2000.0 && back < 3000.0);
    assert!(frame < 1000.0, "{frame} ms");
    // It opens in two seconds, and what it does in a frame leaves room for sixty in a second; a
    // slow machine may take twice as long.
    assert!(opening < 4.0, "{opening} s");
    assert!(work < 2.0 / 60.0, "{work} s");
}
