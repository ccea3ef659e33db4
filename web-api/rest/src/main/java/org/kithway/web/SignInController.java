package org.kithway.web;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.registry.Access;
import org.kithway.registry.Member;
import org.kithway.registry.Organization;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.registry.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Signing in by a link that can be used once, and out. */
@RestController
@RequestMapping("/api/v1")
final class SignInController {
    private final Registry registry;
    private final People people;
    private final Clock clock;

    SignInController(Registry registry, People people, Clock clock) {
        this.registry = registry;
        this.people = people;
        this.clock = clock;
    }

    /** What stands behind the # of a sign-in link. */
    record SignIn(@Nullable String token) {
        @Override
        public String toString() {
            return "SignIn";
        }
    }

    /**
     * Who is signed in.
     *
     * @param person the person whom the member is, once an archive told of it; else null
     */
    record Me(
            String id,
            String name,
            String role,
            OrganizationName organization,
            @Nullable String person) {}

    record OrganizationName(String id, String name) {}

    /**
     * @param member for whom the link is; oneself if null
     */
    record LinkRequest(@Nullable String member) {}

    record Link(String url, Instant expires) {
        @Override
        public String toString() {
            return "Link";
        }
    }

    @SecurityRequirements
    @PostMapping(path = "/sign-in", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Me> signIn(@RequestBody SignIn signIn, HttpServletRequest request) {
        Access.NewSession session =
                registry.access()
                        .redeem(signIn.token() == null ? "" : signIn.token())
                        .orElseThrow(() ->
                                ProblemException.of(
                                        HttpStatus.UNAUTHORIZED,
                                        "This link is used up, too old or not one of"
                                                + " ours. kithway link prints a fresh"
                                                + " one."));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        SessionCookie.of(request, session.token()).toString())
                .body(me(session.principal()));
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        SessionCookie.read(request).ifPresent(registry.access()::endSession);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.gone(request).toString())
                .build();
    }

    @GetMapping("/me")
    Me me(@AuthenticationPrincipal Principal viewer) {
        Member member =
                registry.members().find(viewer.organization(), viewer.member()).orElseThrow();
        Organization organization =
                registry.organizations().find(viewer.organization()).orElseThrow();
        PersonId person = people.members(viewer, Set.of(viewer.member())).get(viewer.member());
        return new Me(
                member.id().value(),
                member.name(),
                member.role().name().toLowerCase(Locale.ROOT),
                new OrganizationName(organization.id().value(), organization.name()),
                person == null ? null : person.value());
    }

    @PostMapping("/links")
    ResponseEntity<Link> link(
            @AuthenticationPrincipal Principal viewer,
            @RequestBody(required = false) @Nullable LinkRequest wanted,
            HttpServletRequest request) {
        MemberId member = viewer.member();
        if (wanted != null && wanted.member() != null && !wanted.member().equals(member.value())) {
            if (!viewer.role().covers(Role.ADMIN)) {
                throw ProblemException.forbidden(
                        "Only an administrator makes sign-in links for other members.");
            }
            member = Ids.member(wanted.member());
            if (registry.members().find(viewer.organization(), member).isEmpty()) {
                throw ProblemException.notFound();
            }
        }
        Instant expires = clock.instant().plus(Access.LINK_LIFE);
        String token = registry.access().createLink(member);
        String url =
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/sign-in")
                        .fragment(token)
                        .toUriString();
        return ResponseEntity.status(HttpStatus.CREATED).body(new Link(url, expires));
    }
}
