package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.experiment.AskReport;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.registry.Ask;
import org.kithway.registry.Asks;
import org.kithway.registry.NewAsk;
import org.kithway.registry.Principal;
import org.kithway.registry.Purpose;
import org.kithway.registry.Registry;
import org.kithway.registry.Role;
import org.kithway.search.PeopleSearch;
import org.kithway.search.PersonDocument;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Asking many people, and counting what comes of it. Members send; nothing is sent from here. */
@RestController
@RequestMapping("/api/v1/asks")
final class AskController {
    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 100;
    private static final int FOLLOW_UP_DAYS = 7;
    private static final int CANDIDATES = 10_000;

    private final Registry registry;
    private final People people;
    private final PeopleSearch search;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AskController(Registry registry, People people, PeopleSearch search, Clock clock) {
        this.registry = registry;
        this.people = people;
        this.search = search;
        this.clock = clock;
    }

    /**
     * What is to be asked.
     *
     * @param purpose introduction, job, hire, advice or sale
     * @param title what it is about
     * @param followUp a date such as 2026-12-31; a week from today if null
     * @param wordings 1 to 10 texts; each recipient gets one by lot
     * @param people whom to ask, such as along routes; or else {@code query} is given
     * @param query of people search: whom to ask
     * @param lot whether to draw from those whom the query finds; the first ones if null
     * @param count how many of them, 1 to 300; 300 if null
     * @param site over which messages go to those whom the query finds; where each has an account
     *     if null
     */
    record AskQuestion(
            @Nullable String purpose,
            @Nullable String title,
            @Nullable String followUp,
            @Nullable List<WordingView> wordings,
            @Nullable List<PersonToAsk> people,
            @Nullable String query,
            @Nullable Boolean lot,
            @Nullable Integer count,
            @Nullable String site) {}

    record PersonToAsk(@Nullable String person, @Nullable String site) {}

    record WordingView(@Nullable String name, @Nullable String text) {}

    /**
     * @param spared who is left out, and why: never, busy or waiting
     * @param detectable the least difference between two wordings' shares of answers that so many
     *     can show
     */
    record MadeView(AskView ask, List<SparedView> spared, double detectable) {}

    record SparedView(People.Named person, String why) {}

    record AskView(
            String id,
            String purpose,
            String title,
            String followUp,
            String created,
            List<WordingView> wordings,
            List<RecipientView> recipients) {}

    /**
     * @param text what to send: the wording, with the code at its end
     */
    record RecipientView(
            People.Named person,
            String code,
            String site,
            String wording,
            String text,
            List<String> came) {}

    record AskAnswer(List<AskView> asks, @Nullable Integer next) {}

    /**
     * What came of asking somebody.
     *
     * @param event sent, answered, declined, forwarded, silent or useful
     * @param over the site over which an answer came; that of the ask if null
     */
    record EventQuestion(@Nullable String person, @Nullable String event, @Nullable String over) {}

    record PowerView(int people, int wordings, double detectable) {}

    /**
     * @param neverFor purposes
     * @param weekly 0 to 100; 3 if null
     */
    record PreferenceView(@Nullable List<String> neverFor, @Nullable Integer weekly) {}

    /** What so many people can show at all, before anybody is asked. */
    @GetMapping("/power")
    PowerView power(
            @RequestParam(required = false) @Nullable Integer people,
            @RequestParam(required = false) @Nullable Integer wordings) {
        int asked = Limits.within("people", people, NewAsk.MOST_PEOPLE, 1, NewAsk.MOST_PEOPLE);
        int texts = Limits.within("wordings", wordings, 2, 2, NewAsk.MOST_WORDINGS);
        return new PowerView(asked, texts, AskReport.detectable(asked, texts));
    }

