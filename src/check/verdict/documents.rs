//! Numbers of documents.

use super::{Judge, Ruling, Verdict};
use crate::check::claims::DocumentClaim;
use crate::languages::{CheckPhrase, Happening};
use crate::law::{Milestone, Work};

impl Judge<'_, '_> {
    pub(super) fn document(&self, claim: &DocumentClaim) -> Ruling {
        if claim.national {
            return Ruling::undecided(self.say(CheckPhrase::NationalPaper, &[]));
        }
        let owner = self.facts.works.iter().find(|work| owns(work, &claim.number));
        let beside = claim.beside.as_deref().filter(|_| claim.is_of_work).and_then(|work| self.facts.work(work));
        if let Some(beside) = beside
            && owner.is_none_or(|owner| owner.name != beside.name)
            && let Some(own) = self.own_number(beside, &claim.number)
        {
            let notes = owner.map(|owner| self.known(owner, &claim.number));
            let because = match beside.timeline.iter().find(|milestone| same(milestone.document.as_deref(), &own)) {
                Some(milestone) => self.milestone(beside, milestone),
                None => format!("{}: {own}", beside.short_title(self.language)),
            };
            return Ruling::of(Verdict::Contradicted, vec![because]).instead(own).noting(notes);
        }
        match owner {
            Some(owner) => Ruling::confirmed(self.known(owner, &claim.number)),
            None => {
                let because = format!("{}: {}", claim.number, self.say(CheckPhrase::UnknownDocument, &[]));
                Ruling::gap(because)
            }
        }
    }

    /// The number of the same series that a work has itself: another number beside its name is wrong.
    fn own_number(&self, work: &Work, number: &str) -> Option<String> {
        if number.starts_with("COM(") {
            let proposals =
                work.timeline.iter().filter(|milestone| crate::check::facts::is(milestone, Happening::Proposal));
            let mut documents = proposals.filter_map(|milestone| milestone.document.clone());
            return documents.find(|document| document.starts_with("COM("));
        }
        let series = |celex: &str| celex.chars().nth(5);
        let own = work.celex.as_str();
        let same_series = own.starts_with('3') && number.starts_with('3') && series(own) == series(number);
        same_series.then(|| crate::prose::act_name(&work.celex, self.letter))
    }

    fn known(&self, work: &Work, number: &str) -> String {
        match work.timeline.iter().find(|milestone| same(milestone.document.as_deref(), number)) {
            Some(milestone) => self.milestone(work, milestone),
            None => format!("{number}: {}", work.short_title(self.language)),
        }
    }
}

fn owns(work: &Work, number: &str) -> bool {
    let is_own = |milestone: &Milestone| same(milestone.document.as_deref(), number);
    work.celex.as_str() == number
        || work.timeline.iter().any(is_own)
        || proposal_celex(number).is_some_and(|com| owns_com(work, &com))
}

fn owns_com(work: &Work, com: &str) -> bool {
    work.timeline.iter().any(|milestone| same(milestone.document.as_deref(), com))
}

/// `52021PC0206` as `COM(2021) 206`.
fn proposal_celex(number: &str) -> Option<String> {
    let (year, rest) = (number.get(1..5)?, number.get(5..)?);
    let digits = rest.strip_prefix("PC").or_else(|| rest.strip_prefix("DC"))?;
    Some(format!("COM({year}) {}", digits.trim_start_matches('0')))
}

fn same(document: Option<&str>, number: &str) -> bool {
    let plain =
        |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_lowercase();
    document.is_some_and(|document| plain(document) == plain(number))
}
