package dev.fanout.topology;

import java.util.List;
import java.util.stream.IntStream;

/** The contents and ads that there are: a view of any other was never one. */
public record Catalogue(List<String> contents, List<String> ads) {

    public Catalogue {
        contents = List.copyOf(contents);
        ads = List.copyOf(ads);
    }

    static Catalogue numbered(int films, int ads) {
        return new Catalogue(names("film-", films), names("ad-", ads));
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> prefix + number).toList();
    }
}
