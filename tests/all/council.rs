//! A document of the Council is the same act as the one in the Official Journal, in another language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use lexdelta::import;
use lexdelta::law::{Kind, Language, MarkKind, Outline, Part, Placed, Provision, Version, comparison_form};
use lexdelta::library::Library;

use crate::corpus;
use crate::pdf::{council_page, pdf};
use crate::plain_text::Tokens;

const DOCUMENT: &str = "stages/omnibus-ai/PE-30-2026-INIT_nl.pdf";

/// The annex that Article 1, point 43, quotes: the page of the Official Journal sets its points side by side, whatever
/// their depth, and its heading as a paragraph; the layout of the Council shows both as they are.
pub const ANNEX: &str = "art_1/pnt_43/quo_1/anx_XIV";

/// The Council's text of the act that became Regulation (EU) 2026/1744, in Dutch.
pub fn adopted(test: &str) -> Option<import::Imported> {
    let path = corpus::folder_for(test)?.join(DOCUMENT);
    let library = Library::open(None).expect("the compiled-in texts");
    let found = import::find(&path).expect("a PDF");
    Some(import::read(&found[0], &library).unwrap_or_else(|error| panic!("{error}")))
}

/// The same, read once for all tests.
pub fn adopted_once(test: &str) -> Option<&'static Version> {
    static TEXT: OnceLock<Option<Version>> = OnceLock::new();
    corpus::folder_for(test)?;
    TEXT.get_or_init(|| adopted(test).map(|imported| imported.version)).as_ref()
}

/// The adopted text in Dutch and the published one in English.
fn pair(test: &str) -> Option<(Version, &'static Version)> {
    Some((adopted(test)?.version, corpus::version(test, "32026R1744/2026-07-08", Language::En)?))
}

/// The provisions but for the closing words, where the published text has the names of those who signed.
fn placed<'o>(outline: &'o Outline<'_>) -> impl Iterator<Item = &'o Placed<'o>> {
    outline.all().iter().filter(|placed| placed.part != Part::Closing)
}

/// An invented document in the Council's layout, of the procedure of a work that ships.
fn invented() -> Version {
    let cover =
        [(333.2, 162.0, "Brussel, 3 mei 2031"), (56.6, 206.1, "2025/0359(COD)"), (333.2, 206.1, "PE-CONS 7/31")];
    let front = [
        (190.0, 72.0, "VERORDENING OVER VATEN"),
        (56.6, 105.0, "DE RAAD VAN DE KUIPERS,"),
        (56.6, 138.0, "Overwegende hetgeen volgt:"),
        (56.6, 171.0, "(1)"),
        (99.1, 171.0, "Vaten^1^ zijn rond, en regen-"),
        (99.1, 191.7, "vaten ook."),
        (56.6, 700.0, "^1^"),
        (92.7, 700.0, "Kuipersblad 7."),
    ];
    let terms = [
        (56.6, 72.0, "HEBBEN DE KUIPERS VASTGESTELD:"),
        (276.8, 105.0, "Artikel 1"),
        (270.0, 125.7, "Vaten"),
        (56.6, 158.0, "1)"),
        (99.1, 158.0, "het volgende artikel wordt ingevoegd:"),
        (99.1, 191.0, "“Artikel 4 bis"),
        (99.1, 211.7, "Deksels"),
        (99.1, 244.0, "1."),
        (127.5, 244.0, "Een deksel past:"),
        (127.5, 277.0, "a)"),
        (155.9, 277.0, "op zijn vat;"),
        (127.5, 310.0, "b)"),
        (155.9, 310.0, "op geen ander vat."),
        (99.1, 343.0, "2."),
        (127.5, 343.0, "Dit geldt vanaf … [datum van inwerkingtreding van"),
        (127.5, 363.7, "deze verordening].”."),
        (56.6, 390.0, " "),
    ];
    let pages = [(&cover[..], ""), (&front[..], "1"), (&terms[..], "2")];
    let bytes = pdf(&pages.map(|(lines, number)| council_page(lines, "PE-CONS 7/31", number)));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("vaten.pdf");
    std::fs::write(&path, bytes).expect("a file");
    let library = Library::open(None).expect("the compiled-in texts");
    let found = import::find(&path).expect("a PDF");
    import::read(&found[0], &library).unwrap_or_else(|error| panic!("{error}")).version
}

