package org.kithway.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.FactFields;
import org.kithway.model.MemberId;
import org.kithway.model.PartialDate;
import org.kithway.model.PersonId;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.EvidenceSearch;
import org.kithway.search.Field;
import org.kithway.search.Introductions;
import org.kithway.search.PeopleSearch;
import org.kithway.search.PersonDocument;
import org.kithway.search.StatementDocument;
import org.kithway.search.Statements;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** People: found by a query, and each with everything that is known of them. */
@RestController
@RequestMapping("/api/v1/people")
final class PeopleController {
    private static final int EVIDENCE = 200;
    private static final int TIES = 100;
    private static final int STATEMENTS = 2_000;

    private final PeopleSearch search;
    private final EvidenceSearch evidence;
    private final Statements statements;
    private final Introductions introductions;
    private final People people;
    private final Registry registry;
    private final InstalledConnectors connectors;

    PeopleController(
            PeopleSearch search,
            EvidenceSearch evidence,
            Statements statements,
            Introductions introductions,
            People people,
            Registry registry,
            InstalledConnectors connectors) {
        this.search = search;
        this.evidence = evidence;
        this.statements = statements;
        this.introductions = introductions;
        this.people = people;
        this.registry = registry;
        this.connectors = connectors;
    }

    /**
     * @param years how many people were connected in each year
     * @param next the cursor of the next page, or null
     */
    record PeopleAnswer(
            long total,
            List<PersonLine> people,
            Map<String, List<FacetCount>> facets,
            @Nullable Map<Integer, Long> years,
            @Nullable String next) {}

    /**
     * @param label what to show in the value's place, where that is another thing: a member's name
     */
    record FacetCount(String value, long count, @Nullable String label) {}

    /** A person in a list. */
    record PersonLine(
            String id,
            String name,
            @Nullable String headline,
            @Nullable String organization,
            @Nullable String title,
            List<People.AccountView> accounts,
            List<People.Named> knownBy,
            int ties) {}

    /**
     * A person with what is known of them.
     *
     * @param member the member whom the person is, or null
     * @param layer private if the viewer's own archives alone make them what they are here
     */
    record PersonView(
            String id,
            String name,
            List<String> names,
            @Nullable String headline,
            @Nullable String organization,
            @Nullable String title,
            List<People.AccountView> accounts,
            List<String> organizations,
            List<String> titles,
            List<String> skills,
            List<String> places,
            List<String> industries,
            List<String> schools,
            List<String> languages,
            List<String> interests,
            List<People.Named> knownBy,
            People.@Nullable Named member,
            String layer,
            int tieCount,
            List<EvidenceLine> evidence,
            List<TieLine> ties) {}

    record EvidenceLine(
            String kind,
            String site,
            @Nullable String date,
            String text,
            @JsonProperty("import") String imported,
            String place,
            People.@Nullable Source by) {}

    record TieLine(People.Named person, double probability, List<String> reasons) {}

    /**
     * @param complete whether these are all statements
     */
    record StatementAnswer(List<StatementView> statements, boolean complete) {}

    /**
     * @param fields what the statement says beside whom it is about
     */
    record StatementView(
            String kind,
            List<People.AccountView> accounts,
            Map<String, Object> fields,
            @JsonProperty("import") String imported,
            String part,
            String place,
            String layer) {}

    @PostMapping("/search")
    PeopleAnswer search(
            @AuthenticationPrincipal Principal viewer, @RequestBody PeopleQuestion question) {
        PeopleSearch.Request request = question.request();
        PeopleSearch.Page page = page(viewer, request);
        Map<MemberId, String> members = people.memberNames(viewer.organization());
        Map<String, List<FacetCount>> facets = new LinkedHashMap<>();
        page.facets()
                .forEach((field, counts) ->
                        facets.put(
                                field.label(),
                                counts.stream().map(c -> counted(field, c, members)).toList()));
        return new PeopleAnswer(
                page.total(),
                page.people().stream().map(person -> line(person, members)).toList(),
                facets,
                request.histogram() ? page.years() : null,
                page.next());
    }

    /** The person; an id that somebody had who turned out to be this one leads here. */
    @GetMapping("/{id}")
    ResponseEntity<PersonView> person(
            @AuthenticationPrincipal Principal viewer, @PathVariable String id) {
        PersonDocument person = seen(viewer, id);
        if (!person.id().value().equals(id)) {
            // Not for good: what was joined may be taken apart again.
            return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                    .location(URI.create("/api/v1/people/" + person.id()))
                    .build();
        }
        return ResponseEntity.ok(view(viewer, person));
    }

