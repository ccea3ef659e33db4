package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.model.MemberId;
import org.kithway.registry.Member;
import org.kithway.registry.Members;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.registry.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The organization's members. */
@RestController
@RequestMapping("/api/v1/members")
final class MemberController {
    private final Registry registry;

    MemberController(Registry registry) {
        this.registry = registry;
    }

    record MemberView(String id, String name, String role, Instant created) {
        static MemberView of(Member member) {
            return new MemberView(
                    member.id().value(),
                    member.name(),
                    member.role().name().toLowerCase(Locale.ROOT),
                    member.created());
        }
    }

    record MemberList(List<MemberView> members) {}

    /**
     * @param role member, if null
     */
    record NewMember(@Nullable String name, @Nullable String role) {}

    record RoleChange(@Nullable String role) {}

    @GetMapping
    MemberList list(@AuthenticationPrincipal Principal viewer) {
        return new MemberList(
                registry.members().list(viewer.organization()).stream()
                        .map(MemberView::of)
                        .toList());
    }

    @GetMapping("/{id}")
    MemberView one(@AuthenticationPrincipal Principal viewer, @PathVariable String id) {
        return MemberView.of(found(viewer, Ids.member(id)));
    }

    @PostMapping
    ResponseEntity<MemberView> create(
            @AuthenticationPrincipal Principal viewer, @RequestBody NewMember wanted) {
        Role role = wanted.role() == null ? Role.MEMBER : role(wanted.role());
        Member created;
        try {
            created =
                    registry.members()
                            .create(
                                    viewer.organization(),
                                    wanted.name() == null ? "" : wanted.name(),
                                    role);
        } catch (Members.NameTakenException e) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT, "A member of that name exists; choose another name.");
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    "name has 1 to 200 characters, none of them a control character.");
        }
        return ResponseEntity.created(URI.create("/api/v1/members/" + created.id()))
                .body(MemberView.of(created));
    }

    @PatchMapping("/{id}")
    MemberView change(
            @AuthenticationPrincipal Principal viewer,
            @PathVariable String id,
            @RequestBody RoleChange change) {
        Role role = role(change.role() == null ? "" : change.role());
        MemberId member = found(viewer, Ids.member(id)).id();
        if (member.equals(viewer.member()) && role != Role.ADMIN) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "Administrators do not take their own role away; another one can.");
        }
        registry.members().changeRole(viewer.organization(), member, role);
        return MemberView.of(found(viewer, member));
    }

    private Member found(Principal viewer, MemberId id) {
        return registry.members()
                .find(viewer.organization(), id)
                .orElseThrow(ProblemException::notFound);
    }

    private static Role role(String name) {
        for (Role role : Role.values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
                return role;
            }
        }
        throw ProblemException.invalid("role is none of member, analyst, admin.");
    }
}
