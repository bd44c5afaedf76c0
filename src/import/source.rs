//! Files on disk and in archives, read within limits.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::error::{ArchiveCause, ImportError};

/// Largest file that is read. The largest official act seen has 1.8 MB.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;
/// Most bytes that an archive may hold unpacked.
const LARGEST_ARCHIVE: u64 = 256 * 1024 * 1024;
/// Most files in an archive. The AI Act's package has 16.
const MOST_FILES: usize = 2_000;
/// How many times its packed size an archive may grow. Formex grows about five times.
const MOST_GROWTH: u64 = 200;

/// Where files come from: a folder, or an archive held in memory.
pub(super) enum Store {
    /// A folder.
    Folder(PathBuf),
    /// An archive and its files.
    Archive(PathBuf, BTreeMap<String, Vec<u8>>),
}

impl Store {
    /// The path that messages name.
    pub fn path_of(&self, name: &str) -> PathBuf {
        match self {
            Store::Folder(folder) => folder.join(name),
            Store::Archive(archive, _) => archive.join(name),
        }
    }

    /// The names of all files, sorted.
    pub fn names(&self) -> Result<Vec<String>, ImportError> {
        match self {
            Store::Folder(folder) => {
                let unreadable = |source| ImportError::Unreadable { path: folder.clone(), source };
                let mut names = Vec::new();
                for entry in std::fs::read_dir(folder).map_err(unreadable)? {
                    let entry = entry.map_err(unreadable)?;
                    if entry.path().is_file() {
                        names.extend(entry.file_name().to_str().map(str::to_owned));
                    }
                }
                names.sort();
                Ok(names)
            }
            Store::Archive(_, files) => Ok(files.keys().cloned().collect()),
        }
    }

    /// Reads the text of a file by its name, which must not lead elsewhere.
    pub fn read(&self, name: &str) -> Result<String, ImportError> {
        if name.contains(['/', '\\']) || name == ".." {
            let missing = format!("it names the file '{name}', which is not beside it");
            return Err(ImportError::Missing { path: self.path_of("."), missing });
        }
        let path = self.path_of(name);
        let bytes = match self {
            Store::Folder(_) => read_bytes(&path)?,
            Store::Archive(_, files) => files.get(name).cloned().ok_or_else(|| ImportError::Missing {
                path: path.clone(),
                missing: "the archive does not hold this file, which another one names".to_owned(),
            })?,
        };
        decode(bytes, &path)
    }
}

/// Reads a file within the limits.
pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, ImportError> {
    let unreadable = |source| ImportError::Unreadable { path: path.to_owned(), source };
    let file = File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    let too_large = |size| ImportError::TooLarge { path: path.to_owned(), size, limit: LARGEST_FILE };
    if size > LARGEST_FILE {
        return Err(too_large(size));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(bytes)
}

/// Takes bytes as UTF-8, without a byte order mark.
pub(super) fn decode(bytes: Vec<u8>, path: &Path) -> Result<String, ImportError> {
    let text = String::from_utf8(bytes)
        .map_err(|error| ImportError::NotUtf8 { path: path.to_owned(), at: error.utf8_error().valid_up_to() })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Unpacks an archive into memory, file by file and within the limits.
pub(super) fn open_archive(path: &Path) -> Result<Store, ImportError> {
    let refused = |cause| ImportError::Archive { path: path.to_owned(), cause };
    let bytes = read_bytes(path)?;
    let packed = bytes.len() as u64;
    let broken = |error: zip::result::ZipError| refused(ArchiveCause::Broken(error.to_string()));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > MOST_FILES {
        return Err(refused(ArchiveCause::Files { found: archive.len(), limit: MOST_FILES }));
    }
    let limit = LARGEST_ARCHIVE.min(packed.saturating_mul(MOST_GROWTH).max(1024 * 1024));
    let mut files = BTreeMap::new();
    let mut total = 0;
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).map_err(broken)?;
        let name = entry.name().map_err(broken)?.into_owned();
        if entry.is_dir() {
            continue;
        }
        let Some(inside) = entry.enclosed_name().filter(|inside| !name.contains('\\') && inside.is_relative()) else {
            return Err(refused(ArchiveCause::Name(name)));
        };
        let mut content = Vec::new();
        let room = limit - total;
        let unpacked = entry.by_ref().take(room + 1).read_to_end(&mut content);
        unpacked.map_err(|error| refused(ArchiveCause::Broken(format!("'{name}': {error}"))))?;
        total += content.len() as u64;
        if total > limit {
            return Err(refused(ArchiveCause::Size { name, limit }));
        }
        if let Some(file_name) = inside.file_name().and_then(|name| name.to_str()) {
            files.insert(file_name.to_owned(), content);
        }
    }
    Ok(Store::Archive(path.to_owned(), files))
}

/// The SHA-256 sum of files, in the order given, in hexadecimal.
pub(super) fn checksum(files: &[impl AsRef<[u8]>]) -> String {
    let mut hasher = Sha256::new();
    for file in files {
        hasher.update(file.as_ref());
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
