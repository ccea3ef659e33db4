package org.kithway.registry;

/** What somebody is asked for. Who helps with the one need not help with the other. */
public enum Purpose {
    INTRODUCTION,
    JOB,
    HIRE,
    ADVICE,
    SALE
}
