package dev.fanout.web.body;

import dev.fanout.json.StrictJson;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** A client that says something which nobody reads has made a mistake: it is told. */
final class StrictBodies implements JsonMapperBuilderCustomizer {
    @Override
    public void customize(JsonMapper.Builder json) {
        StrictJson.applyTo(json)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new SimpleModule("bounded lists").setDeserializerModifier(new BoundedLists()));
    }
}
