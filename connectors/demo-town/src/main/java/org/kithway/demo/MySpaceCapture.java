package org.kithway.demo;

import org.kithway.demo.Presence.Account;
import org.kithway.demo.Presence.Site;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/**
 * What an application of a member could fetch from MySpace while the site had its OpenSocial
 * interface (0.9): the member and the friends.
 */
final class MySpaceCapture {
    private MySpaceCapture() {}

    static SequencedMap<String, Long> write(Town town, Person member, OutputStream out)
            throws IOException {
        try (SiteFiles files = new SiteFiles(out, Town.TODAY)) {
            Account own = town.presence().account(member, Site.MYSPACE).orElseThrow();
            files.add("people/@me/@self.json", 1, "{\"person\":" + person(own) + "}\n");
            List<String> friends = new ArrayList<>();
            for (Friendship pair : town.friendsOf(member)) {
                town.presence()
                        .account(town.person(pair.other(member.id())), Site.MYSPACE)
                        .ifPresent(friend -> friends.add("{\"person\":" + person(friend) + "}"));
            }
            files.add(
                    "people/@me/@friends.json",
                    friends.size(),
                    "{\"entry\":[%s],\"itemsPerPage\":%d,\"startIndex\":1,\"totalResults\":%d}\n"
                            .formatted(
                                    String.join(",\n  ", friends), friends.size(), friends.size()));
            return files.records();
        }
    }

    private static String person(Account account) {
        return "{\"id\":\"myspace.com.person.%d\",\"displayName\":%s,\"profileUrl\":\"http://www.myspace.com/%s\"}"
                .formatted(account.number(), SiteFiles.json(account.name()), account.handle());
    }
}
