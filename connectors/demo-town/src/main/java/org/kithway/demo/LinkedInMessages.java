package org.kithway.demo;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * messages.csv: conversations, the latest first, and between them what is no sign of a tie:
 * advertising without a sender's address, strangers, spam, drafts, people who have left.
 */
final class LinkedInMessages {
    private static final long NOISE = 21;

    private final Town town;
    private final Person member;
    private final LinkedInArchive.Options options;
    private final LinkedInFiles files;
    private final List<Friendship> friendships;
    private final Dice dice;

    LinkedInMessages(
            Town town,
            Person member,
            LinkedInArchive.Options options,
            LinkedInFiles files,
            List<Friendship> friendships) {
        this.town = town;
        this.member = member;
        this.options = options;
        this.files = files;
        this.friendships = friendships;
        this.dice = Dice.of(town.seed(), NOISE, member.id());
    }

    void write() throws IOException {
        files.begin(
                "messages.csv",
                complete()
                        ? LinkedInFiles.MESSAGES
                        : LinkedInFiles.MESSAGES.replace(",IS CONVERSATION DRAFT", ""));
        List<Conversation> conversations = new ArrayList<>(town.groupConversations(member));
        friendships.forEach(
                friendship -> town.conversation(friendship).ifPresent(conversations::add));
        conversations.sort(
                Comparator.comparing((Conversation conversation) ->
                                conversation.messages().getFirst().at())
                        .reversed()
                        .thenComparing(Conversation::id));
        for (Conversation conversation : conversations) {
            write(conversation);
        }
        advertising();
        strangers();
        drafts();
    }

    private void write(Conversation conversation) throws IOException {
        for (Message message : conversation.messages()) {
            if (!message.at().atOffset(ZoneOffset.UTC).toLocalDate().isAfter(options.asOf())) {
                List<Person> readers =
                        conversation.participants().stream()
                                .filter(id -> id != message.from())
                                .map(town::person)
                                .toList();
                Person sender = town.person(message.from());
                row(
                        conversation.id(),
                        conversation.title(),
                        shown(sender),
                        addressOf(sender),
                        readers.stream()
                                .map(LinkedInMessages::shown)
                                .collect(Collectors.joining(",")),
                        readers.stream()
                                .map(LinkedInMessages::addressOf)
                                .collect(Collectors.joining(",")),
                        message.at(),
                        message.subject(),
                        message.text(),
                        "INBOX",
                        "No");
            }
        }
    }

    private void advertising() throws IOException {
        for (int i = 0; i < 5; i++) {
            row(
                    Dealings.conversationId(dice),
                    "",
                    Names.given(dice) + " " + Names.family(dice),
                    "",
                    member.name(),
                    LinkedInArchive.address(member),
                    longAgo(),
                    "A course for you, " + member.given(),
                    "<p class=\"spinmail-quill-editor__spin-break\">Hi %FIRSTNAME%, have you thought about"
                            + " learning something new?</p>",
                    "INBOX",
                    "No");
        }
    }

    private void strangers() throws IOException {
        for (int i = 0; i < 6; i++) {
            String given = Names.given(dice);
            String family = Names.family(dice);
            row(
                    Dealings.conversationId(dice),
                    "",
                    given + " " + family,
                    "https://www.linkedin.com/in/"
                            + Names.slug(given + "-" + family)
                            + "-"
                            + Long.toHexString(dice.next() >>> 32),
                    member.name(),
                    LinkedInArchive.address(member),
                    longAgo(),
                    "",
                    "Are you open to a new challenge?",
                    i % 2 == 0 ? "SPAM" : "INBOX",
                    "No");
        }
    }

    private void drafts() throws IOException {
        for (Friendship friendship : friendships.subList(0, Math.min(2, friendships.size()))) {
            Person friend = town.person(friendship.other(member.id()));
            row(
                    Dealings.conversationId(dice),
                    "",
                    member.name(),
                    LinkedInArchive.address(member),
                    shown(friend),
                    addressOf(friend),
                    longAgo(),
                    "",
                    "Dear colleague, I wanted to ask",
                    "INBOX",
                    "Yes");
        }
    }

    private void row(
            String id,
            String title,
            String from,
            String fromAddress,
            String to,
            String toAddresses,
            Instant at,
            String subject,
            String text,
            String folder,
            String draft)
            throws IOException {
        List<String> cells =
                new ArrayList<>(
                        List.of(
                                id,
                                LinkedInArchive.planted(title, options.canary()),
                                from,
                                fromAddress,
                                to,
                                toAddresses,
                                LinkedInFiles.second(at) + " UTC",
                                LinkedInArchive.planted(subject, options.canary()),
                                LinkedInArchive.planted(text, options.canary()),
                                folder,
                                "",
                                draft));
        if (complete()) {
            cells.add("No");
        }
        files.row(cells.toArray(String[]::new));
    }

    private Instant longAgo() {
        return Town.startOf(options.asOf()).minusSeconds(dice.between(86_400L, 3L * 31_536_000));
    }

    private boolean complete() {
        return options.edition() == LinkedInArchive.Edition.COMPLETE;
    }

    private static String shown(Person person) {
        return person.closed() ? "LinkedIn Member" : person.name();
    }

    private static String addressOf(Person person) {
        return person.closed() ? "" : LinkedInArchive.address(person);
    }
}
