package org.kithway.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * Writes what a member of the town would get from LinkedIn: the files of its exports of 2025, with
 * their quirks. Addresses of profiles are percent-encoded in Connections.csv, decoded elsewhere and
 * without a scheme in endorsements; every file writes dates in its own way; line breaks in
 * Shares.csv carry quotes; quotes in Comments.csv are escaped by a backslash; closed accounts have
 * left blank rows.
 *
 * <p>All contents follow from the town and the options. The compressed bytes are the same wherever
 * the JDK's zlib is the same.
 */
public final class LinkedInArchive {
    /** What the member asked the site for. */
    public enum Edition {
        /** Everything, as it arrives after a day. */
        COMPLETE,
        /** What arrives after minutes: no shares, no comments, no searches, no advertising data. */
        BASIC
    }

    /**
     * @param canary planted wherever a private text stands: messages, their subjects, notes of
     *     invitations, searches; empty plants nothing
     * @param asOf the day of the export, at most {@link Town#TODAY}; nothing later is in it
     */
    public record Options(Edition edition, String canary, LocalDate asOf) {
        /** A complete export of the town's last day. */
        public static final Options COMPLETE = new Options(Edition.COMPLETE, "", Town.TODAY);

        /** A basic export of the town's last day. */
        public static final Options BASIC = new Options(Edition.BASIC, "", Town.TODAY);

        /** These options with a canary. */
        public Options withCanary(String text) {
            return new Options(edition, text, asOf);
        }

        /** These options, exported on another day. */
        public Options asOf(LocalDate day) {
            return new Options(edition, canary, day);
        }

        /** What the site calls the file. */
        public String fileName() {
            return (edition == Edition.COMPLETE ? "Complete" : "Basic")
                    + "_LinkedInDataExport_"
                    + DateTimeFormatter.ofPattern("MM-dd-uuuu", Locale.ROOT).format(asOf)
                    + ".zip";
        }
    }

    private final Town town;
    private final Person member;
    private final Options options;
    private final LinkedInFiles files;
    private final List<Friendship> friendships;

    private LinkedInArchive(Town town, Person member, Options options, LinkedInFiles files) {
        this.town = town;
        this.member = member;
        this.options = options;
        this.files = files;
        this.friendships =
                town.friendsOf(member).stream()
                        .filter(friendship -> !friendship.since().isAfter(options.asOf()))
                        .sorted(
                                Comparator.comparing(Friendship::since)
                                        .reversed()
                                        .thenComparing(Friendship::a)
                                        .thenComparing(Friendship::b))
                        .toList();
    }

