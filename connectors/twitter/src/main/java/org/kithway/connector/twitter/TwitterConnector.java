package org.kithway.connector.twitter;

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
import java.util.List;
import java.util.Set;

/** Reads the archives that Twitter, now X, hands its members: of every age, whole or by file. */
public final class TwitterConnector implements Connector {
    private static final int MOST_PEEKED_AT = 16;

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    Who.TWITTER,
                    "Twitter / X",
                    Set.of(Who.TWITTER, Site.EMAIL),
                    List.of(
                            "Open x.com, click More, then Settings and privacy.",
                            "Choose Your account, then Download an archive of your data.",
                            "Confirm your password and the code that you are sent, and click"
                                    + " Request archive.",
                            "Wait a day or more for the notice that the archive is ready.",
                            "Download it from the same page, and upload the zip file as it is."),
                    List.of(
                            "your account: name, handle, number, e-mail address, bio, place",
                            "whom you follow and who follows you",
                            "your tweets: texts, links, hashtags, and whom they answer, mention or"
                                    + " repeat",
                            "lists: who put you on one, and which you made or read",
                            "likes, where the archive names whose tweet it was",
                            "direct messages: who wrote to whom, when, and among how many"),
                    List.of(
                            "what direct messages say",
                            "deleted tweets, drafts, tweets of protected accounts",
                            "phone numbers and uploaded address books",
                            "advertisements and the interests that they suppose of you",
                            "locations, devices, log-ins and IP addresses, searches",
                            "whom you blocked or muted",
                            "conversations with Grok, encrypted messages"),
                    Set.of(
                            new Affordance(Action.MESSAGE, Towards.FOLLOWERS),
                            new Affordance(Action.FOLLOW, Towards.ANYONE),
                            new Affordance(Action.COMMENT, Towards.ANYONE),
                            new Affordance(Action.MENTION, Towards.ANYONE)),
                    List.of());

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean recognizes(Export export) throws IOException {
        List<String> candidates =
                export.entries().stream()
                        .filter(entry -> Part.isLookedInto(export, entry))
                        .limit(MOST_PEEKED_AT)
                        .toList();
        for (String entry : candidates) {
            try {
                if (Part.isTwitters(Part.head(export, entry, Part.HEAD_BYTES))) {
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
        List<Part> parts = Part.of(export);
        return new TwitterReader(export, Cover.of(export, parts), parts);
    }
}
