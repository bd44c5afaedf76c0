//! What an import met that its reader should know of.

/// What an import met that its reader should know of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Elements that the importer does not know, with how often each path was met. Their text is kept.
    pub unknown: Vec<UnknownElement>,
    /// What was left out on purpose, with how many words of each kind.
    pub left_out: Vec<LeftOut>,
    /// Places where the file contradicts itself.
    pub doubts: Vec<String>,
}

/// An element that the importer does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownElement {
    /// The names of the elements from the root: `ACT/ENACTING.TERMS/NEW.THING`.
    pub path: String,
    /// How often it was met.
    pub count: usize,
    /// Whether it holds text.
    pub has_text: bool,
}

/// Something left out on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is: 'running headers', 'deleted text'.
    pub what: &'static str,
    /// Its text, in order, with a line break between blocks.
    pub text: Vec<String>,
}

impl ImportReport {
    /// Counts an unknown element.
    pub fn unknown(&mut self, path: &str, has_text: bool) {
        match self.unknown.iter_mut().find(|known| known.path == path) {
            Some(known) => {
                known.count += 1;
                known.has_text |= has_text;
            }
            None => self.unknown.push(UnknownElement { path: path.to_owned(), count: 1, has_text }),
        }
    }

    /// Notes text that is left out on purpose.
    pub fn left_out(&mut self, what: &'static str, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let blocks = text.split('\u{2029}').map(|block| block.split_whitespace().collect::<Vec<_>>().join(" "));
        let text = blocks.filter(|block| !block.is_empty()).collect::<Vec<_>>().join("\n");
        match self.left_out.iter_mut().find(|known| known.what == what) {
            Some(known) => known.text.push(text),
            None => self.left_out.push(LeftOut { what, text: vec![text] }),
        }
    }

    /// Notes a place where the file contradicts itself.
    pub fn doubt(&mut self, doubt: String) {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }
}
