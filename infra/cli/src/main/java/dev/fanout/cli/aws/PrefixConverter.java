package dev.fanout.cli.aws;

import dev.fanout.topology.Prefix;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A prefix as SNS, SQS and DynamoDB all allow it in names. */
public final class PrefixConverter implements ITypeConverter<Prefix> {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]*");

    @Override
    public Prefix convert(String text) {
        if (ALLOWED.matcher(text).matches()) return new Prefix(text);
        throw new TypeConversionException(
                "'%s' cannot be in names at AWS: letters, digits, - and _ can".formatted(text));
    }
}
