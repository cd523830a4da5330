package dev.fanout.web.parameter;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;

/** A way to read texts, as Spring's binders know it. */
final class StrictEditor extends PropertyEditorSupport {
    private final Function<String, Object> read;

    /** @param read throws IllegalArgumentException or ArithmeticException for a text that is no such value */
    StrictEditor(Function<String, Object> read) {
        this.read = read;
    }

    @Override
    public void setAsText(String text) {
        try {
            setValue(read.apply(text));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
