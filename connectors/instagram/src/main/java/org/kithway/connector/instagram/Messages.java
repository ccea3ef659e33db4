package org.kithway.connector.instagram;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Conversations: who wrote to whom, when, and among how many; what they wrote is passed over
 * unseen. Only the ties between the owner and the others are stated, not those among the others.
 */
final class Messages {
    private static final int REMEMBERED = 10_000;

    /** Folders of what strangers sent. */
    private static final Pattern UNWANTED =
            Pattern.compile("(?:^|/)(?:message_requests|filtered_threads|spam)/");

    private static final Pattern CLOSED = Pattern.compile("(?:^|/)instagramuser_[^/]*/[^/]+$");

    /** {@code inbox/annexample_abc123/message_1.json}: the part before the last underscore. */
    private static final Pattern FOLDER = Pattern.compile("^.*?([^/]*?)(?:_[^_/]*)?/[^/]*$");

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]");

    private final People people;
    private final Map<Sending, Integer> sendings =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Sending, Integer> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private String file = "";
    private boolean unwanted;
    private boolean closed;

    /** As the folder of the file is called. */
    private String folder = "";

    private @Nullable Partner last;

    Messages(People people) {
        this.people = people;
    }

    /**
     * One message's setting.
     *
     * @param others all who took part beside the owner
     */
    private record Conversation(String sender, boolean sent, Set<String> others) {}

    /** With whom the owner talks in the conversation that was met last. */
    private record Partner(
            Set<String> participants, @Nullable String title, @Nullable String name) {
        boolean isOf(Set<String> others, @Nullable String called) {
            return participants.equals(others) && Objects.equals(title, called);
        }
    }

    private record Sending(AccountId from, AccountId to, Instant at) {}

    Reading read(JsonRecord item, JsonRecord head, boolean page) throws UnreadableRecord {
        look(item.place().entry());
        if (unwanted || head.isTrue("is_pending")) {
            return item.withhold("message request");
        }
        if (item.isTrue("is_unsent")) {
            return item.withhold("unsent");
        }
        String type = item.text("type");
        if ("Subscribe".equals(type) || "Unsubscribe".equals(type)) {
            return item.withhold("coming or going of a member");
        }
        if ("Call".equals(type) || item.has("call_duration")) {
            return item.withhold("call");
        }
        if (closed) {
            return item.withhold("closed account");
        }
        Instant at = item.time("timestamp_ms");
        if (at == null) {
            throw new UnreadableRecord("the message's time is missing or cannot be read");
        }
        List<Fact> facts = new ArrayList<>();
        Conversation in = conversation(item, head, page);
        String sender = in.sender();
        for (String written : in.sent() ? in.others() : List.of(sender)) {
            String name = People.name(written);
            if (name != null) {
                AccountId other =
                        people.introduce(AccountId.named(People.INSTAGRAM, name), name, facts);
                AccountId from = in.sent() ? AccountId.OWNER : other;
                AccountId to = in.sent() ? other : AccountId.OWNER;
                int all = in.others().size() + 1;
                facts.add(new Fact.Messaged(from, to, at, all, ordinal(from, to, at, page)));
            }
        }
        if (facts.isEmpty()) {
            return item.withhold(in.others().isEmpty() ? "message to oneself" : "closed account");
        }
        return item.keep(facts);
    }

    /** What a file's path says of all messages in it. */
    private void look(String entry) {
        if (!entry.equals(file)) {
            file = entry;
            unwanted = UNWANTED.matcher(entry).find();
            closed = CLOSED.matcher(entry).find();
            folder = slug(FOLDER.matcher(entry).replaceFirst("$1"));
            last = null;
        }
    }

    /** Files of JSON tell the millisecond: what is told twice is one message. */
    private int ordinal(AccountId from, AccountId to, Instant at, boolean page) {
        return page ? sendings.merge(new Sending(from, to, at), 1, Integer::sum) - 1 : 0;
    }

    /** Who wrote, whether that is the owner, and all who took part beside the owner. */
    private Conversation conversation(JsonRecord item, JsonRecord head, boolean page)
            throws UnreadableRecord {
        String sender = sender(item);
        Set<String> others = participants(head);
        String partner = partner(others, item, head);
        if (partner != null && others.size() == 2 && !people.isOwnerKnown()) {
            others.stream().filter(name -> !name.equals(partner)).forEach(people::isOwner);
        }
        boolean sent = isSent(sender, others, partner, page);
        others.add(sender);
        if (sent) {
            others.remove(sender);
        }
        boolean named = others.removeIf(people::isOwnerNamed);
        if (partner != null && others.isEmpty()) {
            others.add(partner);
        } else if (partner != null && others.size() == 2 && !sent && !named) {
            // The owner, under a name that no other file gives.
            others.removeIf(name -> !name.equals(partner));
        }
        return new Conversation(sender, sent, others);
    }

    private boolean isSent(
            String sender, Set<String> participants, @Nullable String partner, boolean page)
            throws UnreadableRecord {
        if (people.isOwnerNamed(sender)) {
            return true;
        }
        if (participants.stream().anyMatch(people::isOwnerNamed)) {
            return false;
        }
        if (partner != null) {
            return !sender.equals(partner);
        }
        // Pages may list the others alone, and groups leave out those who went.
        if (people.isOwnerKnown() && (page || participants.size() != 2)) {
            return false;
        }
        throw new UnreadableRecord(
                "nothing shows who is the owner: import the whole archive, or the profile"
                        + " information together with this file");
    }

    private static String sender(JsonRecord item) throws UnreadableRecord {
        if (item.values().get("sender_name") instanceof String sender) {
            return sender.strip();
        }
        throw new UnreadableRecord("the message does not say who wrote it");
    }

    private static Set<String> participants(JsonRecord head) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonRecord participant : head.objects("participants")) {
            names.add(participant.values().get("name") instanceof String name ? name.strip() : "");
        }
        return names;
    }

    /**
     * With whom the owner talks, where two do: folders, files and pages are called after the
     * partner.
     */
    private @Nullable String partner(Set<String> participants, JsonRecord item, JsonRecord head) {
        String title = head.text("title");
        if (participants.isEmpty()) {
            return People.name(title);
        }
        if (participants.size() != 2) {
            return null;
        }
        if (last == null || !last.isOf(participants, title)) {
            last = new Partner(Set.copyOf(participants), title, fitting(participants, title));
        }
        return last.name();
    }

    private @Nullable String fitting(Set<String> participants, @Nullable String title) {
        List<String> fitting =
                participants.stream()
                        .filter(name -> name.equals(title) || isCalled(folder, slug(name)))
                        .toList();
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }

    private static boolean isCalled(String folder, String name) {
        return folder.length() > 2 && !name.isEmpty() && name.startsWith(folder);
    }

    private static String slug(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return NO_LETTERS.matcher(plain).replaceAll("");
    }
}
