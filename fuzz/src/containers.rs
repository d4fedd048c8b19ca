//! Files that hold other files.

use i797::document::container;
use i797::model::config::Config;

/// The parts that are unpacked of one input.
const MOST_PARTS: usize = 50;

/// A file of any kind: what lies in it has names that lead nowhere, and sizes within the limits.
pub fn containers(bytes: &[u8]) {
    let config = Config::default().with_limits(crate::LIMITS);
    let Ok(found) = container::open(bytes.to_vec(), &config) else {
        return;
    };
    let Some(mut container) = found.container else {
        return;
    };
    let mut names = std::collections::HashSet::new();
    for (name, _) in container.parts() {
        let leads_out = name.split('/').any(|part| matches!(part, "" | "." | ".."));
        assert!(
            !leads_out && !name.contains('\\'),
            "a name that leads somewhere"
        );
        assert!(names.insert(name.to_owned()), "a name that comes twice");
    }
    let parts = container.parts().len().min(MOST_PARTS);
    for index in 0..parts {
        if let Ok(part) = container.part(index) {
            assert!(part.len() as u64 <= crate::LIMITS.file_bytes);
        }
    }
}
