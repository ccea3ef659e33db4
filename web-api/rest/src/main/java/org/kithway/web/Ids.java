package org.kithway.web;

import org.kithway.model.ImportId;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;

import java.util.function.Function;

/** Ids as requests give them: one that cannot be is one that is not there. */
final class Ids {
    private Ids() {}

    static ImportId imported(String text) {
        return legal(text, ImportId::new);
    }

    static MemberId member(String text) {
        return legal(text, MemberId::new);
    }

    static PersonId person(String text) {
        return legal(text, PersonId::new);
    }

    private static <T> T legal(String text, Function<String, T> id) {
        try {
            return id.apply(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
