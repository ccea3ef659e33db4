package org.kithway.connector.myspace;

import org.kithway.connector.Affordance;
import org.kithway.connector.Affordance.Action;
import org.kithway.connector.Affordance.Towards;
import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Settings;
import org.kithway.model.Site;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Reads what programs fetched from MySpace while it had interfaces: those of 2008 (v1), OpenSocial
 * 0.8 and 0.9, and Portable Contacts, which other sites had as well.
 */
public final class MySpaceConnector implements Connector {
    private static final int MOST_PEEKED_AT = 16;
    private static final int PEEKED_BYTES = 4 << 10;

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    Person.MYSPACE,
                    "MySpace",
                    Set.of(
                            Person.MYSPACE,
                            Person.OPEN_SOCIAL,
                            Site.EMAIL,
                            new Site("blogger"),
                            new Site("facebook"),
                            new Site("github"),
                            new Site("googleplus"),
                            new Site("instagram"),
                            new Site("linkedin"),
                            new Site("mastodon"),
                            new Site("twitter")),
                    List.of(
                            "MySpace offers no download of your data today, and never did: what can"
                                    + " be read are answers of its interfaces that a program saved"
                                    + " between 2008 and about 2013.",
                            "Look on old disks and in old backups for files that such a program"
                                    + " left: @self, @friends, friends.json, user.json,"
                                    + " profile.json, interests.json, profilecomments.",
                            "Put them into a folder or zip as they are, or take a single one, and"
                                    + " upload it.",
                            "If you have none, write your friends there into a table and upload"
                                    + " it as contacts."),
                    List.of(
                            "your profile: name, page, about me, place, work, schools, interests",
                            "your friends: name, page, and what their profiles in the list say",
                            "comments on your profile: who wrote one, and when",
                            "the same of other sites that had OpenSocial or Portable Contacts"),
                    List.of(
                            "what comments say",
                            "religion, orientation, ethnicity, income, family and habits",
                            "gender, age, birthday, telephone numbers, postal addresses",
                            "moods and status, activities, messages, photos, videos, albums",
                            "bands, film makers and applications among friends; Tom"),
                    Set.of(
                            new Affordance(Action.MESSAGE, Towards.CONTACTS),
                            new Affordance(Action.COMMENT, Towards.CONTACTS)),
                    List.of());

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean recognizes(Export export) throws IOException {
        List<String> likeliestFirst =
                candidates(export).stream()
                        .sorted(Comparator.comparing(entry -> !Capture.isNamedSo(entry)))
                        .limit(MOST_PEEKED_AT)
                        .toList();
        for (String entry : likeliestFirst) {
            try (InputStream in = export.open(entry)) {
                if (Capture.begins(entry, in.readNBytes(PEEKED_BYTES))) {
                    return true;
                }
            } catch (ExportException e) {
                continue;
            }
        }
        return false;
    }

    @Override
    public Reader open(Export export, Settings settings) throws IOException {
        List<Capture> captures = new ArrayList<>();
        for (String entry : candidates(export)) {
            Capture capture = Capture.of(export, entry);
            if (capture != null) {
                captures.add(capture);
            }
        }
        captures.sort(Comparator.comparing(Capture::kind).thenComparing(Capture::entry));
        return new MySpaceReader(export, Owner.of(export, captures), captures);
    }

    private static List<String> candidates(Export export) {
        List<String> entries = export.entries();
        return entries.size() == 1
                ? entries.stream().filter(entry -> !Capture.isForbidden(entry)).toList()
                : entries.stream().filter(Capture::mayBe).toList();
    }
}
