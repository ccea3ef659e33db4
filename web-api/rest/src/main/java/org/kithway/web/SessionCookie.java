package org.kithway.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseCookie;

import java.time.Duration;
import java.util.Optional;

/** The cookie that carries a session's token. */
final class SessionCookie {
    private SessionCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String name = name(request);
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(name)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    static ResponseCookie of(HttpServletRequest request, String token) {
        return cookie(request, token).build();
    }

    static ResponseCookie gone(HttpServletRequest request) {
        return cookie(request, "").maxAge(Duration.ZERO).build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            HttpServletRequest request, String value) {
        return ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/");
    }

    /** Browsers do not keep apart the cookies of two ports of one machine. */
    private static String name(HttpServletRequest request) {
        return "kithway_" + request.getServerPort();
    }
}
