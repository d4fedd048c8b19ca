use super::*;

fn decided(value: &str, by: &str, at: Option<&str>) -> Decisions {
    let text = format!(
        r#"{{"schema_version":1,"decisions":[{{"content_hash":"00","path":"a.pdf","page":1,
        "box":[1.0,2.0,30.0,9.0],"notice":null,"kind":"a_number","read":"A012345678",
        "action":"corrected","value":"{value}","note":null,"by":"{by}","at":{}}}]}}"#,
        at.map_or("null".to_owned(), |at| format!("\"{at}\""))
    );
    Decisions::parse(&text).unwrap()
}

fn fates(files: Vec<Decisions>) -> (Vec<(String, Fate)>, Vec<String>) {
    let merged = merge(files);
    let value = |(d, fate): &(Decision, Fate)| (d.value.clone().unwrap(), *fate);
    (
        merged.decisions.iter().map(value).collect(),
        merged
            .disagreements
            .into_iter()
            .map(|f| f.message)
            .collect(),
    )
}

#[test]
fn the_later_one_counts_whatever_the_order_of_the_files() {
    let early = decided("A012345671", "AB", Some("2026-11-25T08:00:00Z"));
    let late = decided("A012345672", "CD", Some("2026-11-25T09:00:00Z"));
    for files in [vec![early.clone(), late.clone()], vec![late, early]] {
        let (fates, said) = fates(files);
        assert_eq!(fates[0], ("A012345671".to_owned(), Fate::Replaced));
        assert_eq!(fates[1], ("A012345672".to_owned(), Fate::Counts));
        assert!(
            said.len() == 1 && said[0].starts_with("AB and CD"),
            "{said:?}"
        );
    }
}

#[test]
fn one_person_may_change_her_mind() {
    let files = vec![
        decided("A012345671", "AB", None),
        decided("A012345672", "AB", None),
    ];
    let (fates, said) = fates(files);
    assert_eq!(fates[1].1, Fate::Counts);
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn without_a_time_or_a_file_nothing_counts() {
    let mut one = decided("A012345671", "AB", None);
    one.decisions
        .extend(decided("A012345672", "CD", None).decisions);
    let (fates, _) = fates(vec![one]);
    assert!(fates.iter().all(|(_, fate)| *fate == Fate::Contradicted));
}
