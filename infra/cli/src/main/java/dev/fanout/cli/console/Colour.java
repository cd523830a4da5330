package dev.fanout.cli.console;

import java.util.List;

/** ANSI colours that are readable on light and on dark ground. */
public enum Colour {
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("34"),
    MAGENTA("35"),
    CYAN("36");

    static final String END = "\u001b[0m";

    /** Red is for trouble. */
    private static final List<Colour> FOR_NAMES = List.of(CYAN, GREEN, YELLOW, MAGENTA, BLUE);

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    /** The same position always gets the same colour. */
    public static Colour ofName(int position) {
        return FOR_NAMES.get(position % FOR_NAMES.size());
    }

    String start() {
        return "\u001b[" + code + "m";
    }
}
