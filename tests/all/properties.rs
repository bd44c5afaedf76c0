//! The invariants of DESIGN, section 11, over made-up versions, made-up addresses and broken input.

use std::path::Path;

use lexdelta::diff::{ChangeSet, Op, What, compare, new_text, old_text};
use lexdelta::import;
use lexdelta::law::{
    Kind, Language, Locator, Number, Outline, Provision, Segment, SegmentKind, Version, comparison_form,
};
use lexdelta::library::{Library, Stored, read_version, to_json};
use lexdelta::prose::{TypedLocator, citation, dates, numbers, references};
use proptest::prelude::*;

use crate::{corpus, notation};

// ---- made-up versions -------------------------------------------------------------------------------------------

const WORDS: [&str; 24] = [
    "provider",
    "deployer",
    "shall",
    "may",
    "register",
    "the",
    "barrel",
    "before",
    "2 August 2031",
    "1 January 2030",
    "Article 4(2)",
    "Annex I",
    "Regulation (EU) 2029/5",
    "EUR 2 500",
    "7 %",
    "and",
    "of",
    "a",
    "not",
    "label",
    "‘quoted’",
    "—",
    "first",
    "where",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 1..14).prop_map(|words| words.join(" ") + ".")
}

fn provision(kind: Kind, number: Option<usize>) -> Provision {
    let mut provision = Provision::new(kind);
    provision.number = number.map(Number::ordinal);
    provision
}

/// A paragraph with words of its own, or with subparagraphs, perhaps with points.
fn paragraph(number: Option<usize>) -> impl Strategy<Value = Provision> {
    let points = prop::collection::vec(text(), 0..4);
    (text(), points, prop::option::of(text())).prop_map(move |(own, points, more)| {
        let mut paragraph = provision(Kind::Paragraph, number);
        let points = points.into_iter().enumerate().map(|(at, text)| {
            let mut point = provision(Kind::Point, Some(at + 1));
            point.text = Some(text);
            point
        });
        let points: Vec<Provision> = points.collect();
        match more {
            None => {
                paragraph.text = Some(own);
                paragraph.children = points;
            }
            Some(more) => {
                let mut first = provision(Kind::Subparagraph, None);
                first.text = Some(own);
                first.children = points;
                let mut second = provision(Kind::Subparagraph, None);
                second.text = Some(more);
                paragraph.children = vec![first, second];
            }
        }
        paragraph
    })
}

fn article(number: usize) -> impl Strategy<Value = Provision> {
    let numbered = prop::collection::btree_set(1..6_usize, 1..4)
        .prop_flat_map(|numbers| numbers.into_iter().map(|number| paragraph(Some(number))).collect::<Vec<_>>());
    let unnumbered = prop::collection::vec(paragraph(None), 1..4);
    (prop::option::of(text()), prop_oneof![numbered, unnumbered]).prop_map(move |(heading, children)| {
        let mut article = provision(Kind::Article, Some(number));
        article.heading = heading;
        article.children = children;
        article
    })
}

fn version() -> impl Strategy<Value = Version> {
    let articles = prop::collection::btree_set(1..9_usize, 1..5)
        .prop_flat_map(|numbers| numbers.into_iter().map(article).collect::<Vec<_>>());
    let annex = prop::collection::vec(paragraph(None), 0..3);
    (articles, annex).prop_map(|(body, paragraphs)| {
        let mut version = empty();
        version.body = body;
        if !paragraphs.is_empty() {
            let mut annex = provision(Kind::Annex, Some(1));
            annex.heading = Some("List of barrels".to_owned());
            annex.children = paragraphs;
            version.annexes = vec![annex];
        }
        version
    })
}

fn empty() -> Version {
    Version { work: "barrels".to_owned(), ..notation::empty("32031R0077", "2031-03-14") }
}

