package org.kithway.server.cli;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Why a command ends without success, in a sentence that also says what to do. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final transient ObjectNode problem;

    /**
     * @param problem what went wrong as RFC 9457 has it
     */
    Failure(int exitCode, String detail, ObjectNode problem) {
        super(detail, null, false, false);
        this.exitCode = exitCode;
        this.problem = problem;
    }

    static Failure of(int exitCode, String title, int status, String detail) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("title", title).put("status", status).put("detail", detail);
        return new Failure(exitCode, detail, problem);
    }

    static Failure usage(String detail) {
        return of(Failures.USAGE, "Bad Request", 400, detail);
    }

    static Failure unavailable(String detail) {
        return of(Failures.UNAVAILABLE, "Service Unavailable", 503, detail);
    }

    static Failure interrupted() {
        Thread.currentThread().interrupt();
        return of(
                Failures.INTERNAL,
                "Interrupted",
                500,
                "Interrupted; the server goes on by itself.");
    }

    int exitCode() {
        return exitCode;
    }

    ObjectNode problem() {
        return problem;
    }

    String detail() {
        String detail = getMessage();
        return detail == null ? "" : detail;
    }
}
