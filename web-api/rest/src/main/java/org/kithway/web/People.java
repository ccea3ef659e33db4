package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.PersonId;
import org.kithway.registry.Member;
import org.kithway.registry.Members;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.PeopleSearch;
import org.kithway.search.PersonDocument;
import org.kithway.search.Viewer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who people and members are, in the words that are shown. */
final class People {
    /** The member before the name, within whose exports alone the name means somebody. */
    private static final Pattern BINDING = Pattern.compile("^mem_[a-z0-9]{1,40}/");

    private final PeopleSearch people;
    private final Members members;

    People(PeopleSearch people, Registry registry) {
        this.people = people;
        this.members = registry.members();
    }

    /** A person or member by id and name. */
    record Named(String id, String name) {}

    /**
     * @param site where the account is
     * @param key what it is called there; a bare name where {@code kind} is name
     * @param kind identifier or name
     */
    record AccountView(String site, String key, String kind) {
        static AccountView of(AccountId account) {
            return new AccountView(
                    account.site().name(),
                    shown(account),
                    account.isName() ? "name" : "identifier");
        }
    }

    /**
     * Who says something.
     *
     * @param id of the person, where that is known
     */
    record Source(@Nullable String id, String name) {}

    static Viewer viewer(Principal principal) {
        return new Viewer(principal.organization(), principal.member());
    }

    /** The people whom the viewer sees, by id. */
    Map<PersonId, PersonDocument> byId(Principal viewer, Collection<PersonId> ids) {
        return ids.isEmpty() ? Map.of() : people.people(viewer(viewer), Set.copyOf(ids));
    }

    /** The people whom the viewer sees, by an account of theirs. */
    Map<AccountId, PersonDocument> holders(Principal viewer, Set<AccountId> accounts) {
        return accounts.isEmpty() ? Map.of() : people.holders(viewer(viewer), accounts);
    }

    /** Who says the evidence that somebody else than its person says, by account. */
    Map<AccountId, Source> sources(Principal viewer, List<EvidenceDocument> said) {
        Set<AccountId> accounts =
                said.stream()
                        .map(EvidenceDocument::by)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Map<AccountId, PersonDocument> holders = holders(viewer, accounts);
        Map<AccountId, Source> sources = new HashMap<>();
        for (AccountId account : accounts) {
            PersonDocument holder = holders.get(account);
            sources.put(
                    account,
                    holder == null
                            ? new Source(null, shown(account))
                            : new Source(holder.id().value(), name(holder)));
        }
        return sources;
    }

    /** The people whom the members are, of those whom the viewer sees. */
    Map<MemberId, PersonId> members(Principal viewer, Collection<MemberId> ids) {
        Map<MemberId, AccountId> accounts = new HashMap<>();
        ids.forEach(id -> accounts.put(id, AccountId.member(id)));
        Map<AccountId, PersonDocument> holders = holders(viewer, Set.copyOf(accounts.values()));
        Map<MemberId, PersonId> persons = new HashMap<>();
        accounts.forEach((member, account) -> {
            PersonDocument person = holders.get(account);
            if (person != null) {
                persons.put(member, person.id());
            }
        });
        return persons;
    }

    /** The names of all members of the organization. */
    Map<MemberId, String> memberNames(OrganizationId organization) {
        return members.list(organization).stream()
                .collect(Collectors.toMap(Member::id, Member::name));
    }

    static List<Named> named(Collection<MemberId> ids, Map<MemberId, String> names) {
        return ids.stream().map(id -> named(id, names)).toList();
    }

    static Named named(MemberId id, Map<MemberId, String> names) {
        return new Named(id.value(), names.getOrDefault(id, id.value()));
    }

    /** A person who is not in the store yet, though something speaks of them, bears the id. */
    static Named named(PersonId id, @Nullable PersonDocument person) {
        return new Named(id.value(), person == null ? id.value() : name(person));
    }

    static String name(PersonDocument person) {
        if (!person.names().isEmpty()) {
            return person.names().getFirst();
        }
        return person.accounts().isEmpty()
                ? person.id().value()
                : shown(person.accounts().getFirst());
    }

    /** The account's key as its site shows it. */
    static String shown(AccountId account) {
        return account.isName() && !account.isMember()
                ? BINDING.matcher(account.key()).replaceFirst("")
                : account.key();
    }
}
