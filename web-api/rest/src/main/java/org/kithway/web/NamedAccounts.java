package org.kithway.web;

import org.kithway.identity.PersonIds;
import org.kithway.model.AccountId;
import org.kithway.model.PersonId;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.search.PersonDocument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accounts by ids that tell nobody's name: an account's id is that of the person if the person had
 * no other account. So a person's id stands for the person's leading account as well.
 */
final class NamedAccounts {
    private static final Pattern PAIR = Pattern.compile("pair_([a-z0-9]{1,64})-([a-z0-9]{1,64})");

    private final People people;
    private final Registry registry;

    NamedAccounts(People people, Registry registry) {
        this.people = people;
        this.registry = registry;
    }

    /**
     * An account and whose it is.
     *
     * @param holder the person who has it, as the viewer sees them
     */
    record Named(AccountId account, PersonDocument holder) {}

    /**
     * The accounts of these ids.
     *
     * @throws ProblemException if the viewer sees no such account
     */
    List<Named> named(Principal viewer, List<String> ids) {
        List<PersonId> wanted = ids.stream().map(Ids::person).toList();
        Map<PersonId, PersonDocument> holders = people.byId(viewer, wanted);
        PersonIds names = ids(viewer);
        List<Named> named = new ArrayList<>();
        for (PersonId id : wanted) {
            PersonDocument holder = holders.get(id);
            if (holder == null) {
                throw ProblemException.notFound();
            }
            named.add(
                    holder.accounts().stream()
                            .filter(account -> names.of(List.of(account)).equals(id))
                            .findFirst()
                            .map(account -> new Named(account, holder))
                            .orElseThrow(ProblemException::notFound));
        }
        return named;
    }

    /** How the viewer's organization names accounts. */
    PersonIds ids(Principal viewer) {
        return registry.organizations()
                .find(viewer.organization())
                .map(organization -> new PersonIds(organization.key().getEncoded()))
                .orElseThrow(ProblemException::notFound);
    }

    /** The id of a pair of two. */
    static String pair(PersonId one, PersonId other) {
        return "pair_" + bare(one) + "-" + bare(other);
    }

    private static String bare(PersonId id) {
        return id.value().substring(id.value().indexOf('_') + 1);
    }

    /** The ids of the two who are a pair. */
    static List<String> pair(String id) {
        Matcher parts = PAIR.matcher(id);
        if (!parts.matches()) {
            throw ProblemException.notFound();
        }
        return List.of("per_" + parts.group(1), "per_" + parts.group(2));
    }
}
