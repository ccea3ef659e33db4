package org.kithway.demo;

import org.jspecify.annotations.Nullable;
import org.kithway.demo.Presence.Account;
import org.kithway.demo.Presence.Site;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A member's blog as Blogger exports it: posts, and comments of friends who blog as well. */
final class BloggerArchive {
    private static final long COMMENTS = 51;

    private BloggerArchive() {}

    static SequencedMap<String, Long> write(Town town, Person member, OutputStream out)
            throws IOException {
        try (SiteFiles files = new SiteFiles(out, Town.TODAY)) {
            Account own = town.presence().account(member, Site.BLOGGER).orElseThrow();
            List<Account> friends =
                    town.friendsOf(member).stream()
                            .flatMap(pair ->
                                    town
                                            .presence()
                                            .account(
                                                    town.person(pair.other(member.id())),
                                                    Site.BLOGGER)
                                            .stream())
                            .toList();
            Dice dice = Dice.of(town.seed(), COMMENTS, member.id());
            String blog = "tag:blogger.com,1999:blog-" + own.number();
            StringBuilder feed = new StringBuilder();
            feed.append("<?xml version='1.0' encoding='UTF-8'?>\n")
                    .append("<feed xmlns='http://www.w3.org/2005/Atom'")
                    .append(" xmlns:thr='http://purl.org/syndication/thread/1.0'>\n<id>")
                    .append(blog)
                    .append(".archive</id>\n<title type='text'>")
                    .append(SiteFiles.xml("Notes on " + member.trade()))
                    .append("</title>\n")
                    .append(author(own))
                    .append("<generator version='7.00' uri='http://www.blogger.com'>Blogger")
                    .append("</generator>\n");
            long entries = 0;
            for (Post post : town.posts(member)) {
                if (SiteFiles.later(post.at())) {
                    continue;
                }
                String id = blog + ".post-" + post.urn();
                feed.append(entry(id, "post", post.at().toString(), post.text(), own, null));
                entries++;
                if (!friends.isEmpty() && dice.chance(0.6)) {
                    feed.append(
                            entry(
                                    blog + ".post-" + (post.urn() + 1),
                                    "comment",
                                    post.at().plusSeconds(7_200).toString(),
                                    "Well put.",
                                    dice.pick(friends),
                                    id));
                    entries++;
                }
            }
            files.add("blog-11-14-2025.xml", entries, feed.append("</feed>\n").toString());
            return files.records();
        }
    }

    private static String entry(
            String id,
            String kind,
            String at,
            String text,
            Account author,
            @Nullable String inReplyTo) {
        return "<entry><id>%s</id><published>%s</published><updated>%s</updated><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#%s'/><title type='text'>%s</title><content type='html'>%s</content>%s%s</entry>\n"
                .formatted(
                        id,
                        at,
                        at,
                        kind,
                        SiteFiles.xml(text.lines().findFirst().orElse("")),
                        SiteFiles.xml("<p>" + SiteFiles.xml(text) + "</p>"),
                        author(author),
                        Optional.ofNullable(inReplyTo)
                                .map(post -> "<thr:in-reply-to ref='" + post + "'/>")
                                .orElse(""));
    }

    private static String author(Account account) {
        return "<author><name>%s</name><uri>http://www.blogger.com/profile/%d</uri><email>noreply@blogger.com</email></author>\n"
                .formatted(SiteFiles.xml(account.name()), account.number());
    }
}
