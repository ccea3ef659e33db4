package org.kithway.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Projections;
import org.kithway.model.ImportId;
import org.kithway.registry.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;

/** The care of what is derived from the logs; for administrators. */
@RestController
@RequestMapping("/api/v1/operations")
final class OperationController {
    private static final URI REBUILD = URI.create("/api/v1/operations/rebuild");

    private final Projections projections;

    OperationController(Projections projections) {
        this.projections = projections;
    }

    /**
     * @param ok whether every check is
     */
    record Verification(boolean ok, List<CheckView> checks) {}

    /**
     * @param imported null if it is about the organization as a whole
     * @param finding what differs, in numbers; null if it is ok
     */
    record CheckView(
            @JsonProperty("import") @Nullable String imported,
            String subject,
            boolean ok,
            @Nullable String finding) {
        static CheckView of(Projections.Check check) {
            ImportId imported = check.imported();
            return new CheckView(
                    imported == null ? null : imported.value(),
                    check.subject(),
                    check.finding() == null,
                    check.finding());
        }
    }

    /**
     * @param done 0 to 1
     * @param failure why it ended without success, or null
     */
    record RebuildView(boolean running, double done, @Nullable String failure) {}

    record Replayed(int replayed) {}

    @PostMapping("/verify")
    Verification verify(@AuthenticationPrincipal Principal viewer) {
        List<CheckView> checks =
                projections.verify(viewer.organization()).stream().map(CheckView::of).toList();
        return new Verification(checks.stream().allMatch(CheckView::ok), checks);
    }

    @PostMapping("/rebuild")
    ResponseEntity<RebuildView> rebuild(@AuthenticationPrincipal Principal viewer) {
        if (!projections.rebuild(viewer.organization())) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT, "A rebuild is under way; wait until it has ended.");
        }
        return ResponseEntity.accepted().location(REBUILD).body(new RebuildView(true, 0, null));
    }

    @GetMapping("/rebuild")
    RebuildView rebuildState(@AuthenticationPrincipal Principal viewer) {
        Projections.RebuildState state = projections.rebuildState(viewer.organization());
        if (state == null) {
            throw ProblemException.notFound();
        }
        return new RebuildView(state.running(), state.done(), state.failure());
    }

    @PostMapping("/dead-letters/replay")
    Replayed replay(@AuthenticationPrincipal Principal viewer) {
        return new Replayed(projections.replayDeadLetters(viewer.organization()));
    }
}
