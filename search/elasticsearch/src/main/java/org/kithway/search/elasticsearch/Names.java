package org.kithway.search.elasticsearch;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.search.Generation;

import java.util.Locale;

/**
 * The names of indices and aliases. An index is {@code prefix-organization.g1.people}, a member's
 * own {@code prefix-organization.g1.people.member}; the alias to search leaves the generation out.
 * Parts are set apart by dots, which no id has, so that no organization's names can be taken for
 * another's.
 */
record Names(String prefix) {
    /** What an index holds. */
    enum Kind {
        PEOPLE,
        EVIDENCE,
        STATEMENTS,
        /** Per member, the people of the organization's layer whom the member does not see. */
        LAYERS;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The index that the layer's documents are kept in. */
    String index(Generation generation, Kind kind, Layer layer) {
        return generation(generation) + "." + kind.label() + own(layer.member());
    }

    /**
     * The alias through which an index is written: a request that insists on an alias can never
     * make an index by mistake.
     */
    static String writing(String index) {
        return index + ".write";
    }

    /** The alias under which the promoted generation is searched. */
    String searched(OrganizationId organization, Kind kind, Layer layer) {
        return organization(organization) + "." + kind.label() + own(layer.member());
    }

    /** The alias for an index of the generation, as {@link #searched} names it. */
    String searched(Generation generation, String index) {
        return organization(generation.organization())
                + index.substring(generation(generation).length());
    }

    /** Matches the generation's indices and no others. */
    String all(Generation generation) {
        return generation(generation) + ".*";
    }

    /** Matches the organization's indices of all generations and no others. */
    String all(OrganizationId organization) {
        return organization(organization) + ".g*";
    }

    boolean isOf(Generation generation, String index) {
        return index.startsWith(generation(generation) + ".");
    }

    private String generation(Generation generation) {
        return organization(generation.organization()) + ".g" + generation.number();
    }

    private String organization(OrganizationId organization) {
        return prefix + "-" + organization;
    }

    private static String own(@Nullable MemberId member) {
        return member == null ? "" : "." + member;
    }
}