// ---- comparison -------------------------------------------------------------------------------------------------

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn the_runs_of_a_change_give_both_texts_back((old, new) in (version(), version())) {
        let changes = compare(&old, &new);
        let (of_old, of_new) = (Outline::of(&old), Outline::of(&new));
        let own = |outline: &Outline<'_>, locator: &Option<Locator>| {
            let placed = locator.as_ref().and_then(|locator| outline.get(locator));
            placed.map(|placed| (placed.provision.kind, placed.provision.text.clone().unwrap_or_default()))
        };
        for change in changes.units.iter().flat_map(|unit| &unit.changes).filter(|change| !change.text.is_empty()) {
            let (was, is) = (own(&of_old, &change.old), own(&of_new, &change.new));
            // Of a paragraph that is divided into subparagraphs, each of them tells its own part.
            let divided = was.as_ref().map(|(kind, _)| *kind) != is.as_ref().map(|(kind, _)| *kind);
            for (runs, side) in [(old_text(&change.text), was), (new_text(&change.text), is)] {
                let text = side.map(|(_, text)| text).unwrap_or_default();
                prop_assert!(runs == text || divided, "{runs:?} for {text:?}");
            }
        }
    }

    #[test]
    fn old_words_without_those_removed_and_with_those_added_are_the_new_words((old, new) in (version(), version())) {
        let changes = compare(&old, &new);
        let mut counts = std::collections::BTreeMap::<String, i64>::new();
        let mut count = |text: &str, by: i64| {
            for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
                *counts.entry(word.to_owned()).or_default() += by;
            }
        };
        for (version, by) in [(&old, 1), (&new, -1)] {
            for provision in version.provisions() {
                [&provision.heading, &provision.text].into_iter().flatten().for_each(|text| count(text, by));
            }
        }
        for run in changes.units.iter().flat_map(|unit| &unit.changes).flat_map(|change| change.heading.iter().chain(&change.text)) {
            match run.op {
                Op::Kept => {}
                Op::Removed => count(&run.text, -1),
                Op::Added => count(&run.text, 1),
            }
        }
        counts.retain(|_, count| *count != 0);
        prop_assert!(counts.is_empty(), "{counts:?}");
    }

    #[test]
    fn a_version_does_not_differ_from_itself(version in version()) {
        prop_assert!(compare(&version, &version).is_empty());
    }

    #[test]
    fn the_comparison_the_other_way_round_is_its_mirror((old, new) in (version(), version())) {
        prop_assert_eq!(sorted(&compare(&new, &old), true), sorted(&compare(&old, &new), false));
    }

    #[test]
    fn import_and_storage_keep_the_value(version in version()) {
        let folder = tempfile::tempdir().expect("a folder");
        let library = Library::open(Some(folder.path())).expect("an empty library");
        let work = import::work_of(&version, &library, Some("barrels"));
        prop_assert_eq!(library.store(&[(&version, &work)], false).expect("stored"), [Stored::New]);
        let path = folder.path().join("barrels/2031-03-14.oj.en.json");
        let bytes = std::fs::read(&path).expect("the file");
        let loaded = read_version(&path).expect("a sound file");
        prop_assert_eq!(&loaded, &version);
        prop_assert_eq!(to_json(&loaded), bytes);
        prop_assert_eq!(library.store(&[(&version, &work)], false).expect("stored"), [Stored::Unchanged]);
    }
}

/// What a set of changes says, without order; with old and new exchanged where `mirrored`.
fn sorted(changes: &ChangeSet, mirrored: bool) -> Vec<String> {
    let what = |what: What| match what {
        What::New if mirrored => What::Deleted,
        What::Deleted if mirrored => What::New,
        what => what,
    };
    let all = changes.units.iter().flat_map(|unit| &unit.changes);
    let mut lines: Vec<String> = all
        .map(|change| {
            let (old, new) = (old_text(&change.text), new_text(&change.text));
            let kept = change.text.iter().filter(|run| run.op == Op::Kept);
            let kept = kept.flat_map(|run| run.text.chars()).filter(|c| !c.is_whitespace()).count();
            let sides =
                if mirrored { (&change.new, &change.old, new, old) } else { (&change.old, &change.new, old, new) };
            format!("{sides:?} {:?} {kept} {:?}", what(change.what), change.elsewhere)
        })
        .collect();
    lines.sort();
    lines
}

// ---- addresses --------------------------------------------------------------------------------------------------

fn segment() -> impl Strategy<Value = Segment> {
    let kinds: Vec<SegmentKind> = SegmentKind::CODES.iter().map(|(kind, _)| *kind).collect();
    let number = prop::option::of("[0-9]{1,3}[a-z]{0,2}|[IVX]{1,4}|[a-z]{1,2}|[0-9]\\.[0-9]{1,2}");
    (prop::sample::select(kinds), number, 1..4_u16).prop_map(|(kind, number, occurrence)| Segment {
        kind,
        number: number.map(|number| Number::new(number).expect("a number")),
        occurrence,
    })
}

