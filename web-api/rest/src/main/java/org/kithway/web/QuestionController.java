package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.model.PersonId;
import org.kithway.registry.CandidateSearches;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.web.Answers.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** What a layman asks: who knows, whom to hire, who helps to a job, whom to ask before buying. */
@RestController
@RequestMapping("/api/v1/questions")
final class QuestionController {
    private static final int LIMIT = 10;
    private static final int LARGEST_LIMIT = 50;
    private static final int LONGEST_TOPIC = 500;
    private static final int LONGEST_DESCRIPTION = 20_000;
    private static final int HOPS = 3;
    private static final int MOST_HOPS = 6;
    private static final int RECORDED = 100;

    private final Answers answers;
    private final CandidateSearches candidates;
    private final People people;

    QuestionController(Answers answers, People people, Registry registry) {
        this.answers = answers;
        this.people = people;
        this.candidates = registry.candidateSearches();
    }

    /**
     * @param text what is known, wished or to be bought, in plain words
     * @param maxHops people at most so many introductions away, 1 to 6; 3 if null
     * @param limit 1 to 50; 10 if null
     */
    record Question(@Nullable String text, @Nullable Integer maxHops, @Nullable Integer limit) {}

    /**
     * @param conflicted whether those with an interest of their own count as others do; else their
     *     score is 0 and they come last
     */
    record PurchaseQuestion(
            @Nullable String text,
            @Nullable Integer maxHops,
            @Nullable Integer limit,
            @Nullable Boolean conflicted) {}

    /**
     * @param text the description of the position; its first line is its title
     * @param purpose for what candidates are searched; it is recorded
     */
    record CandidateQuestion(
            @Nullable String text,
            @Nullable String purpose,
            @Nullable Integer maxHops,
            @Nullable Integer limit) {}

    /** Who knows about something, and is in reach. */
    @PostMapping("/experts")
    Answer experts(@AuthenticationPrincipal Principal viewer, @RequestBody Question question) {
        return answers.experts(
                viewer,
                text(question.text(), LONGEST_TOPIC),
                hops(question.maxHops()),
                limit(question.limit()));
    }

    /** Who can help the one who asks to a job. */
    @PostMapping("/jobs")
    Answer jobs(@AuthenticationPrincipal Principal viewer, @RequestBody Question question) {
        return answers.jobs(
                viewer,
                text(question.text(), LONGEST_TOPIC),
                hops(question.maxHops()),
                limit(question.limit()));
    }

    /** Whom to ask before something is bought. */
    @PostMapping("/purchases")
    Answer purchases(
            @AuthenticationPrincipal Principal viewer, @RequestBody PurchaseQuestion question) {
        return answers.purchases(
                viewer,
                text(question.text(), LONGEST_TOPIC),
                hops(question.maxHops()),
                limit(question.limit()),
                Boolean.TRUE.equals(question.conflicted()));
    }

    /** Who could take a position, where the organization lets that be asked. */
    @PostMapping("/candidates")
    Answer candidates(
            @AuthenticationPrincipal Principal viewer, @RequestBody CandidateQuestion question) {
        if (!candidates.allowed(viewer.organization())) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "Candidates are not searched here: an administrator has to allow it first.");
        }
        @Nullable String purpose = question.purpose();
        if (purpose == null
                || purpose.isBlank()
                || purpose.length() > CandidateSearches.LONGEST_PURPOSE) {
            throw ProblemException.invalid(
                    "purpose has 1 to "
                            + CandidateSearches.LONGEST_PURPOSE
                            + " characters: say for what candidates are searched.");
        }
        Answer answer =
                answers.candidates(
                        viewer,
                        text(question.text(), LONGEST_DESCRIPTION),
                        hops(question.maxHops()),
                        limit(question.limit()));
        candidates.record(
                viewer,
                purpose.strip(),
                answer.people().stream().map(each -> new PersonId(each.person().id())).toList());
        return answer;
    }

    /** Whether candidates may be searched. */
    record CandidateSetting(@Nullable Boolean allowed) {}

    @GetMapping("/candidates/setting")
    CandidateSetting setting(@AuthenticationPrincipal Principal viewer) {
        return new CandidateSetting(candidates.allowed(viewer.organization()));
    }

    /** For administrators. */
    @PostMapping("/candidates/setting")
    CandidateSetting allow(
            @AuthenticationPrincipal Principal viewer, @RequestBody CandidateSetting setting) {
        if (setting.allowed() == null) {
            throw ProblemException.invalid("allowed is true or false.");
        }
        candidates.allow(viewer, setting.allowed());
        return setting;
    }

    record CandidateRecord(List<RecordedSearch> searches) {}

    /**
     * @param people ids of those whom the answer named, best first
     */
    record RecordedSearch(People.Named member, String purpose, List<String> people, String asked) {}

    /** The latest 100 searches for candidates; for administrators. */
    @GetMapping("/candidates/record")
    CandidateRecord recorded(@AuthenticationPrincipal Principal viewer) {
        var names = people.memberNames(viewer.organization());
        return new CandidateRecord(
                candidates.list(viewer.organization(), RECORDED).stream()
                        .map(each ->
                                new RecordedSearch(
                                        People.named(each.member(), names),
                                        each.purpose(),
                                        each.people().stream().map(PersonId::value).toList(),
                                        each.asked().toString()))
                        .toList());
    }

    private static String text(@Nullable String given, int longest) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw ProblemException.invalid(
                    "text has 1 to " + longest + " characters: say what you need, in plain words.");
        }
        return text;
    }

    private static int hops(@Nullable Integer given) {
        return Limits.within("maxHops", given, HOPS, 1, MOST_HOPS);
    }

    private static int limit(@Nullable Integer given) {
        return Limits.within("limit", given, LIMIT, 1, LARGEST_LIMIT);
    }
}
