package org.kithway.web;

import org.kithway.identity.PersonIds;
import org.kithway.ingestion.Identities;
import org.kithway.model.AccountId;
import org.kithway.model.PersonId;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.search.PersonDocument;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Set;

/** Why the accounts of a person are one person's. */
@RestController
final class PersonIdentityController {
    private static final int MOST = 100;

    private final Identities identities;
    private final IdentityViews views;
    private final NamedAccounts accounts;
    private final People people;
    private final Registry registry;

    PersonIdentityController(
            Identities identities,
            IdentityViews views,
            NamedAccounts accounts,
            People people,
            Registry registry) {
        this.identities = identities;
        this.views = views;
        this.accounts = accounts;
        this.people = people;
        this.registry = registry;
    }

    /**
     * @param atoms what strong identifiers alone make one person
     * @param links what was made of each two of the atoms, and of others who may be the person
     * @param decisions what members say of the accounts, the latest first
     * @param events merges and splits in which the accounts took part, the latest first
     */
    record IdentityView(
            String id,
            String name,
            List<IdentityViews.AtomView> atoms,
            List<IdentityViews.LinkView> links,
            List<IdentityViews.DecisionView> decisions,
            List<IdentityViews.EventView> events) {}

    @GetMapping("/api/v1/people/{id}/identity")
    IdentityView identity(@AuthenticationPrincipal Principal viewer, @PathVariable String id) {
        PersonId asked = Ids.person(id);
        PersonDocument person = people.byId(viewer, Set.of(asked)).get(asked);
        if (person == null) {
            throw ProblemException.notFound();
        }
        Identities.Explanation explanation =
                identities
                        .explain(People.viewer(viewer), person.id())
                        .orElseThrow(ProblemException::notFound);
        PersonIds ids = accounts.ids(viewer);
        Set<AccountId> all = Set.copyOf(person.accounts());
        return new IdentityView(
                person.id().value(),
                People.name(person),
                explanation.atoms().stream().map(atom -> views.atom(ids, atom)).toList(),
                explanation.links().stream().map(views::link).toList(),
                views.decisions(viewer, registry.verdicts().about(viewer, all, MOST)),
                views.events(viewer, all, 0, MOST));
    }
}
