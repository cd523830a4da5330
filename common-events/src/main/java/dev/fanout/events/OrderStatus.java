package dev.fanout.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where an order stands. */
public enum OrderStatus {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("shipped")
    SHIPPED,
    @JsonProperty("cancelled")
    CANCELLED;

    /** Forward only, one step at a time; cancelled before shipping only. */
    public boolean mayBecome(OrderStatus next) {
        return switch (this) {
            case PENDING -> next == CONFIRMED || next == CANCELLED;
            case CONFIRMED -> next == SHIPPED || next == CANCELLED;
            case SHIPPED, CANCELLED -> false;
        };
    }

    /** As JSON says it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
