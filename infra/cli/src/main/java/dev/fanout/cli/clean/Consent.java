package dev.fanout.cli.clean;

import java.io.Console;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether somebody wants that. */
interface Consent {
    enum Answer {
        YES,
        NO,
        NOBODY_THERE
    }

    Consent GIVEN = _ -> Answer.YES;

    Answer to(String question);

    /** @param console null where nobody sits at a terminal */
    static Consent asked(@Nullable Console console) {
        if (console == null || !console.isTerminal()) return _ -> Answer.NOBODY_THERE;
        return question -> read(console.readLine("%s [y/N] ", question));
    }

    /** Anything but a clear yes is a no. */
    static Answer read(@Nullable String line) {
        var yes = line != null && Set.of("y", "yes").contains(line.strip().toLowerCase(Locale.ROOT));
        return yes ? Answer.YES : Answer.NO;
    }
}
