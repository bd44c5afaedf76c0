//! The digests that ship say nothing that the official wording of the same provision does not say, in words of their own.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use lexdelta::languages::vocabulary;
use lexdelta::law::{Actor, Kind, Language, Outline, Placed, Stage, Version, comparison_form};
use lexdelta::prose::{dates, references};
use regex::{Regex, RegexBuilder};

use crate::council::ANNEX;
use crate::texts::{digests, official};

/// A provision of a digest with the official one of the same address, both with a text.
struct Pair<'a> {
    digest: &'a Placed<'a>,
    official: &'a Placed<'a>,
}

impl Pair<'_> {
    fn texts(&self) -> (&str, &str) {
        let [digest, official] = [self.digest, self.official].map(|placed| placed.provision.text.as_deref());
        (digest.unwrap_or_default(), official.unwrap_or_default())
    }
}

/// Every digest with its official text, and what `check` finds wrong in each provision.
fn faults(test: &str, check: &dyn Fn(&Version, &Pair<'_>) -> Vec<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for digest in digests() {
        let Some(official) = official(test, &digest) else { continue };
        let (own, theirs) = (Outline::of(&digest), Outline::of(official));
        // Two provisions can have one number: the Dutch Article 73 has two paragraphs 11.
        let mut at: BTreeMap<String, VecDeque<&Placed<'_>>> = BTreeMap::new();
        for placed in theirs.all() {
            at.entry(placed.locator.to_string()).or_default().push_back(placed);
        }
        for placed in own.all() {
            let official = at.get_mut(&placed.locator.to_string()).and_then(VecDeque::pop_front);
            let Some(official) = official.filter(|found| found.provision.text.is_some()) else { continue };
            let pair = Pair { digest: placed, official };
            let found = check(&digest, &pair);
            faults.extend(
                found
                    .into_iter()
                    .map(|fault| format!("{} {} {}: {fault}", digest.name(), digest.language, placed.locator)),
            );
        }
    }
    faults
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

fn is_recital(placed: &Placed<'_>) -> bool {
    placed.locator.to_string().starts_with("rct")
}

#[test]
fn every_number_of_a_digest_is_in_the_official_wording() {
    let figures = |text: &str| -> BTreeSet<String> {
        let thousands = Regex::new(r"([0-9]) ([0-9]{3})\b").expect("a sound pattern");
        let mut text = comparison_form(text);
        while thousands.is_match(&text) {
            text = thousands.replace_all(&text, "$1$2").into_owned();
        }
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.bytes().any(|b| b.is_ascii_digit())).map(ToOwned::to_owned).collect()
    };
    none(&faults("every_number", &|_, pair| {
        let (digest, official) = pair.texts();
        figures(digest).difference(&figures(official)).cloned().collect()
    }));
}

#[test]
fn every_reference_of_a_digest_is_in_the_official_wording() {
    // Where the official wording has a slip, the digest has what is meant.
    let slips = [
        ("nl", "anx_X/pnt_3", "'Verordening (EU 2024/1358', without the second bracket"),
        ("nl", "art_1/pnt_7/pnt_b/quo_1/par_1a/pnt_b", "'punt b ter,', without its bracket"),
        ("en", "anx_I/sct_B/pnt_20", "'thereof', which is said of the act named first"),
        ("nl", "anx_I/sct_B/pnt_20", "'daarvan', which is said of the act named first"),
        ("nl", "anx_II/unp_1", "'punt e), iii)' for 'punt h), iii)'"),
        ("nl", "art_105/quo_1/par_5", "'hoofdstuk III, hoofdstuk 2', where other languages have 'Section 2'"),
    ];
    none(&faults("every_reference", &|version, pair| {
        let place = pair.digest.locator.to_string();
        if slips.iter().any(|(language, at, _)| *language == version.language.to_string() && *at == place) {
            return Vec::new();
        }
        let (digest, wording) = pair.texts();
        let official = named(wording, version.language);
        // A digest may name an article, or an act, where the official wording names a paragraph of it.
        let within = |whole: &String| official.iter().any(|part| part.starts_with(&format!("{whole}/")));
        let by_act = |act: &String| official.iter().any(|part| part.starts_with(&format!("{act}#")));
        // Or it may say in full what a list leaves out: 'Annex VII, point 4.3' for 'points 4.3., 4.4. … of Annex VII'.
        let in_full = |name: &String| {
            let begins =
                |start: &str| official.iter().any(|part| part == start || part.starts_with(&format!("{start}/")));
            let last = name.rsplit('_').next().unwrap_or_default();
            let counted = wording
                .split(|c: char| c.is_whitespace() || c == ',')
                .any(|word| word.trim_end_matches(['.', ';']) == last);
            // 'Article 5 or 50': the number stands there, and another article is named.
            let listed =
                name.starts_with("art_") && !name.contains(['/', '.']) && counted && wording.contains("Article");
            let mut tails = name.match_indices('/');
            listed || tails.any(|(at, _)| (counted || official.contains(&name[at + 1..])) && begins(&name[..at]))
        };
        let own = named(digest, version.language).into_iter();
        own.filter(|name| !official.contains(name) && !within(name) && !by_act(name) && !in_full(name)).collect()
    }));
}

