use i797::document::Document;
use i797::model::config::{Config, EngineChoice};
use i797::ocr::pool::EnginePool;
use i797::raster;
fn main() {
    for path in std::env::args().skip(1) {
        println!("== {path}");
        let doc = Document::open(std::fs::read(&path).unwrap(), &Config::default()).unwrap();
        for i in 0..doc.page_count() {
            let page = doc.page(i).unwrap();
            let dump = |text: &i797::text::PageText| {
                for (n, l) in text.lines.iter().enumerate() {
                    println!(
                        "  {n:3} {:5.0} {:5.0} h{:4.1} {:.2} {}",
                        l.bounds.x0(),
                        l.bounds.y0(),
                        l.bounds.height(),
                        l.words
                            .iter()
                            .map(|w| w.confidence.get())
                            .fold(1.0f32, f32::min),
                        l.text()
                    );
                }
                let m = i797::interpret::meaning::interpret(text);
                for r in &m.readings {
                    println!(
                        "  R {:?} {:?} {:?} {} {:?} {:?}",
                        r.shape,
                        r.meaning,
                        r.verdict,
                        r.printed,
                        r.label.as_ref().map(|l| l.text.clone()),
                        r.doubts
                    );
                }
                for l in &m.labels {
                    println!(
                        "  L {:?} {:?} own {:?} prose {} {:?}",
                        l.label.kind,
                        l.label.text,
                        l.owner,
                        l.in_sentence,
                        l.words.iter().map(|w| &w.1).collect::<Vec<_>>()
                    );
                }
                println!(
                    "  {:?} {:?} {:?}",
                    m.account_label, m.leftovers, m.notice_type
                );
            };
            if let Some(t) = page.visible.as_ref().filter(|t| t.word_count() > 40) {
                dump(t);
                continue;
            }
            let Some(image) = page.picture().unwrap() else {
                continue;
            };
            let pool = EnginePool::without_tesseract(EngineChoice::Builtin);
            for sheet in raster::prepare(image.pixels, Some(image.dpi)) {
                pool.lend(|r| {
                    let s = r.read(sheet)?;
                    dump(&s.text);
                    Ok(())
                })
                .unwrap();
            }
        }
    }
}