#[test]
fn an_invented_document_is_read_by_its_layout() {
    let version = invented();
    let outline = Outline::of(&version);
    let text = |address: &str| {
        let placed = outline.get(&address.parse().expect("an address"));
        let provision = placed.unwrap_or_else(|| panic!("{address}: not there")).provision;
        provision.text.clone().or_else(|| provision.heading.clone()).unwrap_or_default()
    };
    assert_eq!(text("tit_1"), "VERORDENING OVER VATEN");
    assert_eq!(text("rct_1"), "Vaten zijn rond, en regen-vaten ook.");
    assert_eq!(version.recitals[0].notes[0].text, "Kuipersblad 7.");
    assert_eq!(text("art_1"), "Vaten");
    assert_eq!(text("art_1/pnt_1/quo_1/art_4a"), "Deksels");
    assert_eq!(text("art_1/pnt_1/quo_1/art_4a/par_1/pnt_b"), "op geen ander vat.");
    let last = outline.get(&"art_1/pnt_1/quo_1/art_4a/par_2".parse().expect("an address")).expect("paragraph 2");
    let days = last.provision.marks.iter().filter(|mark| mark.kind == MarkKind::Date).map(|mark| mark.value.as_str());
    assert_eq!(days.collect::<Vec<_>>(), ["2026-07-27"]);
}

#[test]
fn the_document_says_who_it_is() {
    let Some(imported) = adopted("council") else { return };
    let version = imported.version;
    assert_eq!((version.source.celex.as_str(), version.source.document.as_str()), ("32026R1744", "PE-CONS 30/26"));
    assert_eq!(version.name(), "32026R1744@2026-06-18.adopted");
    assert_eq!((version.language, version.source.eli.clone()), (Language::Nl, None));
    let library = Library::open(None).expect("the compiled-in texts");
    assert_eq!(import::work_of(&version, &library, None).name, "omnibus-ai");
    // In Article 1, point 10, the document lacks an opening quotation mark.
    assert_eq!(imported.report.doubts.len(), 1, "{:?}", imported.report.doubts);
}

