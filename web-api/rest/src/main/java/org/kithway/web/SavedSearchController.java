package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.model.PersonId;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.registry.SavedSearches;
import org.kithway.search.PeopleSearch;
import org.kithway.search.PersonDocument;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Searches that the one who asks keeps, and what imports have changed in their answers. */
@RestController
@RequestMapping("/api/v1")
final class SavedSearchController {
    private static final int FOUND = 1_000;
    private static final int LISTED = 100;

    private final SavedSearches searches;
    private final PeopleSearch search;
    private final People people;

    SavedSearchController(Registry registry, PeopleSearch search, People people) {
        this.searches = registry.savedSearches();
        this.search = search;
        this.people = people;
    }

    /**
     * @param query in the grammar of people search
     */
    record NewSearch(@Nullable String query) {}

    record SearchList(List<SearchView> searches) {}

    /**
     * @param found how many people the last look found, at most 1000
     */
    record SearchView(String id, String query, int found, String saved) {
        static SearchView of(SavedSearches.Saved saved) {
            return new SearchView(
                    saved.id(), saved.query(), saved.people().size(), saved.saved().toString());
        }
    }

    record NotificationList(List<NotificationView> notifications) {}

    /**
     * @param added who was not found before
     * @param gone how many are not found any more
     */
    record NotificationView(
            String id,
            String search,
            String query,
            List<People.Named> added,
            int gone,
            String made) {}

    @PostMapping("/searches")
    @ResponseStatus(HttpStatus.CREATED)
    SearchView save(@AuthenticationPrincipal Principal viewer, @RequestBody NewSearch wanted) {
        String query = wanted.query() == null ? "" : wanted.query().strip();
        if (query.isEmpty()) {
            throw ProblemException.invalid("query is missing, such as company:acme.");
        }
        if (searches.list(viewer).size() >= SavedSearches.MOST) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "You keep " + SavedSearches.MOST + " searches: delete one first.");
        }
        return SearchView.of(searches.save(viewer, query, found(viewer, query)));
    }

    @GetMapping("/searches")
    SearchList searches(@AuthenticationPrincipal Principal viewer) {
        return new SearchList(searches.list(viewer).stream().map(SearchView::of).toList());
    }

    @DeleteMapping("/searches/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Principal viewer, @PathVariable String id) {
        if (!searches.delete(viewer, id)) {
            throw ProblemException.notFound();
        }
    }

    /** Looks what the searches find now, and lists what changed, the latest first, at most 100. */
    @GetMapping("/notifications")
    NotificationList notifications(@AuthenticationPrincipal Principal viewer) {
        searches.list(viewer).forEach(each -> searches.look(each, found(viewer, each.query())));
        List<SavedSearches.Notification> all = searches.notifications(viewer, LISTED);
        Set<PersonId> ids = new HashSet<>();
        all.forEach(each -> ids.addAll(each.added()));
        Map<PersonId, PersonDocument> documents = people.byId(viewer, ids);
        return new NotificationList(
                all.stream()
                        .map(each ->
                                new NotificationView(
                                        each.id(),
                                        each.search(),
                                        each.query(),
                                        each.added().stream()
                                                .map(id -> People.named(id, documents.get(id)))
                                                .toList(),
                                        each.gone(),
                                        each.made().toString()))
                        .toList());
    }

    private List<PersonId> found(Principal viewer, String query) {
        return search.ids(People.viewer(viewer), PeopleQuestion.query(query), FOUND);
    }
}
