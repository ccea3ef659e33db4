package org.kithway.web;

import org.kithway.registry.Principal;
import org.kithway.registry.Role;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import java.util.Arrays;

/** A principal whose key or session was good; may do what its role covers. */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient Principal principal;

    SignedIn(Principal principal) {
        super(
                Arrays.stream(Role.values())
                        .filter(principal.role()::covers)
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList());
        this.principal = principal;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Principal getPrincipal() {
        return principal;
    }
}
