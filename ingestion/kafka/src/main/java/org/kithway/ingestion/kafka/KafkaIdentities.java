package org.kithway.ingestion.kafka;

import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.kithway.identity.IdentityModel;
import org.kithway.ingestion.Identities;
import org.kithway.ingestion.kafka.derive.DerivedState;
import org.kithway.ingestion.kafka.derive.Explanations;
import org.kithway.model.Layer;
import org.kithway.model.OrganizationId;
import org.kithway.model.PersonId;
import org.kithway.search.StoreBusyException;
import org.kithway.search.Viewer;

import java.util.Optional;
import java.util.function.Function;

/** Answers from what this node's derivers remember. */
public final class KafkaIdentities implements Identities {
    private final DeriverRunner derivers;

    public KafkaIdentities(DeriverRunner derivers) {
        this.derivers = derivers;
    }

    @Override
    public Optional<Explanation> explain(Viewer viewer, PersonId person) {
        return ask(viewer, explanations -> explanations.explain(person));
    }

    @Override
    public Review review(Viewer viewer, @Nullable String cursor, int size) {
        return ask(viewer, explanations -> explanations.review(cursor, size));
    }

    @Override
    public Report report(Viewer viewer) {
        return ask(viewer, Explanations::report);
    }

    @Override
    public IdentityModel estimate(OrganizationId organization) {
        return ask(organization, Layer.ORGANIZATION, Explanations::estimate);
    }

    private <T> T ask(Viewer viewer, Function<Explanations, T> question) {
        return ask(viewer.organization(), Layer.of(viewer.member()), question);
    }

    private <T> T ask(
            OrganizationId organization, Layer layer, Function<Explanations, T> question) {
        DerivedState state = derivers.state(organization);
        if (state == null) {
            throw new StoreBusyException("another node derives this organization, or is about to");
        }
        try {
            return question.apply(new Explanations(state, layer));
        } catch (MVStoreException | IllegalStateException e) {
            throw new StoreBusyException("people are being derived; what is asked for changes");
        }
    }
}
