package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.registry.Access;
import org.kithway.registry.ApiKey;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The own keys for programs. */
@RestController
@RequestMapping("/api/v1/keys")
final class KeyController {
    private final Registry registry;
    private final Clock clock;

    KeyController(Registry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** A key as it is listed: everything but its secret. */
    record KeyView(
            String id,
            String name,
            Instant created,
            @Nullable Instant expires,
            @Nullable Instant lastUsed) {
        static KeyView of(ApiKey key) {
            return new KeyView(key.id(), key.name(), key.created(), key.expires(), key.lastUsed());
        }
    }

    record KeyList(List<KeyView> keys) {}

    /**
     * @param expires null if it never does
     */
    record NewKey(@Nullable String name, @Nullable Instant expires) {}

    /**
     * @param token shown here and never again
     */
    record KeyCreated(String token, KeyView key) {
        @Override
        public String toString() {
            return "KeyCreated[" + key + "]";
        }
    }

    @GetMapping
    KeyList list(@AuthenticationPrincipal Principal viewer) {
        return new KeyList(
                registry.access().keys(viewer.organization(), viewer.member()).stream()
                        .map(KeyView::of)
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    KeyCreated create(@AuthenticationPrincipal Principal viewer, @RequestBody NewKey wanted) {
        if (wanted.expires() != null && !wanted.expires().isAfter(clock.instant())) {
            throw ProblemException.invalid("expires lies in the past.");
        }
        try {
            Access.NewKey created =
                    registry.access()
                            .createKey(
                                    viewer.member(),
                                    wanted.name() == null ? "" : wanted.name(),
                                    wanted.expires());
            return new KeyCreated(created.token(), KeyView.of(created.key()));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    "name has 1 to 200 characters, none of them a control character.");
        }
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(
            @AuthenticationPrincipal Principal viewer, @PathVariable String id) {
        if (!registry.access().revokeKey(viewer.organization(), viewer.member(), id)) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }
}
