package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

/** A member whom an option names. */
final class NamedMember {
    private NamedMember() {}

    /** The id of the member of this name or id. */
    static String id(Api api, String wanted, String option) {
        return api.get("/members")
                .path("members")
                .valueStream()
                .filter(m ->
                        m.path("id").asString("").equals(wanted)
                                || m.path("name").asString("").equalsIgnoreCase(wanted.strip()))
                .map(m -> m.path("id").asString(""))
                .findFirst()
                .orElseThrow(() ->
                        Failure.of(
                                Failures.NOT_FOUND,
                                "Not Found",
                                404,
                                "No member has the name or id that " + option + " gives."));
    }

    /** The member as a parameter of an address; empty if none is wanted. */
    static String parameter(Api api, @Nullable String wanted, String option) {
        return wanted == null ? "" : "?member=" + id(api, wanted, option);
    }
}
