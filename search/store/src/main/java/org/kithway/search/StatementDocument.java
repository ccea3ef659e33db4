package org.kithway.search;

import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.Place;

import java.util.List;

/**
 * A fact as one import says it: what every answer is traced back to.
 *
 * @param id the assertion's key
 * @param accounts the one or two accounts it is about
 * @param part the kind of file it stood in
 */
public record StatementDocument(
        String id,
        Layer layer,
        ImportId imported,
        String part,
        Place place,
        List<AccountId> accounts,
        Fact fact) {}
