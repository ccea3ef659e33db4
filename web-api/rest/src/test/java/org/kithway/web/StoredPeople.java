package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.PersonId;
import org.kithway.search.Field;
import org.kithway.search.PeopleSearch;
import org.kithway.search.PersonDocument;
import org.kithway.search.Query;
import org.kithway.search.Viewer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** People in memory; a word matches where a name, headline or organization contains it. */
final class StoredPeople implements PeopleSearch {
    private final Map<OrganizationId, List<PersonDocument>> people = new ConcurrentHashMap<>();

    /** What every search throws, if anything. */
    volatile @Nullable RuntimeException failure;

    volatile @Nullable Request asked;

    void put(OrganizationId organization, PersonDocument person) {
        people.computeIfAbsent(organization, o -> new CopyOnWriteArrayList<>()).add(person);
    }

    static PersonDocument person(
            String id, String name, @Nullable MemberId member, AccountId... accounts) {
        return new PersonDocument(
                new PersonId(id),
                Layer.ORGANIZATION,
                List.of(name),
                "Baker at Crumb",
                List.of(accounts),
                List.of(new PersonId(id + "old")),
                "Crumb",
                "Baker",
                List.of("Crumb"),
                List.of("Baker"),
                List.of("Baking"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                member == null ? List.of() : List.of(member),
                List.of(2019),
                member,
                3);
    }

    static PersonDocument in(Layer layer, PersonDocument p) {
        return new PersonDocument(
                p.id(),
                layer,
                p.names(),
                p.headline(),
                p.accounts(),
                p.aliases(),
                p.organization(),
                p.title(),
                p.organizations(),
                p.titles(),
                p.skills(),
                p.places(),
                p.industries(),
                p.schools(),
                p.languages(),
                p.interests(),
                p.knownBy(),
                p.connectedYears(),
                p.memberId(),
                p.ties());
    }

    @Override
    public Page search(Viewer viewer, Request request) {
        asked = request;
        if (request.cursor() != null) {
            throw new IllegalArgumentException("not a cursor");
        }
        List<PersonDocument> found = seen(viewer).filter(p -> matches(p, request.query())).toList();
        Map<Field, List<Count>> facets = new EnumMap<>(Field.class);
        for (Field field : request.facets()) {
            facets.put(
                    field,
                    field == Field.KNOWNBY
                            ? List.of(new Count(viewer.member().value(), found.size()))
                            : List.of(
                                    new Count(
                                            field == Field.SITE
                                                    ? TestConnector.SITE.name()
                                                    : "Crumb",
                                            found.size())));
        }
        return new Page(
                found.size(),
                found.stream().limit(request.size()).toList(),
                facets,
                new TreeMap<>(Map.of(2019, (long) found.size())),
                found.size() > request.size() ? "more" : null);
    }

    @Override
    public Map<PersonId, PersonDocument> people(Viewer viewer, Set<PersonId> ids) {
        Map<PersonId, PersonDocument> found = new HashMap<>();
        seen(viewer).filter(p -> ids.contains(p.id())).forEach(p -> found.put(p.id(), p));
        seen(viewer)
                .forEach(p ->
                        p.aliases().stream()
                                .filter(ids::contains)
                                .forEach(alias -> found.putIfAbsent(alias, p)));
        return found;
    }

    @Override
    public Map<AccountId, PersonDocument> holders(Viewer viewer, Set<AccountId> accounts) {
        Map<AccountId, PersonDocument> found = new HashMap<>();
        seen(viewer)
                .forEach(p ->
                        p.accounts().stream()
                                .filter(accounts::contains)
                                .forEach(a -> found.put(a, p)));
        return found;
    }

    @Override
    public List<PersonId> ids(Viewer viewer, Query query, int limit) {
        return seen(viewer)
                .filter(p -> matches(p, query))
                .map(PersonDocument::id)
                .limit(limit)
                .toList();
    }

    private Stream<PersonDocument> seen(Viewer viewer) {
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        return new ArrayList<>(people.getOrDefault(viewer.organization(), List.of()))
                .stream()
                        .filter(p ->
                                p.layer().isOrganization()
                                        || p.layer().equals(Layer.of(viewer.member())));
    }

    private static boolean matches(PersonDocument person, Query query) {
        return switch (query) {
            case Query.All all -> true;
            case Query.Word(String text) -> person.toString().contains(text);
            case Query.Phrase(String text) -> person.toString().contains(text);
            case Query.In(Field field, String text, boolean phrase) ->
                    person.toString().contains(text);
            case Query.And(List<Query> parts) -> parts.stream().allMatch(q -> matches(person, q));
            case Query.Or(List<Query> parts) -> parts.stream().anyMatch(q -> matches(person, q));
            case Query.Not(Query part) -> !matches(person, part);
        };
    }
}
