package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.IdentityModel;
import org.kithway.ingestion.Identities;
import org.kithway.model.AccountId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.registry.Decision;
import org.kithway.registry.Principal;
import org.kithway.registry.RecordedVerdict;
import org.kithway.registry.Registry;
import org.kithway.registry.Role;
import org.kithway.registry.Verdicts;
import org.kithway.search.PersonDocument;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which accounts are one person: what members say of it, and what waits for them. */
@RestController
@RequestMapping("/api/v1/identity")
final class IdentityController {
    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 200;
    private static final int RECENT = 10;

    private final Identities identities;
    private final IdentityViews views;
    private final NamedAccounts accounts;
    private final Registry registry;

    IdentityController(
            Identities identities, IdentityViews views, NamedAccounts accounts, Registry registry) {
        this.identities = identities;
        this.views = views;
        this.accounts = accounts;
        this.registry = registry;
    }

    /**
     * @param next the cursor of the next page, or null
     */
    record ReviewAnswer(List<IdentityViews.DoubtView> pairs, @Nullable String next) {}

    record DecisionAnswer(List<IdentityViews.DecisionView> decisions, @Nullable Long next) {}

    record EventAnswer(List<IdentityViews.EventView> events, @Nullable Long next) {}

    /**
     * What a member says.
     *
     * @param verdict same or different
     * @param pair a pair of the review; or else {@code people} is given
     * @param people ids of people or of single accounts: all of them one person, or the first
     *     another one than each of the rest
     * @param note why, at most 1000 characters
     */
    record Said(
            @Nullable String verdict,
            @Nullable String pair,
            @Nullable List<String> people,
            @Nullable String note) {}

    /**
     * @param account the id of an account, as a person's identity shows it
     */
    record Split(@Nullable String account, @Nullable String note) {}

    /**
     * @param account the id of a person or of a single account
     * @param member whose it is; the viewer's own if null
     */
    record Claim(@Nullable String account, @Nullable String member, @Nullable String note) {}

    /**
     * @param accounts how many there are
     * @param joinedByExports how many of them strong identifiers join to others
     * @param joinedByEvidence how many more are joined by what they have in common, or by members
     * @param kinds what was found in how many of the joined pairs that were looked at
     * @param looked at how many joined pairs was looked
     * @param joined how many joined pairs there are
     * @param reviews how many pairs wait for a verdict
     * @param ownReviews how many more wait that the viewer alone sees
     * @param giants people who have suspiciously many accounts
     * @param events the latest
     */
    record ReportView(
            int people,
            int accounts,
            int joinedByExports,
            int joinedByEvidence,
            Map<String, Integer> kinds,
            int looked,
            int joined,
            int reviews,
            int ownReviews,
            List<String> giants,
            long model,
            List<IdentityViews.EventView> events) {}

    record ModelView(long version) {}

    @GetMapping("/report")
    ReportView report(@AuthenticationPrincipal Principal viewer) {
        Identities.Report report = identities.report(People.viewer(viewer));
        return new ReportView(
                report.people(),
                report.accounts(),
                report.accounts() - report.atoms(),
                report.atoms() - report.people(),
                report.kinds(),
                report.looked(),
                report.joined(),
                report.reviews(),
                report.ownReviews(),
                report.giants().stream().map(PersonId::value).toList(),
                report.model(),
                views.events(viewer, null, 0, RECENT));
    }

