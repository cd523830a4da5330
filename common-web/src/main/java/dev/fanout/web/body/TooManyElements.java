package dev.fanout.web.body;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A list that is longer than it may be. Its message is for the client. */
public final class TooManyElements extends DatabindException {
    TooManyElements(JsonParser json, String rule) {
        super(json, rule);
    }
}
