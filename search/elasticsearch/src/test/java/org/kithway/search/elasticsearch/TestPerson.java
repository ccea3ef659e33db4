package org.kithway.search.elasticsearch;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.search.PersonDocument;

import java.util.List;
import java.util.stream.Stream;

/** Puts a person document together; what is not said is empty. */
final class TestPerson {
    private final PersonId id;
    private final List<String> names;
    private Layer layer = Layer.ORGANIZATION;
    private @Nullable String headline;
    private List<AccountId> accounts = List.of();
    private List<String> organizations = List.of();
    private List<String> titles = List.of();
    private List<String> skills = List.of();
    private List<String> places = List.of();
    private List<String> industries = List.of();
    private List<String> schools = List.of();
    private List<String> languages = List.of();
    private List<String> interests = List.of();
    private List<MemberId> knownBy = List.of();
    private List<Integer> years = List.of();
    private List<PersonId> aliases = List.of();
    private int ties;

    private TestPerson(PersonId id, List<String> names) {
        this.id = id;
        this.names = names;
    }

    static TestPerson of(String id, String... names) {
        return new TestPerson(TestStore.person(id), List.of(names));
    }

    TestPerson layer(Layer layer) {
        this.layer = layer;
        return this;
    }

    TestPerson headline(String headline) {
        this.headline = headline;
        return this;
    }

    TestPerson accounts(String... accounts) {
        this.accounts = Stream.of(accounts).map(AccountId::parse).toList();
        return this;
    }

    TestPerson organizations(String... organizations) {
        this.organizations = List.of(organizations);
        return this;
    }

    TestPerson titles(String... titles) {
        this.titles = List.of(titles);
        return this;
    }

    TestPerson skills(String... skills) {
        this.skills = List.of(skills);
        return this;
    }

    TestPerson places(String... places) {
        this.places = List.of(places);
        return this;
    }

    TestPerson industries(String... industries) {
        this.industries = List.of(industries);
        return this;
    }

    TestPerson schools(String... schools) {
        this.schools = List.of(schools);
        return this;
    }

    TestPerson languages(String... languages) {
        this.languages = List.of(languages);
        return this;
    }

    TestPerson interests(String... interests) {
        this.interests = List.of(interests);
        return this;
    }

    TestPerson knownBy(MemberId... members) {
        this.knownBy = List.of(members);
        return this;
    }

    TestPerson years(Integer... years) {
        this.years = List.of(years);
        return this;
    }

    TestPerson aliases(PersonId... aliases) {
        this.aliases = List.of(aliases);
        return this;
    }

    TestPerson ties(int ties) {
        this.ties = ties;
        return this;
    }

    PersonDocument document() {
        return new PersonDocument(
                id,
                layer,
                names,
                headline,
                accounts,
                aliases,
                organizations.isEmpty() ? null : organizations.getFirst(),
                titles.isEmpty() ? null : titles.getFirst(),
                organizations,
                titles,
                skills,
                places,
                industries,
                schools,
                languages,
                interests,
                knownBy,
                years,
                null,
                ties);
    }
}
