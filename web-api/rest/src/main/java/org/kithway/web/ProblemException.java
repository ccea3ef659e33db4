package org.kithway.web;

import org.springframework.http.HttpStatus;

/** A request that is answered by a problem. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    static ProblemException of(HttpStatus status, String detail) {
        return new ProblemException(Problem.of(status, detail));
    }

    /** The request makes no sense; the detail says how it would. */
    static ProblemException invalid(String detail) {
        return of(HttpStatus.BAD_REQUEST, detail);
    }

    static ProblemException forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, detail);
    }

    /** It is not there, or not for these eyes. */
    static ProblemException notFound() {
        return new ProblemException(Problem.NOT_FOUND);
    }

    Problem problem() {
        return problem;
    }
}