#[test]
fn the_adopted_text_has_the_provisions_of_the_published_one() {
    let Some((adopted, published)) = pair("council") else { return };
    let addresses = |version: &Version| {
        let outline = Outline::of(version);
        let addresses = placed(&outline).map(|placed| placed.locator.to_string());
        addresses.filter(|address| !address.starts_with(&format!("{ANNEX}/"))).collect::<Vec<_>>()
    };
    let (of_adopted, of_published) = (addresses(&adopted), addresses(published));
    let only = |one: &[String], other: &[String]| {
        one.iter().filter(|address| !other.contains(address)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(only(&of_adopted, &of_published), [] as [&str; 0]);
    assert_eq!(of_adopted, of_published);
    assert_eq!((adopted.recitals.len(), adopted.body.len()), (47, 4));
}

#[test]
fn the_quoted_annex_has_the_points_and_rows_of_the_published_one() {
    let Some((adopted, published)) = pair("council") else { return };
    let parts = |version: &Version| {
        let annex = version.provisions().find(|provision| provision.kind == Kind::Annex).expect("the annex").clone();
        let own = annex.walk().skip(1).filter(|part| part.kind != Kind::Paragraph);
        own.map(|part| (part.kind, part.number.clone(), first_cell(part))).collect::<Vec<_>>()
    };
    assert_eq!(parts(&adopted), parts(published));
}

/// The code that a row begins with; the head of the table is in words.
fn first_cell(row: &Provision) -> Option<String> {
    let text = row.children.first().filter(|_| row.kind == Kind::Row)?.text.clone()?;
    text.ends_with(|c: char| c.is_ascii_digit()).then(|| comparison_form(&text))
}

#[test]
fn the_adopted_text_has_the_dates_of_the_published_one() {
    let Some((adopted, published)) = pair("council") else { return };
    let dates = |version: &Version| {
        let outline = Outline::of(version);
        let mut dates: BTreeMap<String, Vec<String>> = BTreeMap::new();
        // The title of the adopted text leaves open the day on which the act is signed.
        for placed in placed(&outline).filter(|placed| placed.part != Part::Title) {
            let marks = placed.provision.marks.iter().filter(|mark| mark.kind == MarkKind::Date);
            for mark in marks {
                dates.entry(placed.locator.to_string()).or_default().push(mark.value.clone());
            }
        }
        dates.values_mut().for_each(|dates| dates.sort());
        dates
    };
    assert_eq!(dates(&adopted), dates(published));
    let blanks = |provision: &&Provision| provision.text.as_deref().is_some_and(|text| text.contains("… ["));
    let dated = adopted.provisions().filter(blanks).flat_map(|provision| &provision.marks);
    let days: BTreeSet<&str> = dated.filter(|m| m.kind == MarkKind::Date).map(|m| m.value.as_str()).collect();
    assert!(days.contains("2026-07-27") && days.contains("2028-01-28"), "{days:?}");
}

#[test]
fn the_adopted_text_refers_to_the_articles_and_annexes_of_the_published_one() {
    let Some((adopted, published)) = pair("council") else { return };
    let (adopted, published) = (units(&adopted), units(published));
    let mut differing = Vec::new();
    for place in adopted.keys().chain(published.keys()).collect::<BTreeSet<_>>() {
        let of = |units: &BTreeMap<String, BTreeSet<String>>| units.get(place).cloned().unwrap_or_default();
        let (adopted, published) = (of(&adopted), of(&published));
        let list = |units: BTreeSet<String>| units.into_iter().collect::<Vec<_>>().join(" ");
        let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| list(one - other);
        if adopted != published {
            differing.push((place.clone(), only(&adopted, &published), only(&published, &adopted)));
        }
    }
    let known = REFERENCES.iter().map(|(place, dutch, english, _)| [*place, *dutch, *english].map(str::to_owned));
    assert_eq!(differing, known.map(|[a, b, c]| (a, b, c)).collect::<Vec<_>>());
}

/// Where the two texts do not name the same articles and annexes: the place, what only the Dutch names, what only the
/// English names, and why.
const REFERENCES: &[(&str, &str, &str, &str)] = &[
    (
        "art_1/pnt_1",
        "",
        "art_1",
        "'in artikel 1, lid 2, wordt punt g)': lid 2 of this act's own Article 1 would be its point 2",
    ),
    ("art_3/pnt_2", "art_41", "", "'Articles 40 and, respectively, 41' is read as Article 40 alone"),
];

/// The articles and annexes that each recital and each instruction names, its quotation included. A reference to the
/// act's own points ('in point 2') names none.
fn units(version: &Version) -> BTreeMap<String, BTreeSet<String>> {
    let outline = Outline::of(version);
    let mut units: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for placed in placed(&outline).filter(|placed| matches!(placed.part, Part::Recitals | Part::Body)) {
        let address = placed.locator.to_string();
        let (place, _) = address.split_once("/quo").unwrap_or((&address, ""));
        for mark in placed.provision.marks.iter().filter(|mark| mark.kind == MarkKind::Reference) {
            let local = mark.value.split_once('#').map_or(mark.value.as_str(), |(_, local)| local);
            let own = mark.value.parse().is_ok_and(|locator| outline.get(&locator).is_some());
            let unit = local.split('/').next().unwrap_or_default();
            if !own && (unit.starts_with("art_") || unit.starts_with("anx_")) {
                units.entry(place.to_owned()).or_default().insert(unit.to_owned());
            }
        }
    }
    units
}

#[test]
fn a_damaged_copy_is_refused_or_read_whole() {
    let Some(whole) = adopted("council") else { return };
    let path = corpus::folder_for("council").expect("there is a corpus").join(DOCUMENT);
    let bytes = std::fs::read(path).expect("the document");
    let library = Library::open(None).expect("the compiled-in texts");
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy.pdf");
    for place in (1..12).map(|twelfth| bytes.len() * twelfth / 12) {
        let mut damaged = bytes.clone();
        damaged[place] ^= 0x55;
        std::fs::write(&copy, damaged).expect("a file");
        let read = import::find(&copy).and_then(|found| import::read(&found[0], &library));
        if let Ok(read) = read {
            assert!(read.version.has_wording_of(&whole.version), "byte {place}");
        }
    }
}

#[test]
fn every_word_of_the_document_is_imported_or_listed_as_left_out() {
    let Some(imported) = adopted("council") else { return };
    let path = corpus::folder_for("council").expect("there is a corpus").join(DOCUMENT);
    let bytes = std::fs::read(path).expect("the document");
    let mut expected = Tokens::default();
    expected.add(&pdf_extract::extract_text_from_mem(&bytes).expect("a PDF"));
    let mut found = Tokens::default();
    for provision in imported.version.provisions() {
        let own = [&provision.label, &provision.heading, &provision.text];
        own.into_iter().flatten().for_each(|text| found.add(text));
        // The simple reader meets each sign twice: in the text and before the note.
        provision.notes.iter().for_each(|note| found.add(&format!("{}\n{}\n{}", note.sign, note.sign, note.text)));
    }
    imported.report.left_out.iter().flat_map(|left| &left.text).for_each(|text| found.add(text));
    let lost = expected.minus(&found);
    // Where the sign of a note stands after figures, it takes both for one number: 'No 745' with note 13.
    let run_together = [("13", -1), ("14", -1), ("745", -1), ("74513", 1), ("746", -1), ("74614", 1)];
    assert_eq!(lost, run_together.map(|(token, count)| (token.to_owned(), count)));
}
