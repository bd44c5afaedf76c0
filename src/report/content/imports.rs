//! The page of an import.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::import::{ImportReport, OtherFile, Read};
use crate::languages::{Phrase, vocabulary};
use crate::law::{Kind, Language, Version};
use crate::library::Stored;
use crate::report::page::{Cell, Page, Section, Table};

/// A file that was imported, with what became of it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ImportedFile<'a> {
    /// The name of the version.
    pub version: String,
    /// Its language.
    pub language: Language,
    /// The file that it was read from.
    pub file: &'a Path,
    /// What became of it in the library.
    pub stored: Stored,
    /// How many recitals it has.
    pub recitals: usize,
    /// How many articles it has, without those that it quotes.
    pub articles: usize,
    /// How many annexes it has.
    pub annexes: usize,
    /// Elements that the importer does not know.
    pub unknown: Vec<UnknownCount<'a>>,
    /// What was left out on purpose.
    pub left_out: Vec<LeftOutCount>,
    /// Places where the file contradicts itself.
    pub doubts: &'a [String],
    /// Other files of the same version.
    pub others: Vec<Other<'a>>,
}

/// An element that the importer does not know.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct UnknownCount<'a> {
    /// The names of the elements from the root.
    pub path: &'a str,
    /// How often it was met.
    pub count: usize,
    /// Whether it holds text, which is kept.
    pub has_text: bool,
}

/// Something left out on purpose.
#[derive(Debug, Clone, Serialize)]
pub struct LeftOutCount {
    /// What it is.
    pub what: &'static str,
    /// How many words it has.
    pub words: usize,
}

/// Another file of the same version.
#[derive(Debug, Clone, Serialize)]
pub struct Other<'a> {
    /// The file.
    pub file: &'a PathBuf,
    /// Whether it has the same wording.
    pub same: bool,
}

impl<'a> ImportedFile<'a> {
    /// What is told of a version that was read and stored.
    pub fn of(read: &'a Read, stored: Stored) -> ImportedFile<'a> {
        let Read { path, version, report, others } = read;
        ImportedFile {
            version: version.name(),
            language: version.language,
            file: path,
            stored,
            recitals: version.recitals.len(),
            articles: articles(version),
            annexes: version.annexes.iter().filter(|annex| !annex.is_deleted()).count(),
            unknown: unknown(report),
            left_out: report
                .left_out
                .iter()
                .map(|left| LeftOutCount {
                    what: left.what,
                    words: left.text.iter().map(|text| text.split_whitespace().count()).sum(),
                })
                .collect(),
            doubts: &report.doubts,
            others: others.iter().map(|OtherFile { path, same }| Other { file: path, same: *same }).collect(),
        }
    }
}

fn unknown(report: &ImportReport) -> Vec<UnknownCount<'_>> {
    let counts = report.unknown.iter();
    counts
        .map(|element| UnknownCount { path: &element.path, count: element.count, has_text: element.has_text })
        .collect()
}

fn articles(version: &Version) -> usize {
    fn count(provisions: &[crate::law::Provision]) -> usize {
        let below = provisions.iter().map(|provision| match provision.kind {
            Kind::Article => usize::from(!provision.is_deleted()),
            kind if kind.is_division() || kind == Kind::Group => count(&provision.children),
            _ => 0,
        });
        below.sum()
    }
    count(&version.body)
}

/// The page of an import: a table of the versions, then what deserves attention in each file.
pub fn imports(files: &[ImportedFile<'_>], folder: Option<&Path>, language: Language) -> Page {
    let say = |phrase: Phrase| (vocabulary(language).phrases)(phrase).to_owned();
    let columns = [Phrase::Version, Phrase::Recitals, Phrase::Articles, Phrase::Annexes, Phrase::Outcome];
    let rows = files.iter().map(|file| {
        let cells = vec![
            Cell::Words(heading(file)),
            Cell::Count(file.recitals),
            Cell::Count(file.articles),
            Cell::Count(file.annexes),
            Cell::Words(say(match file.stored {
                Stored::New => Phrase::StoredNew,
                Stored::Unchanged => Phrase::StoredUnchanged,
                Stored::Replaced => Phrase::StoredReplaced,
                Stored::SameWording => Phrase::StoredSameWording,
            })),
        ];
        (None, cells)
    });
    Page {
        sources: folder.map(|folder| (say(Phrase::Library), folder.display().to_string())).into_iter().collect(),
        summary: Some(Table {
            caption: say(Phrase::Imported),
            columns: columns.into_iter().map(say).collect(),
            yields: 4,
            kept_narrow: Vec::new(),
            rows: rows.collect(),
        }),
        sections: files.iter().filter_map(|file| remarks(file, language)).collect(),
        ..Page::titled(language, say(Phrase::Imported))
    }
}

fn heading(file: &ImportedFile<'_>) -> String {
    format!("{} ({})", file.version, file.language)
}

/// What deserves attention in a file; nothing for most.
fn remarks(file: &ImportedFile<'_>, language: Language) -> Option<Section> {
    let say = vocabulary(language).phrases;
    let unknown = file
        .unknown
        .iter()
        .map(|element| format!("{}: {} ({}×)", say(Phrase::UnknownElement), element.path, element.count));
    let doubts = file.doubts.iter().map(|doubt| format!("{}: {doubt}", say(Phrase::Doubt)));
    let others = file.others.iter().map(|other| {
        let found = if other.same { Phrase::OtherFileSame } else { Phrase::OtherFileDiffers };
        format!("{}: {}", other.file.display(), say(found))
    });
    let mut remarks = unknown.chain(doubts).chain(others).peekable();
    remarks.peek()?;
    let read = format!("{}: {}", file.file.display(), say(Phrase::FileRead));
    let anchor = format!("{}.{}", file.version, file.language);
    Some(Section::of_lines(anchor, heading(file), std::iter::once(read).chain(remarks)))
}
