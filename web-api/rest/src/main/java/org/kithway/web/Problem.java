package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An error as RFC 9457 has it. It names no request, so that whatever one may not see reads as
 * though it were not there.
 *
 * @param detail what is wrong and what to do; never a person's data
 * @param position in the query, from 0, where it cannot be read; else null
 */
record Problem(String title, int status, String detail, @Nullable Integer position) {
    static final Problem NOT_FOUND = of(HttpStatus.NOT_FOUND, "Nothing that you may see is here.");

    static Problem of(HttpStatusCode status, String detail) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String title = known == null ? "Error" : known.getReasonPhrase();
        return new Problem(title, status.value(), detail, null);
    }

    ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
