/** What is at AWS, for the commands that look at it or take it away. The only part here that needs the SDK. */
@NullMarked
package dev.fanout.cli.aws;

import org.jspecify.annotations.NullMarked;
