package org.kithway.search;

import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;

/**
 * For whom an answer is made. A viewer sees the organization's layer and the own one: where the own
 * layer has a version of a person or tie, it takes the place of the organization's.
 */
public record Viewer(OrganizationId organization, MemberId member) {}
