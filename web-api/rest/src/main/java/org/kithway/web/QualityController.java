package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.quality.Circle;
import org.kithway.quality.Portrait;
import org.kithway.quality.Usage;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.search.Field;
import org.kithway.search.Introductions;
import org.kithway.search.PeopleSearch;
import org.kithway.search.PersonDocument;
import org.kithway.search.Query;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

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
    private static final int LISTED = 20;

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
     * @param contacts with how many people there is a tie, in whichever direction
     * @param known how many of them are told of in the description: something went both ways, or
     *     both confirmed it
     * @param strengths how many contacts would answer with a chance below 0.2, 0.4, 0.6, 0.8 and up
     *     to 1
     * @param bridges what joins each two sites
     * @param keepers how many contacts a member alone knows, the most first, at most 20
     * @param overlap members with most contacts in common
     * @param uploads whose upload would tell most about unseen ties
     * @param usages how members use their networks, those with most contacts first, at most 20
     */
    record QualityAnswer(
            People.@Nullable Named member,
            int contacts,
            int known,
            List<QualityWords.Quality> qualities,
            List<Integer> strengths,
            List<SiteView> sites,
            List<BridgeView> bridges,
            List<KeeperView> keepers,
            List<OverlapView> overlap,
            List<UploadView> uploads,
            List<UsageView> usages) {}

    /**
     * @param contacts who are met there
     * @param onlyThere who are met nowhere else
     */
    record SiteView(String site, String title, int contacts, int onlyThere) {}

    /** What joins two sites; see {@link org.kithway.quality.SiteBridge}. */
    record BridgeView(String one, String other, int both, double jaccard, int crossing) {}

    /**
     * @param alone contacts whom nobody else of the members knows
     */
    record KeeperView(People.Named person, int alone) {}

    record OverlapView(People.Named one, People.Named other, int common, double jaccard) {}

    /**
     * @param member whether the person is a member, who could be asked to upload
     * @param pairs of contacts of whom it would then be known whether they know each other
     * @param narrows by how much the interval of the effective size would become narrower
     */
    record UploadView(People.Named person, boolean member, long pairs, double narrows) {}

    /**
     * @param type the kind of use that stands out
     * @param words what that means
     * @param activity share of contacts with a sign of life within a year
     * @param direction from -1, where all messages come in, to 1, where all go out; absent without
     *     messages
     * @param response share of those written to from whom anything came; absent if nobody was
     */
    record UsageView(
            People.Named person,
            String type,
            String words,
            int contacts,
            double activity,
            @Nullable Double direction,
            @Nullable Double response) {}

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
        Circle circle =
                introductions.circle(
                        People.viewer(viewer), Set.copyOf(whose), Set.copyOf(members.values()));
        Portrait portrait = Portrait.of(circle);
        Set<PersonId> looked = ContactKinds.looked(circle);
        portrait.uploads().forEach(upload -> looked.add(upload.person()));
        Map<PersonId, PersonDocument> documents = people.byId(viewer, looked);
        List<QualityWords.Quality> qualities =
                QualityWords.of(portrait, one == null && members.size() > 1);
        if (portrait.size() > 0) {
            new ContactKinds(circle, documents).add(qualities);
        }
        Function<PersonId, People.Named> named = id -> People.named(id, documents.get(id));
        return new QualityAnswer(
                one == null ? null : People.named(one, names),
                portrait.size(),
                (int) circle.contacts().stream().filter(Circle.Contact::mutual).count(),
                qualities,
                portrait.strengths(),
                sites(portrait),
                bridges(portrait),
                keepers(portrait, named),
                portrait.overlap().stream()
                        .map(pair ->
                                new OverlapView(
                                        named.apply(pair.one()),
                                        named.apply(pair.other()),
                                        pair.common(),
                                        pair.jaccard()))
                        .toList(),
                portrait.uploads().stream()
                        .map(upload ->
                                new UploadView(
                                        named.apply(upload.person()),
                                        members.containsValue(upload.person()),
                                        upload.pairs(),
                                        upload.narrows()))
                        .toList(),
                usages(portrait, named));
    }

    private List<SiteView> sites(Portrait portrait) {
        List<SiteView> sites = new ArrayList<>();
        portrait.sites()
                .forEach((site, share) ->
                        sites.add(
                                new SiteView(
                                        site.name(),
                                        connectors.title(site),
                                        share.contacts(),
                                        share.alone())));
        return sites;
    }

    private List<BridgeView> bridges(Portrait portrait) {
        return portrait.siteBridges().stream()
                .map(bridge ->
                        new BridgeView(
                                connectors.title(bridge.one()),
                                connectors.title(bridge.other()),
                                bridge.both(),
                                bridge.jaccard(),
                                bridge.crossing()))
                .toList();
    }

    private static List<KeeperView> keepers(
            Portrait portrait, Function<PersonId, People.Named> named) {
        return portrait.keepers().entrySet().stream()
                .sorted(Map.Entry.<PersonId, Integer>comparingByValue().reversed())
                .limit(LISTED)
                .map(entry -> new KeeperView(named.apply(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static List<UsageView> usages(
            Portrait portrait, Function<PersonId, People.Named> named) {
        return portrait.usages().stream()
                .filter(usage -> usage.contacts() > 0)
                .sorted(
                        Comparator.comparingInt(Usage::contacts)
                                .reversed()
                                .thenComparing(Usage::person))
                .limit(LISTED)
                .map(usage ->
                        new UsageView(
                                named.apply(usage.person()),
                                PositionWords.label(usage.type()),
                                PositionWords.words(usage.type()),
                                usage.contacts(),
                                usage.activity(),
                                told(usage.direction()),
                                told(usage.response())))
                .toList();
    }

    private static @Nullable Double told(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /**
     * @param total of whom it tells: those with whom something went both ways, or both confirmed
     *     it; members whom other members know are among them
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
