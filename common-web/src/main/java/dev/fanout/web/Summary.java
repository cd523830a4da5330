package dev.fanout.web;

import java.util.List;

/** Many errors in a sentence, and how many of them an answer lists. */
final class Summary {
    /** A hostile body can hold more errors than bytes; an answer is not longer than its request by much. */
    private static final int LISTED = 100;

    private Summary() {}

    static String of(List<FieldError> errors) {
        var first = errors.getFirst();
        if (errors.size() == 1) return first.field().equals(FieldError.BODY)
                ? "The body " + first.message()
                : first.field() + " " + first.message();
        var fields = errors.size() + " fields are not valid";
        return errors.size() <= LISTED ? fields : fields + "; the first " + LISTED + " are listed";
    }

    static List<FieldError> listed(List<FieldError> errors) {
        return List.copyOf(errors.subList(0, Math.min(LISTED, errors.size())));
    }
}