    /**
     * Writes the archive to a file, which is replaced if it exists.
     *
     * @return how many records each file of the archive holds, without headers, in their order
     */
    public static SequencedMap<String, Long> write(
            Town town, Person member, Path zip, Options options) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
            return write(town, member, out, options);
        }
    }

    /**
     * Writes the archive and leaves the stream open.
     *
     * @return how many records each file of the archive holds, without headers, in their order
     */
    public static SequencedMap<String, Long> write(
            Town town, Person member, OutputStream out, Options options) throws IOException {
        try (LinkedInFiles files = new LinkedInFiles(out, options.asOf())) {
            new LinkedInArchive(town, member, options, files).write();
            return files.records();
        }
    }

    private void write() throws IOException {
        profile();
        emailAddresses();
        positions();
        education();
        skills();
        connections();
        invitations();
        new LinkedInMessages(town, member, options, files, friendships).write();
        endorsements(true);
        endorsements(false);
        recommendations(true);
        recommendations(false);
        companyFollows();
        if (options.edition() == Edition.COMPLETE) {
            shares();
            comments();
            searches();
            advertising();
        }
    }

    private void profile() throws IOException {
        files.begin("Profile.csv", LinkedInFiles.PROFILE);
        files.row(
                member.given(),
                member.family(),
                "",
                (member.id() + 3) + " Tallow Lane, " + Town.NAME,
                "Feb " + (member.id() + 5),
                member.headline(),
                "Member of a cooperative in "
                        + Town.NAME
                        + ".\nAsk me about "
                        + member.trade()
                        + ".",
                member.trade(),
                "",
                member.place(),
                "[" + Names.ascii(member.given() + member.family()).replace("-", "") + "]",
                "[PORTFOLIO:https://" + Names.ascii(member.name()) + ".example]",
                "");
    }

    private void emailAddresses() throws IOException {
        files.begin("Email Addresses.csv", "Email Address,Confirmed,Primary,Updated On");
        files.row(member.email(), "Yes", "Yes", "Not Available");
        files.row(Names.ascii(member.name()) + "@post.example", "Yes", "No", "Not Available");
    }

    private void positions() throws IOException {
        files.begin(
                "Positions.csv", "Company Name,Title,Description,Location,Started On,Finished On");
        for (Position job : member.positions()) {
            if (!job.started().atDay(1).isAfter(options.asOf())) {
                boolean lasts = job.finished() == null || job.heldOn(options.asOf());
                files.row(
                        job.company().name(),
                        job.title(),
                        job.description(),
                        member.place(),
                        LinkedInFiles.month(job.started()),
                        lasts || job.finished() == null ? "" : LinkedInFiles.month(job.finished()));
            }
        }
    }

    private void education() throws IOException {
        files.begin(
                "Education.csv", "School Name,Start Date,End Date,Notes,Degree Name,Activities");
        for (Schooling school : member.schools()) {
            files.row(
                    school.school(),
                    Integer.toString(school.from()),
                    Integer.toString(school.to()),
                    "",
                    school.degree(),
                    "");
        }
    }

    private void skills() throws IOException {
        files.begin("Skills.csv", "Name");
        for (Skill skill : member.skills()) {
            files.row(skill.name());
        }
    }

    private void connections() throws IOException {
        files.begin(
                "Connections.csv", LinkedInFiles.CONNECTIONS_PREAMBLE, LinkedInFiles.CONNECTIONS);
        for (Friendship friendship : friendships) {
            Person friend = town.person(friendship.other(member.id()));
            String since = LinkedInFiles.day(friendship.since());
            if (friend.closed()) {
                files.row("", "", "", "", "", "", since);
            } else {
                files.row(
                        friend.given(),
                        friend.family(),
                        "https://www.linkedin.com/in/"
                                + URLEncoder.encode(friend.slug(), StandardCharsets.UTF_8),
                        friend.showsEmail() ? friend.email() : "",
                        friend.positionOn(options.asOf())
                                .map(job -> job.company().name())
                                .orElse(""),
                        friend.positionOn(options.asOf()).map(Position::title).orElse(""),
                        since);
            }
        }
    }

    /** The site keeps those of the last two years and the unanswered ones. */
    private void invitations() throws IOException {
        List<Invitation> invitations = new ArrayList<>(town.pendingInvitations(member));
        for (Friendship friendship : friendships) {
            if (!town.person(friendship.other(member.id())).closed()
                    && friendship.since().isAfter(options.asOf().minusYears(2))) {
                invitations.add(town.invitation(friendship));
            }
        }
        invitations.removeIf(invitation -> later(invitation.at()));
        invitations.sort(
                Comparator.comparing(Invitation::at)
                        .reversed()
                        .thenComparing(Invitation::from)
                        .thenComparing(Invitation::to));
        files.begin(
                "Invitations.csv",
                "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl");
        for (Invitation invitation : invitations) {
            files.row(
                    town.person(invitation.from()).name(),
                    town.person(invitation.to()).name(),
                    LinkedInFiles.minute(invitation.at()),
                    planted(invitation.note()),
                    invitation.from() == member.id() ? "OUTGOING" : "INCOMING",
                    address(town.person(invitation.from())),
                    address(town.person(invitation.to())));
        }
    }

    private void endorsements(boolean given) throws IOException {
        List<Endorsement> endorsements = new ArrayList<>();
        for (Friendship friendship : friendships) {
            int other = friendship.other(member.id());
            if (!town.person(other).closed()) {
                endorsements.addAll(town.endorsements(friendship, given ? member.id() : other));
            }
        }
        endorsements.removeIf(endorsement -> later(endorsement.at()));
        endorsements.sort(
                Comparator.comparing(Endorsement::at)
                        .reversed()
                        .thenComparing(Endorsement::from)
                        .thenComparing(Endorsement::to));
        String other = given ? "Endorsee" : "Endorser";
        files.begin(
                given ? "Endorsement_Given_Info.csv" : "Endorsement_Received_Info.csv",
                "Endorsement Date,Skill Name,%1$s First Name,%1$s Last Name,%1$s Public Url,Endorsement Status"
                        .formatted(other));
        for (Endorsement endorsement : endorsements) {
            Person counterpart = town.person(given ? endorsement.to() : endorsement.from());
            files.row(
                    LinkedInFiles.slashedSecond(endorsement.at()),
                    endorsement.skill(),
                    counterpart.given(),
                    counterpart.family(),
                    "www.linkedin.com/in/" + counterpart.slug(),
                    endorsement.accepted() ? "ACCEPTED" : "PENDING");
        }
    }

    private void recommendations(boolean given) throws IOException {
        files.begin(
                given ? "Recommendations_Given.csv" : "Recommendations_Received.csv",
                "First Name,Last Name,Company,Job Title,Text,Creation Date,Status");
        List<Recommendation> recommendations = new ArrayList<>();
        for (Friendship friendship : friendships) {
            int other = friendship.other(member.id());
            if (!town.person(other).closed()) {
                town.recommendation(friendship, given ? member.id() : other)
                        .ifPresent(recommendations::add);
            }
        }
        recommendations.removeIf(recommendation -> later(recommendation.at()));
        recommendations.sort(Comparator.comparing(Recommendation::at).reversed());
        for (Recommendation recommendation : recommendations) {
            Person counterpart = town.person(given ? recommendation.to() : recommendation.from());
            files.row(
                    counterpart.given(),
                    counterpart.family(),
                    counterpart
                            .positionOn(options.asOf())
                            .map(job -> job.company().name())
                            .orElse(""),
                    counterpart.positionOn(options.asOf()).map(Position::title).orElse(""),
                    recommendation.text(),
                    LinkedInFiles.paddedMinute(recommendation.at()),
                    "VISIBLE");
        }
    }

    private void companyFollows() throws IOException {
        files.begin("Company Follows.csv", "Organization,Followed On");
        Instant at = Town.startOf(options.asOf()).minusSeconds(86_399);
        for (Company company : town.follows(member)) {
            files.row(company.name(), LinkedInFiles.unixDate(at));
            at = at.minusSeconds(3_000_017);
        }
    }

    private void shares() throws IOException {
        files.begin("Shares.csv", "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility");
        for (Post post : town.posts(member)) {
            if (!later(post.at())) {
                files.raw(
                        LinkedInFiles.second(post.at())
                                + ",https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A"
                                + post.urn()
                                + ",\""
                                + post.text().replace("\"", "\"\"").replace("\n", "\"\"\n\"\"")
                                + "\",\""
                                + post.link()
                                + "\",\"\",MEMBER_NETWORK");
            }
        }
    }

    private void comments() throws IOException {
        files.begin("Comments.csv", "Date,Link,Message");
        for (Post comment : town.comments(member)) {
            if (!later(comment.at())) {
                files.raw(
                        LinkedInFiles.second(comment.at())
                                + ",https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A"
                                + comment.urn()
                                + ","
                                + LinkedInFiles.quoted(comment.text(), "\\\""));
            }
        }
    }

    /** A file that nobody but the member should ever read. */
    private void searches() throws IOException {
        files.begin("SearchQueries.csv", "Time,Search Query");
        Instant at = Town.startOf(options.asOf()).minusSeconds(40_000);
        for (Skill skill : member.skills()) {
            files.row(LinkedInFiles.slashedSecond(at), planted("jobs " + skill.name()));
            at = at.minusSeconds(777_777);
        }
    }

    private void advertising() throws IOException {
        files.begin(
                "Ad_Targeting.csv",
                "Member Age,Company Names,Company Names,Degrees,Job Titles,Job Titles,Member Interests");
        files.row(
                "35-54",
                Town.COOPERATIVE.name(),
                "",
                "",
                member.trade(),
                "",
                planted("Gardening; Boats"));
    }

    private boolean later(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().isAfter(options.asOf());
    }

    private String planted(String text) {
        return planted(text, options.canary());
    }

    static String planted(String text, String canary) {
        return text.isEmpty() || canary.isEmpty() ? text : text + " " + canary;
    }

    static String address(Person person) {
        return "https://www.linkedin.com/in/" + person.slug();
    }
}
