package org.kithway.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.kithway.expertise.ExpertRanking;
import org.kithway.model.AccountId;
import org.kithway.model.PersonId;
import org.kithway.registry.Principal;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.EvidenceSearch;
import org.kithway.search.PersonDocument;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who knows about something, with the evidence that each score is the sum of. */
@RestController
@RequestMapping("/api/v1/experts")
final class ExpertController {
    private static final int TEXTS = 500;
    private static final int LIMIT = 10;
    private static final int LARGEST_LIMIT = 100;
    private static final int LONGEST_TOPIC = 500;
    private static final int LINES = 20;

    private final EvidenceSearch evidence;
    private final People people;
    private final Clock clock;

    ExpertController(EvidenceSearch evidence, People people, Clock clock) {
        this.evidence = evidence;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param topic in plain words
     * @param limit 1 to 100; 10 if null
     */
    record ExpertQuestion(@Nullable String topic, @Nullable Integer limit) {}

    record ExpertAnswer(List<ExpertView> experts) {}

    /**
     * @param score the sum of the points of the evidence, those of {@code more} included
     * @param more what is not shown, or null if all is
     */
    record ExpertView(
            ExpertPerson person, double score, List<PointLine> evidence, @Nullable More more) {}

    record ExpertPerson(String id, String name, @Nullable String headline) {}

    record PointLine(
            String kind,
            String site,
            @Nullable String date,
            String text,
            @JsonProperty("import") String imported,
            String place,
            double points,
            People.@Nullable Source by) {}

    record More(int count, double points) {}

    @PostMapping
    ExpertAnswer experts(
            @AuthenticationPrincipal Principal viewer, @RequestBody ExpertQuestion question) {
        String topic = question.topic() == null ? "" : question.topic().strip();
        if (topic.isEmpty() || topic.length() > LONGEST_TOPIC) {
            throw ProblemException.invalid(
                    "topic has 1 to " + LONGEST_TOPIC + " characters: say what to be expert in.");
        }
        int limit = Limits.within("limit", question.limit(), LIMIT, 1, LARGEST_LIMIT);
        Map<String, EvidenceDocument> texts = new LinkedHashMap<>();
        List<ExpertRanking.Hit> hits = new ArrayList<>();
        for (EvidenceSearch.Hit hit : evidence.matching(People.viewer(viewer), topic, TEXTS)) {
            if (texts.putIfAbsent(hit.evidence().id(), hit.evidence()) == null) {
                hits.add(ranked(hit));
            }
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<ExpertRanking.Expert> experts = ExpertRanking.rank(hits, today, limit);
        Map<PersonId, PersonDocument> persons =
                people.byId(viewer, experts.stream().map(ExpertRanking.Expert::person).toList());
        Map<AccountId, People.Source> sources = people.sources(viewer, shown(experts, texts));
        return new ExpertAnswer(
                experts.stream()
                        .map(e -> view(e, persons.get(e.person()), topic, texts, sources))
                        .toList());
    }

    private static ExpertRanking.Hit ranked(EvidenceSearch.Hit hit) {
        EvidenceDocument text = hit.evidence();
        return new ExpertRanking.Hit(
                text.id(),
                text.person(),
                ExpertRanking.Kind.valueOf(text.kind().name()),
                hit.score(),
                text.date() == null ? null : text.date().earliest());
    }

    private static List<EvidenceDocument> shown(
            List<ExpertRanking.Expert> experts, Map<String, EvidenceDocument> texts) {
        return experts.stream()
                .flatMap(expert -> expert.contributions().stream().limit(LINES))
                .map(contribution -> text(texts, contribution))
                .toList();
    }

    private static EvidenceDocument text(
            Map<String, EvidenceDocument> texts, ExpertRanking.Contribution contribution) {
        EvidenceDocument text = texts.get(contribution.id());
        if (text == null) {
            throw new IllegalStateException("ranked was what was not found");
        }
        return text;
    }

    private static ExpertView view(
            ExpertRanking.Expert expert,
            @Nullable PersonDocument person,
            String topic,
            Map<String, EvidenceDocument> texts,
            Map<AccountId, People.Source> sources) {
        People.Named named = People.named(expert.person(), person);
        List<ExpertRanking.Contribution> all = expert.contributions();
        List<ExpertRanking.Contribution> rest =
                all.subList(Math.min(LINES, all.size()), all.size());
        return new ExpertView(
                new ExpertPerson(
                        named.id(), named.name(), person == null ? null : person.headline()),
                expert.score(),
                all.stream()
                        .limit(LINES)
                        .map(c -> line(text(texts, c), c.points(), topic, sources))
                        .toList(),
                rest.isEmpty()
                        ? null
                        : new More(
                                rest.size(),
                                rest.stream()
                                        .mapToDouble(ExpertRanking.Contribution::points)
                                        .sum()));
    }

    private static PointLine line(
            EvidenceDocument text,
            double points,
            String topic,
            Map<AccountId, People.Source> sources) {
        return new PointLine(
                EvidenceWords.kind(text.kind()),
                text.site().name(),
                PeopleController.date(text.date()),
                EvidenceWords.of(text, topic),
                text.imported().value(),
                text.place().toString(),
                points,
                text.by() == null ? null : sources.get(text.by()));
    }
}
