//! How English provisions say what another is to them.

use crate::languages::RelationWords;

pub(super) const WORDS: RelationWords = RelationWords {
    derogation: &[
        "by way of derogation from",
        "by derogation from",
        "in derogation from",
        "in derogation of",
        "derogating from",
        "notwithstanding",
    ],
    empowerment: &[
        "empowered to adopt delegated acts",
        "empowered to adopt implementing acts",
        "adopt delegated acts",
        "adopt a delegated act",
        "by delegated acts",
        "by delegated act",
        "implementing acts shall be adopted",
        "implementing act shall be adopted",
    ],
    empowered_by: &[
        "in accordance with",
        "under",
        "in accordance with the examination procedure referred to in",
        "in accordance with the procedure referred to in",
        "in accordance with the advisory procedure referred to in",
    ],
    penalty_headings: &["penalt", "fines", "sanctions"],
    breach: &[
        "non-compliance with",
        "non-compliance by",
        "infringement of",
        "infringements of",
        "infringed",
        "infringes",
        "infringe",
        "breach of",
        "breaches of",
        "failed to comply with",
        "fails to comply with",
        "failure to comply with",
        "violation of",
        "violations of",
    ],
    except: &["other than", "except", "with the exception of", "without prejudice to"],
    punishment: &["shall be subject to", "shall be liable", "shall be punish", "may be imposed", "fines of up to"],
    articles: &["the"],
};
