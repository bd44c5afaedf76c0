//! The invented acts: every form of official file on a fresh machine, without the official files.

use std::path::{Path, PathBuf};

use lexdelta::amend::{Fate, derive, prove};
use lexdelta::diff::{ChangeSet, ReadingKind, What, compare};
use lexdelta::import::{self, Imported};
use lexdelta::law::{Kind, MarkKind, Outline, Version};
use lexdelta::library::Library;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

fn imported(name: &str) -> Imported {
    let found = import::find(&path(name)).expect("a fixture");
    assert_eq!(found.len(), 1, "{name}");
    import::read(&found[0], &Library::open(None).expect("the compiled-in texts"))
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn version(name: &str) -> Version {
    imported(name).version
}

const OFFICIAL_JOURNAL: [&str; 4] =
    ["formex-oj", "page-oj-new/en.xhtml", "page-oj-new/broken.xhtml", "page-oj-old/en.html"];
const CONSOLIDATION: [&str; 2] = ["formex-consolidation", "page-consolidation"];

#[test]
fn every_form_is_read_without_a_doubt() {
    for name in OFFICIAL_JOURNAL.iter().chain(&CONSOLIDATION) {
        let imported = imported(name);
        assert_eq!((imported.report.unknown.len(), imported.report.doubts.len()), (0, 0), "{name}");
    }
}

#[test]
fn every_form_of_one_version_has_the_same_provisions_with_the_same_wording() {
    for forms in [&OFFICIAL_JOURNAL[..], &CONSOLIDATION[..]] {
        let first = version(forms[0]);
        for name in &forms[1..] {
            let other = version(name);
            assert_eq!(other.name(), first.name(), "{name}");
            assert!(compare(&first, &other).is_empty(), "{name}");
        }
    }
    let first = version(OFFICIAL_JOURNAL[0]);
    for name in &OFFICIAL_JOURNAL[1..] {
        assert!(version(name).has_wording_of(&first), "{name}");
    }
}

#[test]
fn an_archive_and_its_folder_give_the_same_version() {
    let folder = tempfile::tempdir().expect("a folder");
    let archive = folder.path().join("act.zip");
    let mut writer = zip::ZipWriter::new(std::fs::File::create(&archive).expect("a file"));
    for entry in std::fs::read_dir(path("formex-oj")).expect("the package") {
        let file = entry.expect("a file").path();
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
        writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("an entry");
        std::io::Write::write_all(&mut writer, &std::fs::read(&file).expect("a file")).expect("an entry");
    }
    writer.finish().expect("an archive");
    let library = Library::open(None).expect("the compiled-in texts");
    let from_archive =
        import::read(&import::find(&archive).expect("an archive")[0], &library).expect("a package").version;
    let from_folder = version("formex-oj");
    assert_eq!(from_archive.body, from_folder.body);
    assert_eq!(from_archive.annexes, from_folder.annexes);
}

#[test]
fn the_parts_of_an_act_are_where_they_belong() {
    for name in OFFICIAL_JOURNAL {
        let version = version(name);
        let outline = Outline::of(&version);
        let count = |kind: Kind| {
            outline
                .all()
                .iter()
                .filter(|placed| placed.provision.kind == kind && placed.locator.segments().len() == 1)
                .count()
        };
        assert_eq!([Kind::Recital, Kind::Article, Kind::Annex].map(count), [4, 8, 2], "{name}");
        for (locator, kind) in [
            ("rct_3/sub_2", Kind::Subparagraph),
            ("art_2/pnt_1", Kind::Definition),
            ("art_3/par_3/sub_2", Kind::Subparagraph),
            ("art_4/par_2/pnt_b", Kind::Point),
            ("anx_I/sct_A/pnt_1", Kind::Point),
            ("anx_II/unp_1/tbl_1/row_4/cel_2", Kind::Cell),
        ] {
            let placed = outline.get(&locator.parse().expect("a locator"));
            assert_eq!(placed.map(|placed| placed.provision.kind), Some(kind), "{name}: {locator}");
        }
        let quoted = outline.all().iter().find(|placed| placed.provision.kind == Kind::Quotation).expect("a quotation");
        assert!(quoted.locator.to_string().starts_with("art_"), "{name}: {}", quoted.locator);
        let marks: Vec<MarkKind> =
            version.provisions().flat_map(|provision| &provision.marks).map(|mark| mark.kind).collect();
        for kind in [MarkKind::Date, MarkKind::Reference, MarkKind::Note, MarkKind::Image] {
            assert!(marks.contains(&kind), "{name}: {kind:?}");
        }
    }
}

fn changes(old: &str, new: &str) -> ChangeSet {
    compare(&version(old), &version(new))
}

#[test]
fn the_amending_act_changed_six_units() {
    let expected = [
        ("art_3", What::Modified),
        ("art_4", What::Modified),
        ("art_4a", What::New),
        ("art_6", What::Deleted),
        ("art_8", What::Modified),
        ("anx_I", What::Modified),
    ];
    for (old, new) in [("formex-oj", "formex-consolidation"), ("page-oj-old/en.html", "page-consolidation")] {
        let changes = changes(old, new);
        let units: Vec<(String, What)> = changes
            .units
            .iter()
            .map(|unit| (unit.locator().map(ToString::to_string).unwrap_or_default(), unit.what))
            .collect();
        assert_eq!(units, expected.map(|(unit, what)| (unit.to_owned(), what)), "{old} → {new}");
    }
}

#[test]
fn each_change_is_told_with_its_reading_and_its_instruction() {
    let changes = changes("formex-oj", "formex-consolidation");
    let all: Vec<_> = changes.units.iter().flat_map(|unit| &unit.changes).collect();
    let made_by = |locator: &str| {
        let change = all.iter().find(|change| change.locator().is_some_and(|own| own.to_string() == locator));
        change
            .expect("a change")
            .made_by
            .iter()
            .map(|made| (made.act.as_str(), made.place.as_deref()))
            .collect::<Vec<_>>()
    };
    for (locator, place) in [
        ("art_3/par_2", "art_1/pnt_1"),
        ("art_4/par_2/pnt_c", "art_1/pnt_2"),
        ("art_4a/par_1", "art_1/pnt_3"),
        ("art_6/unp_1", "art_1/pnt_4"),
        ("art_8/unp_3", "art_1/pnt_5"),
        ("anx_I/sct_A/pnt_1a", "art_1/pnt_6"),
    ] {
        assert_eq!(made_by(locator), [("32032R0015", Some(place))], "{locator}");
    }
    let dates = all.iter().flat_map(|change| &change.readings).filter(|reading| reading.kind == ReadingKind::Date);
    let dates: Vec<_> = dates
        .map(|reading| {
            let value = |span: &Option<lexdelta::diff::Span>| span.as_ref().map(|span| span.value.clone());
            (value(&reading.removed), value(&reading.added))
        })
        .collect();
    assert_eq!(dates, [(Some("2033-01-01".to_owned()), Some("2033-07-01".to_owned()))]);
}

#[test]
fn an_article_that_a_page_only_shows_as_deleted_is_told_from_its_neighbours() {
    let changes = changes("page-oj-new/en.xhtml", "page-consolidation");
    let deleted = changes.units.iter().find(|unit| unit.what == What::Deleted).expect("an article is gone");
    assert_eq!(deleted.old.as_ref().map(ToString::to_string).as_deref(), Some("art_6"));
    assert!(
        deleted.changes.iter().all(|change| change.made_by.iter().any(|made| made.act == "32032R0015")),
        "{deleted:?}"
    );
    let neighbour = version("page-consolidation");
    let article = Outline::of(&neighbour);
    let article = article.get(&"art_5".parse().expect("a locator")).expect("Article 5").provision;
    assert!(article.walk().all(|part| part.deleted.is_none() && part.amended.is_empty()));
}

#[test]
fn the_amending_act_makes_the_consolidation() {
    let (base, act) = (version(OFFICIAL_JOURNAL[0]), version("page-amending/en.xhtml"));
    for name in CONSOLIDATION {
        let official = version(name);
        let derived = derive(&base, &act, Some(official.date));
        let proof = prove(&base, &derived.orders, &derived.applied, &official, None);
        let differing: Vec<_> = proof.units.iter().filter(|unit| !unit.equal).collect();
        assert!(differing.is_empty() && proof.is_complete(), "{name}: {differing:#?} {:?}", proof.conflicts);
        assert_eq!((proof.done, proof.units.len()), (6, 6), "{name}");
        assert!(derived.version.defects().is_empty());
    }
    let before = derive(&base, &act, Some("2032-04-29".parse().expect("a day")));
    assert!(before.applied.outcomes.iter().all(|outcome| matches!(outcome.fate, Fate::NotYet(_))));
}
