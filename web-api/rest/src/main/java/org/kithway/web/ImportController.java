package org.kithway.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.ImportDesk;
import org.kithway.model.ImportId;
import org.kithway.registry.FileLedger;
import org.kithway.registry.Import;
import org.kithway.registry.Outcome;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.registry.Role;
import org.kithway.web.ImportViews.ImportList;
import org.kithway.web.ImportViews.ImportView;
import org.kithway.web.ImportViews.ReasonView;
import org.kithway.web.ImportViews.RejectionAnswer;
import org.kithway.web.ImportViews.RejectionView;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.net.URI;
import java.util.List;

/** Archives: handed in, watched, and taken back. */
@RestController
@RequestMapping("/api/v1/imports")
final class ImportController {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int REJECTIONS = 100;
    private static final int MOST_REJECTIONS = 1_000;

    private final Registry registry;
    private final ImportDesk desk;
    private final Uploads uploads;
    private final ImportViews views;
    private final ImportEvents events;

    ImportController(
            Registry registry,
            ImportDesk desk,
            Uploads uploads,
            ImportViews views,
            ImportEvents events) {
        this.registry = registry;
        this.desk = desk;
        this.uploads = uploads;
        this.views = views;
        this.events = events;
    }

    @Operation(
            description =
                    "Hands in an archive. The part named file comes last: it is read as it"
                            + " arrives. Settings of the connector are parts named setting.<name>.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schemaProperties = {
                                                @SchemaProperty(
                                                        name = Uploads.MEMBER,
                                                        schema = @Schema(type = "string")),
                                                @SchemaProperty(
                                                        name = Uploads.SITE,
                                                        schema = @Schema(type = "string")),
                                                @SchemaProperty(
                                                        name = Uploads.SHARE,
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        allowableValues = {
                                                                            "private",
                                                                            "organization"
                                                                        })),
                                                @SchemaProperty(
                                                        name = Uploads.FILE,
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        format = "binary"))
                                            })))
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportView> submit(
            @AuthenticationPrincipal Principal viewer, HttpServletRequest request) {
        ImportId id = uploads.receive(viewer, request);
        Import imported = registry.imports().find(viewer.organization(), id).orElseThrow();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + id))
                .body(views.of(imported));
    }

    @GetMapping
    ImportList list(
            @AuthenticationPrincipal Principal viewer,
            @RequestParam(required = false) @Nullable Integer offset,
            @RequestParam(required = false) @Nullable Integer limit) {
        List<Import> imports =
                registry.imports()
                        .list(
                                viewer,
                                Limits.within("offset", offset, 0, 0, Integer.MAX_VALUE),
                                Limits.within("limit", limit, PAGE, 1, LARGEST_PAGE));
        return new ImportList(views.of(viewer.organization(), imports));
    }

    @GetMapping("/{id}")
    ImportView one(@AuthenticationPrincipal Principal viewer, @PathVariable String id) {
        return views.of(seen(viewer, id));
    }

    @GetMapping("/{id}/rejections")
    RejectionAnswer rejections(
            @AuthenticationPrincipal Principal viewer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String file,
            @RequestParam(required = false) @Nullable Integer offset,
            @RequestParam(required = false) @Nullable Integer limit) {
        ImportId imported = seen(viewer, id).id();
        int from = Limits.within("offset", offset, 0, 0, Integer.MAX_VALUE);
        int size = Limits.within("limit", limit, REJECTIONS, 1, MOST_REJECTIONS);
        String path = file == null ? null : path(imported, file);
        List<Outcome> found = registry.ledger().rejections(imported, path, from, size + 1);
        return new RejectionAnswer(
                registry.ledger().reasons(imported).stream()
                        .filter(r -> path == null || r.first().entry().equals(path))
                        .map(r ->
                                new ReasonView(
                                        r.first().entry(),
                                        r.reason(),
                                        r.rejections(),
                                        r.first().record()))
                        .toList(),
                found.stream()
                        .limit(size)
                        .map(o ->
                                new RejectionView(
                                        o.place().entry(), o.place().record(), o.reason()))
                        .toList(),
                found.size() > size ? (long) from + size : null);
    }

    /** The import whenever it changes, until it has ended. */
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(
            @AuthenticationPrincipal Principal viewer,
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        ImportId imported = seen(viewer, id).id();
        SseEmitter emitter = events.watch(() -> find(viewer, imported), last);
        // Without content a browser knows that there is no more to come back for.
        return emitter == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(emitter);
    }

    @PostMapping("/{id}/undo")
    ResponseEntity<ImportView> undo(
            @AuthenticationPrincipal Principal viewer, @PathVariable String id) {
        Import imported = seen(viewer, id);
        if (!imported.member().equals(viewer.member())
                && !imported.submittedBy().equals(viewer.member())
                && !viewer.role().covers(Role.ADMIN)) {
            throw ProblemException.forbidden(
                    "Only its member, who handed it in or an administrator undoes an import.");
        }
        try {
            desk.undo(viewer.organization(), imported.id());
        } catch (IllegalStateException e) {
            String reason = e.getMessage();
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    reason == null ? "The import cannot be undone now." : reason);
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + imported.id()))
                .body(views.of(seen(viewer, id)));
    }

    private Import seen(Principal viewer, String id) {
        Import imported = find(viewer, Ids.imported(id));
        if (imported == null) {
            throw ProblemException.notFound();
        }
        return imported;
    }

    private @Nullable Import find(Principal viewer, ImportId id) {
        return registry.imports().find(viewer, id).orElse(null);
    }

    private String path(ImportId imported, String file) {
        return registry.ledger().files(imported).stream()
                .map(FileLedger::path)
                .filter(path -> ImportViews.fileId(path).equals(file))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }
}
