//! What a label announces.

use serde::{Deserialize, Serialize};

use crate::model::owner::Owner;

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LabelKind {
    /// An online account number, said with the words that only USCIS uses.
    Account,
    /// A bare "account number": ours on a notice, anybody's elsewhere.
    BareAccount,
    /// An account number of which a word in front may say that it is somebody else's.
    DoubtfulAccount,
    /// The account number of the attorney or accredited representative.
    RepresentativeAccount,
    /// An A-Number.
    ANumber,
    /// A receipt number.
    Receipt,
    /// A person: an A-Number often stands beside it.
    Role(Owner),
    /// The date of the notice.
    NoticeDate,
    /// What the notice does.
    NoticeType,
    /// Something else of a notice's grid, never a number of ours.
    Grid,
    /// A number that is none of ours.
    Foreign,
}

impl LabelKind {
    /// Whether the label belongs to a notice's grid, so that seeing it tells of a notice.
    pub fn tells_of_notice(self) -> bool {
        !matches!(
            self,
            Self::Foreign | Self::BareAccount | Self::DoubtfulAccount | Self::RepresentativeAccount
        )
    }
}
