package dev.fanout.json;

import java.util.UUID;

/** Reads ids by {@link Texts#uuid}; Jackson's own reader takes Base64 as well. */
final class StrictUuid extends StrictText<UUID> {
    StrictUuid() {
        super(UUID.class, Texts::uuid);
    }
}
