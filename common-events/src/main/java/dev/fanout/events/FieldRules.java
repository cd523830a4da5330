package dev.fanout.events;

/** What the fields of an event may hold: REST takes nothing else, and neither does the codec. */
public final class FieldRules {
    /** Names of hosts, contents, ads and orders: they stand in keys, paths and message attributes. */
    public static final String ID = "[A-Za-z0-9._:-]{1,100}";

    public static final String ID_RULE = "must be 1 to 100 letters, digits, dots, _, : or -";

    /** What a SKU may be: it stands in paths and keys. */
    public static final String SKU = "[A-Za-z0-9._-]{1,64}";

    public static final String SKU_RULE = "must be 1 to 64 letters, digits, ., _ or -";

    /** With its reservation and its marker, an order of 50 lines still fits in one transaction of 100 items. */
    public static final int MAX_LINES = 50;

    /** Pieces of one SKU in one order. */
    public static final int MAX_QUANTITY = 1_000_000;

    /** The highest total of an order. Sums of many still fit in the 38 digits of DynamoDB's numbers. */
    public static final String MAX_TOTAL = "999999999.99";

    public static final int TOTAL_DIGITS = 9;
    public static final int TOTAL_DECIMALS = 2;
    public static final String TOTAL_RULE =
            "must have at most " + TOTAL_DIGITS + " digits and " + TOTAL_DECIMALS + " decimals";

    private FieldRules() {}
}
