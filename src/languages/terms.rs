//! How words change their form, so that a defined term is known wherever it is used.

/// The forms of words in one language.
///
/// Tables and no stemmer: a stemmer takes 'provide' for 'provider' and 'operate' for 'operator', which are no uses of
/// the terms.
pub struct TermWords {
    /// The end of a word, and what stands there instead in another form: `("y", "ies")` for 'body', 'bodies'.
    pub endings: &'static [(&'static str, &'static str)],
    /// Words with forms of their own: 'placing', 'placed'.
    pub forms: &'static [(&'static str, &'static [&'static str])],
}

impl TermWords {
    /// Every form of a word in lower case, the word itself first.
    pub fn forms_of(&self, word: &str) -> Vec<String> {
        let mut all = vec![word.to_owned()];
        let regular = self.endings.iter().filter_map(|(end, other)| {
            let stem = word.strip_suffix(end).filter(|stem| stem.chars().count() > 1)?;
            Some(format!("{stem}{other}"))
        });
        all.extend(regular);
        let own = self.forms.iter().filter(|(known, _)| *known == word).flat_map(|(_, forms)| *forms);
        all.extend(own.map(|form| (*form).to_owned()));
        all.sort();
        all.dedup();
        all
    }
}
