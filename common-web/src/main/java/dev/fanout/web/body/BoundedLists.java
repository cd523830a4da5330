package dev.fanout.web.body;

import java.util.ArrayList;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.type.CollectionType;

/** Lists are read only as far as they may be long; by itself, Jackson reads all, and validation judges each element. */
final class BoundedLists extends ValueDeserializerModifier {
    @Override
    public ValueDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config,
            CollectionType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        // Jackson makes an ArrayList where a List is wanted.
        return type.getRawClass().isAssignableFrom(ArrayList.class) ? new BoundedList(type) : deserializer;
    }
}
