//! From when and by when: the calendar of the AI Act before and after the Omnibus, checked by hand against Articles 111 and
//! 113, and what moves between the two.

use std::collections::BTreeSet;

use lexdelta::calendar::{Calendar, Shift, ShiftKind, compare};
use lexdelta::duties::stated_deadlines;
use lexdelta::law::{Date, Event, Language, Locator, Outline, Part, Version};
use lexdelta::library::Library;
use lexdelta::versions::{Wanted, single};

use crate::commands::output;

fn digest(name: &str) -> Version {
    let library = Library::open(None).expect("the compiled-in texts");
    let wanted = Wanted {
        languages: vec![Language::En],
        fidelity: None,
        on: Date::new(2026, 11, 24).expect("a day of the calendar"),
    };
    single(&library, &name.parse().expect("the name of a version"), &wanted).expect("a version that ships")
}

fn calendar(version: &Version) -> Calendar {
    let library = Library::open(None).expect("the compiled-in texts");
    let day_of = |celex: &str, event: Event| library.work(celex).and_then(|work| work.day_of(event));
    Calendar::of(version, &stated_deadlines(version).0, &day_of)
}

/// 'none' or the day, with the words that begin the case; several where the act tells cases apart.
fn applies(version: &str, place: &str) -> Vec<String> {
    let version = digest(version);
    let outline = Outline::of(&version);
    let place: Locator = place.parse().expect("an address");
    let answers = calendar(&version).applies(&outline, &place);
    let told = answers.iter().map(|one| {
        let day = one.day.map_or("unknown".to_owned(), |day| day.to_string());
        match &one.case {
            Some(case) if case.provisions.iter().any(|place| place.to_string() == "anx_III") => {
                format!("{day} Annex III")
            }
            Some(case) if case.provisions.iter().any(|place| place.to_string() == "anx_I") => format!("{day} Annex I"),
            Some(case) => format!("{day} {}", case.words),
            None => day,
        }
    });
    told.collect()
}

const OLD: &str = "ai-act@oj";
const NEW: &str = "ai-act@2026-07-27";

#[test]
fn each_provision_applies_from_the_day_that_article_113_gives_it() {
    let cases: [(&str, &str, &[&str]); 24] = [
        (OLD, "art_4", &["2025-02-02"]),
        (OLD, "art_5", &["2025-02-02"]),
        (OLD, "art_6/par_1", &["2027-08-02 Annex I"]),
        (OLD, "art_6/par_5", &["2026-08-02"]),
        (OLD, "art_16", &["2026-08-02", "2027-08-02 Annex I"]),
        (OLD, "art_28", &["2025-08-02"]),
        (OLD, "art_50/par_2", &["2026-08-02"]),
        (OLD, "art_53", &["2025-08-02"]),
        (OLD, "art_78", &["2025-08-02"]),
        (OLD, "art_79", &["2026-08-02"]),
        (OLD, "art_99", &["2025-08-02"]),
        (OLD, "art_101", &["2026-08-02"]),
        (OLD, "art_105", &["2026-08-02"]),
        (NEW, "art_4/par_1", &["2025-02-02"]),
        (NEW, "art_4a", &["2026-07-27"]),
        (NEW, "art_5/par_1/sub_1/pnt_ba", &["2026-12-02"]),
        (NEW, "art_5/par_1/sub_1/pnt_a", &["2025-02-02"]),
        (NEW, "art_6/par_5", &["2026-08-02"]),
        (NEW, "art_16", &["2027-12-02 Annex III", "2028-08-02 Annex I"]),
        (NEW, "art_26/par_6", &["2027-12-02 Annex III", "2028-08-02 Annex I"]),
        (NEW, "art_49", &["2026-08-02"]),
        (NEW, "art_50/par_2", &["2026-08-02"]),
        (NEW, "art_101", &["2026-08-02"]),
        (NEW, "art_106", &["2026-07-27"]),
    ];
    for (version, place, expected) in cases {
        assert_eq!(applies(version, place), expected, "{version} {place}");
    }
}

#[test]
fn every_article_and_annex_has_a_day_and_in_no_case_two() {
    for name in [OLD, NEW] {
        let version = digest(name);
        let (outline, calendar) = (Outline::of(&version), calendar(&version));
        for placed in outline.all().iter().filter(|placed| matches!(placed.part, Part::Body | Part::Annexes)) {
            let answers = calendar.applies(&outline, &placed.locator);
            assert!(!answers.is_empty(), "{name} {}: no rule reaches it", placed.locator);
            assert!(answers.iter().all(|one| one.day.is_some()), "{name} {}: no day", placed.locator);
            let cases: BTreeSet<_> = answers.iter().map(|one| one.case.as_ref().map(|case| &case.words)).collect();
            assert_eq!(cases.len(), answers.len(), "{name} {}: two days in one case", placed.locator);
        }
    }
}

