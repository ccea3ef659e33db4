package org.kithway.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.Judgement;
import org.kithway.identity.PersonIds;
import org.kithway.ingestion.Identities;
import org.kithway.model.AccountId;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.registry.Decision;
import org.kithway.registry.IdentityEvent;
import org.kithway.registry.IdentityEvents;
import org.kithway.registry.Principal;
import org.kithway.registry.RecordedVerdict;
import org.kithway.registry.Registry;
import org.kithway.search.PersonDocument;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How answers show which accounts are one person. */
final class IdentityViews {
    private final People people;
    private final NamedAccounts accounts;
    private final Registry registry;

    IdentityViews(People people, NamedAccounts accounts, Registry registry) {
        this.people = people;
        this.accounts = accounts;
        this.registry = registry;
    }

    /**
     * @param id by which decisions name it
     */
    record AccountLine(String id, String site, String key, String kind) {}

    /**
     * What strong identifiers alone make one person.
     *
     * @param stated which imports say so
     */
    record AtomView(String id, List<AccountLine> accounts, List<StatedView> stated) {}

    /** That an import says that two accounts, by their ids, are one person's. */
    record StatedView(String one, String other, @JsonProperty("import") String imported) {}

    /**
     * @param bits how much it weighs, in bits
     */
    record ReasonView(String words, double bits) {}

    /**
     * What speaks for two being one person.
     *
     * @param prior the weight before anything is known of them
     * @param bits the whole weight: the prior and the reasons
     */
    record JudgementView(double prior, double bits, double probability, List<ReasonView> reasons) {
        static JudgementView of(Judgement judgement) {
            return new JudgementView(
                    judgement.prior(),
                    judgement.bits(),
                    judgement.probability(),
                    judgement.reasons().stream()
                            .map(reason -> new ReasonView(reason.words(), reason.bits()))
                            .toList());
        }
    }

    /**
     * @param one the id of an atom
     * @param other the id of another one, or of somebody whom the person may be
     * @param state joined, along (with others), doubtful, confirmed or denied
     * @param decision the one that holds, or null
     */
    record LinkView(
            String one,
            String other,
            String state,
            JudgementView judgement,
            @Nullable String decision) {}

    /**
     * @param id names the pair in a decision
     * @param layer private if the viewer alone sees it
     */
    record DoubtView(
            String id, SideView one, SideView other, JudgementView judgement, String layer) {}

    /** Who one of a pair is, with the accounts that are compared. */
    record SideView(People.Named person, @Nullable String headline, List<AccountLine> accounts) {}

    /**
     * @param verdict same or different
     * @param claim whether the accounts are said to be a member's own
     * @param others those from which the accounts are told apart; none if they are the same
     * @param layer organization, or private: for the member alone
     * @param state pending, applied, or withdrawn
     */
    record DecisionView(
            String id,
            String verdict,
            boolean claim,
            List<AccountLine> accounts,
            List<AccountLine> others,
            People.Named by,
            String made,
            @Nullable String note,
            String layer,
            String state,
            People.@Nullable Named withdrawnBy,
            @Nullable String withdrawn) {}

    /**
     * @param kind merged or split
     * @param person who the parts are together
     * @param cause the import, decision or model from which it followed, or null
     */
    record EventView(
            String id,
            String kind,
            String person,
            List<List<AccountLine>> parts,
            List<ReasonView> reasons,
            @Nullable String cause,
            String recorded,
            String layer) {}

    List<AccountLine> lines(PersonIds ids, Collection<AccountId> all) {
        return all.stream().map(account -> line(ids, account)).toList();
    }

    private static AccountLine line(PersonIds ids, AccountId account) {
        People.AccountView view = People.AccountView.of(account);
        return new AccountLine(
                ids.of(List.of(account)).value(), view.site(), view.key(), view.kind());
    }

    AtomView atom(PersonIds ids, Identities.Atom atom) {
        return new AtomView(
                atom.id().value(),
                lines(ids, atom.accounts()),
                atom.stated().stream()
                        .map(stated ->
                                new StatedView(
                                        ids.of(List.of(stated.one())).value(),
                                        ids.of(List.of(stated.other())).value(),
                                        stated.imported().value()))
                        .toList());
    }

