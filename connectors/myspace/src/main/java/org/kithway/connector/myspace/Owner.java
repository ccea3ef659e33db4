package org.kithway.connector.myspace;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.model.AccountId;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whose captures these are. A profile that was asked for as one's own says so; else the member
 * whose lists they are, if these are all of one member.
 *
 * @param account null if that is not known
 * @param members those whose profiles are among the captures
 */
record Owner(@Nullable AccountId account, Set<AccountId> members) {
    private static final Pattern OWN =
            Pattern.compile("(?i)(?:.*@me\\b.*@self\\b.*|(?:.*/)?user\\.json)");

    static Owner of(Export export, List<Capture> captures) throws IOException {
        Set<AccountId> own = new TreeSet<>();
        Set<AccountId> told = new TreeSet<>();
        Set<AccountId> members = new TreeSet<>();
        for (Capture capture : captures) {
            if (capture.damaged()) {
                continue;
            }
            boolean profile = capture.kind() == Capture.Kind.PROFILE;
            AccountId member = profile ? member(export, capture) : account(capture);
            if (member != null) {
                boolean asked = profile && OWN.matcher(capture.path()).matches();
                (asked ? own : told).add(member);
                if (profile) {
                    members.add(member);
                }
            }
        }
        Set<AccountId> likeliest = own.isEmpty() ? told : own;
        return new Owner(likeliest.size() == 1 ? likeliest.iterator().next() : null, members);
    }

    private static @Nullable AccountId account(Capture capture) {
        return capture.member() == null
                ? null
                : Person.account(capture.member(), capture.mySpace());
    }

    private static @Nullable AccountId member(Export export, Capture capture) throws IOException {
        try (Records records = capture.open(export)) {
            Node first = records.next();
            if (first != null) {
                AccountId account = new Person(Person.of(first), capture.mySpace()).account();
                return account == null || account.isName() ? null : account;
            }
        } catch (ExportException e) {
            // said where the file is read
        }
        return null;
    }

    boolean is(@Nullable AccountId other) {
        return account != null && Objects.equals(account, other);
    }

    /** Whether it is known who that is: the owner, or a member with a profile here. */
    boolean knows(AccountId subject) {
        return subject.equals(AccountId.OWNER) || members.contains(subject);
    }

    /** The member whom a capture is about; whoever asked where it says nothing else. */
    AccountId subject(Capture capture) {
        AccountId subject = account(capture);
        return subject == null || is(subject) ? AccountId.OWNER : subject;
    }
}
