//! Points that define terms, in the article that is headed so.

use std::sync::OnceLock;

use regex::Regex;

use crate::languages::vocabulary;
use crate::law::{Kind, Provision, Version, comparison_form};

/// Makes definitions of the points that start with a quoted term, in articles headed 'Definitions'.
///
/// Source: Joint Practical Guide, guideline 14 (definitions stand in one article at the start of the act).
pub fn define_terms(version: &mut Version) {
    let headings = vocabulary(version.language).provisions.definition_headings;
    for provision in &mut version.body {
        in_articles(provision, headings);
    }
}

fn in_articles(provision: &mut Provision, headings: &[&str]) {
    if provision.kind == Kind::Article {
        let heading = provision.heading.as_deref().map(comparison_form).unwrap_or_default().to_lowercase();
        if headings.contains(&heading.as_str()) {
            provision.children.iter_mut().for_each(define);
        }
        return;
    }
    for child in &mut provision.children {
        in_articles(child, headings);
    }
}

fn define(provision: &mut Provision) {
    if matches!(provision.kind, Kind::Point | Kind::Indent) {
        let terms = terms(provision.text.as_deref().unwrap_or_default());
        // An indent that defines is addressed as an indent, so that it keeps its place among its neighbours.
        if !terms.is_empty() && provision.kind == Kind::Point {
            provision.kind = Kind::Definition;
        }
        provision.terms = terms;
    }
    if provision.kind != Kind::Definition {
        provision.children.iter_mut().for_each(define);
    }
}

/// The quoted terms at the start of a definition: ‘provider’, ‘placing on the market’ or ‘market placement’.
fn terms(text: &str) -> Vec<String> {
    static QUOTED: OnceLock<Option<Regex>> = OnceLock::new();
    let pattern =
        r#"^[\s\u{a0}]*(?:‘(.+?)’|“(.+?)”|„(.+?)[”“]|«[\s\u{a0}]*(.+?)[\s\u{a0}]*»|'(.+?)'|"(.+?)")(?:[^\p{L}]|$)"#;
    let Some(quoted) = QUOTED.get_or_init(|| Regex::new(pattern).ok()) else { return Vec::new() };
    let mut rest = text;
    let mut terms = Vec::new();
    while let Some(found) = quoted.captures(rest) {
        let Some(term) = found.iter().skip(1).flatten().next() else { break };
        terms.push(term.as_str().to_owned());
        // At most one word joins two terms: 'or', 'and', a comma.
        let after = rest[term.end()..].trim_start_matches(|c: char| !c.is_alphanumeric() && !is_opening(c));
        let joined = after.split_once(is_opening).filter(|(joint, _)| joint.trim().chars().count() <= 3);
        match joined {
            Some((joint, _)) => rest = &after[joint.len()..],
            None => break,
        }
    }
    terms
}

fn is_opening(c: char) -> bool {
    matches!(c, '‘' | '“' | '„' | '«' | '\'' | '"')
}

#[cfg(test)]
mod tests {
    use super::terms;

    #[test]
    fn terms_are_read_from_the_start_of_a_definition() {
        assert_eq!(terms("‘AI system’ means a machine-based system"), ["AI system"]);
        assert_eq!(terms("«modèle d’IA à usage général», un modèle d’IA"), ["modèle d’IA à usage général"]);
        assert_eq!(terms("“risico”: de combinatie"), ["risico"]);
        assert_eq!(terms("‘importer’ or ‘distributor’ means"), ["importer", "distributor"]);
        assert_eq!(terms("‘deployer’ means a person using ‘an AI system’"), ["deployer"]);
        assert_eq!(terms("the term ‘x’"), [] as [&str; 0]);
    }
}
