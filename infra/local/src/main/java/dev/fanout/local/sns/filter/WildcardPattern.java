package dev.fanout.local.sns.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code *} is any text, {@code \*} the asterisk and {@code \\} the backslash.
 *
 * @param literals what is between the asterisks; the first begins the text and the last ends it
 */
record WildcardPattern(List<String> literals) {
    static WildcardPattern parse(String pattern) {
        var literals = new ArrayList<String>();
        var literal = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '\\') literal.append(escaped(pattern, ++at));
            else if (c != '*') literal.append(c);
            else {
                if (pattern.startsWith("**", at))
                    throw InvalidPolicy.because("Consecutive wildcard characters at pos " + at);
                literals.add(literal.toString());
                literal.setLength(0);
            }
        }
        literals.add(literal.toString());
        return new WildcardPattern(List.copyOf(literals));
    }

    boolean fits(String text) {
        var first = literals.getFirst();
        if (literals.size() == 1) return text.equals(first);
        if (!text.startsWith(first)) return false;
        int from = first.length();
        // Taking each literal as early as possible leaves most for the ones behind it.
        for (var literal : literals.subList(1, literals.size() - 1)) {
            int found = text.indexOf(literal, from);
            if (found < 0) return false;
            from = found + literal.length();
        }
        var last = literals.getLast();
        return text.length() - last.length() >= from && text.endsWith(last);
    }

    private static char escaped(String pattern, int at) {
        if (at < pattern.length() && (pattern.charAt(at) == '*' || pattern.charAt(at) == '\\'))
            return pattern.charAt(at);
        throw InvalidPolicy.because("Invalid escape character at pos " + (at - 1));
    }
}
