package org.kithway.search;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;

import java.util.List;

/**
 * A person as one layer knows them. Lists are sorted and without repetition, so that equal facts
 * give equal documents.
 *
 * @param names all names under which exports know the person; the first is the one to show
 * @param headline the own headline, else the present position in words, else null
 * @param aliases other ids that lead to the person: those that the accounts would have one by one
 * @param organizations present and former ones
 * @param organization the present one, or null
 * @param title the present one, or null
 * @param titles present and former ones
 * @param knownBy members who have a tie to this person
 * @param connectedYears years in which members connected with this person
 * @param memberId the member whom this person is, or null
 * @param ties how many people the person is known to have a tie with
 */
public record PersonDocument(
        PersonId id,
        Layer layer,
        List<String> names,
        @Nullable String headline,
        List<AccountId> accounts,
        List<PersonId> aliases,
        @Nullable String organization,
        @Nullable String title,
        List<String> organizations,
        List<String> titles,
        List<String> skills,
        List<String> places,
        List<String> industries,
        List<String> schools,
        List<String> languages,
        List<String> interests,
        List<MemberId> knownBy,
        List<Integer> connectedYears,
        @Nullable MemberId memberId,
        int ties) {}