proptest! {
    #[test]
    fn a_stored_address_reads_back_as_it_was_printed(segments in prop::collection::vec(segment(), 1..5)) {
        let locator = Locator::from_segments(segments).expect("it has steps");
        prop_assert_eq!(locator.to_string().parse::<Locator>().expect("a locator"), locator);
    }

    #[test]
    fn what_people_type_is_read_or_refused_and_nothing_else(typed in "\\PC{0,60}") {
        let _ = TypedLocator::read(&typed);
        let _ = typed.parse::<Locator>();
        let _ = typed.parse::<lexdelta::versions::VersionName>();
    }

    #[test]
    fn what_is_found_in_a_text_lies_in_it(text in "\\PC{0,80}|([A-Za-z0-9(),./ ]|Article|lid|2 mei 2031|nº){0,30}") {
        for language in Language::ALL {
            let spans = dates(&text, language).iter().map(|found| (found.start, found.end)).collect::<Vec<_>>();
            let more = references(&text, language).iter().map(|found| (found.start, found.end)).collect::<Vec<_>>();
            let counts = numbers(&text, language).iter().map(|found| (found.start, found.end)).collect::<Vec<_>>();
            for (start, end) in spans.into_iter().chain(more).chain(counts) {
                prop_assert!(start < end && text.get(start..end).is_some(), "{start}..{end} of {text:?}");
            }
        }
    }

    #[test]
    fn the_comparison_form_is_its_own_comparison_form(text in "\\PC{0,80}|[ \u{a0}\u{ad}«»‘’“”—–…a-z(),;.]{0,40}") {
        let once = comparison_form(&text);
        prop_assert_eq!(comparison_form(&once), once);
    }
}

/// The citations of a version that do not lead back to their provision.
fn lost_citations(version: &Version, with_cells: bool) -> Vec<String> {
    let outline = Outline::of(version);
    let mut addresses = std::collections::BTreeSet::new();
    let mut lost = Vec::new();
    for placed in outline.all() {
        assert!(addresses.insert(placed.locator.clone()), "{}: {} twice", version.name(), placed.locator);
        assert_eq!(outline.get(&placed.locator).map(|found| &found.locator), Some(&placed.locator));
        if !with_cells && matches!(placed.provision.kind, Kind::Row | Kind::Cell) {
            continue;
        }
        for language in Language::ALL {
            let cited = citation(&placed.locator, language);
            let found = TypedLocator::read(&cited).ok().and_then(|read| read.resolve(&outline, &version.name()).ok());
            if found.as_ref() != Some(&placed.locator) {
                lost.push(format!("{}: '{cited}' for {}", version.name(), placed.locator));
            }
        }
    }
    lost
}

#[test]
fn every_provision_can_be_cited_in_every_language_and_found_again() {
    let library = Library::open(None).expect("the compiled-in texts are sound");
    for entry in library.entries("ai-act") {
        assert_eq!(lost_citations(&library.load(entry).expect("a sound text"), true), [] as [&str; 0]);
    }
    // Cells of tables are left out of the large acts, whose ten thousands take minutes.
    for case in corpus::cases("citations") {
        if let Some(version) = case.version() {
            assert_eq!(
                lost_citations(version, case.folder().starts_with("32024R1689")),
                [] as [&str; 0],
                "{}",
                case.name()
            );
        }
    }
}

// ---- broken input -----------------------------------------------------------------------------------------------

/// Invented files of every form that is one file.
const FIXTURES: [&str; 4] = [
    "formex-consolidation/CL2031R0077EN0010010.0001.xml",
    "page-oj-new/en.xhtml",
    "page-oj-old/en.html",
    "page-consolidation/en.xhtml",
];

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)).expect("a fixture")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_file_cut_off_anywhere_is_read_or_refused(name in prop::sample::select(&FIXTURES[..]), share in 0.0..1.0_f64) {
        let bytes = fixture(name);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a share of a length")]
        let length = (bytes.len() as f64 * share) as usize;
        read_quietly(name, &bytes[..length]);
    }

    #[test]
    fn a_file_with_damaged_bytes_is_read_or_refused(
        name in prop::sample::select(&FIXTURES[..]),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = fixture(name);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        read_quietly(name, &bytes);
    }

    #[test]
    fn a_file_with_elements_out_of_place_is_read_or_refused(
        name in prop::sample::select(&FIXTURES[..]),
        moved in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..4),
    ) {
        let bytes = fixture(name);
        let text = String::from_utf8(bytes).expect("fixtures are UTF-8");
        let mut lines: Vec<&str> = text.lines().collect();
        for (from, to) in moved {
            let (from, to) = (from.index(lines.len()), to.index(lines.len()));
            lines.swap(from, to);
        }
        read_quietly(name, lines.join("\n").as_bytes());
    }
}

/// Reads a file: whatever comes of it, nothing panics, and a version that comes of it is sound.
fn read_quietly(name: &str, bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(Path::new(name).file_name().expect("a name"));
    std::fs::write(&path, bytes).expect("a file");
    let Ok(found) = import::find(&path) else { return };
    let library = Library::open(None).expect("the compiled-in texts");
    for candidate in found {
        if let Ok(imported) = import::read(&candidate, &library) {
            assert!(imported.version.defects().is_empty());
        }
    }
}
