//! What there is to import at a path: packages of Formex files, consolidations, pages of EUR-Lex, PDFs of the
//! Council.

use std::path::{Path, PathBuf};

use super::dom;
use super::error::ImportError;
use super::formex;
use super::source::{self, Store};

/// Something that can be imported.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// The file, or the archive that holds it.
    pub path: PathBuf,
    /// What it is.
    pub kind: CandidateKind,
}

/// The kinds of things that can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CandidateKind {
    /// A Formex file: the wrapper of a package, or a consolidation.
    Formex,
    /// An archive with a Formex package in it.
    Archive,
    /// A page of EUR-Lex.
    Page,
    /// A document of the Council as PDF.
    Pdf,
}

/// Deepest nesting of folders that is searched.
const DEEPEST_FOLDER: usize = 12;

/// Lists what can be imported at a path, in the order of the paths: the file itself, or everything below a folder.
///
/// # Errors
/// A path that cannot be read, a file that is none of the known formats, a folder with nothing in it.
pub fn find(path: &Path) -> Result<Vec<Candidate>, ImportError> {
    if !path.is_dir() {
        return classify(path).map(|kind| vec![Candidate { path: path.to_owned(), kind }]);
    }
    let mut found = Vec::new();
    search(path, 0, &mut found)?;
    if found.is_empty() {
        return Err(ImportError::Nothing { path: path.to_owned() });
    }
    found.sort();
    Ok(found)
}

fn search(folder: &Path, depth: usize, found: &mut Vec<Candidate>) -> Result<(), ImportError> {
    if depth > DEEPEST_FOLDER {
        return Ok(());
    }
    let unreadable = |source| ImportError::Unreadable { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() && !path.is_symlink() {
            search(&path, depth + 1, found)?;
        } else if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    let has_wrapper = files.iter().any(|file| is_wrapper_name(file));
    for path in files {
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or("").to_ascii_lowercase();
        let kind = match extension.as_str() {
            "xhtml" | "html" | "htm" => CandidateKind::Page,
            "zip" => CandidateKind::Archive,
            "pdf" => CandidateKind::Pdf,
            "xml" if !has_wrapper || is_wrapper_name(&path) => CandidateKind::Formex,
            _ => continue,
        };
        found.push(Candidate { path, kind });
    }
    Ok(())
}

/// Whether a file's name is that of a wrapper, as the Publications Office names them.
fn is_wrapper_name(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
    name.ends_with(".doc.xml") || name.ends_with(".doc.fmx.xml")
}

/// Says from a file's first bytes what it is, whatever its name.
fn classify(path: &Path) -> Result<CandidateKind, ImportError> {
    let bytes = source::read_bytes(path)?;
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(CandidateKind::Archive);
    }
    let unrecognised = |found: &str| ImportError::Unrecognised { path: path.to_owned(), found: found.to_owned() };
    if bytes.starts_with(b"%PDF") {
        return Ok(CandidateKind::Pdf);
    }
    if bytes.is_empty() {
        return Err(unrecognised("an empty file"));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(unrecognised("a text in UTF-16"));
    }
    let text = source::decode(bytes, path)?;
    let head: String = text.chars().take(4_000).collect::<String>().to_ascii_lowercase();
    if head.contains("<html") {
        return Ok(CandidateKind::Page);
    }
    if head.trim_start().starts_with('<') {
        return Ok(CandidateKind::Formex);
    }
    Err(unrecognised("neither XML nor HTML, no zip archive and no PDF"))
}

/// The files of a Formex package, parsed and in order, with what its wrapper says of it.
pub(super) struct FormexPackage {
    pub document: Option<formex::DocumentData>,
    pub elements: Vec<dom::Element>,
    pub files: Vec<String>,
}

/// Opens a Formex file or the package that it wraps.
pub(super) fn open_formex(path: &Path) -> Result<FormexPackage, ImportError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    open_in(&Store::Folder(folder.to_owned()), name)
}

/// Opens the package in an archive.
pub(super) fn open_zip(path: &Path) -> Result<FormexPackage, ImportError> {
    let store = source::open_archive(path)?;
    let names = store.names()?;
    let wrappers: Vec<&String> = names.iter().filter(|name| is_wrapper_name(Path::new(name))).collect();
    let consolidations = || names.iter().filter(|name| name.to_ascii_lowercase().ends_with(".xml"));
    match wrappers.as_slice() {
        [wrapper] => open_in(&store, wrapper),
        [] => match consolidations().next() {
            Some(name) => open_in(&store, name),
            None => Err(ImportError::Nothing { path: path.to_owned() }),
        },
        several => Err(ImportError::Missing {
            path: path.to_owned(),
            missing: format!("it holds {} packages; unpack it and import the folder", several.len()),
        }),
    }
}

fn open_in(store: &Store, name: &str) -> Result<FormexPackage, ImportError> {
    let path = store.path_of(name);
    let first = store.read(name)?;
    let root = parse(&first, &path)?;
    match root.name.as_str() {
        "CONS.ACT" => Ok(FormexPackage { document: None, elements: vec![root], files: vec![first] }),
        "DOC" => {
            let document = formex::read_document_data(&root);
            let mut files = Vec::new();
            let mut elements = Vec::new();
            for name in &document.files {
                let file = store.read(name)?;
                elements.push(parse(&file, &store.path_of(name))?);
                files.push(file);
            }
            if elements.is_empty() {
                let missing = "the wrapper names no file of the act".to_owned();
                return Err(ImportError::Missing { path, missing });
            }
            Ok(FormexPackage { document: Some(document), elements, files })
        }
        "ACT" | "ANNEX" | "GENERAL" => {
            let missing = "this is one file of a package; import the package's wrapper (its name ends in .doc.fmx.xml \
                           or .doc.xml), its folder or its zip, which also name the annexes and the day of publication";
            Err(ImportError::Missing { path, missing: missing.to_owned() })
        }
        other => {
            let found = format!("XML whose outermost element is '{other}'");
            Err(ImportError::Unrecognised { path, found })
        }
    }
}

fn parse(text: &str, path: &Path) -> Result<dom::Element, ImportError> {
    dom::parse_xml(text).map_err(|malformed| ImportError::Malformed { path: path.to_owned(), malformed })
}
