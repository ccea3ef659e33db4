package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.asking.AskingPlan;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.registry.Principal;
import org.kithway.registry.Purpose;
import org.kithway.registry.Registry;
import org.kithway.search.Introductions;
import org.kithway.search.PeopleSearch;
import org.kithway.search.PersonDocument;
import org.kithway.statistics.Estimate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who can introduce us to somebody. */
@RestController
@RequestMapping("/api/v1/routes")
final class RouteController {
    private static final int TARGETS = 1_000;
    private static final int ROUTES = 5;
    private static final int MOST_ROUTES = 100;
    private static final int HOPS = 4;
    private static final int MOST_HOPS = 6;
    private static final int MOST_EXCLUDED = 1_000;

    /** What an introduction is worth, in asks. */
    private static final double PRIZE = 10;

    private static final String PERSON = "per_[a-z0-9]{1,64}";

    private final Introductions introductions;
    private final PeopleSearch search;
    private final People people;
    private final Registry registry;
    private final InstalledConnectors connectors;
    private final AskingWillingness willingness;
    private final Channels channels = Channels.shipped();

    RouteController(
            Introductions introductions,
            PeopleSearch search,
            People people,
            Registry registry,
            InstalledConnectors connectors,
            AskingWillingness willingness) {
        this.introductions = introductions;
        this.search = search;
        this.people = people;
        this.registry = registry;
        this.connectors = connectors;
        this.willingness = willingness;
    }

    /**
     * @param to a person's id, or a query in the grammar of people search
     * @param from a member's id; all members if null
     * @param k how many routes, 1 to 100; 5 if null
     * @param maxHops at most so many introductions in a row, 1 to 6; 4 if null
     * @param perContact at most so many through the same first contact, 1 to 100; as many as there
     *     are if null
     * @param exclude ids of people who may not take part
     * @param purpose what the introduction is for: introduction, job, hire, advice or sale;
     *     introduction if null
     */
    record RouteQuestion(
            @Nullable String to,
            @Nullable String from,
            @Nullable Integer k,
            @Nullable Integer maxHops,
            @Nullable Integer perContact,
            @Nullable List<String> exclude,
            @Nullable String purpose) {}

    /**
     * @param complete whether it is proven that no better routes exist
     * @param sources how many members the search began at
     * @param targets how many people it went to, at most 1000
     * @param plan whom to ask first, and when to stop
     * @param leftOut who takes no part: excluded by the question, or never willing for the purpose
     */
    record RouteAnswer(
            List<RouteView> routes,
            boolean complete,
            int sources,
            int targets,
            @Nullable PlanView plan,
            List<People.Named> leftOut) {}

    record RouteView(double probability, List<HopView> hops) {}

    /**
     * One introduction.
     *
     * @param probability the chance that it is made, the willingness of whoever makes it included
     * @param strength how likely {@code to} answers {@code from}, if they know each other
     * @param validity how likely they do
     * @param reasons why {@code to} would answer
     * @param believe what {@code from} can say of {@code to} from experience
     * @param channels how to ask, the most promising first
     */
    record HopView(
            People.Named from,
            People.Named to,
            double probability,
            EstimateView strength,
            EstimateView validity,
            List<String> reasons,
            List<String> believe,
            List<String> channels) {}

    /** A value, and the range in which it lies with a chance of 80 %. */
    record EstimateView(double value, double low, double high) {
        static EstimateView of(Estimate estimate) {
            return new EstimateView(estimate.value(), estimate.low(), estimate.high());
        }
    }

    /**
     * The order in which to try routes: the best one if an introduction is worth {@value #PRIZE}
     * times the effort of an ask.
     *
     * @param disjoint the two routes that lead on most likely without anybody in common, by their
     *     places in the answer
     */
    record PlanView(List<StepView> steps, List<Integer> disjoint) {}

    /**
     * @param route its place in the answer, from 0
     * @param ask whom to ask first
     * @param chance that it leads to the end, given that those before did not
     * @param chanceSoFar that it or one before it does
     * @param daysSoFar how long it takes on average until one has led to the end or all have failed
     */
    record StepView(
            int route, People.Named ask, double chance, double chanceSoFar, double daysSoFar) {}

