//! How Dutch provisions say what another is to them.

use crate::languages::RelationWords;

pub(super) const WORDS: RelationWords = RelationWords {
    derogation: &["in afwijking van", "afwijking van", "afwijkend van", "niettegenstaande"],
    // The verb stands apart: 'is bevoegd overeenkomstig artikel 97 gedelegeerde handelingen vast te stellen'.
    empowerment: &[
        "gedelegeerde handelingen vast te stellen",
        "gedelegeerde handelingen vast",
        "gedelegeerde handelingen vaststellen",
        "bij gedelegeerde handeling",
        "uitvoeringshandelingen worden vastgesteld",
        "uitvoeringshandelingen worden volgens",
        "uitvoeringshandeling wordt vastgesteld",
    ],
    empowered_by: &[
        "overeenkomstig",
        "volgens",
        "volgens de onderzoeksprocedure van",
        "volgens de in",
        "overeenkomstig de in",
        "volgens de raadplegingsprocedure van",
    ],
    penalty_headings: &["sancties", "geldboete", "boetes"],
    breach: &[
        "niet-naleving van",
        "niet-nakoming van",
        "niet naleven van",
        "inbreuk op",
        "inbreuken op",
        "inbreuk heeft gemaakt op",
        "schending van",
        "overtreding van",
        "overtredingen van",
    ],
    except: &["met uitzondering van", "andere dan", "behalve", "onverminderd"],
    punishment: &[
        "wordt onderworpen aan",
        "worden onderworpen aan",
        "is onderworpen aan",
        "zijn onderworpen aan",
        "geldboeten tot",
        "geldboete tot",
    ],
    articles: &["de", "het"],
};
