package dev.fanout.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of every REST interface.
 *
 * @param maxBody a longer request body is refused with 413, however it is sent
 * @param maxRequests more at the same time are refused with 503: work that is done too late for its
 *     client, who has asked again meanwhile, is work for nothing
 */
@ConfigurationProperties("fanout.web")
record WebProperties(@DefaultValue("256KB") DataSize maxBody, @DefaultValue("200") int maxRequests) {}