    private PersonView view(Principal viewer, PersonDocument person) {
        Map<MemberId, String> members = people.memberNames(viewer.organization());
        List<EvidenceDocument> said = evidence.of(People.viewer(viewer), person.id(), EVIDENCE);
        MemberId member = person.memberId();
        return new PersonView(
                person.id().value(),
                People.name(person),
                person.names(),
                person.headline(),
                person.organization(),
                person.title(),
                person.accounts().stream().map(People.AccountView::of).toList(),
                person.organizations(),
                person.titles(),
                person.skills(),
                person.places(),
                person.industries(),
                person.schools(),
                person.languages(),
                person.interests(),
                People.named(person.knownBy(), members),
                member == null ? null : People.named(member, members),
                person.layer().isOrganization() ? "organization" : "private",
                person.ties(),
                lines(viewer, said),
                ties(viewer, person.id()));
    }

    @GetMapping("/{id}/statements")
    StatementAnswer statements(@AuthenticationPrincipal Principal viewer, @PathVariable String id) {
        PersonDocument person = seen(viewer, id);
        List<StatementDocument> found =
                statements.about(
                        People.viewer(viewer),
                        Set.copyOf(person.accounts()),
                        registry.decisions().active(viewer.organization()),
                        STATEMENTS + 1);
        return new StatementAnswer(
                found.stream().limit(STATEMENTS).map(PeopleController::statement).toList(),
                found.size() <= STATEMENTS);
    }

    private PeopleSearch.Page page(Principal viewer, PeopleSearch.Request request) {
        try {
            return search.search(People.viewer(viewer), request);
        } catch (IllegalArgumentException e) {
            if (request.cursor() == null) {
                throw e;
            }
            throw ProblemException.invalid(
                    "cursor is none of a page in this order; begin again without one.");
        }
    }

    private PersonDocument seen(Principal viewer, String id) {
        PersonId person = Ids.person(id);
        PersonDocument found = people.byId(viewer, Set.of(person)).get(person);
        if (found == null) {
            throw ProblemException.notFound();
        }
        return found;
    }

    private List<EvidenceLine> lines(Principal viewer, List<EvidenceDocument> said) {
        Map<AccountId, People.Source> sources = people.sources(viewer, said);
        return said.stream()
                .map(e ->
                        new EvidenceLine(
                                EvidenceWords.kind(e.kind()),
                                e.site().name(),
                                date(e.date()),
                                EvidenceWords.of(e, ""),
                                e.imported().value(),
                                e.place().toString(),
                                e.by() == null ? null : sources.get(e.by())))
                .toList();
    }

    private List<TieLine> ties(Principal viewer, PersonId person) {
        List<Introductions.Tie> ties = introductions.ties(People.viewer(viewer), person, TIES);
        Map<PersonId, PersonDocument> others =
                people.byId(viewer, ties.stream().map(Introductions.Tie::other).toList());
        return ties.stream()
                .map(tie ->
                        new TieLine(
                                People.named(tie.other(), others.get(tie.other())),
                                tie.probability(),
                                Reasons.of(tie.evidence(), connectors::title)))
                .toList();
    }

    static @Nullable String date(@Nullable PartialDate date) {
        return date == null ? null : date.toString();
    }

    private static FacetCount counted(
            Field field, PeopleSearch.Count count, Map<MemberId, String> members) {
        String label = null;
        if (field == Field.KNOWNBY) {
            label =
                    members.entrySet().stream()
                            .filter(m -> m.getKey().value().equals(count.value()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(null);
        }
        return new FacetCount(count.value(), count.count(), label);
    }

    private static PersonLine line(PersonDocument person, Map<MemberId, String> members) {
        return new PersonLine(
                person.id().value(),
                People.name(person),
                person.headline(),
                person.organization(),
                person.title(),
                person.accounts().stream().map(People.AccountView::of).toList(),
                People.named(person.knownBy(), members),
                person.ties());
    }

    private static StatementView statement(StatementDocument statement) {
        Map<String, Object> fields = new LinkedHashMap<>(FactFields.of(statement.fact()));
        String kind = String.valueOf(fields.remove(FactFields.KIND));
        fields.remove("subject");
        fields.remove("object");
        AccountId subject = statement.fact().subject();
        AccountId object = statement.fact().object();
        List<AccountId> accounts = object == null ? List.of(subject) : List.of(subject, object);
        return new StatementView(
                kind,
                accounts.stream().map(People.AccountView::of).toList(),
                fields,
                statement.imported().value(),
                statement.part(),
                statement.place().toString(),
                statement.layer().isOrganization() ? "organization" : "private");
    }
}