    LinkView link(Identities.Link link) {
        return new LinkView(
                link.one().value(),
                link.other().value(),
                word(link.state()),
                JudgementView.of(link.judgement()),
                link.verdict());
    }

    List<DoubtView> doubts(Principal viewer, List<Identities.Doubt> doubts) {
        PersonIds ids = accounts.ids(viewer);
        Set<PersonId> wanted = new HashSet<>();
        doubts.forEach(doubt -> {
            wanted.add(doubt.one().id());
            wanted.add(doubt.other().id());
        });
        Map<PersonId, PersonDocument> found = people.byId(viewer, wanted);
        return doubts.stream()
                .map(doubt ->
                        new DoubtView(
                                NamedAccounts.pair(doubt.one().id(), doubt.other().id()),
                                side(ids, doubt.one(), found),
                                side(ids, doubt.other(), found),
                                JudgementView.of(doubt.judgement()),
                                layer(!doubt.isPrivate())))
                .toList();
    }

    private SideView side(
            PersonIds ids, Identities.Atom atom, Map<PersonId, PersonDocument> found) {
        PersonDocument person = found.get(atom.id());
        PersonId id = person == null ? atom.id() : person.id();
        return new SideView(
                People.named(id, person),
                person == null ? null : person.headline(),
                lines(ids, atom.accounts()));
    }

    List<DecisionView> decisions(Principal viewer, List<RecordedVerdict> verdicts) {
        PersonIds ids = accounts.ids(viewer);
        Map<MemberId, String> names = people.memberNames(viewer.organization());
        return verdicts.stream().map(verdict -> decision(ids, names, verdict)).toList();
    }

    private DecisionView decision(
            PersonIds ids, Map<MemberId, String> names, RecordedVerdict recorded) {
        Decision.Verdict verdict = recorded.verdict();
        Collection<AccountId> said =
                switch (verdict) {
                    case Decision.SamePerson same -> same.accounts();
                    case Decision.DifferentPeople different -> different.accounts();
                };
        Collection<AccountId> others =
                switch (verdict) {
                    case Decision.SamePerson same -> List.of();
                    case Decision.DifferentPeople different -> different.others();
                };
        boolean same = verdict instanceof Decision.SamePerson;
        MemberId withdrawnBy = recorded.withdrawnBy();
        return new DecisionView(
                verdict.id(),
                same ? "same" : "different",
                verdict instanceof Decision.SamePerson claim && claim.claim(),
                lines(ids, said),
                lines(ids, others),
                People.named(verdict.by(), names),
                recorded.made().toString(),
                recorded.note(),
                layer(verdict.layer().isOrganization()),
                recorded.applied() ? recorded.stands() ? "applied" : "withdrawn" : "pending",
                withdrawnBy == null ? null : People.named(withdrawnBy, names),
                recorded.withdrawn() == null ? null : recorded.withdrawn().toString());
    }

    /** The events in which the accounts took part, or all; the latest first. */
    List<EventView> events(
            Principal viewer, @Nullable Set<AccountId> about, long offset, int most) {
        PersonIds ids = accounts.ids(viewer);
        return registry.identityEvents().list(viewer, about, offset, most).stream()
                .map(recorded -> event(ids, recorded))
                .toList();
    }

    private EventView event(PersonIds ids, IdentityEvents.Recorded recorded) {
        IdentityEvent event = recorded.event();
        return new EventView(
                event.id(),
                word(event.kind()),
                event.person().value(),
                event.parts().stream().map(part -> lines(ids, part)).toList(),
                event.reasons().stream()
                        .map(reason -> new ReasonView(reason.words(), reason.bits()))
                        .toList(),
                event.cause(),
                recorded.recorded().toString(),
                layer(event.layer().isOrganization()));
    }

    private static String layer(boolean shared) {
        return shared ? "organization" : "private";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