    @PostMapping
    RouteAnswer routes(
            @AuthenticationPrincipal Principal viewer, @RequestBody RouteQuestion question) {
        int routes = Limits.within("k", question.k(), ROUTES, 1, MOST_ROUTES);
        int hops = Limits.within("maxHops", question.maxHops(), HOPS, 1, MOST_HOPS);
        int perContact =
                Limits.within("perContact", question.perContact(), MOST_ROUTES, 1, MOST_ROUTES);
        Set<PersonId> excluded = excluded(question.exclude());
        Set<PersonId> sources = sources(viewer, question.from());
        Set<PersonId> targets = targets(viewer, question.to());
        if (sources.isEmpty() || targets.isEmpty()) {
            return new RouteAnswer(
                    List.of(), true, sources.size(), targets.size(), null, List.of());
        }
        Purpose purpose =
                question.purpose() == null ? Purpose.INTRODUCTION : Purposes.of(question.purpose());
        Map<PersonId, Double> willing = willingness.of(viewer, purpose);
        Introductions.Routes found =
                introductions.routes(
                        People.viewer(viewer),
                        new Introductions.Request(
                                sources, targets, routes, hops, perContact, excluded, willing));
        Set<PersonId> leftOut = new TreeSet<>(excluded);
        willing.forEach((person, chance) -> {
            if (chance == 0) {
                leftOut.add(person);
            }
        });
        Map<PersonId, PersonDocument> persons =
                people.byId(
                        viewer,
                        Stream.concat(
                                        leftOut.stream(),
                                        found.routes().stream()
                                                .flatMap(route -> route.hops().stream())
                                                .flatMap(hop -> Stream.of(hop.from(), hop.to())))
                                .collect(Collectors.toSet()));
        return new RouteAnswer(
                found.routes().stream().map(route -> view(route, persons)).toList(),
                found.complete(),
                sources.size(),
                targets.size(),
                found.routes().isEmpty() ? null : plan(found.routes(), persons),
                leftOut.stream()
                        .filter(persons::containsKey)
                        .map(person -> People.named(person, persons.get(person)))
                        .toList());
    }

    private static PlanView plan(
            List<Introductions.Route> routes, Map<PersonId, PersonDocument> persons) {
        List<AskingPlan.Choice> choices =
                routes.stream()
                        .limit(AskingPlan.MOST_ROUTES)
                        .map(route ->
                                new AskingPlan.Choice(
                                        route.hops().stream()
                                                .map(hop ->
                                                        new AskingPlan.Hop(
                                                                hop.from(),
                                                                hop.to(),
                                                                hop.probability()))
                                                .toList(),
                                        1))
                        .toList();
        return new PlanView(
                AskingPlan.of(choices, PRIZE).steps().stream()
                        .map(step -> {
                            PersonId first = routes.get(step.route()).hops().getFirst().to();
                            return new StepView(
                                    step.route(),
                                    People.named(first, persons.get(first)),
                                    step.chance(),
                                    step.chanceSoFar(),
                                    step.daysSoFar());
                        })
                        .toList(),
                AskingPlan.bestDisjointPair(choices));
    }

    private RouteView view(Introductions.Route route, Map<PersonId, PersonDocument> persons) {
        return new RouteView(
                route.probability(),
                route.hops().stream()
                        .map(hop ->
                                new HopView(
                                        People.named(hop.from(), persons.get(hop.from())),
                                        People.named(hop.to(), persons.get(hop.to())),
                                        hop.probability(),
                                        EstimateView.of(hop.qualities().strength()),
                                        EstimateView.of(hop.qualities().validity()),
                                        Reasons.of(hop.evidence(), connectors::title),
                                        Reasons.experience(hop.evidence(), connectors::title),
                                        channels.of(hop.evidence(), connectors::title)))
                        .toList());
    }

    private Set<PersonId> sources(Principal viewer, @Nullable String from) {
        Collection<MemberId> members;
        if (from == null) {
            members = people.memberNames(viewer.organization()).keySet();
        } else {
            MemberId member = Ids.member(from);
            if (registry.members().find(viewer.organization(), member).isEmpty()) {
                throw ProblemException.notFound();
            }
            members = List.of(member);
        }
        return Set.copyOf(people.members(viewer, members).values());
    }

    private Set<PersonId> targets(Principal viewer, @Nullable String to) {
        if (to == null || to.isBlank()) {
            throw ProblemException.invalid(
                    "to is missing: a person's id, or a query such as company:acme.");
        }
        if (to.matches(PERSON)) {
            PersonId person = Ids.person(to);
            if (!people.byId(viewer, Set.of(person)).containsKey(person)) {
                throw ProblemException.notFound();
            }
            return Set.of(person);
        }
        return Set.copyOf(search.ids(People.viewer(viewer), PeopleQuestion.query(to), TARGETS));
    }

    private static Set<PersonId> excluded(@Nullable List<String> wanted) {
        List<String> ids = wanted == null ? List.of() : wanted;
        if (ids.size() > MOST_EXCLUDED
                || ids.stream().anyMatch(id -> id == null || !id.matches(PERSON))) {
            throw ProblemException.invalid(
                    "exclude is a list of at most " + MOST_EXCLUDED + " ids of people.");
        }
        Set<PersonId> excluded = new HashSet<>();
        ids.forEach(id -> excluded.add(Ids.person(id)));
        return excluded;
    }
}
