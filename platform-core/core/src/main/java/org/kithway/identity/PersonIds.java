package org.kithway.identity;

import org.kithway.model.AccountId;
import org.kithway.model.PersonId;
import org.kithway.model.Site;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names people: HMAC-SHA-256 (organization's key, the person's leading account), so that the same
 * accounts always give the same id and the id tells nothing.
 *
 * <p>The leading account is the member's own if there is one, else one at a social site, else an
 * e-mail address, else a mere name: the further down, the likelier that it joins later.
 */
public final class PersonIds {
    private static final Comparator<AccountId> LEADING =
            Comparator.comparingInt(PersonIds::rank).thenComparing(Comparator.naturalOrder());
    private static final int HEX_DIGITS = 24;

    private final SecretKeySpec key;

    public PersonIds(byte[] organizationKey) {
        this.key = new SecretKeySpec(organizationKey, "HmacSHA256");
    }

    /**
     * The id of the person who has these accounts.
     *
     * @throws java.util.NoSuchElementException if there are none
     */
    public PersonId of(Collection<AccountId> accounts) {
        AccountId leading = accounts.stream().min(LEADING).orElseThrow();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] digest = mac.doFinal(("person/" + leading).getBytes(StandardCharsets.UTF_8));
            return new PersonId("per_" + HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /**
     * The other ids that lead to the person who has these accounts: those that the accounts would
     * have one by one. Whoever they were before they were joined is among them.
     */
    public List<PersonId> aliases(Collection<AccountId> accounts) {
        if (accounts.size() < 2) {
            return List.of();
        }
        PersonId present = of(accounts);
        return accounts.stream()
                .map(account -> of(List.of(account)))
                .filter(id -> !id.equals(present))
                .sorted()
                .toList();
    }

    private static int rank(AccountId account) {
        if (account.isMember()) {
            return 0;
        }
        if (account.isName()) {
            return 3;
        }
        return account.site().equals(Site.EMAIL) ? 2 : 1;
    }
}
