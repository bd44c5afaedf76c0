//! Names of acts that another has replaced.

use super::{Judge, Ruling, Verdict};
use crate::check::claims::Claim;
use crate::check::facts::{amends, repeals};
use crate::languages::CheckPhrase;

impl Judge<'_, '_> {
    /// A replaced act beside an act that amends the one in its place, and not it: only then the name is wrong. The old act
    /// may still apply for a while.
    pub(super) fn name(&self, claim: &Claim, name: &str) -> Option<Ruling> {
        let old = self.facts.work(name)?;
        let new = self.facts.works.iter().find(|other| repeals(other, old))?;
        let beside = claim.works.iter().filter_map(|work| self.facts.work(work));
        let amending = beside.into_iter().find(|work| amends(work, new) && !amends(work, old))?;
        let with = [
            ("amending", amending.short_title(self.language).to_owned()),
            ("new", new.short_title(self.language).to_owned()),
            ("old", old.short_title(self.language).to_owned()),
        ];
        let because = self.say(CheckPhrase::ReplacedAct, &with);
        Some(Ruling::of(Verdict::Outdated, vec![because]).instead(new.short_title(self.letter).to_owned()))
    }
}
