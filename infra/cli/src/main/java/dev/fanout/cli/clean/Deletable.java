package dev.fanout.cli.clean;

/** Something that can be deleted. */
record Deletable(String kind, String name, Runnable removal) {

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
