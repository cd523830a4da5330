package dev.fanout.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of one line of an order. */
enum LineOutcome {
    @JsonProperty("reserved")
    RESERVED,
    @JsonProperty("released")
    RELEASED,
    @JsonProperty("shipped")
    SHIPPED,
    @JsonProperty("out_of_stock")
    OUT_OF_STOCK,
    @JsonProperty("unknown_sku")
    UNKNOWN_SKU
}