/// What a text refers to; without the subparagraph where a point is named.
fn named(text: &str, language: Language) -> BTreeSet<String> {
    let whole = |value: String| {
        let parts = value.split('/').filter(|part| !part.starts_with("sub_") && !part.starts_with("unp_"));
        parts.collect::<Vec<_>>().join("/")
    };
    references(text, language).into_iter().map(|found| whole(found.target.value())).collect()
}

#[test]
fn a_digest_keeps_the_modality_of_the_official_wording() {
    let words = ["shall", "shall not", "may", "should", "shall endeavour"];
    let patterns = words.map(|word| (word, Regex::new(&format!(r"\b{word}\b")).expect("a sound pattern")));
    none(&faults("modality", &|version, pair| {
        // A recital has one line, in the present tense: it imposes nothing.
        if version.language != Language::En || is_recital(pair.digest) {
            return Vec::new();
        }
        let (digest, official) = pair.texts();
        let differs = patterns.iter().filter(|(_, word)| word.is_match(digest) != word.is_match(official));
        differs.map(|(word, _)| format!("'{word}'")).collect()
    }));
}

/// A word of a text, or a name: a reference, a date, a defined term, a place in the Official Journal.
#[derive(PartialEq, Eq, Hash)]
struct Word {
    text: String,
    is_name: bool,
}

/// The words of a text, in lower case; a name is one word.
fn words(text: &str, language: Language, terms: &Regex) -> Vec<Word> {
    let mut names: Vec<(usize, usize)> = references(text, language).into_iter().map(|f| (f.start, f.end)).collect();
    names.extend(dates(text, language).into_iter().map(|found| (found.start, found.end)));
    names.extend(terms.find_iter(text).map(|found| (found.start(), found.end())));
    names.extend(journal().find_iter(text).map(|found| (found.start(), found.end())));
    names.sort_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
    let mut found = Vec::new();
    let mut at = 0;
    for (start, end) in names.into_iter().chain([(text.len(), text.len())]) {
        if start < at {
            continue;
        }
        let plain = text[at..start].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        found.extend(plain.map(|word| Word { text: word.to_lowercase(), is_name: false }));
        if end > start {
            found.push(Word { text: text[start..end].to_lowercase(), is_name: true });
        }
        at = end;
    }
    found
}

/// The dates in a provision's text, but for the day on which the Official Journal published a cited act: that tells nothing of
/// the provision.
pub fn days(placed: &Placed<'_>, language: Language) -> BTreeSet<String> {
    let text = journal().replace_all(placed.provision.text.as_deref().unwrap_or_default(), "");
    dates(&text, language).iter().map(|found| found.date.to_string()).collect()
}

/// A place in the Official Journal, as references to acts have it: '(OJ L 117, 5.5.2017, p. 1)'.
fn journal() -> Regex {
    Regex::new(r"\((?:OJ|PB)\s[^)]*\)").expect("a sound pattern")
}

fn defined_terms(version: &Version) -> BTreeSet<String> {
    let outline = Outline::of(version);
    let terms = outline.all().iter().filter(|placed| placed.provision.kind == Kind::Definition);
    terms.flat_map(|placed| placed.provision.terms.clone()).collect()
}

fn headings(version: &Version) -> BTreeSet<String> {
    Outline::of(version).all().iter().filter_map(|placed| placed.provision.heading.clone()).collect()
}