    @GetMapping("/review")
    ReviewAnswer review(
            @AuthenticationPrincipal Principal viewer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer size) {
        int most = Limits.within("size", size, PAGE, 1, LARGEST_PAGE);
        try {
            Identities.Review review = identities.review(People.viewer(viewer), cursor, most);
            return new ReviewAnswer(views.doubts(viewer, review.pairs()), review.next());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    "cursor is none of a page of the review; begin again without one.");
        }
    }

    @GetMapping("/events")
    EventAnswer events(
            @AuthenticationPrincipal Principal viewer,
            @RequestParam(required = false) @Nullable Integer offset,
            @RequestParam(required = false) @Nullable Integer size) {
        int from = Limits.within("offset", offset, 0, 0, Integer.MAX_VALUE);
        int most = Limits.within("size", size, PAGE, 1, LARGEST_PAGE);
        List<IdentityViews.EventView> events = views.events(viewer, null, from, most);
        return new EventAnswer(events, events.size() < most ? null : (long) from + most);
    }

    @GetMapping("/decisions")
    DecisionAnswer decisions(
            @AuthenticationPrincipal Principal viewer,
            @RequestParam(required = false) @Nullable Integer offset,
            @RequestParam(required = false) @Nullable Integer size) {
        int from = Limits.within("offset", offset, 0, 0, Integer.MAX_VALUE);
        int most = Limits.within("size", size, PAGE, 1, LARGEST_PAGE);
        List<RecordedVerdict> found = registry.verdicts().list(viewer, from, most);
        return new DecisionAnswer(
                views.decisions(viewer, found), found.size() < most ? null : (long) from + most);
    }

    @GetMapping("/decisions/{id}")
    IdentityViews.DecisionView decision(
            @AuthenticationPrincipal Principal viewer, @PathVariable String id) {
        return view(viewer, found(viewer, id));
    }

    @PostMapping("/decisions")
    ResponseEntity<IdentityViews.DecisionView> decide(
            @AuthenticationPrincipal Principal viewer, @RequestBody Said said) {
        List<String> ids = said.pair() == null ? said.people() : NamedAccounts.pair(said.pair());
        if (ids == null || ids.size() < 2 || ids.size() > Verdicts.MOST_ACCOUNTS) {
            throw ProblemException.invalid(
                    "Name a pair of the review, or two people or more by their ids.");
        }
        List<NamedAccounts.Named> named = accounts.named(viewer, ids);
        if (named.stream().map(NamedAccounts.Named::account).distinct().count() < named.size()) {
            throw ProblemException.invalid("Two of the ids are of the same account.");
        }
        List<AccountId> all = named.stream().map(NamedAccounts.Named::account).toList();
        Layer layer = layer(viewer, named.stream().map(NamedAccounts.Named::holder).toList());
        if ("same".equals(said.verdict())) {
            requireOwnOrAdmin(viewer, named);
            return given(
                    viewer, registry.verdicts().same(viewer, layer, false, all, note(said.note())));
        }
        if ("different".equals(said.verdict())) {
            return given(
                    viewer,
                    registry.verdicts()
                            .different(
                                    viewer,
                                    layer,
                                    List.of(all.getFirst()),
                                    all.subList(1, all.size()),
                                    note(said.note())));
        }
        throw ProblemException.invalid("verdict is neither same nor different.");
    }

    @PostMapping("/splits")
    ResponseEntity<IdentityViews.DecisionView> split(
            @AuthenticationPrincipal Principal viewer, @RequestBody Split split) {
        NamedAccounts.Named named =
                accounts.named(viewer, List.of(Objects.requireNonNullElse(split.account(), "")))
                        .getFirst();
        Set<AccountId> rest = new TreeSet<>(named.holder().accounts());
        rest.remove(named.account());
        if (rest.isEmpty()) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "This is the person's only account: nothing can be split.");
        }
        if (rest.size() >= Verdicts.MOST_ACCOUNTS) {
            throw ProblemException.of(HttpStatus.CONFLICT, "The person has too many accounts.");
        }
        return given(
                viewer,
                registry.verdicts()
                        .different(
                                viewer,
                                layer(viewer, List.of(named.holder())),
                                List.of(named.account()),
                                rest,
                                note(split.note())));
    }

    @PostMapping("/claims")
    ResponseEntity<IdentityViews.DecisionView> claim(
            @AuthenticationPrincipal Principal viewer, @RequestBody Claim claim) {
        MemberId member = claim.member() == null ? viewer.member() : Ids.member(claim.member());
        NamedAccounts.Named named =
                accounts.named(viewer, List.of(Objects.requireNonNullElse(claim.account(), "")))
                        .getFirst();
        MemberId holder = named.holder().memberId();
        boolean others =
                !member.equals(viewer.member()) || (holder != null && !holder.equals(member));
        if (others && !viewer.role().covers(Role.ADMIN)) {
            throw ProblemException.forbidden(
                    "Only an administrator says which account is another member's.");
        }
        if (registry.members().find(viewer.organization(), member).isEmpty()) {
            throw ProblemException.notFound();
        }
        AccountId own = AccountId.member(member);
        if (named.account().equals(own)) {
            throw ProblemException.of(HttpStatus.CONFLICT, "This is the member's account already.");
        }
        return given(
                viewer,
                registry.verdicts()
                        .same(
                                viewer,
                                layer(viewer, List.of(named.holder())),
                                true,
                                List.of(own, named.account()),
                                note(claim.note())));
    }

    /** Takes a decision back: as though it had never been made. */
    @DeleteMapping("/decisions/{id}")
    ResponseEntity<IdentityViews.DecisionView> withdraw(
            @AuthenticationPrincipal Principal viewer, @PathVariable String id) {
        RecordedVerdict verdict = found(viewer, id);
        if (!verdict.verdict().by().equals(viewer.member()) && !viewer.role().covers(Role.ADMIN)) {
            throw ProblemException.forbidden(
                    "Only who made a decision or an administrator takes it back.");
        }
        if (!registry.verdicts().withdraw(viewer, id)) {
            throw ProblemException.of(HttpStatus.CONFLICT, "The decision was taken back before.");
        }
        return ResponseEntity.accepted().body(view(viewer, found(viewer, id)));
    }

    /** Learns the next model from the organization's own data, and lets all be judged by it. */
    @PostMapping("/estimate")
    ResponseEntity<ModelView> estimate(@AuthenticationPrincipal Principal viewer) {
        IdentityModel next = identities.estimate(viewer.organization());
        registry.verdicts()
                .adopt(
                        viewer.organization(),
                        new Decision.ModelAdopted(next.version(), next.toJson(), viewer.member()));
        return ResponseEntity.accepted().body(new ModelView(next.version()));
    }

    private RecordedVerdict found(Principal viewer, String id) {
        return registry.verdicts().find(viewer, id).orElseThrow(ProblemException::notFound);
    }

    private IdentityViews.DecisionView view(Principal viewer, RecordedVerdict verdict) {
        return views.decisions(viewer, List.of(verdict)).getFirst();
    }

    private ResponseEntity<IdentityViews.DecisionView> given(
            Principal viewer, RecordedVerdict verdict) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/identity/decisions/" + verdict.verdict().id()))
                .body(view(viewer, verdict));
    }

    /** What rests on the viewer's own archives is for the viewer alone, and so is what is said. */
    private static Layer layer(Principal viewer, List<PersonDocument> people) {
        return people.stream().allMatch(person -> person.layer().isOrganization())
                ? Layer.ORGANIZATION
                : Layer.of(viewer.member());
    }

    /** To join somebody with a member is to say who the member is. */
    private static void requireOwnOrAdmin(Principal viewer, List<NamedAccounts.Named> named) {
        Set<MemberId> members =
                named.stream()
                        .map(each -> each.holder().memberId())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        members.remove(viewer.member());
        if (!members.isEmpty() && !viewer.role().covers(Role.ADMIN)) {
            throw ProblemException.forbidden(
                    "Only an administrator says which account is another member's.");
        }
    }

    private static @Nullable String note(@Nullable String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        if (note.length() > Verdicts.LONGEST_NOTE) {
            throw ProblemException.invalid(
                    "note is longer than " + Verdicts.LONGEST_NOTE + " characters.");
        }
        return note.strip();
    }
}