fn moves() -> Vec<Shift> {
    let (old, new) = (digest(OLD), digest(NEW));
    compare(&calendar(&old), &calendar(&new), &Outline::of(&old), &Outline::of(&new))
}

/// The shifts of the deadlines that a provision sets in the later version on a day.
fn shifts(place: &str, day: &str) -> Vec<Shift> {
    let mut all = moves();
    all.retain(|shift| {
        shift.new.as_ref().is_some_and(|moment| {
            moment.basis.first().is_some_and(|basis| basis.to_string() == place)
                && moment.day.is_some_and(|own| own.to_string() == day)
        })
    });
    assert!(!all.is_empty(), "{place}: nothing on {day}");
    all
}

fn shift(place: &str, day: &str) -> Shift {
    shifts(place, day).swap_remove(0)
}

#[test]
fn what_moves_is_told_by_how_much_and_what_is_new_as_new() {
    let months = |place: &str, day: &str| match shift(place, day).change {
        ShiftKind::Moved { months, .. } => months,
        other => panic!("{place}: {other:?}"),
    };
    assert_eq!(months("art_113/unp_3/pnt_c/pnt_i", "2027-12-02"), Some(16));
    assert_eq!(months("art_113/unp_3/pnt_c/pnt_ii", "2028-08-02"), Some(12));
    assert_eq!(months("art_57/par_1/sub_1", "2027-08-02"), Some(12));
    assert_eq!(months("art_72/par_3", "2027-09-02"), Some(19));
    let earlier = shift("art_113/unp_3/pnt_d", "2026-07-27");
    assert_eq!(earlier.change, ShiftKind::Moved { days: -6, months: None });
    assert_eq!(earlier.provisions.len(), 9, "Articles 102 to 110");
    for (place, day) in [
        ("art_111/par_4", "2026-12-02"),
        ("art_113/unp_3/pnt_a", "2026-12-02"),
        ("art_43/par_3/sub_2", "2028-01-28"),
        ("art_96/par_1/sub_1/pnt_g", "2027-08-01"),
        ("art_2/par_13/sub_2", "2027-08-02"),
    ] {
        assert_eq!(shift(place, day).change, ShiftKind::New, "{place}");
    }
}

#[test]
fn what_does_not_move_is_told_too() {
    for (place, day) in [
        ("art_111/par_1/sub_1", "2030-12-31"),
        ("art_111/par_2", "2030-08-02"),
        ("art_111/par_3", "2027-08-02"),
        ("art_113/unp_2", "2026-08-02"),
        ("art_113/unp_3/pnt_a", "2025-02-02"),
        ("art_113/unp_3/pnt_b", "2025-08-02"),
    ] {
        let stays = |shift: &Shift| shift.change == ShiftKind::Unchanged;
        assert!(shifts(place, day).iter().any(stays), "{place}");
    }
}

#[test]
fn a_day_on_which_nothing_falls_is_answered_with_the_nearest() {
    let told = output(&["deadlines", "ai-act@oj", "--on", "2026-08-16"]);
    assert!(told.contains("none on 16 August 2026"), "{told}");
    assert!(told.contains("nearest: 2 August 2026"), "{told}");
    assert!(told.contains("general date of application"), "{told}");
}

#[test]
fn a_calendar_file_keeps_its_identifiers_when_a_day_moves() {
    let start = |version: &str| {
        let file = output(&["deadlines", version, "--format", "ics"]);
        let events: Vec<&str> = file.split("BEGIN:VEVENT").collect();
        let own = events.iter().find(|event| event.contains("UID:ai-act-duty-art_57.par_1.sub_1-1@lexdelta"));
        let own = own.unwrap_or_else(|| panic!("{version}: no event for Article 57(1)"));
        own.lines().find_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:")).map(|day| day.trim().to_owned())
    };
    assert_eq!((start(OLD).as_deref(), start(NEW).as_deref()), (Some("20260802"), Some("20270802")));
}

#[test]
fn a_conditional_date_of_the_proposal_is_fixed_in_the_mandate() {
    let (old, new) = (digest("ai-act+omnibus-ai@proposal"), digest("ai-act+omnibus-ai@council-mandate"));
    let shifts = compare(&calendar(&old), &calendar(&new), &Outline::of(&old), &Outline::of(&new));
    let fixed: Vec<(String, String)> = shifts
        .iter()
        .filter(|shift| shift.change == ShiftKind::BecameFixed)
        .filter_map(|shift| Some((shift.old.as_ref()?.latest?.to_string(), shift.new.as_ref()?.day?.to_string())))
        .collect();
    let both = |day: &str| (day.to_owned(), day.to_owned());
    assert_eq!(fixed, [both("2027-12-02"), both("2028-08-02")], "the long-stops of the proposal became the dates");
}
