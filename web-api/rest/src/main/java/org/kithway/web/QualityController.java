package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.quality.Portrait;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.search.Field;
import org.kithway.search.Introductions;
import org.kithway.search.PeopleSearch;
import org.kithway.search.Query;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a member's network is like, or that of all members together. */
@RestController
@RequestMapping("/api/v1")
final class QualityController {
    private static final List<Field> DESCRIBED =
            List.of(
                    Field.COMPANY,
                    Field.TITLE,
                    Field.INDUSTRY,
                    Field.PLACE,
                    Field.SCHOOL,
                    Field.SITE);
    private static final int NAMED = 3;

    private final Introductions introductions;
    private final PeopleSearch search;
    private final People people;
    private final Registry registry;
    private final InstalledConnectors connectors;

    QualityController(
            Introductions introductions,
            PeopleSearch search,
            People people,
            Registry registry,
            InstalledConnectors connectors) {
        this.introductions = introductions;
        this.search = search;
        this.people = people;
        this.registry = registry;
        this.connectors = connectors;
    }

    /**
     * @param member whose network, or null for all members together
     * @param contacts how many people they know
     */
    record QualityAnswer(
            People.@Nullable Named member,
            int contacts,
            List<QualityWords.Quality> qualities,
            List<SiteView> sites) {}

    /**
     * @param contacts who are met there
     * @param onlyThere who are met nowhere else
     */
    record SiteView(String site, String title, int contacts, int onlyThere) {}

    @GetMapping("/quality")
    QualityAnswer quality(
            @AuthenticationPrincipal Principal viewer,
            @RequestParam(required = false) @Nullable String member) {
        Map<MemberId, String> names = people.memberNames(viewer.organization());
        @Nullable MemberId one = member(viewer, member);
        Map<MemberId, PersonId> members = people.members(viewer, names.keySet());
        Collection<PersonId> whose =
                one == null
                        ? members.values()
                        : members.containsKey(one) ? List.of(members.get(one)) : List.of();
        Portrait portrait =
                Portrait.of(
                        introductions.circle(
                                People.viewer(viewer),
                                Set.copyOf(whose),
                                Set.copyOf(members.values())));
        List<SiteView> sites = new ArrayList<>();
        portrait.sites()
                .forEach((site, share) ->
                        sites.add(
                                new SiteView(
                                        site.name(),
                                        connectors.title(site),
                                        share.contacts(),
                                        share.alone())));
        return new QualityAnswer(
                one == null ? null : People.named(one, names),
                portrait.size(),
                QualityWords.of(portrait, one == null && members.size() > 1),
                sites);
    }

    /**
     * @param total of whom it tells: those with whom something went both ways
     */
    record Description(People.@Nullable Named member, long total, List<Sentence> sentences) {}

    /**
     * @param words in which a number stands
     * @param count that number
     * @param filters of the people search that finds just those
     */
    record Sentence(String words, long count, Map<String, List<String>> filters) {}

    @GetMapping("/description")
    Description description(
            @AuthenticationPrincipal Principal viewer,
            @RequestParam(required = false) @Nullable String member) {
        Map<MemberId, String> names = people.memberNames(viewer.organization());
        @Nullable MemberId one = member(viewer, member);
        List<String> knownBy =
                (one == null ? names.keySet().stream().sorted() : List.of(one).stream())
                        .map(MemberId::value)
                        .toList();
        PeopleSearch.Page page =
                search.search(
                        People.viewer(viewer),
                        new PeopleSearch.Request(
                                new Query.All(),
                                Map.of(Field.KNOWNBY, knownBy),
                                Set.copyOf(DESCRIBED),
                                false,
                                PeopleSearch.Sort.TIES,
                                null,
                                0));
        List<Sentence> sentences = new ArrayList<>();
        for (Field field : DESCRIBED) {
            page.facets().getOrDefault(field, List.of()).stream()
                    .limit(NAMED)
                    .map(count -> sentence(field, count, page.total(), knownBy))
                    .forEach(sentences::add);
        }
        return new Description(
                one == null ? null : People.named(one, names), page.total(), sentences);
    }

    private Sentence sentence(
            Field field, PeopleSearch.Count count, long total, List<String> knownBy) {
        String value =
                field == Field.SITE ? connectors.title(new Site(count.value())) : count.value();
        return new Sentence(
                QualityWords.sentence(field, value, count.count(), total),
                count.count(),
                Map.of(Field.KNOWNBY.label(), knownBy, field.label(), List.of(count.value())));
    }

    private @Nullable MemberId member(Principal viewer, @Nullable String wanted) {
        if (wanted == null) {
            return null;
        }
        MemberId member = Ids.member(wanted);
        if (registry.members().find(viewer.organization(), member).isEmpty()) {
            throw ProblemException.notFound();
        }
        return member;
    }
}
