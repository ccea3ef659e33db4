package org.kithway.identity.name;

/** What a position is about. */
public enum JobFunction {
    ADMINISTRATION,
    CONSULTING,
    CONSTRUCTION,
    CUSTOMER_SERVICE,
    DATA,
    DESIGN,
    EDUCATION,
    ENGINEERING,
    FINANCE,
    GENERAL_MANAGEMENT,
    HEALTH,
    HUMAN_RESOURCES,
    IT,
    LEGAL,
    LOGISTICS,
    MARKETING,
    MEDIA,
    OPERATIONS,
    PRODUCT,
    PRODUCTION,
    PROJECTS,
    PUBLIC_SERVICE,
    PURCHASING,
    RESEARCH,
    SALES
}
