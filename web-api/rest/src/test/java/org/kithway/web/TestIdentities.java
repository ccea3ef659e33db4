package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.IdentityModel;
import org.kithway.identity.Judgement;
import org.kithway.identity.Reason;
import org.kithway.identity.Verdict;
import org.kithway.ingestion.Identities;
import org.kithway.model.OrganizationId;
import org.kithway.model.PersonId;
import org.kithway.search.Viewer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of who is one person what it was told. */
final class TestIdentities implements Identities {
    static final Judgement JUDGEMENT =
            new Judgement(-10, List.of(new Reason("same name, rare", 12.5)), Verdict.DOUBTFUL);

    volatile @Nullable Explanation explanation;
    volatile List<Doubt> doubts = List.of();

    @Override
    public Optional<Explanation> explain(Viewer viewer, PersonId person) {
        return Optional.ofNullable(explanation);
    }

    @Override
    public Review review(Viewer viewer, @Nullable String cursor, int size) {
        if (cursor != null) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new Review(doubts, null);
    }

    @Override
    public Report report(Viewer viewer) {
        return new Report(10, 8, 7, Map.of("same name", 1), 1, 1, doubts.size(), 0, List.of(), 3);
    }

    @Override
    public IdentityModel estimate(OrganizationId organization) {
        return IdentityModel.PRIOR.estimate(List.of(), List.of(), 4);
    }
}
