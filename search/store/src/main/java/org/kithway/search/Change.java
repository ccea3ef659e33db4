package org.kithway.search;

import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;

import java.util.List;

/**
 * One change to the documents of a generation. Applying a change twice is the same as applying it
 * once.
 */
public sealed interface Change {
    record PutPerson(PersonDocument person) implements Change {}

    record RemovePerson(Layer layer, PersonId person) implements Change {}

    record PutEvidence(EvidenceDocument evidence) implements Change {}

    record RemoveEvidence(Layer layer, String id) implements Change {}

    record PutStatement(StatementDocument statement) implements Change {}

    record RemoveStatement(String id) implements Change {}

    /**
     * The people of the organization's layer whom the member's own layer replaces or hides; takes
     * the place of the former list. The member is shown neither these people nor any evidence for
     * them from the organization's layer: the member's layer carries all that is to be seen of
     * them.
     */
    record Override(MemberId member, List<PersonId> people) implements Change {
        public Override {
            people = List.copyOf(people);
        }
    }
}
