package org.kithway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.kithway.registry.Access;
import org.kithway.registry.Principal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who asks: by a key in the header, else by a session in the cookie. A browser sends a
 * cookie by itself, whoever made it ask; so what changes something and comes with a cookie must
 * bear a header that no other site's page can set.
 */
final class CredentialsFilter extends OncePerRequestFilter {
    static final String OWN_PAGE_HEADER = "X-Requested-With";
    static final String OWN_PAGE = "kithway";

    private static final String BEARER = "Bearer ";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final Access access;
    private final ProblemWriter problems;

    CredentialsFilter(Access access, ProblemWriter problems) {
        this.access = access;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                access.key(header.substring(BEARER.length()).strip()).ifPresent(this::signIn);
            }
        } else {
            Optional<Principal> session = SessionCookie.read(request).flatMap(access::session);
            if (session.isPresent()
                    && !HARMLESS.contains(request.getMethod())
                    && !OWN_PAGE.equals(request.getHeader(OWN_PAGE_HEADER))) {
                problems.write(
                        response,
                        Problem.of(
                                HttpStatus.FORBIDDEN,
                                "With a session cookie, what changes something needs the header"
                                        + " X-Requested-With: kithway."));
                return;
            }
            session.ifPresent(this::signIn);
        }
        chain.doFilter(request, response);
    }

    private void signIn(Principal principal) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(principal));
        SecurityContextHolder.setContext(context);
    }
}
