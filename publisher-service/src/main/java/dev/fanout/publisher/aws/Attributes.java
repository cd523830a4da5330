package dev.fanout.publisher.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A DynamoDB item as it is read: what must be there is there, or the failure says what is not. */
public record Attributes(Map<String, AttributeValue> item) {

    public String text(String name) {
        return value(name).s();
    }

    public long number(String name) {
        return Long.parseLong(digits(name));
    }

    /** A number of any size, as DynamoDB spells it: without trailing zeros. */
    public String digits(String name) {
        return value(name).n();
    }

    public Attributes inner(String name) {
        return new Attributes(value(name).m());
    }

    public List<Attributes> list(String name) {
        return value(name).l().stream().map(element -> new Attributes(element.m())).toList();
    }

    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    private AttributeValue value(String name) {
        var value = item.get(name);
        if (value == null)
            throw new IllegalStateException("an item lacks " + name + ": it has " + item.keySet());
        return value;
    }
}
