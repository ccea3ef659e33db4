package org.kithway.demo;

import java.time.Instant;

/**
 * A public text: a post of its author's own, or a comment under somebody's post.
 *
 * @param urn the number of the post that it is or stands under, which holds that post's time in its
 *     upper bits
 * @param link an address that a post points to, or empty
 */
public record Post(Instant at, long urn, String text, String link) {}
