//! A short notation for acts, so that a case can be read in one look: a line for each provision, two spaces for each depth.
//!
//! ```text
//! article 3: Duties
//!   paragraph 1: Owners shall empty their barrels.
//!     point a (deleted)
//! ```
//!
//! What follows the colon is the heading of articles, annexes and divisions, and the text of everything else.

use lexdelta::law::{
    Celex, Date, Evidence, FORMAT, Fidelity, Kind, Language, Number, Provision, Source, Stage, Version,
};

/// An invented act without any provisions.
pub fn empty(celex: &str, date: &str) -> Version {
    let celex = Celex::parse(celex).expect("a CELEX number");
    Version {
        format: FORMAT,
        work: celex.to_string(),
        stage: Stage::Oj,
        date: date.parse::<Date>().expect("a date"),
        language: Language::En,
        fidelity: Fidelity::Digest,
        source: Source {
            document: lexdelta::prose::act_name(&celex, Language::En),
            celex,
            eli: None,
            url: None,
            act_date: None,
            edition: None,
            amended_by: Vec::new(),
            licence: "invented".to_owned(),
            caution: None,
            checked_against: Vec::new(),
            import: None,
        },
        derived: None,
        title: Vec::new(),
        preamble: Vec::new(),
        recitals: Vec::new(),
        body: Vec::new(),
        closing: Vec::new(),
        annexes: Vec::new(),
        evidence: Evidence::default(),
        correspondences: Vec::new(),
        duties: Vec::new(),
        deadlines: Vec::new(),
        deadlines_of: Vec::new(),
    }
}

/// The version that a notation stands for.
pub fn version(celex: &str, date: &str, text: &str) -> Version {
    let mut tops: Vec<Provision> = Vec::new();
    let mut path: Vec<Provision> = Vec::new();
    let close = |path: &mut Vec<Provision>, depth: usize, tops: &mut Vec<Provision>| {
        while path.len() > depth {
            let done = path.pop().expect("something open");
            match path.last_mut() {
                Some(above) => above.children.push(done),
                None => tops.push(done),
            }
        }
    };
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let depth = (line.len() - line.trim_start().len()) / 2;
        close(&mut path, depth, &mut tops);
        assert_eq!(path.len(), depth, "'{line}' stands too deep");
        path.push(provision(line.trim()));
    }
    close(&mut path, 0, &mut tops);
    let (annexes, body) = tops.into_iter().partition(|top| top.kind == Kind::Annex);
    Version { body, annexes, ..empty(celex, date) }
}

fn provision(line: &str) -> Provision {
    let (head, words) = line.split_once(": ").map_or((line.trim_end_matches(':'), ""), |(head, words)| (head, words));
    let mut parts = head.split(' ');
    let name = parts.next().unwrap_or_default();
    let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or_else(|| panic!("'{line}': no kind"));
    let mut provision = Provision::new(kind);
    provision.number = parts.next().map(|number| Number::new(number).expect("a number"));
    let words = Some(words.to_owned()).filter(|words| !words.is_empty());
    if is_headed(kind) {
        provision.heading = words
    } else {
        provision.text = words
    }
    provision
}

fn is_headed(kind: Kind) -> bool {
    kind.is_division() || matches!(kind, Kind::Article | Kind::Annex | Kind::Appendix | Kind::Group)
}

/// The notation of a version's enacting terms and annexes.
pub fn printed(version: &Version) -> String {
    let mut lines = Vec::new();
    for top in version.body.iter().chain(&version.annexes) {
        print(top, 0, &mut lines);
    }
    lines.join("\n")
}

fn print(provision: &Provision, depth: usize, lines: &mut Vec<String>) {
    let kind = if provision.kind == Kind::Definition { Kind::Point } else { provision.kind };
    let mut line = format!("{}{}", "  ".repeat(depth), kind.name());
    if let Some(number) = &provision.number {
        line.push_str(&format!(" {number}"));
    }
    if provision.is_deleted() {
        line.push_str(" (deleted)");
    }
    if let Some(words) = provision.heading.as_ref().or(provision.text.as_ref()) {
        line.push_str(&format!(": {words}"));
    }
    lines.push(line);
    provision.children.iter().for_each(|child| print(child, depth + 1, lines));
}
