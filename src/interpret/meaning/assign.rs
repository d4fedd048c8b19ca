//! Labels and values assigned to each other as a whole, at the least cost; and what the next best
//! whole costs more.

/// Leaving a label without a value costs this; dearer pairs are no pairs.
pub(super) const NO_VALUE: f32 = 3.0;
/// A pair that must not be.
const NEVER: f32 = 99.0;
/// A group with more labels than this is assigned greedily: no notice has one, a hostile page may.
const MOST_ROWS: usize = 160;

/// A possible pair.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub row: usize,
    pub column: usize,
    pub cost: f32,
}

/// Rows and columns linked by pairs: what one group takes changes nothing for another.
struct Group {
    rows: Vec<usize>,
    columns: Vec<usize>,
    pairs: Vec<Pair>,
}

/// The assignment of a page.
pub(super) struct Assignment {
    groups: Vec<Group>,
    of_column: Vec<Option<(usize, usize)>>,
    totals: Vec<f32>,
}

impl Assignment {
    /// Solves for pairs between this many rows and columns.
    pub(super) fn new(rows: usize, columns: usize, pairs: &[Pair]) -> Self {
        let groups = groups(rows, columns, pairs);
        let mut of_column = vec![None; columns];
        let mut totals = Vec::with_capacity(groups.len());
        for (index, group) in groups.iter().enumerate() {
            let (total, chosen) = group.solve(|_| true);
            totals.push(total);
            for (row, column) in chosen {
                of_column[column] = Some((row, index));
            }
        }
        Self {
            groups,
            of_column,
            totals,
        }
    }

    /// The row that has a column.
    pub(super) fn row_of(&self, column: usize) -> Option<usize> {
        self.of_column[column].map(|(row, _)| row)
    }

    /// What the best whole without some pairs of a column costs more.
    pub(super) fn regret(&self, column: usize, forbidden: impl Fn(usize) -> bool) -> f32 {
        let Some((_, index)) = self.of_column[column] else {
            return 0.0;
        };
        let allowed = |p: &Pair| p.column != column || !forbidden(p.row);
        let (total, _) = self.groups[index].solve(allowed);
        total - self.totals[index]
    }
}

