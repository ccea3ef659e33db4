package org.kithway.identity;

import org.kithway.identity.match.Comparison;
import org.kithway.identity.match.Level;

import java.util.List;

/**
 * What is compared of two references beside names and contacts, with what its levels weigh before
 * an organization's own data is known. The shares are judged by hand: what the same person tells at
 * two sites, and what two people tell who share a name's sound.
 */
enum Evidence {
    EMPLOYER(
            new Level("same employer in the same years", 0.40, 0.008),
            new Level("same employer", 0.20, 0.010),
            new Level("employer written alike in the same years", 0.05, 0.006),
            new Level("employers belong together", 0.08, 0.03),
            new Level("different employers", 0.27, 0.946)),
    TITLE(
            new Level("same title", 0.30, 0.02),
            new Level("same kind of work", 0.35, 0.12),
            new Level("different kinds of work", 0.35, 0.86)),
    SCHOOL(
            new Level("same school in the same years", 0.45, 0.004),
            new Level("same school", 0.25, 0.02),
            new Level("different schools", 0.30, 0.976)),
    PLACE(new Level("same place", 0.60, 0.06), new Level("different places", 0.40, 0.94)),
    HANDLE(
            new Level("same unusual account name", 0.20, 0.00001),
            new Level("same account name, made of the name", 0.20, 0.03),
            new Level("different account names", 0.60, 0.96999));

    /** Levels from best to worst. */
    final Comparison prior;

    Evidence(Level... levels) {
        this.prior = new Comparison(name(), List.of(levels));
    }
}
