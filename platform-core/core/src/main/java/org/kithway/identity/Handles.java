package org.kithway.identity;

import org.kithway.model.AccountId;
import org.kithway.model.Site;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What people choose as the name of an account or a mailbox. */
final class Handles {
    // Sites append these to what a person chose: jane-doe-1a2b3c.
    private static final Pattern APPENDED = Pattern.compile("-(?=[0-9a-f]*[0-9])[0-9a-f]{5,}$");
    private static final Pattern LETTERS = Pattern.compile(".*\\p{L}.*\\p{L}.*\\p{L}.*");
    private static final Pattern ROLE =
            Pattern.compile(
                    "info|office|mail|admin|contact|sales|support|hello|jobs|press|service|kontakt|team|webmaster|no-?reply|post(master)?");

    private Handles() {}

    static List<String> of(Collection<AccountId> accounts) {
        SortedSet<String> handles = new TreeSet<>();
        for (AccountId account : accounts) {
            if (account.isName() || account.isMember() || account.site().equals(Site.PHONE)) {
                continue;
            }
            String key = account.key().toLowerCase(Locale.ROOT);
            String chosen = key.substring(key.lastIndexOf('/') + 1);
            if (chosen.startsWith("@")) {
                chosen = chosen.substring(1);
            }
            int at = chosen.indexOf('@');
            String handle =
                    APPENDED.matcher(at < 0 ? chosen : chosen.substring(0, at)).replaceFirst("");
            // Numbers that a site gave, with the space they are in: t01:u0042.
            boolean given = handle.indexOf(':') >= 0;
            if (!given && LETTERS.matcher(handle).matches() && !ROLE.matcher(handle).matches()) {
                handles.add(handle);
            }
        }
        return List.copyOf(handles);
    }
}