fn groups(rows: usize, columns: usize, pairs: &[Pair]) -> Vec<Group> {
    let mut parent: Vec<usize> = (0..rows + columns).collect();
    fn root(parent: &mut [usize], mut i: usize) -> usize {
        while parent[i] != i {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        i
    }
    for pair in pairs.iter().filter(|p| p.cost < NO_VALUE) {
        let a = root(&mut parent, pair.row);
        let b = root(&mut parent, rows + pair.column);
        parent[a] = b;
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut index: Vec<Option<usize>> = vec![None; rows + columns];
    let mut group_of = |parent: &mut [usize], groups: &mut Vec<Group>, i: usize| {
        let root = root(parent, i);
        *index[root].get_or_insert_with(|| {
            groups.push(Group {
                rows: Vec::new(),
                columns: Vec::new(),
                pairs: Vec::new(),
            });
            groups.len() - 1
        })
    };
    for row in 0..rows {
        let at = group_of(&mut parent, &mut groups, row);
        groups[at].rows.push(row);
    }
    for column in 0..columns {
        let at = group_of(&mut parent, &mut groups, rows + column);
        groups[at].columns.push(column);
    }
    for pair in pairs.iter().filter(|p| p.cost < NO_VALUE) {
        let at = group_of(&mut parent, &mut groups, pair.row);
        groups[at].pairs.push(*pair);
    }
    groups.retain(|g| !g.pairs.is_empty());
    groups
}

impl Group {
    fn solve(&self, allowed: impl Fn(&Pair) -> bool) -> (f32, Vec<(usize, usize)>) {
        if self.rows.len() > MOST_ROWS {
            return self.greedy(allowed);
        }
        let n = self.rows.len();
        let m = self.columns.len();
        let mut cost = vec![vec![NEVER; m + n]; n];
        for row in &mut cost {
            row[m..].fill(NO_VALUE);
        }
        for pair in self.pairs.iter().filter(|p| allowed(p)) {
            let (row, column) = self.place(pair);
            cost[row][column] = cost[row][column].min(pair.cost);
        }
        let chosen = hungarian(&cost);
        let total = chosen
            .iter()
            .enumerate()
            .map(|(row, column)| cost[row][*column])
            .sum();
        let kept = chosen
            .iter()
            .enumerate()
            .filter(|(row, column)| **column < m && cost[*row][**column] < NO_VALUE);
        (
            total,
            kept.map(|(row, column)| (self.rows[row], self.columns[*column]))
                .collect(),
        )
    }

    fn place(&self, pair: &Pair) -> (usize, usize) {
        let row = self.rows.binary_search(&pair.row).unwrap_or(0);
        (row, self.columns.binary_search(&pair.column).unwrap_or(0))
    }

    fn greedy(&self, allowed: impl Fn(&Pair) -> bool) -> (f32, Vec<(usize, usize)>) {
        let mut pairs: Vec<&Pair> = self.pairs.iter().filter(|p| allowed(p)).collect();
        pairs.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        let mut used = vec![false; self.rows.len()];
        let mut taken = vec![false; self.columns.len()];
        let mut total = NO_VALUE * self.rows.len() as f32;
        let mut chosen = Vec::new();
        for pair in pairs {
            let (row, column) = self.place(pair);
            if !used[row] && !taken[column] {
                (used[row], taken[column]) = (true, true);
                total += pair.cost - NO_VALUE;
                chosen.push((pair.row, pair.column));
            }
        }
        (total, chosen)
    }
}

/// The column of each row at the least cost in all; never more rows than columns. Shortest
/// augmenting paths with potentials.
fn hungarian(cost: &[Vec<f32>]) -> Vec<usize> {
    let n = cost.len();
    let m = cost.first().map_or(0, Vec::len);
    let mut u = vec![0.0f32; n + 1];
    let mut v = vec![0.0f32; m + 1];
    let mut row_of = vec![0usize; m + 1];
    let mut way = vec![0usize; m + 1];
    for i in 1..=n {
        row_of[0] = i;
        let mut j0 = 0;
        let mut least = vec![f32::INFINITY; m + 1];
        let mut used = vec![false; m + 1];
        loop {
            used[j0] = true;
            let i0 = row_of[j0];
            let mut delta = f32::INFINITY;
            let mut j1 = 0;
            for j in (1..=m).filter(|j| !used[*j]) {
                let reduced = cost[i0 - 1][j - 1] - u[i0] - v[j];
                if reduced < least[j] {
                    (least[j], way[j]) = (reduced, j0);
                }
                if least[j] < delta {
                    (delta, j1) = (least[j], j);
                }
            }
            for j in 0..=m {
                if used[j] {
                    u[row_of[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            j0 = j1;
            if row_of[j0] == 0 {
                break;
            }
        }
        while j0 != 0 {
            let j1 = way[j0];
            row_of[j0] = row_of[j1];
            j0 = j1;
        }
    }
    let mut columns = vec![0; n];
    for j in 1..=m {
        if row_of[j] > 0 {
            columns[row_of[j] - 1] = j - 1;
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(row: usize, column: usize, cost: f32) -> Pair {
        Pair { row, column, cost }
    }

    #[test]
    fn the_whole_is_cheapest_not_each_pair() {
        // Taking the cheapest pair first would leave the second row without a value.
        let pairs = [pair(0, 0, 0.5), pair(0, 1, 0.6), pair(1, 0, 0.7)];
        let done = Assignment::new(2, 2, &pairs);
        assert_eq!((done.row_of(0), done.row_of(1)), (Some(1), Some(0)));
        assert!((done.regret(0, |row| row == 1) - (0.5 + NO_VALUE - 1.3)).abs() < 1e-4);
    }

    #[test]
    fn dear_pairs_are_none() {
        let done = Assignment::new(1, 1, &[pair(0, 0, NO_VALUE + 0.1)]);
        assert_eq!(done.row_of(0), None);
    }
}
