use super::*;

#[test]
fn full_width_forms_and_hyphens_are_exact() {
    assert_eq!(fold_exactly("Ａ０１２−３４５‑678"), "A012-345-678");
    assert_eq!(fold('\u{a0}'), Folded::Exact(' '));
}

#[test]
fn digits_of_other_scripts_are_only_likely() {
    for c in "٣۳३３𝟑𝟹³₃③⑶⒊".chars() {
        assert_eq!(as_digit(c), Some('3'), "{c}");
    }
    assert_eq!(fold('٣'), Folded::Likely('3'));
    assert_eq!(fold('А'), Folded::Likely('A'));
    for c in "é中½Ω".chars() {
        assert_eq!(fold(c), Folded::Same, "{c}");
    }
}

#[test]
fn every_script_has_ten_digits() {
    for zero in ZEROS {
        let digits = (zero..zero + 10)
            .filter_map(char::from_u32)
            .filter_map(as_digit);
        assert_eq!(digits.collect::<String>(), "0123456789", "{zero:x}");
        assert!(
            char::from_u32(zero).is_some_and(char::is_numeric),
            "{zero:x}"
        );
    }
}

#[test]
fn what_takes_no_room_is_dropped() {
    for c in "\u{200b}\u{2060}\u{feff}\u{34f}\u{3164}\u{180e}\u{2800}".chars() {
        assert_eq!(fold(c), Folded::Invisible, "{c:?}");
    }
}