fn any_of(terms: &BTreeSet<String>) -> Regex {
    let mut longest_first: Vec<&String> = terms.iter().collect();
    longest_first.sort_by_key(|term| std::cmp::Reverse(term.len()));
    // The plural of 'AI-systeem' is 'AI-systemen': a word of a term has an ending of its own.
    let inflected = |word: &str| {
        let stem: String = word.chars().take(word.chars().count().saturating_sub(2).max(2)).collect();
        format!("{}[a-zë’]{{0,5}}", regex::escape(&stem))
    };
    let inflected = |term: &&String| term.split(' ').map(inflected).collect::<Vec<_>>().join(r"\s");
    let in_other_words = [
        r"(?:placed|placing|places?|put|putting|puts) (?:on the market|into service)",
        r"(?:high-risk AI systems?|AI-syste(?:em|men) met (?:een )?hoog risico)",
        r"in de handel (?:is |zijn |wordt |worden |te )?(?:gebrachte?|brengt?|brengen)",
        r"in gebruik (?:is |zijn |wordt |worden |te )?(?:gestelde?|genomen|stelt|stellen)",
    ];
    let terms = longest_first.iter().map(inflected);
    let pattern = in_other_words.map(str::to_owned).into_iter().chain(terms).collect::<Vec<_>>().join("|");
    RegexBuilder::new(&format!(r"\b(?:{pattern})\b")).case_insensitive(true).build().expect("a sound pattern")
}

#[test]
fn no_digest_shares_ten_words_in_a_row_with_the_official_wording() {
    const RUN: usize = 10;
    let mut shared = BTreeMap::new();
    let all = digests();
    for digest in &all {
        let Some(official) = official("ten_words", digest) else { continue };
        let same_language = all.iter().filter(|version| version.language == digest.language);
        let terms = any_of(&same_language.clone().flat_map(defined_terms).collect());
        let headings: BTreeSet<String> = same_language.flat_map(headings).collect();
        let texts = |version: &Version| -> Vec<(String, Vec<Word>)> {
            let outline = Outline::of(version);
            let all = outline.all().iter().filter_map(|placed| Some((placed, placed.provision.text.as_deref()?)));
            // An amending act quotes the heading that it replaces: a title is nobody's wording.
            let all = all.filter(|(_, text)| !headings.contains(*text));
            all.map(|(placed, text)| (placed.locator.to_string(), words(text, version.language, &terms))).collect()
        };
        let official = texts(official);
        let known: HashSet<&[Word]> = official.iter().flat_map(|(_, words)| words.windows(RUN)).collect();
        // A list of names is nobody's wording.
        let is_wording = |run: &&[Word]| run.iter().filter(|word| !word.is_name).count() >= RUN / 2;
        for (locator, words) in texts(digest) {
            if let Some(run) = words.windows(RUN).filter(is_wording).find(|run| known.contains(run)) {
                let run: Vec<&str> = run.iter().map(|word| word.text.as_str()).collect();
                shared.insert(format!("{} {} {locator}", digest.name(), digest.language), run.join(" "));
            }
        }
    }
    none(&shared.into_iter().map(|(place, run)| format!("{place}: {run}")).collect::<Vec<_>>());
}

#[test]
fn a_digest_of_a_definition_starts_with_the_term_that_it_defines() {
    none(&faults("definitions", &|_, pair| {
        let (digest, official) = (&pair.digest.provision.terms, &pair.official.provision.terms);
        if digest == official { Vec::new() } else { vec![format!("{digest:?} for {official:?}")] }
    }));
}

/// Where the Official Journal has a date that the Council's text leaves open.
const SETTLED: [&str; 6] = ["tit_1", "rct_18", "art_1/pnt_19/", "art_1/pnt_37/", "art_1/pnt_40/", "art_3/pnt_3/"];

#[test]
fn the_english_and_the_dutch_digest_have_one_structure_and_the_same_dates() {
    let all = digests();
    for dutch in all.iter().filter(|version| version.language == Language::Nl) {
        // The layout of the Council shows how deep the points of Annex XIV stand, the Official Journal does not.
        // The Council's text is the one that was published; it leaves open dates that count from its publication.
        let open = dutch.stage == Stage::Adopted;
        let stage = if open { Stage::Oj } else { dutch.stage };
        let same = |version: &&Version| {
            version.language == Language::En
                && (&version.work, version.stage) == (&dutch.work, stage)
                && (open || version.date == dutch.date)
        };
        let english = all.iter().find(same).expect("an English digest of the same version");
        let dated = |version: &Version| -> Vec<(String, BTreeSet<String>)> {
            let outline = Outline::of(version);
            // The Dutch Official Journal numbers paragraph 10 of Article 73 as a second paragraph 11.
            let all = outline.all().iter().filter(|placed| !placed.locator.to_string().starts_with("art_73/par_1"));
            let all = all.map(|placed| (placed.locator.to_string(), days(placed, version.language)));
            let settled = |place: &str| SETTLED.iter().any(|settled| place.starts_with(settled));
            all.filter(|(place, _)| !(place.starts_with(ANNEX) || place.starts_with("anx_XIV")))
                .map(|(place, days)| if open && settled(&place) { (place, BTreeSet::new()) } else { (place, days) })
                .collect()
        };
        assert_eq!(dated(dutch), dated(english), "{}", dutch.name());
    }
}

