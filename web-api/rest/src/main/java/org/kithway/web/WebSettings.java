package org.kithway.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What can be set of the REST interface.
 *
 * @param largestUpload the largest request that hands in an archive
 */
@ConfigurationProperties("kithway.web")
public record WebSettings(@DefaultValue("100GB") DataSize largestUpload) {}
