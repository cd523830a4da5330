package dev.fanout.local.sns.filter;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** How {@code numeric} compares. */
enum NumericOperator {
    EQUAL("=", "equals", sign -> sign == 0),
    LESS("<", "<", sign -> sign < 0),
    AT_MOST("<=", "<=", sign -> sign <= 0),
    GREATER(">", ">", sign -> sign > 0),
    AT_LEAST(">=", ">=", sign -> sign >= 0);

    private final String symbol;
    private final String called;
    private final IntPredicate test;

    NumericOperator(String symbol, String called, IntPredicate test) {
        this.symbol = symbol;
        this.called = called;
        this.test = test;
    }

    static Optional<NumericOperator> find(String symbol) {
        return Stream.of(values()).filter(operator -> operator.symbol.equals(symbol)).findAny();
    }

    /** In AWS's messages. */
    String called() {
        return called;
    }

    boolean opensRange() {
        return this == GREATER || this == AT_LEAST;
    }

    boolean closesRange() {
        return this == LESS || this == AT_MOST;
    }

    boolean holds(int sign) {
        return test.test(sign);
    }
}