    @PostMapping
    ResponseEntity<MadeView> make(
            @AuthenticationPrincipal Principal viewer, @RequestBody AskQuestion question) {
        Purpose purpose = Purposes.of(question.purpose());
        Map<PersonId, Site> chosen = chosen(viewer, question);
        if (chosen.isEmpty()) {
            throw ProblemException.invalid(
                    "Nobody is to be asked: name people, or a query that finds some whom a message"
                            + " can reach.");
        }
        Asks.Made made;
        try {
            made =
                    registry.asks()
                            .make(
                                    viewer,
                                    new NewAsk(
                                            purpose,
                                            Objects.requireNonNullElse(question.title(), ""),
                                            followUp(question.followUp()),
                                            wordings(question.wordings()),
                                            chosen));
        } catch (Asks.NobodyLeftException e) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "Everybody is to be spared: they never help with this, are asked often enough"
                            + " this week, or still owe an answer. Choose others, or wait.");
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("The ask is not complete: " + e.getMessage() + ".");
        }
        Map<PersonId, PersonDocument> persons = people.byId(viewer, chosen.keySet());
        return ResponseEntity.created(URI.create("/api/v1/asks/" + made.ask().id()))
                .body(
                        new MadeView(
                                view(made.ask(), persons),
                                made.spared().entrySet().stream()
                                        .map(entry ->
                                                new SparedView(
                                                        People.named(
                                                                entry.getKey(),
                                                                persons.get(entry.getKey())),
                                                        Purposes.word(entry.getValue())))
                                        .toList(),
                                AskReport.detectable(
                                        made.ask().recipients().size(),
                                        Math.max(2, made.ask().wordings().size()))));
    }

    @GetMapping
    AskAnswer list(
            @AuthenticationPrincipal Principal viewer,
            @RequestParam(required = false) @Nullable Integer offset,
            @RequestParam(required = false) @Nullable Integer size) {
        int from = Limits.within("offset", offset, 0, 0, Integer.MAX_VALUE);
        int most = Limits.within("size", size, PAGE, 1, LARGEST_PAGE);
        List<Ask> asks = registry.asks().list(viewer, from, most);
        return new AskAnswer(
                asks.stream().map(ask -> view(viewer, ask)).toList(),
                asks.size() < most ? null : from + most);
    }

    @GetMapping("/{id}")
    AskView ask(@AuthenticationPrincipal Principal viewer, @PathVariable String id) {
        return view(viewer, found(viewer, id));
    }

    @GetMapping("/{id}/report")
    AskReportView report(@AuthenticationPrincipal Principal viewer, @PathVariable String id) {
        Ask ask = found(viewer, id);
        List<AskReport.Asked> asked =
                ask.recipients().stream()
                        .map(one ->
                                new AskReport.Asked(
                                        new org.kithway.experiment.Code(one.code()),
                                        one.site(),
                                        one.wording(),
                                        one.sent() != null,
                                        one.answered() != null,
                                        one.declined() != null,
                                        one.forwarded() != null,
                                        one.useful() != null,
                                        one.silent() != null,
                                        Objects.requireNonNullElse(one.answeredOver(), one.site())))
                        .toList();
        return AskReportView.of(AskReport.of(asked, registry.asks().passedOn(ask)));
    }

    @PostMapping("/{id}/events")
    AskView event(
            @AuthenticationPrincipal Principal viewer,
            @PathVariable String id,
            @RequestBody EventQuestion question) {
        PersonId person = Ids.person(Objects.requireNonNullElse(question.person(), ""));
        Site over = question.over() == null ? null : site(question.over());
        if (!registry.asks().note(viewer, id, person, Purposes.event(question.event()), over)) {
            throw ProblemException.notFound();
        }
        return view(viewer, found(viewer, id));
    }

    /** How somebody may be asked; a member says so of himself, or of others what they told him. */
    @PutMapping("/preferences/{id}")
    PreferenceView prefer(
            @AuthenticationPrincipal Principal viewer,
            @PathVariable String id,
            @RequestBody PreferenceView wanted) {
        PersonId person = Ids.person(id);
        PersonDocument document = people.byId(viewer, Set.of(person)).get(person);
        if (document == null) {
            throw ProblemException.notFound();
        }
        MemberId member = document.memberId();
        if (member != null
                && !member.equals(viewer.member())
                && !viewer.role().covers(Role.ADMIN)) {
            throw ProblemException.forbidden(
                    "Only the member or an administrator says how a member may be asked.");
        }
        Set<Purpose> never = EnumSet.noneOf(Purpose.class);
        Objects.requireNonNullElse(wanted.neverFor(), List.<String>of())
                .forEach(purpose -> never.add(Purposes.of(purpose)));
        int weekly = Limits.within("weekly", wanted.weekly(), Asks.WEEKLY, 0, 100);
        registry.asks().prefer(viewer, document.id(), new Asks.Preference(never, weekly));
        return new PreferenceView(never.stream().map(Purposes::word).toList(), weekly);
    }

    private Ask found(Principal viewer, String id) {
        return registry.asks().find(viewer, id).orElseThrow(ProblemException::notFound);
    }

    private Map<PersonId, Site> chosen(Principal viewer, AskQuestion question) {
        Map<PersonId, Site> chosen = new LinkedHashMap<>();
        if (question.people() != null) {
            if (question.people().size() > NewAsk.MOST_PEOPLE) {
                throw ProblemException.invalid("At most 300 people are asked at once.");
            }
            Map<PersonId, String> sites = new LinkedHashMap<>();
            for (PersonToAsk one : question.people()) {
                sites.put(
                        Ids.person(Objects.requireNonNullElse(one.person(), "")),
                        Objects.requireNonNullElse(one.site(), ""));
            }
            Map<PersonId, PersonDocument> persons = people.byId(viewer, sites.keySet());
            sites.forEach((id, name) -> {
                PersonDocument person = persons.get(id);
                if (person == null) {
                    throw ProblemException.notFound();
                }
                @Nullable Site over = name.isEmpty() ? usual(person, viewer) : site(name);
                if (over != null) {
                    chosen.put(person.id(), over);
                }
            });
            return chosen;
        }
        if (question.query() == null || question.query().isBlank()) {
            return chosen;
        }
        int count =
                Limits.within("count", question.count(), NewAsk.MOST_PEOPLE, 1, NewAsk.MOST_PEOPLE);
        boolean lot = Boolean.TRUE.equals(question.lot());
        List<PersonId> found =
                new ArrayList<>(
                        search.ids(
                                People.viewer(viewer),
                                PeopleQuestion.query(question.query()),
                                CANDIDATES));
        if (lot) {
            Collections.shuffle(found, random);
        }
        for (int from = 0; from < found.size() && chosen.size() < count; from += LARGEST_PAGE) {
            List<PersonId> page = found.subList(from, Math.min(found.size(), from + LARGEST_PAGE));
            Map<PersonId, PersonDocument> persons = people.byId(viewer, page);
            for (PersonId id : page) {
                PersonDocument person = persons.get(id);
                @Nullable Site over = person == null ? null : over(person, viewer, question.site());
                if (over != null && chosen.size() < count) {
                    chosen.put(id, over);
                }
            }
        }
        return chosen;
    }

    private static @Nullable Site over(
            PersonDocument person, Principal viewer, @Nullable String wanted) {
        if (wanted == null) {
            return usual(person, viewer);
        }
        Site site = site(wanted);
        return viewer.member().equals(person.memberId())
                        || person.accounts().stream().noneMatch(a -> a.site().equals(site))
                ? null
                : site;
    }

    /** Where the person has the first account; nobody asks himself. */
    private static @Nullable Site usual(PersonDocument person, Principal viewer) {
        return viewer.member().equals(person.memberId())
                ? null
                : person.accounts().stream()
                        .map(account -> account.site())
                        .filter(site -> !site.equals(Site.KITHWAY))
                        .findFirst()
                        .orElse(null);
    }

    private static Site site(String name) {
        try {
            return new Site(name);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("A site is a word such as linkedin.");
        }
    }

    private LocalDate followUp(@Nullable String date) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (date == null) {
            return today.plusDays(FOLLOW_UP_DAYS);
        }
        try {
            LocalDate wanted = LocalDate.parse(date);
            if (wanted.isBefore(today)) {
                throw ProblemException.invalid("followUp lies in the past.");
            }
            return wanted;
        } catch (DateTimeException e) {
            throw ProblemException.invalid("followUp is a date such as 2026-12-31.");
        }
    }

    private static List<Ask.Wording> wordings(@Nullable List<WordingView> wanted) {
        return Objects.requireNonNullElse(wanted, List.<WordingView>of()).stream()
                .map(one ->
                        new Ask.Wording(
                                Objects.requireNonNullElse(one.name(), "").strip(),
                                Objects.requireNonNullElse(one.text(), "")))
                .toList();
    }

    private AskView view(Principal viewer, Ask ask) {
        return view(
                ask,
                people.byId(
                        viewer,
                        ask.recipients().stream()
                                .map(Ask.Recipient::person)
                                .collect(Collectors.toSet())));
    }

    private static AskView view(Ask ask, Map<PersonId, PersonDocument> persons) {
        Map<String, String> texts =
                ask.wordings().stream()
                        .collect(Collectors.toMap(Ask.Wording::name, Ask.Wording::text));
        return new AskView(
                ask.id(),
                Purposes.word(ask.purpose()),
                ask.title(),
                ask.followUp().toString(),
                ask.created().toString(),
                ask.wordings().stream().map(w -> new WordingView(w.name(), w.text())).toList(),
                ask.recipients().stream()
                        .map(one ->
                                new RecipientView(
                                        People.named(one.person(), persons.get(one.person())),
                                        one.code(),
                                        one.site().name(),
                                        one.wording(),
                                        texts.get(one.wording()) + "\n\n[" + one.code() + "]",
                                        came(one)))
                        .toList());
    }

    private static List<String> came(Ask.Recipient one) {
        Map<Ask.Event, @Nullable Object> times = new LinkedHashMap<>();
        times.put(Ask.Event.SENT, one.sent());
        times.put(Ask.Event.ANSWERED, one.answered());
        times.put(Ask.Event.DECLINED, one.declined());
        times.put(Ask.Event.FORWARDED, one.forwarded());
        times.put(Ask.Event.SILENT, one.silent());
        times.put(Ask.Event.USEFUL, one.useful());
        return times.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> Purposes.word(entry.getKey()))
                .toList();
    }
}
