//! The map of the crate (DESIGN, section 10) as a test: who may know whom, and who may read the clock, the network and
//! the environment.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The rooms from the lowest to the highest: each may use those before it.
const ROOMS: [&str; 14] = [
    "law",
    "languages",
    "prose",
    "library",
    "import",
    "diff",
    "amend",
    "versions",
    "calendar",
    "duties",
    "graph",
    "check",
    "report",
    "cli",
];

/// Words that read the clock, the network or the environment, or that write to the terminal.
const ONLY_AT_THE_EDGE: [&str; 14] = [
    "SystemTime",
    "Instant::now",
    "ZonedDateTime",
    "Timestamp::now",
    "Zoned::now",
    "std::env",
    "env::var",
    "std::net",
    "TcpStream",
    "ureq",
    "println!",
    "eprintln!",
    "stdout()",
    "stderr()",
];

/// The one place that may: the environment of the command line.
const EDGE: &str = "cli/environment.rs";

#[test]
fn no_room_uses_one_above_it() {
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        let Some(own) = rank(&room(&path)) else { continue };
        for used in used_rooms(&code) {
            if rank(&used).is_some_and(|used| used > own) {
                wrong.push(format!("{}: uses {used}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that point up:\n{}", wrong.join("\n"));
}

#[test]
fn every_file_stands_in_a_room() {
    for (path, _) in sources() {
        let own = room(&path);
        let known = rank(&own).is_some() || matches!(own.as_str(), "main.rs" | "lib.rs");
        assert!(known, "{}: which room is that?", path.display());
    }
}

#[test]
fn only_the_edge_reads_the_clock_the_network_and_the_environment() {
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        if path.ends_with(EDGE) {
            continue;
        }
        let reads = ONLY_AT_THE_EDGE.iter().filter(|word| code.contains(**word));
        wrong.extend(reads.map(|word| format!("{}: {word}", path.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_guards_bite() {
    assert_eq!(used_rooms("use crate::{cli, law::Date};\nlet x = crate::diff::compare(a, b);"), ["cli", "law", "diff"]);
    assert_eq!(used_rooms("use lexdelta::report::{self, Page};"), ["report"]);
    assert!(!without_tests("fn a() {}\n#[cfg(test)]\nmod tests { std::env::var(\"A\") }").contains("std::env"));
}

/// Every source file with its code, tests and comments left out.
fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = BTreeMap::new();
    collect(&root, &root, &mut files);
    assert!(files.len() > 50, "the sources are not where they should be");
    files.into_iter().collect()
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<PathBuf, String>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let code = std::fs::read_to_string(&path).expect("a source file");
            files.insert(path.strip_prefix(root).expect("below src").to_owned(), without_tests(&code));
        }
    }
}

fn without_tests(code: &str) -> String {
    let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

fn room(path: &Path) -> String {
    path.components().next().map(|first| first.as_os_str().to_string_lossy().into_owned()).unwrap_or_default()
}

fn rank(room: &str) -> Option<usize> {
    ROOMS.iter().position(|known| *known == room)
}

/// The rooms that code names after `crate::` or, in the program, after `lexdelta::`.
fn used_rooms(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (at, name) in code.match_indices("crate::").chain(code.match_indices("lexdelta::")) {
        let rest = &code[at + name.len()..];
        let group = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
        let names = group.map_or(rest, |(names, _)| names);
        let word =
            |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        match group {
            Some(_) => rooms.extend(names.split(',').map(word)),
            None => rooms.push(word(names)),
        }
    }
    rooms
}