/// The words of a name by which it is known in any inflected form: their beginnings, of words that carry meaning.
fn beginnings(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let telling =
        words.filter(|word| word.chars().count() > 3 && !matches!(word.as_str(), "brengen" | "stellen" | "into"));
    telling.map(|word| word.chars().take(if word.chars().count() > 7 { 5 } else { 3 }).collect()).collect()
}

#[test]
fn every_defined_term_and_actor_of_a_digest_is_in_the_official_wording() {
    let all = digests();
    let named = |language: Language| -> Vec<String> {
        let act = all.iter().find(|version| version.name() == "ai-act@2024-07-12.oj" && version.language == language);
        let act = act.expect("the digest of 2024");
        let mut names: Vec<String> = act.provisions().flat_map(|provision| provision.terms.clone()).collect();
        let actors = vocabulary(language).actors;
        names.extend(
            Actor::ALL.iter().filter(|actor| **actor != Actor::Unspecified).map(|actor| actors(*actor).to_owned()),
        );
        names.sort();
        names.dedup();
        names
    };
    let patterns = |language: Language| -> Vec<(String, Regex, Vec<String>)> {
        let one = |name: String| {
            let pattern = format!(r"\b{}(s|n|en)?\b", regex::escape(&name));
            let found = RegexBuilder::new(&pattern).case_insensitive(true).build().expect("a sound pattern");
            let beginnings = beginnings(&name);
            (name, found, beginnings)
        };
        named(language).into_iter().map(one).collect()
    };
    let by_language = [Language::En, Language::Nl].map(|language| (language, patterns(language)));
    none(&faults("terms", &|version, pair| {
        let Some((_, names)) = by_language.iter().find(|(language, _)| *language == version.language) else {
            return Vec::new();
        };
        let (digest, official) = pair.texts();
        let official = comparison_form(official).to_lowercase();
        let words: BTreeSet<&str> = official.split(|c: char| !c.is_alphanumeric()).collect();
        let is_there = |start: &String| words.iter().any(|word| word.contains(start.as_str()));
        let used = names.iter().filter(|(_, found, _)| found.is_match(digest));
        // 'Subject to' and 'at risk' are no terms.
        let lost = used.filter(|(name, _, _)| !matches!(name.as_str(), "subject" | "risk"));
        lost.filter(|(_, _, starts)| !starts.iter().all(is_there)).map(|(name, _, _)| format!("'{name}'")).collect()
    }));
}

/// Where the two languages cannot be read alike, and why.
const UNLIKE: [(&str, &str); 7] = [
    ("art_43/par_3/sub_2", "the Dutch Official Journal leaves paragraph 5 out"),
    ("art_49/par_4/sub_1/pnt_c", "a range in English, three points in Dutch"),
    ("anx_III/pnt_6/pnt_d", "Article 3(4) of a directive is a point, which only Dutch says"),
    ("anx_III/pnt_6/pnt_e", "Article 3(4) of a directive is a point, which only Dutch says"),
    ("art_60a/par_5/pnt_b", "'points (d)-(j)' is no range to the reader"),
    ("art_73/par_10", "the Dutch Official Journal has two paragraphs 11"),
    ("art_73/par_11", "the Dutch Official Journal has two paragraphs 11"),
];

#[test]
fn the_english_and_the_dutch_digest_of_a_provision_refer_to_the_same() {
    let all = digests();
    let mut faults = Vec::new();
    for name in ["ai-act@2024-07-12.oj", "ai-act@2026-07-27.consolidated"] {
        let of = |language: Language| all.iter().find(|version| version.name() == name && version.language == language);
        let (english, dutch) = (of(Language::En).expect("English"), of(Language::Nl).expect("Dutch"));
        let (own, theirs) = (Outline::of(english), Outline::of(dutch));
        for placed in own.all() {
            let Some(other) = theirs.get(&placed.locator) else { continue };
            let text = |placed: &Placed<'_>| placed.provision.text.clone().unwrap_or_default();
            if UNLIKE.iter().any(|(at, _)| *at == placed.locator.to_string()) {
                continue;
            }
            let (in_english, in_dutch) = (named(&text(placed), Language::En), named(&text(other), Language::Nl));
            if in_english != in_dutch {
                faults.push(format!("{name} {}: {in_english:?} {in_dutch:?}", placed.locator));
            }
        }
    }
    none(&faults);
}
